"""How many days passed from motion to ruling, by forum: over motions of a list to which a dated ruling is linked."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace

from django.db.models import Q, QuerySet

from docket.choices import MOTIONS
from docket.models import Filing, Forum
from docket.publishing.visibility import CONTENT_WITHHELD, sql_list
from docket.site.charts.counted import MOST, counted

FORUMS_SHOWN = 50
WIDTH = 1000

# Of each motion the first ruling that decides it, where the day of both is known.
DAYS = f"""
select d.forum_id as forum, count(*) as number, max(d.days) as longest, count(*) filter (where d.is_sample) as samples,
  percentile_cont(array[.25, .5, .75]) within group (order by d.days) as quartiles
from (
  select c.forum_id, c.is_sample, min(r.date_filed) - m.date_filed as days
  from ({{rows}}) m join docket_case c on c.id = m.case_id
    join docket_filinglink l on l.to_filing_id = m.id and l.kind = 'rules_on' and l.outcome not in ('', 'deferred')
    join docket_filing r on r.id = l.from_filing_id and r.state = 'ok' and r.date_filed_precision = 'day'
      and r.date_filed >= m.date_filed and r.visibility not in {sql_list(CONTENT_WITHHELD)}
  group by m.id, c.forum_id, c.is_sample, m.date_filed
) d group by d.forum_id order by number desc, forum limit {FORUMS_SHOWN + 1}
"""  # noqa: S608


@dataclass(frozen=True)
class InForum:
    """Of one forum: how many motions with a ruling, and the days that a quarter, half and three quarters took."""

    forum: Forum
    number: int
    first: float
    median: float
    third: float
    longest: int
    widest: float

    @property
    def shape(self) -> str:
        """From the first quartile to the third, of the widest among the forums drawn."""
        return f"M{self._x(self.first)} 5H{self._x(self.third)}"

    @property
    def mark(self) -> str:
        """The median, a dot."""
        return f"M{self._x(self.median)} 5z"

    def _x(self, days: float) -> int:
        return round(10 + days / max(self.widest, 1) * (WIDTH - 20))


@dataclass(frozen=True)
class Rulings:
    """The forums with the most rulings first. is_cut: there are more. samples: motions of sample matters."""

    forums: list[InForum]
    is_cut: bool
    samples: int


def days_to_ruling(filings: QuerySet[Filing]) -> Rulings | None:
    """In two queries; None where the list holds more motions than can be counted in time.

    A motion to which no ruling is linked has no number of days: the median is of those that were ruled on.
    """
    motions = filings.filter(Q(filing_type__in=sorted(MOTIONS), state="ok", date_filed_precision="day"))
    motions = motions.exclude(visibility__in=CONTENT_WITHHELD)
    if motions.order_by()[: MOST + 1].count() > MOST:
        return None
    found = counted(DAYS, motions, "id", "case_id", "date_filed")
    shown = [row for row in found[:FORUMS_SHOWN] if row.forum]
    forums = Forum.objects.in_bulk([row.forum for row in shown])
    widest = max((row.quartiles[2] for row in shown), default=0)
    return Rulings(
        [_in_forum(forums[row.forum], row, widest) for row in shown],
        len(found) > FORUMS_SHOWN,
        sum(row.samples for row in shown),
    )


def _in_forum(forum: Forum, row: SimpleNamespace, widest: float) -> InForum:
    first, median, third = row.quartiles
    return InForum(forum, row.number, first, median, third, row.longest, widest)
