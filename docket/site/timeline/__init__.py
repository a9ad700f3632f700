"""What happened in all proceedings of a matter, in the order of time: a lane for each, and a table."""
