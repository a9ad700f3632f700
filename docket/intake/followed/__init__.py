"""Followed sources of a case: where to ask, how carefully, how often, and what becomes of the answer."""
