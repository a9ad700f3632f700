"""Readers of the JSON in which CourtListener and the Internet Archive give PACER dockets: one vocabulary, two forms."""
