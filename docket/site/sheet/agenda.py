"""What comes next in a case: its hearings and deadlines together, the nearest first, in the calendar's own words."""

from __future__ import annotations

from docket.models import Case
from docket.site.schedule.entries import Entry
from docket.site.sheet.details import Details


def agenda(case: Case, details: Details) -> list[Entry]:
    """A deadline stands on its safe day; whether that is past is never said."""
    for row in (*details.hearings, *details.deadlines):
        row.case = case
    entries = [Entry(hearing, hearing.date) for hearing in details.hearings]
    entries += [Entry(deadline, deadline.earliest) for deadline in details.deadlines]
    return sorted(entries, key=lambda entry: entry.order)
