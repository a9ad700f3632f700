"""The types of filing that a form offers: those of the proceeding and of its forum's country before the others."""

from __future__ import annotations

from docket.choices import first_groups, grouped_filing_types
from docket.models import Case

UNCLASSIFIED = ("", "not yet classified")
Grouped = list[tuple[str, list[tuple[str, str]]]]


def offered(case: Case | None) -> Grouped:
    """Every type under its group; without a case in the usual order."""
    if case is None:
        return grouped_filing_types()
    return grouped_filing_types(first_groups(case.category, case.forum.jurisdiction if case.forum else ""))
