"""The timeline of a matter: a lane in each row of its proceedings, drawn 1,000 units wide and stretched. Pure geometry.

Dots are strokes of no length with round ends, so they stay round at every width; the table of events says the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from docket.choices import CaseStatus
from docket.models import Case
from docket.site.timeline.events import Event

WIDTH, EDGE = 1000, 10
MOST_TICKS = 12
NEAREST_TICKS = 50
RUNNING = (CaseStatus.PENDING_ACTIVE, CaseStatus.PENDING_INACTIVE, CaseStatus.REOPENED)


@dataclass(frozen=True)
class Scale:
    """Days as units from the left."""

    first: date
    last: date

    def x(self, day: date) -> int:
        """How many units from the left a day stands; what lies outside stands at the edge."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(EDGE + min(max(share, 0.0), 1.0) * (WIDTH - 2 * EDGE))


@dataclass
class Lane:
    """A proceeding: its bar from its first to its last day, and its events by how they look.

    start, end: of the bar; filings, decisions, coming: where dots stand; spans: of days known to month or year only.
    """

    events: list[Event]
    start: int = 0
    end: int = 0
    runs: bool = False
    filings: list[int] = field(default_factory=list)
    decisions: list[int] = field(default_factory=list)
    coming: list[int] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)

    @property
    def words(self) -> str:
        """“16 January 2024 to now: 30 events, 15 decisions”."""
        dated = [event for event in self.events if event.day]
        until = "now" if self.runs else dated[-1].when if dated else ""
        period = f"{dated[0].when} to {until}: " if dated and dated[0].when != until else ""
        decided = len([event for event in self.events if event.sort in ("decision", "closed")])
        return f"{period}{_number(len(self.events), 'event')}, {_number(decided, 'decision')}"

    @property
    def paths(self) -> list[tuple[str, str]]:
        """The class and the shape of every stroke, what lies below first."""
        bar = "b run" if self.runs else "b"
        dots = {"p": self.filings, "q": self.decisions, "z": self.coming, "zi": self.coming}
        strokes = [(bar, f"M{self.start} 5H{self.end}")]
        strokes += [("m", f"M{start} 5H{end}") for start, end in self.spans]
        return strokes + [(kind, "".join(f"M{x} 5z" for x in dict.fromkeys(xs))) for kind, xs in dots.items() if xs]


@dataclass(frozen=True)
class Lanes:
    """By the case's key; ticks: where years (of a short story quarters) begin; today: None where it is out of sight."""

    by_case: dict[int, Lane]
    ticks: list[tuple[int, str]]
    today: int | None

    @property
    def grid(self) -> str:
        """The lines of all ticks."""
        return "".join(f"M{x} 0V10" for x, _ in self.ticks)

    @property
    def labels(self) -> list[tuple[str, str]]:
        """Where the words of each tick begin, as a share of the width."""
        return [(f"{x / 10:g}%", words) for x, words in self.ticks]


def lanes_of(cases: Sequence[Case], events: Iterable[Event], today: date) -> Lanes:
    """A lane for each proceeding of which a day is known."""
    by_case: dict[int, list[Event]] = {case.pk: [] for case in cases}
    for event in events:
        by_case[event.case.pk].append(event)
    days = [day for found in by_case.values() for event in found for day in (event.day, event.last) if day]
    if not days:
        return Lanes({}, [], None)
    scale = Scale(min(days), max(days))
    dated = [case for case in cases if any(event.day for event in by_case[case.pk])]
    lanes = {case.pk: _lane(case, by_case[case.pk], scale, today) for case in dated}
    return Lanes(lanes, _ticks(scale), scale.x(today) if scale.first < today < scale.last else None)


def _lane(case: Case, events: list[Event], scale: Scale, today: date) -> Lane:
    days = [event.day for event in events if event.day]
    lane = Lane(events, start=scale.x(min(days)), runs=case.status in RUNNING and not case.date_terminated)
    last = min(today, scale.last) if lane.runs else max([day for day in days if day <= today] or days)
    lane.end = max(scale.x(case.date_terminated or last), lane.start)
    for event in events:
        if event.day is None or event.last is None:
            continue
        x = scale.x(event.day)
        if event.precision != "day":
            lane.spans.append((x, scale.x(event.last)))
        elif event.sort == "hearing" and event.day >= today:
            lane.coming.append(x)
        else:
            (lane.decisions if event.sort in ("decision", "closed") else lane.filings).append(x)
    return lane


def _ticks(scale: Scale) -> list[tuple[int, str]]:
    """The first days of years; of a story within two years those of quarters; never two that would touch."""
    span = scale.last.year - scale.first.year + 1
    if span > 2:
        step = -(-span // MOST_TICKS)
        days = [date(year, 1, 1) for year in range(scale.first.year, scale.last.year + 1, step)]
        ticks = [(scale.x(day), str(day.year)) for day in days if day >= scale.first]
    else:
        quarters = [date(year, month, 1) for year in (scale.first.year, scale.last.year) for month in (1, 4, 7, 10)]
        found = [day for day in dict.fromkeys(quarters) if scale.first - timedelta(days=1) <= day <= scale.last]
        ticks = [(scale.x(day), f"{day:%b %Y}") for day in found]
    near = {after for before, after in pairwise(ticks) if after[0] - before[0] < NEAREST_TICKS}
    return [tick for tick in ticks if tick not in near]


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
