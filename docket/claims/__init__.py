"""Where a claim against a party stands: derived from its dated events, in this one room, and never typed."""

from docket.claims.families import SILENCE, Family, family_of
from docket.claims.status import ClaimStatus, Event, standing
from docket.claims.status_in_record import (
    INCOMPLETE,
    NOT_SAID,
    for_standing,
    standing_on,
    standing_on_record,
    status_of,
)

__all__ = [
    "INCOMPLETE",
    "NOT_SAID",
    "SILENCE",
    "ClaimStatus",
    "Event",
    "Family",
    "family_of",
    "for_standing",
    "standing",
    "standing_on",
    "standing_on_record",
    "status_of",
]
