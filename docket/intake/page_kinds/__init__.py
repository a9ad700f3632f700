"""What each kind of page is and says: one row per kind in one table, which every step of the import asks."""
