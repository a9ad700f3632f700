"""The case's own page: its docket and the next line, people, claims, what is due, what waits; rows pasted into it."""
