"""Texas: Rule 4, and the answer by 10 a.m. on the Monday next after twenty days."""
