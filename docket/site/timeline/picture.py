"""Where everything of a timeline stands on the picture: lanes, marks, spans, ties, years. Pure geometry, in pixels.

Marks are at least 24 pixels wide and never overlap in a lane: what stands closer is one mark that leads to the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from docket.models import Case
from docket.site.timeline.events import Event

LABELS, PLOT, LANE, TOP, MARK, EDGE = 250, 720, 42, 30, 24, 16
WIDTH = LABELS + PLOT
LONGEST_LABEL = 32
MOST_LANES = 40
MOST_YEARS = 12


@dataclass(frozen=True)
class Mark:
    """One or more events. x: its middle; left, width: its span, at least MARK wide."""

    events: tuple[Event, ...]
    left: float
    width: float
    y: float

    @property
    def x(self) -> float:
        """Its middle."""
        return round(self.left + self.width / 2, 1)

    @property
    def top(self) -> float:
        """Of the field that can be clicked."""
        return self.y - MARK / 2

    @property
    def span_top(self) -> float:
        """Of a span's bar."""
        return self.y - 4

    @property
    def square_left(self) -> float:
        """Of a hearing's square."""
        return self.x - 6

    @property
    def square_top(self) -> float:
        """Of a hearing's square."""
        return self.y - 6

    @property
    def sort(self) -> str:
        """What it looks like: its own sort, or several."""
        sorts = {event.sort for event in self.events}
        return sorts.pop() if len(sorts) == 1 else "several"

    @property
    def is_span(self) -> bool:
        """Whether its one event is known to the month or year only."""
        return len(self.events) == 1 and self.events[0].precision != "day"

    @property
    def address(self) -> str:
        """The event's page; of several the first one's row in the table."""
        return self.events[0].address if len(self.events) == 1 else f"#event-{self.events[0].key}"

    @property
    def words(self) -> str:
        """“3 May 2022: Complaint, Roe v. Poe”; “4 events from 3 May 2022 to May 2023, Roe v. Poe”."""
        first, last = self.events[0], self.events[-1]
        title = first.case.caption_short or first.case.caption
        if first is last:
            return f"{first.when}: {first.words}, {title}"
        return f"{len(self.events)} events from {first.when} to {last.when}, {title}"


@dataclass
class Lane:
    """A proceeding. start, end: of its bar."""

    case: Case
    label: str
    forum: str
    y: float
    marks: list[Mark] = field(default_factory=list)
    start: float = 0
    end: float = 0

    @property
    def top(self) -> float:
        """Of the field of its label that can be clicked."""
        return self.y - 18

    @property
    def title_y(self) -> float:
        """Of its title's middle."""
        return self.y - 7

    @property
    def forum_y(self) -> float:
        """Of its forum's middle."""
        return self.y + 9


@dataclass(frozen=True)
class Tie:
    """A dated tie between two lanes."""

    x: float
    top: float
    bottom: float
    words: str


@dataclass(frozen=True)
class Picture:
    """All of it. years: where each year, or month of a short story, begins. today: None where it is out of sight."""

    lanes: list[Lane]
    years: list[tuple[float, str]]
    ties: list[Tie]
    today: float | None
    width: int
    height: int


@dataclass(frozen=True)
class Scale:
    """Days as pixels."""

    first: date
    last: date

    def x(self, day: date) -> float:
        """Where a day stands, within the plot."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(LABELS + EDGE + min(max(share, 0.0), 1.0) * (PLOT - 2 * EDGE), 1)


def picture_of(
    cases: Sequence[Case], events: Iterable[Event], ties: Iterable[tuple[Case, Case, date, str]], today: date
) -> Picture | None:
    """None where no day is known or there is no proceeding. ties: from, to, day, words."""
    dated: dict[int, list[Event]] = {}
    for event in events:
        if event.day:
            dated.setdefault(event.case.pk, []).append(event)
    every = [event for group in dated.values() for event in group]
    cases = [case for case in cases if case.pk in dated][:MOST_LANES]
    if not cases:
        return None
    days = [day for event in every for day in (event.day, event.last) if day]
    scale = Scale(min(days), max(days))
    lanes = [_lane(case, dated[case.pk], scale, place, today) for place, case in enumerate(cases)]
    by_case = {lane.case.pk: lane for lane in lanes}
    return Picture(
        lanes=lanes,
        years=_years(scale),
        ties=[
            _tie(by_case[one.pk], by_case[other.pk], scale.x(day), words)
            for one, other, day, words in ties
            if one.pk in by_case and other.pk in by_case and scale.first <= day <= scale.last
        ],
        today=scale.x(today) if scale.first < today < scale.last else None,
        width=WIDTH,
        height=TOP + LANE * len(lanes) + 8,
    )


def _tie(one: Lane, other: Lane, x: float, words: str) -> Tie:
    return Tie(x, min(one.y, other.y), max(one.y, other.y), words)


def _lane(case: Case, events: list[Event], scale: Scale, place: int, today: date) -> Lane:
    forum = (case.forum.short_name if case.forum else "") or case.forum_name
    lane = Lane(case, _shortened(case.caption_short or case.caption), _shortened(forum), TOP + LANE * place + LANE // 2)
    lane.marks = _marks(events, scale, lane.y)
    days = [day for event in events if (day := event.day)]
    lane.start = scale.x(min(days))
    until = case.date_terminated or max(*days, min(today, scale.last))
    lane.end = max(scale.x(until), lane.start)
    return lane


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1].rstrip()}…"


def _marks(events: list[Event], scale: Scale, y: float) -> list[Mark]:
    """The events of a lane, those that would touch taken together."""
    marks: list[Mark] = []
    for event in sorted(events, key=lambda event: (event.day or date.max, event.key)):
        if event.day is None or event.last is None:
            continue
        start, end = scale.x(event.day), scale.x(event.last)
        width = max(end - start, MARK)
        left = (start + end) / 2 - width / 2
        if marks and left < marks[-1].left + marks[-1].width:
            before = marks.pop()
            right = max(before.left + before.width, left + width)
            marks.append(Mark((*before.events, event), before.left, round(right - before.left, 1), y))
        else:
            marks.append(Mark((event,), round(left, 1), round(width, 1), y))
    return marks


def _years(scale: Scale) -> list[tuple[float, str]]:
    """The first days of years; of a story within two years those of quarters."""
    span = scale.last.year - scale.first.year + 1
    if span > 2:
        step = -(-span // MOST_YEARS)
        years = range(scale.first.year, scale.last.year + 1, step)
        return [(scale.x(day), str(year)) for year in years if (day := date(year, 1, 1)) >= scale.first]
    quarters = [date(year, month, 1) for year in (scale.first.year, scale.last.year) for month in (1, 4, 7, 10)]
    ticks = [day for day in dict.fromkeys(quarters) if scale.first - timedelta(days=1) <= day <= scale.last]
    return [(scale.x(day), f"{day:%b %Y}") for day in ticks]
