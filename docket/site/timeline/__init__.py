"""What happened in all proceedings of a matter, in the order of time: a picture with a lane for each, and a table."""
