"""Which line or person of a page is which row of the record. Pure."""
