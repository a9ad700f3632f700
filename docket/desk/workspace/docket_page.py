"""A page of a case's docket, the end first: a hundred lines, the newest last, where the next one is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.db.models import F
from django.http import HttpRequest
from django.utils.safestring import SafeString

from docket.choices import Derived
from docket.desk.addresses import anchor, desk_page
from docket.desk.partial_dates import partial_date_of
from docket.desk.workspace.opened import rows_of, states
from docket.models import Case, Filing

LINES = 100


@dataclass(frozen=True)
class Line:
    """One filing as the workspace shows it. is_read: its type was read from its text and not confirmed."""

    anchor: str
    address: str
    number: str
    date: str
    words: str
    kind: str
    is_read: bool
    filers: str
    state: SafeString
    is_new: bool


@dataclass(frozen=True)
class DocketPage:
    """Lines first to last of all; earlier and later: the numbers of the next pages, counted from the end; 0: none."""

    lines: list[Line]
    count: int
    first: int
    last: int
    earlier: int
    later: int


def docket_page(request: HttpRequest, case: Case) -> DocketPage:
    """The page of the docket that `?page=` asks for, counted from the end; 1 without."""
    rows = rows_of(request, Filing).filter(case=case)
    count = rows.order_by().count()
    pages = max(1, -(-count // LINES))
    asked = request.GET.get("page", "")
    page = min(max(int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 9 else 1, 1), pages)
    last = count - (page - 1) * LINES
    first = max(0, last - LINES)
    # the docket's own order, from its end: the index is read backwards
    backwards = rows.order_by(F("date_filed").desc(nulls_first=True), "-sequence")[count - last : count - first]
    shown = list(backwards.prefetch_related("filing_parties__case_party__party"))[::-1]
    lines = _lines(shown, request.GET.get("saved", ""))
    return DocketPage(lines, count, first + 1 if lines else 0, last, page + 1 if first else 0, page - 1)


def newest(request: HttpRequest, case: Case) -> Any:
    """The line of the docket that was entered last, if the user sees any."""
    return rows_of(request, Filing).filter(case=case).order_by("-sequence").first()


def _lines(rows: list[Any], saved: str) -> list[Line]:
    owner: Any = admin.site.get_model_admin(Filing)
    said = states(rows)
    return [
        Line(
            anchor(row),
            desk_page(row),
            row.entry_number,
            str(partial_date_of(row, "date_filed") or ""),
            owner.words(row),
            row.get_filing_type_display(),
            row.type_derived == Derived.DERIVED,
            ", ".join(filer.case_party.party.name for filer in row.filing_parties.all()),
            said[row.pk],
            str(row.pk) == saved,
        )
        for row in rows
    ]
