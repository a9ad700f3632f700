"""What a case page shows: its parties by side, what comes next, the docket sheet line by line. SQL of its own."""
