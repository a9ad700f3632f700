"""The desk's front page: what waits for somebody, and what was edited last. As many queries on any day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.urls import reverse

from docket.desk.addresses import desk_page
from docket.desk.clearance import cleared
from docket.desk.who import Authors
from docket.models import Case, Claim, Filing, Matter, StaffNote
from docket.publishing.visibility import Visibility
from parties.models import Party

EDITED = (Case, Filing, Matter, Claim, Party)
SHOWN = 12
CAP = 1000


@dataclass(frozen=True)
class Waiting:
    """Something that waits: how many, in words, where."""

    count: str
    words: str
    address: str


@dataclass(frozen=True)
class Edit:
    """A row that somebody edited."""

    at: datetime
    who: str
    kind: str
    row: Any
    address: str


def context(request: HttpRequest) -> dict[str, Any]:
    """For the template admin/home.html."""
    return {"waiting": waiting(request.user), "edits": edits(request.user)}


def waiting(user: Any) -> list[Waiting]:
    """Drafts, filings held in public cases, questions of identity."""
    drafts = {"visibility": Visibility.DRAFT}
    held = Filing.objects.filter(**drafts, case__visibility=Visibility.PUBLIC)
    same = StaffNote.objects.filter(kind=StaffNote.Kind.SAME_PERSON, resolved_at=None)
    found = [
        _waits(
            Matter.objects.filter(**drafts),
            "matters are drafts",
            "docket_matter_changelist",
            "visibility__exact=draft",
            user,
        ),
        _waits(
            Case.objects.filter(**drafts), "cases are drafts", "docket_case_changelist", "visibility__exact=draft", user
        ),
        _waits(held, "filings of public cases are held", "docket_filing_changelist", "held=1", user),
        _waits(same, "questions “same person?” are open", "same_person", "", user),
    ]
    return [waits for waits in found if waits]


def _waits(rows: Any, words: str, name: str, query: str, user: Any) -> Waiting | None:
    count = cleared(rows, user).order_by()[: CAP + 1].count()
    address = f"{reverse(f'admin:{name}')}{'?' if query else ''}{query}"
    return Waiting(f"{CAP:,}+" if count > CAP else f"{count:,}", words, address) if count else None


def edits(user: Any) -> list[Edit]:
    """The newest edits of the main models, each row once, by people and imports alike."""
    events = [event for model in EDITED for event in _newest(model)]
    events = sorted(events, key=lambda event: event.pgh_created_at, reverse=True)
    authors = Authors(events)
    found: dict[tuple[type[models.Model], int], Edit] = {}
    for model in EDITED:
        ids = {event.pgh_obj_id for event in events if event.pgh_tracked_model is model}
        rows = cleared(model._default_manager.filter(pk__in=ids), user).in_bulk()
        for event in (e for e in events if e.pgh_tracked_model is model and e.pgh_obj_id in rows):
            found.setdefault((model, event.pgh_obj_id), _edit(event, rows[event.pgh_obj_id], authors))
    return sorted(found.values(), key=lambda edit: edit.at, reverse=True)[:SHOWN]


def _newest(model: Any) -> Any:
    return model.history.rel.related_model.objects.select_related("pgh_context").order_by("-pgh_id")[: SHOWN * 2]


def _edit(event: Any, row: Any, authors: Authors) -> Edit:
    return Edit(event.pgh_created_at, authors.of(event), str(row._meta.verbose_name), row, desk_page(row))
