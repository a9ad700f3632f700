"""Two rows of one person, attorney or firm made one, and parted again: both sides, what moves, what is in the way."""
