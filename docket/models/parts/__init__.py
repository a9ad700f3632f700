"""What the models are made of: columns that recur, rules over several rows, the counter of a docket."""
