"""The status of a claim against a party as the record has it, today or on an earlier day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from django.db.models import Model, QuerySet

from docket.choices import ClaimEffect, dates
from docket.claims.families import family_of
from docket.claims.status import ClaimStatus, Event, Part, status_from

if TYPE_CHECKING:
    from docket.models import ClaimAgainst

M = TypeVar("M", bound=Model)
INCOMPLETE = "record incomplete"
NOT_SAID = ClaimStatus((Part(INCOMPLETE),), ClaimEffect.NONE)


def for_status(rows: QuerySet[M]) -> QuerySet[M]:
    """Claims against parties with their claim and the events with their filings: what `status_of` reads."""
    # by name, as a Prefetch could not be asked for twice
    return rows.select_related("claim", "case").prefetch_related("events__filing")


def status_of(claim_against: ClaimAgainst, on: date | None = None) -> ClaimStatus:
    """The public status of a claim against a party; staff may have chosen “record incomplete” instead.

    The row comes from `for_status`. on: as it stood on that day, from what this record now
    says had happened by then.
    """
    if claim_against.disclosure == claim_against.Disclosure.INCOMPLETE:
        return NOT_SAID
    return status_on_record(claim_against, on)


def status_on_record(claim_against: ClaimAgainst, on: date | None = None) -> ClaimStatus:
    """Where it stands, whatever staff chose to say of it: for the desk."""
    known, kind = claim_against.events.all(), claim_against.claim.kind
    return status_on(known, kind, on, compared=claim_against.case.last_checked)


def status_on(
    events: Iterable[Event], kind: str, on: date | None = None, *, compared: date | None = None
) -> ClaimStatus:
    """Where these events leave a claim of that kind; on: only those that certainly had happened by that day.

    compared: the day on which the docket was last compared with the court's.
    """
    if on:
        events = [event for event in events if dates.happened_by(event.date, event.date_precision, on)]
    return status_from(events, family_of(kind), compared)
