"""The time zone of a forum: hearings and deadlines are local to it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from docket.models import Forum

# where the court is not reported, its clock is not either
NO_FORUM = "America/New_York"


def zone_of(forum: Forum | None) -> ZoneInfo:
    """The time zone in which a forum's days and hours are told; NO_FORUM where none is known."""
    return ZoneInfo(forum.time_zone if forum else NO_FORUM)


def is_zone(name: str) -> None:
    """A validator: raises ValidationError for a name that is not in the IANA list."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValidationError(
            f"“{name}” is no time zone. Use a name of the IANA list: America/Denver, America/New_York, UTC."
        ) from error
