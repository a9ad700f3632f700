"""What heads everything told of a matter: that it is invented, “As reported in 2022; later events not included”.

It goes with the people of the matter wherever a sentence about one of them stands: pages, lists, rows of files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from docket.models import CaseMatter
from docket.site.sheet.fetch import fetch

NOTES = """
select distinct on (c.case_id, m.id) c.case_id, m.heading_note
from docket_casematter c join docket_matter m on m.id = c.matter_id
where c.case_id = any(%(cases)s) and m.heading_note <> '' order by c.case_id, m.id
"""


def notes_of(cases: Iterable[int | None]) -> dict[int, list[str]]:
    """By the case's key, the notes of its matters; cases without one are missing. One query."""
    keys = sorted({key for key in cases if key})
    found: dict[int, list[str]] = {}
    for row in fetch(NOTES, {"cases": keys}) if keys else []:
        notes = found.setdefault(row.case_id, [])
        notes += [row.heading_note] if row.heading_note not in notes else []
    return found


def noted(case: str) -> ArraySubquery:
    """The same as an expression over a row, of the case to which the path leads."""
    matters = CaseMatter.objects.filter(case=OuterRef(case)).exclude(matter__heading_note="")
    return ArraySubquery(matters.order_by("matter_id").values("matter__heading_note"))


def with_notes(rows: Iterable[Any], cases_of: Callable[[Any], Iterable[int | None]]) -> list[Any]:
    """The rows in hand, each with the notes of the cases that it speaks of, as `heading_notes`."""
    told = list(rows)
    found = notes_of(key for row in told for key in cases_of(row))
    for row in told:
        notes = [note for key in cases_of(row) if key for note in found.get(key, [])]
        row.heading_notes = list(dict.fromkeys(notes))
    return told
