"""Why something is proposed, in words for staff: never public."""

from __future__ import annotations

from docket.choices import dates
from docket.models import Deadline, DeadlineProposal
from docket.proposals.found import Following

NO_LONGER = "Under the forum's rules it no longer follows from the record as it stands."


def title(following: Following) -> str:
    """Generic, as the text of a filing may be sealed some day: “Response to a motion (entry 12)”."""
    filing = following.trigger
    number = f" (entry {filing.entry_number})" if filing and filing.entry_number else ""
    return f"{following.period.title}{number}"


def because(following: Following) -> str:
    """What happened, when, and where the record says so."""
    day = dates.show(following.trigger_date)
    if following.hearing:
        return f"Before the hearing of {day}: {following.hearing.title}."
    source = f", by {following.trigger}" if following.trigger else ", by the claim's events"
    return f"{following.period.trigger.value.replace('_', ' ').capitalize()} on {day}{source}."


def why_stopped(following: Following) -> str:
    """Which motion suspends it, and by which rule."""
    cite = following.period.tolled_by.cite if following.period.tolled_by else following.period.rule
    motion = following.suspended_by
    day = dates.show(motion.date_filed) if motion else ""
    return f"{motion}, filed {day}, suspends it until it is decided ({cite}); then time runs anew from the order."


def why_changed(deadline: Deadline, change: DeadlineProposal) -> str:
    """What is other than it was, and where that leads."""
    parts = []
    if change.trigger_date != deadline.trigger_date:
        parts.append(
            f"Time is counted from {dates.show(change.trigger_date)} now, not {dates.show(deadline.trigger_date)}."
        )
    if deadline.stopped_by and change.rule == deadline.rule:
        parts.append(f"{deadline.stopped_by} does not suspend it any more.")
    if change.rule != deadline.rule:
        parts.append(f"{change.citation} takes the place of {deadline.citation}.")
    if not parts:
        parts.append("The rules, the holidays or the closed days of the forum have changed.")
    return " ".join([*parts, f"Due {dates.show(change.earliest)} instead of {dates.show(deadline.earliest)}."])
