"""One file per sort of page: a view finds the rows, names the page and hands both to a template."""
