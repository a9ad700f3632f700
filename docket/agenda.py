"""What comes next in a case: hearings and deadlines together, the nearest first."""

from __future__ import annotations

from typing import Any

from docket.schedule.entries import Entry


def agenda(case: Any) -> list[Entry]:
    """Of a case readied for its page. A deadline stands on its safe day; whether that is past is never said."""
    for row in (*case.next_hearings, *case.next_deadlines):
        row.case = case
    entries = [Entry(hearing, hearing.date) for hearing in case.next_hearings]
    entries += [Entry(deadline, deadline.earliest) for deadline in case.next_deadlines]
    return sorted(entries, key=lambda entry: entry.order)
