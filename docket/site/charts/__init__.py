"""Charts of a list of filings: how many over time, days from motion to ruling by forum; each with its numbers."""
