"""Who they are: people and organisations as they exist without a case. It imports nothing of the docket."""
