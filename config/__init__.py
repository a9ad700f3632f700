"""Settings, the addresses of the two sites, the embedded PostgreSQL with its supervisor, backup."""
