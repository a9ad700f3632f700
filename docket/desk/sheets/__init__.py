"""Importing spreadsheets: columns matched, every row compared with the record and shown, then saved together."""
