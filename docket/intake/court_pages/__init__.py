"""Readers of what courts serve: a file in, an ImportedDocket out. Pure: no database."""
