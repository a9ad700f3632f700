"""Importing: pure readers turn a file into an ImportedDocket (shape.py); merge.py is the only writer."""
