"""Northern District of California: local rules on motions."""
