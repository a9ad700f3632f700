"""District of New Mexico: local rules on motions."""
