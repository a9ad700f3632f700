"""A case set up on one page: its forum, number and days, its parties with their roles and counsel, known ones first."""
