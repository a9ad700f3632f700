"""Florida: Rule 2.514, which counts as the federal rules do, with its own holidays and days for mail."""
