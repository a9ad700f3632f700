"""Accounts of staff: signing in, the second factor, sessions and their limits, roles, and what is asked again."""
