"""Statutes that count by themselves: limitation in years, an agency's working days."""
