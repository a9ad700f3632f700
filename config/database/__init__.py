"""Django's PostgreSQL backend, which server the site talks to, whether it fits, its roles and rights."""
