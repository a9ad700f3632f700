"""Filings moved from one case's docket to another's, and back: what goes along, what stands in the way."""
