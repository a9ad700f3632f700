"""What the desk does after a row was saved from which time may run: propose, and tell who saved it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from docket.models import Case, Filing, Forum, Hearing
from docket.models.parts.forum_zones import zone_of
from docket.proposals import propose
from docket.proposals.upkeep import Proposed

ON_SCREEN = 4
ADDRESS = "admin:proposals"


def after_filing(request: HttpRequest, filing: Filing) -> None:
    """What the filing starts and ends."""
    _tell(request, propose.follow_filing(filing), f"?filing={filing.pk}")


def after_services(request: HttpRequest, case: Case) -> None:
    """What services in the case start, by claim events or by their proofs."""
    _tell(request, propose.follow_services(case), f"?case={case.pk}")


def after_hearing(request: HttpRequest, hearing: Hearing) -> None:
    """What is due before it."""
    _tell(request, propose.follow_hearing(hearing), f"?case={hearing.case_id}")


def after_case(request: HttpRequest, case: Case) -> None:
    """What follows in another forum."""
    _tell(request, propose.follow_case(case), f"?case={case.pk}")


def after_lines(request: HttpRequest, case: Case) -> None:
    """What follows from lines that were entered together; a docket tells of years, and what is past is not proposed."""
    today = timezone.localdate(timezone=zone_of(case.forum))
    _tell(request, propose.follow_case(case, since=today), f"?case={case.pk}")


def after_forum(request: HttpRequest, forum: Forum) -> None:
    """What changes for the forum's cases."""
    found = propose.follow_forum(forum)
    together = Proposed([row for one in found for row in one.proposals], [w for one in found for w in one.uncounted])
    _tell(request, together, "")


def _tell(request: HttpRequest, proposed: Proposed, query: str) -> None:
    """One message with the days and the way to decide; what could not be counted, with its remedy."""
    if not request.user.has_perm("docket.view_deadline"):
        return
    if proposed.proposals:
        messages.info(request, _found(proposed.proposals, f"{reverse(ADDRESS)}{query}"))
    for words in proposed.uncounted[:ON_SCREEN]:
        messages.warning(request, f"Not counted: {words}")


def _found(rows: list[Any], address: str) -> SafeString:
    named = "; ".join(str(row) for row in rows[:ON_SCREEN])
    more = f" and {len(rows) - ON_SCREEN} more" if len(rows) > ON_SCREEN else ""
    return format_html('Proposed, not entered: {}{}. <a href="{}">Accept, change or dismiss</a>', named, more, address)
