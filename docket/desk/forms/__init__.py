"""The forms behind the rows of the record: boxes, inlines, dates, files."""
