"""What the workspace shows beside the docket: people, claims, what is due, what waits, notes, sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from docket.choices import ProposalState
from docket.claims import for_status, status_on_record
from docket.desk.addresses import anchor, desk_list, desk_page
from docket.desk.clearance import cleared
from docket.desk.deadlines.state import deadline_status
from docket.desk.workspace.opened import may_add, may_view, rows_of, states
from docket.models import (
    Appearance,
    Case,
    CaseParty,
    Claim,
    ClaimAgainst,
    Deadline,
    DeadlineProposal,
    DerivedDate,
    Document,
    Filing,
    Hearing,
    SourceLink,
    StaffNote,
    Summary,
    Update,
    WaitingFile,
)
from docket.models.parts.forum_zones import zone_of
from docket.publishing.visibility import Visibility

SHOWN = 60  # rows of a section; the rest is a list away


@dataclass(frozen=True)
class Item:
    """A row of a section. parts: what hangs on it, each words and address."""

    words: str
    address: str
    detail: str = ""
    state: SafeString | str = ""
    anchor: str = ""
    parts: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Section:
    """A headed list. all_rows: the whole list's address; add: where one adds to it; more: whether rows are left out."""

    name: str
    title: str
    items: list[Item]
    empty: str
    all_rows: str = ""
    add: str = ""
    add_words: str = ""
    more: bool = False


def sections(request: HttpRequest, case: Case) -> list[Section]:
    """Those of them that the user may read."""
    made = (_due, _waits, _parties, _claims, _notes, _sources)
    return [section for make in made if (section := make(request, case))]


def _query(address: str, case: Case, **more: str) -> str:
    return f"{address}?{urlencode({'case': str(case.pk), **more})}"


def _adding(request: HttpRequest, model: Any, case: Case) -> str:
    return _query(desk_list(model, "add"), case) if may_add(request, model) else ""


# People


def _parties(request: HttpRequest, case: Case) -> Section | None:
    if not may_view(request, CaseParty):
        return None
    rows = list(rows_of(request, CaseParty).filter(case=case).order_by("position", "pk")[: SHOWN + 1])
    shown, counsel = rows[:SHOWN], _counsel(request, rows[:SHOWN])
    said = states(shown)
    items = [
        Item(
            row.party.name,
            desk_page(row),
            f"{row.get_role_display()}{', represents itself' if row.is_pro_se else ''}",
            said[row.pk],
            anchor(row),
            counsel.get(row.pk, []),
        )
        for row in shown
    ]
    where = _query(desk_list(CaseParty), case)
    add = _adding(request, CaseParty, case)
    return Section("parties", "Parties and counsel", items, "Nobody yet.", where, add, "Add a party", len(rows) > SHOWN)


def _counsel(request: HttpRequest, parties: list[Any]) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = {}
    if not may_view(request, Appearance):
        return found
    rows = rows_of(request, Appearance).filter(case_party__in=[party.pk for party in parties])
    for row in rows.order_by("case_party", "position", "pk"):
        firm = f", {row.firm.name}" if row.firm else ""
        until = f" (until {row.date_terminated})" if row.date_terminated else ""
        found.setdefault(row.case_party_id, []).append((f"{row.attorney.name}{firm}{until}", desk_page(row)))
    return found


# Claims


def _claims(request: HttpRequest, case: Case) -> Section | None:
    if not may_view(request, Claim):
        return None
    rows = list(rows_of(request, Claim).filter(case=case).order_by("position", "pk")[: SHOWN + 1])
    shown = rows[:SHOWN]
    said, stand = states(shown), _where_they_stand(request, shown)
    items = [
        Item(str(row), desk_page(row), "", said[row.pk], anchor(row), stand.get(row.pk, [("against nobody yet", "")]))
        for row in shown
    ]
    where = _query(desk_list(Claim), case)
    add = _adding(request, Claim, case)
    return Section(
        "claims", "Claims and where they stand", items, "None.", where, add, "Add a claim", len(rows) > SHOWN
    )


def _where_they_stand(request: HttpRequest, claims: list[Any]) -> dict[int, list[tuple[str, str]]]:
    rows = cleared(for_status(ClaimAgainst.objects.filter(claim__in=[row.pk for row in claims])), request.user)
    found: dict[int, list[tuple[str, str]]] = {}
    for row in rows.select_related("claim", "case", "case_party__party").order_by("case_party__position", "pk"):
        words = f"{row.case_party.party.name}: {status_on_record(row).text}"
        found.setdefault(row.claim_id, []).append((words, desk_page(row)))
    return found


# What is due, what waits


