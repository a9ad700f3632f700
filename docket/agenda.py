"""What comes next in a case: hearings and deadlines together, the nearest first."""

from __future__ import annotations

from typing import Any


def agenda(hearings: list[Any], deadlines: list[Any]) -> list[Any]:
    """Both kinds by `day`: a hearing's date, a deadline's safe one; whether it is past is never said."""
    for hearing in hearings:
        hearing.day = hearing.date
    for deadline in deadlines:
        deadline.day = deadline.earliest
    return sorted([*hearings, *deadlines], key=lambda event: event.day)
