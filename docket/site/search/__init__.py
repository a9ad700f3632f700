"""One search over everything that is published: what was typed, what it finds by kind, where else to look."""
