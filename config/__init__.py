"""Settings, the addresses of the two sites, the supervisor of `make run`, logs, errors."""
