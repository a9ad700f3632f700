"""The record as JSON at /api/v1/, read only: the files' own columns and filters, a page at a time, and OpenAPI 3.1."""
