"""What a calendar says of a day: who set it, and what the record holds. Never that anyone did not act in time.

Whether a day has gone by is the reader's to see; what that means is the court's to say.
"""

from __future__ import annotations

from datetime import date, datetime

from django.utils.dateformat import format as date_format

from docket.choices import Certainty, DeadlineState, FilingType, dates
from docket.law.deadlines.marks import Mark
from docket.law.deadlines.periods import by_id
from docket.law.deadlines.rules import RULE_SETS
from docket.models import Deadline, Hearing
from docket.models.parts.counted import Counted
from docket.models.parts.forum_zones import zone_of

COMPUTED = "computed by this site, not by the court"
BY_WHOM = {
    Certainty.ORDERED: "set by order or notice",
    Certainty.COMPUTED: COMPUTED,
    Certainty.REPORTED: "reported",
    Certainty.UNCERTAIN: "uncertain",
}
VERIFIED = {
    Mark.READ: "its text was read",
    Mark.SECONDARY: "by a secondary source",
    Mark.UNCONFIRMED: "not yet, it is common knowledge of the field",
}
READINGS = {"earliest": "Earliest reading", "latest": "Latest reading"}


def certainty(row: Deadline | Hearing) -> str:
    """Who says that it is on that day."""
    return BY_WHOM[Certainty(row.certainty)]


def due(deadline: Deadline) -> str:
    """“computed by this site, not by the court: due about 12 May 2026 (FRCP 12(a)(1)(A)(i))”."""
    about = "about " if deadline.certainty in (Certainty.COMPUTED, Certainty.UNCERTAIN) else ""
    was = "was " if deadline.state == DeadlineState.SUSPENDED else ""
    words = f"{certainty(deadline)}: {was}due {about}{dates.show(deadline.earliest)}"
    if deadline.due_at:
        words += f", {clock(local_due(deadline))}"
    if deadline.latest != deadline.earliest:
        words += f", or {dates.show(deadline.latest)} on another reading of the law"
    return f"{words} ({deadline.citation})" if deadline.citation else words


def state(deadline: Deadline) -> str:
    """What the record holds about it; "" while it holds nothing."""
    match deadline.state:
        case DeadlineState.MET if deadline.satisfied_by:
            filed = deadline.satisfied_by
            day = dates.show(filed.date_filed, filed.date_filed_precision)
            return f"filed {day}" if day else "filed"
        case DeadlineState.MET:
            return "done, by this record"
        case DeadlineState.EXTENDED:
            return "extended"
        case DeadlineState.SUSPENDED:
            return _suspended(deadline)
        case DeadlineState.VACATED:
            return _out_of_force(deadline)
        case DeadlineState.PASSED:
            return "no such filing in this record"
    return ""


def _suspended(deadline: Deadline) -> str:
    """“suspended by the motion filed 20 June 2026 (FRAP 4(a)(4)(A)) until it is decided”."""
    filing = deadline.stopped_by
    if filing is None:
        return "suspended"
    tolled = by_id(deadline.rule, deadline.trigger_date).tolled_by if deadline.rule else None
    rule = f" ({tolled.cite})" if tolled else ""
    day = dates.show(filing.date_filed, filing.date_filed_precision)
    return f"suspended by the motion filed {day or 'on a day not reported'}{rule} until it is decided"


def _out_of_force(deadline: Deadline) -> str:
    """“no longer in force: removed to the federal court 30 June 2026 (28 U.S.C. 1446(d))”."""
    filing = deadline.stopped_by
    if filing is None or filing.filing_type != FilingType.INIT_NOTICE_OF_REMOVAL:
        return "no longer in force"
    day = dates.show(filing.date_filed, filing.date_filed_precision)
    return f"no longer in force: removed to the federal court {day} (28 U.S.C. 1446(d))".replace("  ", " ")


def chosen(deadline: Deadline) -> list[str]:
    """Where the law is open and staff followed one answer: which."""
    if not (deadline.counted_by and deadline.trigger_date):
        return []
    known = {o.name: o for o in RULE_SETS[deadline.counted_by].on(deadline.trigger_date).options if not o.default}
    return [
        f"This record follows one answer: {known[name].question[:1].lower()}{known[name].question[1:]} – "
        f"{choice.replace('_', ' ')}."
        for name, choice in deadline.options.items()
        if name in known
    ]


def period(deadline: Deadline) -> str:
    """“21 days after service of the summons”, as the deadline was counted."""
    if not (deadline.period and deadline.unit):
        return ""
    unit = deadline.unit.replace("_", " ")
    unit = unit.removesuffix("s") if deadline.period == 1 else unit
    return f"{deadline.period} {unit} {deadline.direction} {deadline.trigger_kind.replace('_', ' ')}".strip()


def how_well_known(deadline: Deadline) -> str:
    """How the row of the table was verified."""
    return VERIFIED[by_id(deadline.rule, deadline.trigger_date).source.mark] if deadline.rule else ""


def sentences(row: Counted) -> list[tuple[str, str]]:
    """The steps as (heading, sentence); a heading where the two readings part."""
    found, reading = [], "both"
    for step in row.steps:
        new = step["answer"] != reading and step["answer"] in READINGS
        found.append((READINGS[step["answer"]] if new else "", step["text"]))
        reading = step["answer"]
    return found


def clock(moment: datetime) -> str:
    """“9:30 a.m. MDT”, in the moment's own zone."""
    return f"{date_format(moment, 'g:i a')} {moment:%Z}"


def local_due(deadline: Deadline) -> datetime:
    """The moment at which it is due, in the forum's zone."""
    if deadline.due_at is None:
        raise ValueError(f"{deadline} is due on a day, not at an hour.")
    return deadline.due_at.astimezone(zone_of(deadline.case.forum))


def heading(day: date) -> str:
    """The day as a heading, such as “Tuesday, 12 May 2026”."""
    return f"{day:%A}, {dates.show(day)}"
