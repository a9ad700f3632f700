"""The Supreme Court of the United States: Rules 13, 15 and 30."""
