"""What happened: the record, what may be seen of it, how it comes in and how it is read."""
