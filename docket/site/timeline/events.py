"""The events of a timeline, in one query whatever the number of proceedings and of their filings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docket.choices import FilingType
from docket.choices.dates import last_day, show
from docket.models import Case
from docket.publishing.visibility import CONTENT_WITHHELD, sql_list
from docket.site.sheet.fetch import fetch
from docket.site.sheet.lines import address_of
from docket.site.timeline.kinds import DECISIONS, TRIALS, TURNS

MOST = 400

EVENTS = f"""
select * from (
  select f.case_id, 'filing' as sort, f.public_id, f.date_filed as day, f.date_filed_precision as precision,
    f.title, f.filing_type, f.sequence as place
  from docket_filing f where f.case_id = any(%(cases)s) and f.filing_type = any(%(types)s) and f.state = 'ok'
    and f.visibility not in {sql_list(CONTENT_WITHHELD)}
  union all
  select h.case_id, 'hearing', h.public_id, h.date, 'day', h.title, '', 0
  from docket_hearing h where h.case_id = any(%(cases)s) and not h.is_vacated
    and (h.date >= %(today)s or h.kind = any(%(trials)s))
    and h.visibility not in {sql_list(CONTENT_WITHHELD)}
) e order by day desc nulls last, place desc limit %(most)s
"""  # noqa: S608


@dataclass(frozen=True)
class Event:
    """Something that happened in a case. sort: filed, filing, decision, hearing, closed. day: None if unknown."""

    case: Case
    sort: str
    words: str
    day: date | None
    precision: str
    address: str
    key: str

    @property
    def last(self) -> date | None:
        """The last day on which it may have happened."""
        return last_day(self.day, self.precision) if self.day else None

    @property
    def when(self) -> str:
        """“3 May 2022”, “May 2022”."""
        return show(self.day, self.precision) or "date not in the record"


@dataclass(frozen=True)
class Events:
    """Oldest first, those without a day last. is_cut: only the newest are listed."""

    listed: list[Event]
    is_cut: bool

    @property
    def by_case(self) -> list[tuple[Case, list[Event]]]:
        """The same by proceeding, in the order in which each began."""
        found: dict[int, tuple[Case, list[Event]]] = {}
        for event in self.listed:
            found.setdefault(event.case.pk, (event.case, []))[1].append(event)
        return list(found.values())


def events_of(cases: Sequence[Case], today: date) -> Events:
    """Of the proceedings whose pages may be read; one query."""
    by_id = {case.pk: case for case in cases}
    asked = {"cases": list(by_id), "types": sorted(TURNS), "trials": TRIALS, "today": today, "most": MOST + 1}
    rows = fetch(EVENTS, asked) if by_id else []
    found = [
        Event(
            case=by_id[row.case_id],
            sort="hearing" if row.sort == "hearing" else "decision" if row.filing_type in DECISIONS else "filing",
            words=row.title or str(FilingType(row.filing_type).label),
            day=row.day,
            precision=row.precision,
            address=address_of(row.sort, row.public_id),
            key=row.public_id,
        )
        for row in rows[:MOST]
    ]
    started = {(event.case.pk, event.day) for event in found if event.sort == "filing"}
    for case in cases:
        found += _bounds(case, started)
    found.sort(key=lambda event: (event.day is None, event.day or date.max, event.case.pk, event.key))
    return Events(found, len(rows) > MOST)


def _bounds(case: Case, started: set[tuple[int, date | None]]) -> list[Event]:
    """That a case began, unless the filing that began it stands there already, and that it ended."""
    address = case.get_absolute_url()
    bounds = []
    if case.date_filed and (case.pk, case.date_filed) not in started:
        day, precision = case.date_filed, case.date_filed_precision
        bounds.append(Event(case, "filed", "Filed", day, precision, address, f"{case.public_id}-filed"))
    if case.date_terminated:
        ended = case.get_disposition_display() if case.disposition else getattr(case, "outcome", "")
        words = f"Closed: {ended}" if ended else "Closed"
        day, precision = case.date_terminated, case.date_terminated_precision
        bounds.append(Event(case, "closed", words, day, precision, address, f"{case.public_id}-closed"))
    return bounds
