"""Imports at the desk: upload, queue, report, what staff make of them."""
