"""Claims entered from the papers: counts from a pleading, answers from an answer, outcomes from an order."""
