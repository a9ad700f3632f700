"""What a matter's page says of each proceeding beside its own row: for what it is, and what of it is in this record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from docket.choices import CASE_LINK_INVERSE_LABEL, CASE_STATUS_PUBLIC_LABEL
from docket.models import Case, CaseLink, Deadline, Hearing
from docket.publishing.visibility import PLACEHOLDERS, sql_list
from docket.site.schedule.entries import Entry
from docket.site.sheet.fetch import fetch

MOST_NEXT = 4

FACTS = f"""
select c.id,
  (select count(*) from docket_filing where case_id = c.id) as filings,
  (select count(*) from docket_filing where case_id = c.id and visibility in {sql_list(PLACEHOLDERS)}) as withheld,
  (select json_agg(json_build_array(s.title, s.url) order by s.title, l.id) from docket_sourcelink l
    join docket_source s on s.id = l.source_id where l.case_id = c.id) as sources,
  (select json_agg(json_build_array(n + 1, following - 1) order by n) from (
    select n, following from (
      select n, lead(n) over (order by n) as following from (
        select 0::bigint as n
        union select entry_number::bigint from docket_filing where case_id = c.id and entry_number <> ''
          and length(entry_number) < 10 and translate(entry_number, '0123456789', '') = '') numbers) steps
    where following > n + 1 order by n limit 100) first_gaps) as gaps
from docket_case c where c.id = any(%(cases)s)
"""  # noqa: S608


@dataclass(frozen=True)
class Tie:
    """A tie of a proceeding to another, in the words of this end; `case` is None where only words name the other."""

    label: str
    case: Case | None
    link: CaseLink


@dataclass
class Proceeding:
    """A case of the matter. gaps: entry numbers that are not in this record; ties: to other proceedings."""

    case: Any
    filings: int = 0
    withheld: int = 0
    sources: list[tuple[str, str]] = field(default_factory=list)
    gaps: list[tuple[int, int]] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)


def proceedings_of(cases: Sequence[Case]) -> list[Proceeding]:
    """Of the cases whose pages may be read; two queries."""
    found = {case.pk: Proceeding(case) for case in cases}
    if not found:
        return []
    for row in fetch(FACTS, {"cases": list(found)}):
        it = found[row.id]
        it.filings, it.withheld = row.filings, row.withheld
        it.sources = [(title, url) for title, url in row.sources or []]
        it.gaps = [(first, last) for first, last in row.gaps or []]
    _tie(found)
    return list(found.values())


def _tie(found: dict[int, Proceeding]) -> None:
    """Each tie once, the oldest first: where it starts from, else where it leads to."""
    links = CaseLink.objects.filter(from_case__in=found) | CaseLink.objects.filter(to_case__in=found)
    for link in links.select_related("from_case", "to_case").order_by("date", "kind", "pk"):
        if link.from_case_id in found:
            found[link.from_case_id].ties.append(Tie(link.get_kind_display(), link.to_case, link))
        elif link.to_case_id in found:
            inverse = CASE_LINK_INVERSE_LABEL[link.kind]
            found[link.to_case_id].ties.append(Tie(inverse, link.from_case, link))


def next_in(cases: Sequence[Case], today: date) -> list[Entry]:
    """The nearest hearings and deadlines in any of them; two queries. Whether a day is past is never said."""
    hearings = Hearing.objects.upcoming(today).filter(case__in=cases).for_calendar().order_by("date", "time", "pk")
    deadlines = Deadline.objects.pending(today).filter(case__in=cases).for_calendar().order_by("earliest", "pk")
    entries = [Entry(hearing, hearing.date) for hearing in hearings[:MOST_NEXT]]
    entries += [Entry(deadline, deadline.earliest) for deadline in deadlines[:MOST_NEXT]]
    return sorted(entries, key=lambda entry: entry.order)[:MOST_NEXT]


def tally(cases: Sequence[Case]) -> str:
    """“15 proceedings: 6 open, 8 closed, 1 reopened”; “1 proceeding: open”."""
    counted = Counter(CASE_STATUS_PUBLIC_LABEL[case.status].lower() for case in cases)
    if len(cases) == 1:
        return f"1 proceeding: {next(iter(counted))}"
    words = ", ".join(f"{number} {status}" for status, number in counted.most_common())
    return f"{len(cases)} proceedings: {words}" if cases else ""
