"""Which of two sources is believed about one thing: the better kind of page, then the later one. Pure.

A full docket says more, and says it better, than a copy of one, a history report, an attachment page or a feed. So
each value remembers how well its source stands, and a source of lower rank only fills what is empty. Sources
may therefore arrive in any order: the record is the same afterwards.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from docket.intake.page_kinds.row import About
from docket.intake.page_kinds.table import PAGE_KINDS
from docket.intake.shape import ImportedDocket

# What changes in the life of a case: the later page is right, whatever its kind.
TIMELY = frozenset(
    {
        *("status", "status_as_filed", "disposition", "date_terminated", "ending_as_read", "flags"),
        *("name", "name_as_filed"),
    }
)
# A criminal case has a docket for each defendant: the first defendant's says where the case stands.
OF_ONE_DEFENDANT = frozenset({"docket_number_as_filed", "court_case_id", "date_terminated", "status", "flags"})
UNKNOWN_DEFENDANT = 9998
BY = "by"
"""The key under which a trace keeps the rank of its values: one text for all, or column → text."""


@dataclass(frozen=True, slots=True)
class SourceRank:
    """How well one page stands. Texts compare as the pages do."""

    rank: int
    as_of: str
    defendant: int = 0

    def of(self, column: str = "", of_case: bool = False) -> str:
        """The rank of what the page says of a column, `of_case` of the case itself or its judges."""
        if not of_case:
            return f"{self.rank} {self.as_of}"
        told = f"{self.as_of} {self.rank}" if column in TIMELY else f"{self.rank} {self.as_of}"
        return f"{9999 - self.defendant:04} {told}" if column in OF_ONE_DEFENDANT else told


def rank_of(docket: ImportedDocket) -> SourceRank:
    """Of a page: its kind, the time at which it was served or else the last day it tells of, its defendant."""
    row, served = PAGE_KINDS[docket.kind], docket.source.retrieved_at
    if served is None:
        days = [day for entry in docket.entries for day in (entry.date_entered, entry.date_filed) if day]
        days += [day for claim in docket.claims for day in (claim.date_filed, claim.date_amended) if day]
        served = datetime.combine(max(days, default=date.min), time.min)
    number = docket.number_parts.defendant_number
    if number and number.isdigit():
        defendant = min(int(number), UNKNOWN_DEFENDANT)
    else:
        defendant = 0 if row.names_defendant else UNKNOWN_DEFENDANT
    as_of = served.isoformat()
    if docket.source.retrieved_at or row.publisher or row.about is About.ENTRIES:
        # two pages of one second that differ: one of them counts, the same one in any order
        as_of += f" {docket.source.sha256[:8]}"
    return SourceRank(row.rank, as_of, defendant)


def rank_in(last: Mapping[str, Any], column: str) -> str:
    """How well the value stands that a trace keeps of a column; "" where it does not know."""
    by = last.get(BY, "")
    return by if isinstance(by, str) else str(by.get(column, ""))


def with_ranks(values: Mapping[str, Any], ranks: Mapping[str, str]) -> dict[str, Any]:
    """Values for a trace, with the rank of each; one text where all stand alike."""
    alike = set(ranks.values())
    return {**values, BY: alike.pop() if len(alike) == 1 else dict(ranks)}
