"""Claims entered from the filings: counts from a pleading, answers from an answer, outcomes from an order."""
