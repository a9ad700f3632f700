"""District of New Hampshire: local rules on motions."""
