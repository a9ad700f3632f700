"""Badly redacted PDFs: words that a reader does not see and a copy would still carry. All of it runs confined."""
