"""District of Delaware: local rules on motions."""
