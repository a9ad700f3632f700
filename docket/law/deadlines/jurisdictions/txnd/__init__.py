"""Northern District of Texas: local rules on motions."""
