"""Of each kind of statement that is read from docket text, how often it was right: what may be public. Generated.

`python -m tests.reading_score --table` writes the rows, from entries of courts that no rule was written for.
"""

from docket.law.reading.measuring import Measured

MEASURED: tuple[Measured, ...] = ()


def public_statements(family: str) -> frozenset[str]:
    """Of a family ("type", "link", "ruling", "filer") the statements that are public as read from the text."""
    return frozenset(row.name for row in MEASURED if row.family == family and row.is_public)
