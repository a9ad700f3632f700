"""Spreadsheets that staff fill in: CSV as people have it, and workbooks; bytes in, rows of text out. Pure."""
