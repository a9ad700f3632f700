"""The embedded PostgreSQL: its files, as whom it runs, whose it is, where it stands."""
