"""Who claims what from whom in a case or a matter: as rows with marks, and as a table of claims against parties."""
