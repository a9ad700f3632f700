"""The entries of a feed: filings, events of claims and cases, each with the moment at which its row last changed.

Nothing of a row that is withheld, not even its placeholder: the next answer simply does not hold it any more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.text import Truncator

from docket.choices import FilingState
from docket.claims import certainty
from docket.models import Case, ClaimAgainst, ClaimEvent, Filing
from docket.publishing.visibility import CONTENT_WITHHELD
from docket.site import corrected
from docket.site.filters import listed
from docket.site.heading_notes import notes_of
from docket.site.one_party import with_heads, with_own_outcome
from docket.site.sheet.lines import lines_of
from docket.site.sheet.page import dress
from docket.site.wording import notices

MOST = 50  # of each kind
TITLE_SHOWN = 160


@dataclass(frozen=True)
class Entry:
    """Something to tell. kind: "filing", "event", "case" or "correction"; address: its permanent one.

    row: what its template shows.

    notes: what heads everything that is told of its case, and what a reader must know of its claims.
    """

    kind: str
    address: str
    title: str
    updated: datetime
    case: Case
    row: Any
    notes: list[str] = field(default_factory=list)


def filings() -> QuerySet[Filing]:
    """Filings whose words can be read: not those of which a placeholder is left."""
    return listed.filings().exclude(visibility__in=CONTENT_WITHHELD)


def events() -> QuerySet[ClaimEvent]:
    """Of claims of which the record is complete: in another, what came last would pass for the last that happened."""
    told = ClaimEvent.objects.exclude(case__visibility__in=CONTENT_WITHHELD)
    return told.filter(claim_against__disclosure=ClaimAgainst.Disclosure.SHOWN)


def in_brief(found: QuerySet[Filing]) -> QuerySet[Filing]:
    """Of a filing, what orders a feed; docket/site/sheet brings the words."""
    return found.only("public_id", "case", "date_filed", "updated_at")


def last_changed(of: Q) -> list[Entry]:
    """Filings and events with that in common, those that changed last; of a few cases, as nothing indexes it."""
    found = filings().filter(of).order_by("-updated_at", F("date_filed").desc(nulls_last=True), "-sequence")
    return newest_first(of_filings(in_brief(found[:MOST])), of_events(events().filter(of)))


def newest_first(*kinds: Iterable[Entry]) -> list[Entry]:
    """All of them; what changed at one moment stays in the order in which it was found."""
    return sorted((entry for kind in kinds for entry in kind), key=lambda entry: entry.updated, reverse=True)


def of_filings(found: Iterable[Filing]) -> list[Entry]:
    """An entry for each of the filings, in their order; three queries."""
    rows = {filing.pk: filing for filing in found}
    cases, notes = _cases(filing.case_id for filing in rows.values())
    entries = []
    for line in lines_of(list(rows)):
        dress(line)
        filing = rows[line.id]
        case = cases[filing.case_id]
        title = f"{_titled(line)} – {_short(case)}"
        entries.append(Entry("filing", line.address, title, filing.updated_at, case, line, notes[case.pk]))
    return entries


def _titled(line: Any) -> str:
    """“14: Order on the motion to dismiss (stricken)”."""
    words = line.title or line.docket_text or line.short_text or line.type_words or "Entry without text"
    number = f"{line.entry_number}: " if line.entry_number else ""
    state = "" if line.state == FilingState.OK else f" ({FilingState(line.state).label.lower()})"
    return f"{number}{Truncator(words).chars(TITLE_SHOWN)}{state}"


def of_events(found: QuerySet[ClaimEvent]) -> list[Entry]:
    """An entry for each of the events that changed last; three queries."""
    related = found.select_related("claim_against__claim", "claim_against__case_party__party", "filing")
    told = list(related.order_by("-updated_at", F("date").desc(nulls_last=True), "-position", "-pk")[:MOST])
    cases, notes = _cases(event.case_id for event in told)
    return [_of_event(event, cases[event.case_id], notes[event.case_id]) for event in told]


def _of_event(event: Any, case: Case, notes: list[str]) -> Entry:
    claim, against = event.claim_against.claim, event.claim_against.case_party.party
    event.certainty = certainty.of_event(event.basis, event.filing.filing_type if event.filing else "")
    footing = event.certainty
    if event.filing and event.filing.state != FilingState.OK:
        footing = f"{event.filing.get_state_display().lower()}: counts for nothing"
    title = f"{event.get_kind_display()} ({footing}): {claim}, against {against.name} – {_short(case)}"
    address = f"{claim.get_absolute_url()}#e-{event.public_id}"
    return Entry("event", address, title, event.updated_at, case, event, notes)


def of_corrections(case: Case) -> list[Entry]:
    """What was corrected in a case, the newest first."""
    rows, found = list(corrected.of_case(case)[:MOST]), []
    cases, notes = _cases([case.pk] if rows else [])
    for row, line in zip(rows, corrected.told(rows), strict=True):
        address = f"{reverse('case_corrections', args=[case.public_id])}#{line.anchor}"
        title = f"{line.verb}: {line.words} – {_short(case)}"
        found.append(Entry("correction", address, title, row.at, cases[case.pk], line, notes[case.pk]))
    return found


def of_cases(found: Iterable[Case], party: str = "") -> list[Entry]:
    """In the same order; asked for by party, each with what became of the claims against that party."""
    rows = list(found)
    cases, notes = _cases(row.pk for row in rows)
    if party:
        with_own_outcome(cases.values(), party)
    else:
        with_heads(cases.values())
    return [
        Entry("case", case.get_absolute_url(), case.caption, case.updated_at, case, case, notes[case.pk])
        for case in (cases[row.pk] for row in rows)
    ]


def _cases(keys: Iterable[int]) -> tuple[dict[int, Case], dict[int, list[str]]]:
    """By key: the cases with their forums, and what goes with everything that is told of each."""
    cases = Case.objects.select_related("forum").in_bulk(set(keys))
    heading = notes_of(cases)
    # of each claim its own page says more
    notes = {key: [*heading.get(key, []), *notices(case.category, [], is_whole=False)] for key, case in cases.items()}
    return cases, notes


def _short(case: Case) -> str:
    return case.caption_short or case.caption
