"""The wall in the database: the published tables, the triggers that keep them, building and checking them."""
