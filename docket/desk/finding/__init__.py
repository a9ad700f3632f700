"""One box on every page of the desk: cases, matters, people, filings and notes by number or words."""
