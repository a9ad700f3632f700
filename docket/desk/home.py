"""The desk's front page: where to begin, what waits for somebody, what was edited last. As many queries on any day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.urls import reverse

from docket.claims.contradictions import contradictions
from docket.desk.addresses import desk_list, desk_page
from docket.desk.changes.authors import Authors
from docket.desk.clearance import cleared
from docket.desk.publication.contradicting import listed
from docket.desk.waiting import waiting
from docket.intake.files import PERMISSION as IMPORT
from docket.models import (
    Case,
    Claim,
    ClaimEvent,
    Filing,
    Matter,
)
from parties.models import Party

EDITED = (Case, Filing, Matter, Claim, Party)
SHOWN = 12
OF_ONE_KIND = 5  # a long import must not push out everything else


@dataclass(frozen=True)
class Edit:
    """A row that somebody edited."""

    at: datetime
    who: str
    kind: str
    row: Any
    address: str


def context(request: HttpRequest) -> dict[str, Any]:
    """What the template admin/home.html shows, by its names there."""
    return {
        "begins": begins(request.user),
        "waiting": waiting(request.user),
        "contradicting": contradicting(request.user),
        "edits": edits(request.user),
    }


def begins(user: Any) -> list[tuple[str, str]]:
    """What most days at the desk begin with, in words, and where, as far as the user may."""
    ways = [
        (IMPORT, "Import court pages", reverse("admin:import")),
        ("docket.add_filing", "Import a spreadsheet", reverse("admin:sheets")),
        ("docket.add_case", "Add a case", desk_list(Case, "add")),
        ("docket.add_matter", "Add a matter", reverse("admin:docket_matter_add")),
    ]
    return [(words, address) for permission, words, address in ways if user.has_perm(permission)]


def contradicting(user: Any) -> list[tuple[str, str]]:
    """What cannot be right together in the cases edited last, with where to look; of all cases: `check_record`."""
    if not user.has_perm("docket.view_case"):
        return []
    ids = {event.pgh_obj_id for event in _newest(Case)} | {event.case_id for event in _newest(ClaimEvent)}
    cases = cleared(Case.objects.filter(pk__in=ids).order_by("pk"), user)
    return listed(contradictions(cases, lambda rows: cleared(rows, user)))


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
            if len([1 for kind, _ in found if kind is model]) < OF_ONE_KIND:
                found.setdefault((model, event.pgh_obj_id), _edit(event, rows[event.pgh_obj_id], authors))
    return sorted(found.values(), key=lambda edit: edit.at, reverse=True)[:SHOWN]


def _newest(model: Any) -> Any:
    return model.history.rel.related_model.objects.select_related("pgh_context").order_by("-pgh_id")[: SHOWN * 2]


def _edit(event: Any, row: Any, authors: Authors) -> Edit:
    return Edit(event.pgh_created_at, authors.of(event), str(row._meta.verbose_name), row, desk_page(row))
