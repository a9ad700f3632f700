"""Southern and Eastern Districts of New York: local rules on motions."""
