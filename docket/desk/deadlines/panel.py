"""The deadlines of a filing on its own form: what is proposed, with the steps, and what was entered already."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from docket.choices import ProposalState
from docket.desk.addresses import desk_page
from docket.desk.clearance import cleared
from docket.desk.deadlines.state import deadline_status
from docket.desk.permissions import may_publish
from docket.models import Deadline, DeadlineProposal, Filing
from docket.models.parts.forum_zones import zone_of
from docket.proposals import tolling
from docket.proposals.following import from_filings
from docket.proposals.found import Following, Found
from docket.proposals.starts import STARTS
from docket.proposals.triggering_filings import CaseRecord, why_none
from docket.site.schedule.wording import sentences

SHOWN_WITH = ("case__forum", "case_party__party", "trigger", "hearing", "satisfied_by", "deadline")


def panel(request: HttpRequest, filing: Filing) -> dict[str, Any]:
    """For admin/publication/_proposals_panel.html; empty where the user may not see deadlines or nothing follows."""
    if not request.user.has_perm("docket.view_deadline"):
        return {}
    theirs = Q(trigger=filing) | Q(satisfied_by=filing)
    waiting = DeadlineProposal.objects.filter(theirs, state=ProposalState.OPEN).select_related(*SHOWN_WITH)
    proposals = [(row, sentences(row)) for row in cleared(waiting, request.user).order_by("earliest", "pk")]
    today = timezone.localdate(timezone=zone_of(filing.case.forum))
    entered = cleared(Deadline.objects.filter(theirs | Q(stopped_by=filing)), request.user).select_related(
        "satisfied_by", "case_party__party"
    )
    return {
        "proposals": proposals,
        "entered": [(row, desk_page(row), deadline_status(row, today)) for row in entered.order_by("earliest", "pk")],
        "also": on_request(filing),
        "told": told(filing),
        "may_decide": request.user.has_perm("docket.change_deadline"),
        "may_publish": may_publish(request.user),
        "list": f"{reverse('admin:proposals')}?filing={filing.pk}&back=form",
        "ask": f"{reverse('admin:propose', args=[filing.pk])}?filing={filing.pk}&back=form",
        "query": f"?filing={filing.pk}&back=form",
    }


def following(filing: Filing) -> list[Following]:
    """All that runs from a filing, in an order that the number in a form names."""
    return _found(filing).followings


def _found(filing: Filing) -> Found:
    return from_filings(CaseRecord(filing.case, Filing.objects.filter(pk=filing.pk)))


def told(filing: Filing) -> list[str]:
    """Why nothing, or not everything, is proposed from it."""
    if filing.filing_type not in STARTS:
        return []
    found = _found(filing)
    suspended = [tolling.why(following) for following in found.followings if following.suspended_by]
    return [words for words in (why_none(filing.case), *found.told, *suspended) if words]


def on_request(filing: Filing) -> list[tuple[int, Following]]:
    """What runs from it in some cases only, with its number."""
    return [(number, found) for number, found in enumerate(following(filing)) if found.on_request]


def back_to_form(request: HttpRequest) -> str:
    """Where a decision made on the filing's form leads back to; "" where it was made elsewhere."""
    pk = request.GET.get("filing", "")
    if request.GET.get("back") != "form" or not pk.isdecimal():
        return ""
    filing = cleared(Filing.objects.all(), request.user).filter(pk=pk).first()
    return f"{desk_page(filing)}#proposals" if filing else ""
