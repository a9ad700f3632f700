"""Why a status says what it says: the events that it rests on, the rule, and when the docket was last checked.

Read of a derived status only, so that a reason cannot name what the status does not rest on. Of each event it is told
by which filing it happened, from which source that is known and how it came into the record; never who entered it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from docket.choices import ClaimEffect, ClaimEventKind, Origin, dates
from docket.claims import ClaimStatus
from docket.site.sheet.lines import entry_name

RULES = {
    ClaimEffect.OPEN: "A claim is open until something answers, stays, decides or ends it.",
    ClaimEffect.ANSWERED: "An answer stands until something decides the claim or sets the answer aside.",
    ClaimEffect.STAYED: "A stay lies over what stood before and ends when it is lifted or the claim is decided.",
    ClaimEffect.DISPOSED: "What is decided stays decided until something reopens it.",
    ClaimEffect.ON_APPEAL: "An appeal adds to what stands and does not undo it.",
    ClaimEffect.REOPENED: "What reopens a claim undoes the decision before it.",
    ClaimEffect.NONE: "Something that is not public decides where this stands, so its status is not told.",
}
UNORDERED = "The last of these events decides, and the record does not say which that is."
SILENCE = "Silence is told only of a docket that was compared with the court’s afterwards."
COUNTED = "Counted from the claims named here; each opens what it rests on."
MOST_SOURCES = 2


@dataclass(frozen=True)
class Named:
    """A source as pages name it; address: "" where it has none."""

    title: str
    address: str = ""


@dataclass(frozen=True)
class Fact:
    """An event that a status rests on. filing: the filing that did it, with its address; empty where none is known.

    origin: “entered by staff”; "" where that is not recorded. sources: of the event itself, else of its filing.
    """

    words: str
    day: str
    filing: str = ""
    address: str = ""
    origin: str = ""
    sources: tuple[Named, ...] = ()


@dataclass(frozen=True)
class Why:
    """What makes a status true."""

    facts: tuple[Fact, ...]
    rule: str
    checked: str


def why(status: ClaimStatus, compared: date | None) -> Why:
    """The reasons of a status; compared: when the docket was last compared with the court's."""
    facts = tuple(_fact(part.event) for part in status.parts if part.event)
    rule = RULES[status.effect] if status.is_certain else UNORDERED
    rule = f"{rule} {SILENCE}" if status.is_silent else rule
    return Why(facts, rule, checked_words(compared))


def checked_words(compared: date | None) -> str:
    """When the docket was last compared with the forum's, or that it was not."""
    if compared is None:
        return "The docket was not compared with the forum’s."
    return f"The docket was last compared with the forum’s on {dates.show(compared)}."


def named(sources: Iterable[tuple[str, str]]) -> tuple[Named, ...]:
    """Sources (title, address), each once, the first of them; how many more there are stands in their stead."""
    once = [Named(title, address) for title, address in dict.fromkeys(sources)]
    more = len(once) - MOST_SOURCES
    return (*once[:MOST_SOURCES], Named(f"{more} more")) if more > 0 else tuple(once)


def _fact(event: Any) -> Fact:
    words = str(ClaimEventKind(event.kind).label)
    day = dates.show(event.date, event.date_precision) or "date not in the record"
    origin = Origin(event.origin).label.lower() if event.origin else ""
    filing, sources = event.filing, named(event.source_names)
    if filing is None:
        return Fact(words, day, origin=origin, sources=sources)
    if hasattr(filing, "address"):
        return Fact(words, day, filing.name, filing.address, origin, sources)
    name = entry_name(filing.visibility, filing.entry_number, filing.title, filing.filing_type, filing.docket_text[:80])
    return Fact(words, day, name, filing.get_absolute_url(), origin, sources)
