"""Whose value holds when sources and staff differ, and the trace that each import leaves of what it gave."""
