"""Django's PostgreSQL backend, whose failure to connect says what was tried and what to do."""
