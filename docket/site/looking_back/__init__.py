"""The record as it stood on an earlier day, and what has changed since one: both told from what it says today."""
