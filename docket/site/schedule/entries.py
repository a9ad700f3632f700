"""The lines of a calendar: hearings and deadlines of a case, a matter, a forum or everything, in the order of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from docket.models import Case, Deadline, Filing, Forum, Hearing, Matter
from docket.publishing.visibility import CONTENT_WITHHELD, Visibility
from docket.site.schedule import wording

M = TypeVar("M", bound=Model)
DAY = timedelta(days=1)
APART = timedelta(days=60)  # two readings of the law are never further apart


@dataclass(frozen=True)
class Question:
    """What is asked of a calendar. kind: "hearings", "deadlines" or "" for both; certainty: "" for all.

    forums, matters: primary keys, None for all.
    """

    kind: str = ""
    certainty: str = ""
    forums: tuple[int, ...] | None = None
    matters: tuple[int, ...] | None = None


@dataclass(frozen=True)
class Entry:
    """A hearing or a deadline under the day on which it is listed."""

    row: Hearing | Deadline
    day: date

    @property
    def is_hearing(self) -> bool:
        """Whether it is a hearing, not a deadline."""
        return isinstance(self.row, Hearing)

    @property
    def moment(self) -> datetime | None:
        """The hour, in the forum's zone, where one is set."""
        if isinstance(self.row, Hearing):
            return self.row.starts_at
        return wording.local_due(self.row) if self.row.due_at else None

    @property
    def clock(self) -> str:
        """“9:30 a.m. MDT”; "" where no hour is set."""
        return wording.clock(self.moment) if self.moment else ""

    @property
    def says(self) -> str:
        """Who set the day; of a deadline also the day and the rule that sets it."""
        return wording.due(self.row) if isinstance(self.row, Deadline) else wording.certainty(self.row)

    @property
    def state(self) -> str:
        """What became of it, where the record says."""
        if isinstance(self.row, Deadline):
            return wording.state(self.row)
        return "taken off the calendar" if self.row.is_vacated else self.row.outcome

    @property
    def started_by(self) -> Filing | None:
        """The filing from which a deadline runs, or that set it."""
        return self.row.trigger if isinstance(self.row, Deadline) else None

    @property
    def closed_by(self) -> Filing | None:
        """The filing that met a deadline, suspends it or took it out of force."""
        return (self.row.satisfied_by or self.row.stopped_by) if isinstance(self.row, Deadline) else None

    @property
    def order(self) -> tuple[date, time, bool, str]:
        """Deadlines, which last the whole day, before hearings without an hour, then by the clock."""
        start = self.moment.replace(tzinfo=None).time() if self.moment else time.min
        return self.day, start, self.is_hearing, self.row.public_id


@dataclass(frozen=True)
class Calendar:
    """The calendar of one thing of the record, or (None) of all of it."""

    of: Case | Matter | Forum | None = None

    def days(self, question: Question, first: date, last: date, most: int) -> list[Entry]:
        """What is listed from one day to another, both included; at most `most` of each kind."""
        hearings = self.hearings(question).filter(date__range=(first, last))[:most]
        deadlines = self.deadlines(question).filter(earliest__range=(first, last))[:most]
        return _sorted([Entry(h, h.date) for h in hearings] + [Entry(d, d.earliest) for d in deadlines])

    def onward(self, question: Question, first: date, most: int) -> tuple[list[Entry], date | None]:
        """What is listed from a day on, whole days up to about `most` lines, and the first day of the rest.

        A deadline with two readings is listed as long as the later one is ahead.
        """
        hearings = self.hearings(question).filter(date__gte=first)[: most + 1]
        deadlines = self.deadlines(question).filter(earliest__gte=first)[: most + 1]
        # the lower bound lets the index find them
        between = self.deadlines(question).filter(earliest__range=(first - APART, first - DAY), latest__gte=first)
        found = [Entry(h, h.date) for h in hearings] + [Entry(d, d.earliest) for d in deadlines]
        found = _sorted(found + [Entry(d, d.latest) for d in between[: most + 1]])
        if len(found) <= most:
            return found, None
        rest = found[most].day
        whole = [entry for entry in found if entry.day < rest]
        # a single day with more lines than a page is cut, and the reader goes on from the next
        return (whole, rest) if whole else (found[:most], rest + DAY)

    def before(self, question: Question, first: date, most: int) -> date | None:
        """The day from which a page of about `most` lines ends before `first`; None where nothing lies before."""
        hearings = self.hearings(question).filter(date__lt=first).order_by("-date").values_list("date", flat=True)
        deadlines = self.deadlines(question).filter(earliest__lt=first).order_by("-earliest")
        days = [*hearings[:most], *deadlines.values_list("earliest", flat=True)[:most]]
        return sorted(days, reverse=True)[:most][-1] if days else None

    def nearest(self, question: Question, first: date, last: date) -> tuple[date | None, date | None]:
        """The last day before `first` and the first after `last` on which anything is listed."""
        hearings = self.hearings(question).order_by("date").values_list("date", flat=True)
        deadlines = self.deadlines(question).order_by("earliest").values_list("earliest", flat=True)
        before = [*hearings.filter(date__lt=first).reverse()[:1], *deadlines.filter(earliest__lt=first).reverse()[:1]]
        after = [*hearings.filter(date__gt=last)[:1], *deadlines.filter(earliest__gt=last)[:1]]
        return max(before, default=None), min(after, default=None)

    def hearings(self, question: Question) -> QuerySet[Hearing]:
        """The hearings of this calendar that the question asks for."""
        return _asked(self._mine(Hearing.objects.for_calendar()), question, "hearings")

    def deadlines(self, question: Question) -> QuerySet[Deadline]:
        """The deadlines of this calendar that the question asks for."""
        return _asked(self._mine(Deadline.objects.for_calendar()), question, "deadlines")

    def _mine(self, rows: QuerySet[M]) -> QuerySet[M]:
        shown = rows.exclude(visibility=Visibility.EXPUNGED).exclude(case__visibility__in=CONTENT_WITHHELD)
        match self.of:
            case Case():
                return shown.filter(case=self.of)
            case Forum():
                return shown.filter(case__forum=self.of)
            case Matter():
                return shown.filter(case__in=Case.objects.filter(case_matters__matter=self.of))
        return shown


def _asked(rows: QuerySet[Any], question: Question, kind: str) -> QuerySet[Any]:
    if question.kind not in ("", kind):
        return rows.none()
    if question.certainty:
        rows = rows.filter(certainty=question.certainty)
    if question.forums is not None:
        rows = rows.filter(case__forum__in=question.forums)
    if question.matters is not None:
        rows = rows.filter(case__in=Case.objects.filter(case_matters__matter__in=question.matters))
    return rows


def _sorted(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.order)
