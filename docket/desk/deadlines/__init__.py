"""Deadlines at the desk: proposed, accepted, counted again."""
