"""Public sites on servers of their own, which follow the published tables and nothing else of the record."""
