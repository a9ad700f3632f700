"""What every public answer carries, and what is kept of pages between requests."""
