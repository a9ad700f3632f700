"""Southern District of Florida: local rules on motions."""