def _due(request: HttpRequest, case: Case) -> Section | None:
    if not (may_view(request, Deadline) and may_view(request, Hearing)):
        return None
    today = timezone.localdate(timezone=zone_of(case.forum))
    deadlines = list(rows_of(request, Deadline).filter(case=case).open().order_by("latest", "pk")[:SHOWN])  # type: ignore[attr-defined]
    hearings = list(rows_of(request, Hearing).filter(case=case).upcoming(on=today)[:SHOWN])  # type: ignore[attr-defined]
    said, told = states(deadlines), states(hearings)
    items = [
        (row.latest, Item(row.title, desk_page(row), deadline_status(row, today), said[row.pk], anchor(row)))
        for row in deadlines
    ]
    items += [(row.date, Item(row.title, desk_page(row), "hearing", told[row.pk], anchor(row))) for row in hearings]
    dated = [_with_day(day, item) for day, item in sorted(items, key=lambda each: each[0])]
    add = _adding(request, Deadline, case)
    return Section("due", "Due", dated, "Nothing.", _query(desk_list(Deadline), case), add, "Add a deadline")


def _with_day(day: Any, item: Item) -> Item:
    return Item(item.words, item.address, f"{day}, {item.detail}", item.state, item.anchor)


def _waits(request: HttpRequest, case: Case) -> Section:
    items = [
        Item(f"{count:,} {one if count == 1 else many}", address)
        for count, one, many, address in _counted(request, case)
        if count
    ]
    return Section("waits", "Waits", items, "Nothing.")


def _counted(request: HttpRequest, case: Case) -> Iterator[tuple[int, str, str, str]]:
    """How many drafts of each sort, and what was read or proposed and not yet decided; where each stands."""
    for model in (Filing, Document, Hearing, Deadline, Summary, Update):
        if may_view(request, model):
            names = model._meta.verbose_name, model._meta.verbose_name_plural
            drafts = rows_of(request, model).filter(case=case, visibility=Visibility.DRAFT).order_by()
            where = _query(desk_list(model), case, visibility__exact=str(Visibility.DRAFT))
            yield drafts.count(), f"draft {names[0]} to publish", f"draft {names[1]} to publish", where
    if may_view(request, Deadline):
        open_ones = cleared(DeadlineProposal.objects.filter(case=case, state=ProposalState.OPEN), request.user)
        where = _query(reverse("admin:proposals"), case)
        yield open_ones.order_by().count(), "proposed deadline", "proposed deadlines", where
    if may_add(request, Document):
        files = WaitingFile.objects.filter(case=case).order_by()
        where = reverse("admin:docket_case_files", args=[case.pk])
        yield files.count(), "file without a place", "files without a place", where
    if may_view(request, DerivedDate):
        read = rows_of(request, DerivedDate).filter(case=case, state=ProposalState.OPEN).order_by()
        where = _query(desk_list(DerivedDate), case, state__exact="open")
        yield read.count(), "day read from a docket text", "days read from docket texts", where


# Notes and sources


def _notes(request: HttpRequest, case: Case) -> Section | None:
    if not may_view(request, StaffNote):
        return None
    about = Q(case=case) | Q(filing__case=case) | Q(case_party__case=case)
    rows = list(rows_of(request, StaffNote).filter(about).order_by("-pk")[: SHOWN + 1])
    items = [
        Item(row.text[:200], desk_page(row), f"{row.created_at:%Y-%m-%d}{_about(row)}", "never public", anchor(row))
        for row in rows[:SHOWN]
    ]
    where = _query(desk_list(StaffNote), case)
    add = _adding(request, StaffNote, case)
    return Section("notes", "Notes", items, "None.", where, add, "Add a note", len(rows) > SHOWN)


def _about(row: Any) -> str:
    """Of what in the case."""
    about = row.filing or row.case_party
    return f", on {about}" if about else ""


def _sources(request: HttpRequest, case: Case) -> Section:
    about = Q(case=case) | Q(filing__case=case)
    links = cleared(SourceLink.objects.filter(about).select_related("source", "filing"), request.user)
    rows = list(links.order_by("-pk")[: SHOWN + 1])
    shown, said = rows[:SHOWN], states(rows[:SHOWN])
    items = [
        Item(row.source.title, desk_page(row.source), f"{row.get_basis_display()}{_of(row)}", said[row.pk])
        for row in shown
    ]
    add = f"{desk_page(case, 'change')}#source_links-group"
    return Section("sources", "Sources", items, "None.", "", add, "Change the case's sources", len(rows) > SHOWN)


def _of(row: Any) -> str:
    return f", for {row.filing}" if row.filing_id else ""
