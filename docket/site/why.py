"""Why a status says what it says: the events that it rests on, the rule, and when the docket was last checked.

Read of a derived status only, so that a reason cannot name what the status does not rest on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from docket.choices import ClaimEffect, ClaimEventKind, dates
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
SILENCE = "Silence is told only of a docket that was compared with the court’s afterwards."


@dataclass(frozen=True)
class Fact:
    """An event that a status rests on. filing: the filing that did it, with its address; empty where none is known."""

    words: str
    day: str
    filing: str = ""
    address: str = ""


@dataclass(frozen=True)
class Why:
    """What makes a status true."""

    facts: tuple[Fact, ...]
    rule: str
    checked: str


def why(status: ClaimStatus, compared: date | None) -> Why:
    """The reasons of a status; compared: when the docket was last compared with the court's."""
    facts = tuple(_fact(part.event) for part in status.parts if part.event)
    rule = f"{RULES[status.effect]} {SILENCE}" if status.is_silent else RULES[status.effect]
    checked = (
        f"The docket was last compared with the forum’s on {dates.show(compared)}."
        if compared
        else "The docket was not compared with the forum’s."
    )
    return Why(facts, rule, checked)


def _fact(event: Any) -> Fact:
    day = dates.show(event.date, event.date_precision) or "date not in the record"
    filing = event.filing
    if filing is None:
        return Fact(str(ClaimEventKind(event.kind).label), day)
    if hasattr(filing, "address"):
        return Fact(str(ClaimEventKind(event.kind).label), day, filing.name, filing.address)
    name = entry_name(filing.visibility, filing.entry_number, filing.title, filing.filing_type, filing.docket_text[:80])
    return Fact(str(ClaimEventKind(event.kind).label), day, name, filing.get_absolute_url())
