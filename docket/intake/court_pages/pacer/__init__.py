"""Readers of what PACER serves: dockets, histories, attachment pages, feeds."""
