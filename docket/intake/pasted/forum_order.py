"""Whether a forum's country writes the month or the day first; pure: it reads what the forum says of itself."""

from __future__ import annotations

from typing import Protocol

from docket.choices import ForumSystem
from docket.intake.pasted.days import DAY_FIRST, MONTH_FIRST

AMERICAN = frozenset(
    {
        *(ForumSystem.FEDERAL, ForumSystem.STATE, ForumSystem.TERRITORIAL),
        *(ForumSystem.TRIBAL, ForumSystem.LOCAL, ForumSystem.MILITARY),
    }
)
DAY_FIRST_ZONES = ("Europe/", "Africa/", "Australia/", "Pacific/Auckland", "Asia/Kolkata", "Asia/Singapore")


class Place(Protocol):
    """What is read of a forum."""

    system: str
    time_zone: str


def order_of(forum: Place | None) -> str:
    """MONTH_FIRST for a court of the United States, DAY_FIRST by the time zone of another, "" where neither tells."""
    if forum is None:
        return ""
    if forum.system in AMERICAN:
        return MONTH_FIRST
    return DAY_FIRST if forum.time_zone.startswith(DAY_FIRST_ZONES) else ""
