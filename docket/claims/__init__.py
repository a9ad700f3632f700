"""Where a claim against a party stands: derived from its dated events, in this one room, and never typed."""

from docket.claims.families import SILENCE, Family, family_of
from docket.claims.reading import INCOMPLETE, for_standing, standing_on_record, status_of
from docket.claims.standing import ClaimStatus, Event, standing

__all__ = [
    "INCOMPLETE",
    "SILENCE",
    "ClaimStatus",
    "Event",
    "Family",
    "family_of",
    "for_standing",
    "standing",
    "standing_on_record",
    "status_of",
]
