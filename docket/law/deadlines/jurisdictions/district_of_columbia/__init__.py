"""The District of Columbia: its legal holidays, for the federal court there."""
