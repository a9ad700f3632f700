"""Personal data that would go public, shown at the desk with its place, and the box for the reason to let it pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models

from docket.desk.addresses import desk_page
from docket.desk.clearance import cleared
from docket.desk.forms.record_form import REASON
from docket.publishing.screening import SHORTEST_REASON, Notice, Unacknowledged, acknowledge

__all__ = ["BOX", "Shown", "Unacknowledged", "let_pass", "shown"]

BOX = REASON
MOST_SHOWN = 100


@dataclass(frozen=True)
class Shown:
    """One finding for the reader: what it is, of which row and column, with the words around it."""

    kind: str
    row: str  # empty: of the row whose form this is
    address: str
    column: str
    before: str
    words: str
    after: str


@dataclass(frozen=True)
class Warned:
    """What a page tells of personal data: the findings, how many more there are, and the reason typed so far."""

    shown: list[Shown]
    more: int
    reason: str
    refused: bool


def shown(notices: list[Notice], user: Any, sent: Any = None, *, refused: bool = False) -> Warned | None:
    """For a page; None where nothing is found. Rows that the user may not see are counted, not shown."""
    if not notices:
        return None
    rows = _rows(notices[:MOST_SHOWN], user)
    told = [line for notice in notices[:MOST_SHOWN] for line in _lines(notice, rows)]
    every = sum(len(notice.findings) for notice in notices)
    reason = (sent or {}).get(BOX, "")
    return Warned(told, every - len(told), reason, refused and len(reason.strip()) < SHORTEST_REASON)


def in_forms(forms: Iterable[Any], sent: Any) -> Warned | None:
    """For the page of a form that was refused: what stands in its boxes."""
    notices = [notice for form in forms for notice in getattr(form, "notices", [])]
    told = [line for notice in notices for line in _told(notice, "", "")]
    return Warned(told, 0, sent.get(BOX, ""), False) if told else None


def let_pass(notices: list[Notice], sent: Any, user: Any) -> None:
    """Write down the reason that was typed. Raises Unacknowledged without one, on which the caller must roll back."""
    acknowledge(notices, reason=sent.get(BOX, ""), actor=user)


def _rows(notices: Iterable[Notice], user: Any) -> dict[tuple[type[models.Model], int], Any]:
    by_model: dict[type[models.Model], set[int]] = {}
    for notice in notices:
        by_model.setdefault(notice.model, set()).add(notice.pk)
    return {
        (model, pk): row
        for model, ids in by_model.items()
        for pk, row in cleared(model._default_manager.filter(pk__in=ids), user).in_bulk().items()
    }


def _lines(notice: Notice, rows: dict[tuple[type[models.Model], int], Any]) -> list[Shown]:
    row = rows.get((notice.model, notice.pk))
    if row is None:
        return []
    return _told(notice, f"{notice.model._meta.verbose_name} “{str(row)[:80]}”", desk_page(row))


def _told(notice: Notice, name: str, address: str) -> list[Shown]:
    column: Any = notice.model._meta.get_field(notice.field)
    return [
        Shown(finding.kind.label, name, address, str(column.verbose_name), *finding.words(notice.text))
        for finding in notice.findings
    ]
