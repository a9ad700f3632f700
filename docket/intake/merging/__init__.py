"""The only writer of what was read: one ImportedDocket into the record, in one transaction, as often as it comes."""
