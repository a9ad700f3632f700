"""Why the head of a case says what it says: the entry that closed it, the forum's own words, how outcomes are counted.

Pure but for the one query that finds the closing entry. What no recorded fact bears is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docket.choices import ACCUSING, CaseStatus, DatePrecision, FilingState, dates
from docket.law.reading.endings import as_kept, said
from docket.models import Case, Filing
from docket.publishing.visibility import CONTENT_WITHHELD
from docket.site.sheet.lines import entry_name
from docket.site.why import checked_words

S = CaseStatus
OPEN = "A case is open until its docket says that it ended, so this is said as of the last check."
ENDED = (
    "A case is closed once its docket or its forum says so. How each claim stands follows from its own events alone."
)
ELSEWHERE = "What went on in another forum is told in the case there."
RULES: dict[str, str] = {
    **dict.fromkeys((S.PENDING_ACTIVE, S.PENDING_INACTIVE, S.REOPENED), OPEN),
    **dict.fromkeys((S.DISPOSED, S.REOPENED_DISPOSED, S.SET_FOR_REVIEW), ENDED),
    **dict.fromkeys((S.TRANSFERRED_OUT, S.REMOVED, S.REMANDED), ELSEWHERE),
    S.UNKNOWN: "This record does not say where the case stands.",
}
LONGEST = 120


@dataclass(frozen=True)
class ClosingEntry:
    """The entry whose words close the case."""

    name: str
    address: str
    day: str
    words: str


@dataclass(frozen=True)
class WhyCase:
    """What makes the first line of a case's page true. counted: whether outcomes are counted person by person."""

    entry: ClosingEntry | None
    own_words: str
    counted: bool
    written: str
    rule: str
    sources: int
    checked: str


def why_case(case: Any, details: Any, of_a_party: bool = False) -> WhyCase:
    """Of a case with the outcome that its page gives it, and what is few of it (sheet/details.py).

    The forum's words for the whole are left out where they may be another's outcome: where somebody is charged or
    cited, and where one party is asked for.
    """
    summary = details.summaries[0] if details.summaries else None
    return WhyCase(
        entry=closing_entry(case),
        own_words="" if of_a_party or case.category in ACCUSING else case.status_as_filed,
        counted=bool(getattr(case, "outcome", "")),
        written=dates.show(summary.as_of, summary.as_of_precision) if summary else "",
        rule=RULES[case.status],
        sources=len(details.sources),
        checked=checked_words(case.last_checked),
    )


def closing_entry(case: Case) -> ClosingEntry | None:
    """The entry by which an import closed the case; None where staff closed it, or have changed how since."""
    if case.forum is None or not case.disposition or not _is_as_read(case):
        return None
    that_day = case.filings.filter(date_filed=case.date_terminated, state=FilingState.OK).order_by("sequence")
    for filing in that_day.exclude(visibility__in=CONTENT_WITHHELD):
        if said(case.forum.slug, filing.docket_text) == case.disposition:
            return _entry(filing)
    return None


def _is_as_read(case: Case) -> bool:
    """Whether status, disposition and day are those that an import read in the docket, all three."""
    if case.date_terminated is None or case.date_terminated_precision != DatePrecision.DAY:
        return False
    return case.ending_as_read == as_kept(case.status, case.disposition, case.date_terminated)


def _entry(filing: Filing) -> ClosingEntry:
    text = filing.docket_text
    name = entry_name(filing.visibility, filing.entry_number, filing.title, filing.filing_type, "the docket’s entry")
    words = text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
    return ClosingEntry(name, filing.get_absolute_url(), dates.show(filing.date_filed), words)
