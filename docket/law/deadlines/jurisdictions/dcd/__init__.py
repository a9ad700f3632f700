"""District of Columbia: local rules on motions."""
