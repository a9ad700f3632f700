"""Rows of a docket that staff paste from a spreadsheet or a court's page: text in, rows out. Pure."""
