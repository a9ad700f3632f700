"""Central District of California: local rules on motions."""
