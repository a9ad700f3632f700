"""A claim: what, by whom, against whom, how it was pleaded, where it stands, and every dated thing that happened."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from docket.choices import ClaimEffect, ClaimKind, dates
from docket.claims import certainty, family_of, status_of
from docket.claims.status import ClaimStatus, oldest_first
from docket.models import Claim, ClaimAgainst, ClaimEvent, SourceLink
from docket.site.grid.other_proceedings import responses_to
from docket.site.grid.parallel_claims import parallel_to
from docket.site.heading_notes import notes_of
from docket.site.looking_back import day as days
from docket.site.sheet.citations import cite_claim
from docket.site.sheet.claim_versions import versions_of
from docket.site.views.filing import caption, crumbs
from docket.site.wording import note_of, notices, status_line


@require_safe
def claim_page(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The claim's page, today or as of a day."""
    claims = Claim.objects.for_page().select_related("case__forum")
    claim: Any = get_object_or_404(claims, public_id=public_id)
    today = timezone.localdate()
    asked = days.as_of(request, today)
    if asked and asked.day is None:
        return days.refused(request, asked.problem, claim.get_absolute_url(), str(claim))
    return TemplateResponse(request, "docket/claims/claim.html", _context(claim, today, asked.day if asked else None))


def _context(claim: Any, today: date, on: date | None) -> dict[str, Any]:
    rows = list(claim.against.all())
    statuses = [(row.case_party.party.name, status_of(row, on)) for row in rows]
    people = [*(party.pk for party in claim.claimants), *(row.case_party.party_id for row in rows)]
    title = f"{claim}, {caption(claim.case)}"
    return {
        "claim": claim,
        "heading_notes": notes_of([claim.case_id]).get(claim.case_id, []),
        "case": claim.case,
        "on": on,
        "against": _against(claim, rows, on),
        "later": _later(rows, on) if on else [],
        "versions": versions_of(claim, on),
        "parallel": parallel_to(claim, people),
        "cited": cite_claim(claim, today),
        "notices": notices(claim.case.category, statuses, is_whole=False),
        "title": f"{title}, as of {dates.show(on)}" if on else title,
        "description": f"{claim.get_kind_display()}: {claim.title}, in {caption(claim.case)}: by whom, against whom, "
        "and where it stands.",
        "canonical": claim.get_absolute_url(),
        "feed": reverse("claim_atom", args=[claim.public_id]),
        "crumbs": crumbs(claim.case),
        "noindex": claim.case.noindex or claim.case.is_sample or on is not None,
    }


def _against(claim: Any, rows: list[Any], on: date | None) -> list[Any]:
    """Each party with where the claim stands against it, what had happened, and what may have."""
    sources = _sources(claim)
    elsewhere = responses_to(claim.pk) if on is None else {}
    for row in rows:
        row.status = status_of(row, on)
        row.words, row.note = (
            status_line(row.status),
            note_of(row.status, row.case_party.party.name, family_of(claim.kind)),
        )
        row.last_checked = claim.case.last_checked if row.status.is_silent and on is None else None
        row.elsewhere = elsewhere.get(row.case_party.party_id, []) if _is_silent(row.status) else []
        told = sorted(row.events.all(), key=oldest_first)
        for event in told:
            event.sources = sources.of_event.get(event.pk, [])
            event.source_names = sources.named(event)
            event.certainty = certainty.of_event(event.basis, event.filing.filing_type if event.filing else "")
        row.told = [e for e in told if on is None or dates.happened_by(e.date, e.date_precision, on)]
        row.unsure = [e for e in told if on and dates.may_have_happened_by(e.date, e.date_precision, on)]
        row.responses = [e for e in row.told if e.response or e.defenses]
    return rows


def _is_silent(status: ClaimStatus) -> bool:
    return status.effect == ClaimEffect.OPEN


def _later(rows: list[ClaimAgainst], on: date) -> list[tuple[str, str]]:
    """Where it stands now against whom, where that came after the day."""
    now = [(row.case_party.party.name, status_of(row)) for row in rows]
    family = family_of(rows[0].claim.kind) if rows else family_of(ClaimKind.CLAIM)
    later = [(name, s) for name, s in now if s.event and not dates.happened_by(s.date, s.precision, on)]
    return [(f"{status_line(status)}, against {name}", note_of(status, name, family)) for name, status in later]


@dataclass
class Sources:
    """What the events of a claim are known from: by the event's key, and by that of the filing that did it."""

    of_event: dict[int, list[SourceLink]] = field(default_factory=dict)
    of_filing: dict[int, list[SourceLink]] = field(default_factory=dict)

    def named(self, event: Any) -> list[tuple[str, str]]:
        """Title and address of the event's own, else of its filing's."""
        links = self.of_event.get(event.pk) or self.of_filing.get(event.filing_id, [])
        return [(link.source.title, link.source.url) for link in links]


def _sources(claim: Claim) -> Sources:
    """The sources of each event; one query."""
    of_event = Q(claim_event__claim_against__claim=claim)
    filings = ClaimEvent.objects.filter(claim_against__claim=claim, filing__isnull=False).values("filing")
    found = Sources()
    for link in SourceLink.objects.filter(of_event | Q(filing__in=filings)).select_related("source"):
        if link.claim_event_id:
            found.of_event.setdefault(link.claim_event_id, []).append(link)
        elif link.filing_id:
            found.of_filing.setdefault(link.filing_id, []).append(link)
    return found
