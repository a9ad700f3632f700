"""Where a claim against a party stands: derived from its dated events, in this one room, and never typed."""

from docket.claims.families import SILENCE, Family, family_of
from docket.claims.status import ClaimStatus, Event, Part, status_from
from docket.claims.status_in_record import (
    INCOMPLETE,
    NOT_SAID,
    for_status,
    status_of,
    status_on,
    status_on_record,
)

__all__ = [
    "INCOMPLETE",
    "NOT_SAID",
    "SILENCE",
    "ClaimStatus",
    "Event",
    "Family",
    "Part",
    "family_of",
    "for_status",
    "status_from",
    "status_of",
    "status_on",
    "status_on_record",
]
