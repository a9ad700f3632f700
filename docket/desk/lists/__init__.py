"""Lists of rows: counted to a cap, kept to a case, each row with its publication."""
