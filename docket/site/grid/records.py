"""The rows of a claims grid: three queries, whatever the number of claims, parties and events."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from docket.claims import NOT_SAID, ClaimStatus, status_on
from docket.models import Case, ClaimAgainst, Matter
from docket.publishing.visibility import CONTENT_WITHHELD
from docket.site.grid.other_proceedings import RESPONSES, responses_by_party
from docket.site.sheet.fetch import fetch
from docket.site.sheet.lines import address_of, entry_name
from parties.models import Party

MOST_CLAIMS = 1000
Claims = tuple[list[Any], dict[int, Party]]

CLAIMS = f"""
select c.id, c.public_id, c.label, c.title, c.kind, c.basis, c.asserted_in_id, c.case_id,
  f.date_filed as pleaded, f.date_filed_precision as pleaded_precision,
  k.public_id as case_public_id, k.caption, k.caption_short, k.category, k.docket_number, k.last_checked,
  coalesce(nullif(o.short_name, ''), o.name, '') as forum_name,
  (select json_agg(json_build_array(y.id, y.public_id, y.name) order by p.position, p.id) from docket_claimparty x
    join docket_caseparty p on p.id = x.case_party_id join parties_party y on y.id = p.party_id
    where x.claim_id = c.id) as claimants,
  (select json_agg(json_build_array(y.id, y.public_id, y.name) order by p.position, p.id) from docket_claimagainst x
    join docket_caseparty p on p.id = x.case_party_id join parties_party y on y.id = p.party_id
    where x.claim_id = c.id and x.disclosure <> 'withheld') as against,
  (select json_agg(json_build_array(g.date_filed, g.date_filed_precision)) from docket_claim l
    left join docket_filing g on g.id = l.asserted_in_id where l.carried_from_id = c.id) as later,
  {RESPONSES} as elsewhere
from docket_claim c join docket_case k on k.id = c.case_id and k.visibility <> all(%(closed)s)
  left join docket_forum o on o.id = k.forum_id left join docket_filing f on f.id = c.asserted_in_id
"""
OF_CASE = CLAIMS + "where c.case_id = %(of)s order by c.position, c.id limit %(most)s"
OF_MATTER = (
    CLAIMS
    + """join docket_casematter m on m.case_id = c.case_id and m.matter_id = %(of)s
order by m.position, k.date_filed desc nulls last, k.id, c.position, c.id limit %(most)s"""
)
PARTIES = "select id, public_id, name from parties_party where id = any(%(ids)s)"
# Cells and events are asked for by key, apart: joined, a plan made without statistics compares each with each.
CELLS = """
select a.id as pk, a.claim_id, a.case_party_id, a.disclosure, p.party_id,
  (select k.last_checked from docket_case k where k.id = a.case_id) as compared
from docket_claimagainst a join docket_caseparty p on p.id = a.case_party_id
where a.claim_id = any(%(claims)s) and p.party_id = any(%(parties)s) and a.disclosure <> 'withheld'
order by p.position, a.id
"""
# those of the event itself, else those of the filing that did it
SOURCES = """(select json_agg(json_build_array(s.title, s.url) order by s.title, l.id) from docket_sourcelink l
  join docket_source s on s.id = l.source_id where l.claim_event_id = e.id or (l.filing_id = e.filing_id
    and not exists (select 1 from docket_sourcelink o where o.claim_event_id = e.id)))"""
EVENTS = """
select e.claim_against_id, e.id, e.kind, e.date, e.date_precision, e.position, e.response, e.with_prejudice,
  e.prevailing, e.ground, e.offense, e.amount, e.currency, e.origin, {} as sources, f.state, f.public_id, f.visibility,
  f.entry_number,
  f.title, f.filing_type,
  left(f.docket_text, 80) as docket_text
from docket_claimevent e left join docket_filing f on f.id = e.filing_id where e.claim_against_id = any(%(cells)s)
"""
WITHOUT_SOURCES, WITH_SOURCES = EVENTS.format("null"), EVENTS.format(SOURCES)


@dataclass(slots=True)
class GridFiling:
    """The filing that did something to a claim."""

    state: str
    public_id: str
    name: str

    @property
    def address(self) -> str:
        """The permanent address of the filing's page."""
        return address_of("filing", self.public_id)


@dataclass(slots=True)
class GridEvent:
    """What `docket.claims` reads of an event, and what a decision owes its reader."""

    pk: int
    kind: str
    date: date | None
    date_precision: str
    position: int
    response: str
    with_prejudice: str
    prevailing: str
    ground: str
    offense: str
    amount: Decimal | None
    currency: str
    origin: str
    source_names: list[tuple[str, str]]
    filing: GridFiling | None


def claims_of(scope: Case | Matter) -> Claims:
    """The claims in every version, by case and in the order of the pleadings, and the parties to them by key.

    At most one claim more than `MOST_CLAIMS`.
    """
    named: dict[int, Party] = {}
    sql = OF_CASE if isinstance(scope, Case) else OF_MATTER
    claims = fetch(sql, {"of": scope.pk, "most": MOST_CLAIMS + 1, "closed": list(CONTENT_WITHHELD)})
    for claim in claims:
        claim.name = f"{claim.label}: {claim.title}" if claim.label else claim.title
        claim.address = address_of("claim", claim.public_id)
        case = Case(public_id=claim.case_public_id, caption=claim.caption, caption_short=claim.caption_short)
        claim.case_name, claim.case_address = claim.caption_short or claim.caption, case.get_absolute_url()
        claim.claimants, claim.against = _keys(claim.claimants, named), _keys(claim.against, named)
        claim.later = [(date.fromisoformat(day) if day else None, known or "") for day, known in claim.later or []]
        claim.elsewhere = responses_by_party(claim.elsewhere or [])
    return claims, named


def _keys(parties: list[list[Any]] | None, named: dict[int, Party]) -> list[int]:
    """The parties' keys; each party is made once."""
    for key, public_id, name in parties or []:
        if key not in named:
            named[key] = Party(id=key, public_id=public_id, name=name)
    return [key for key, _, _ in parties or []]


def parties_of(ids: Collection[int]) -> dict[int, Party]:
    """The parties with these keys."""
    return {row.id: Party(**vars(row)) for row in fetch(PARTIES, {"ids": list(ids)})} if ids else {}


def cells_of(claims: Iterable[int], parties: Iterable[int], with_sources: bool = False) -> list[Any]:
    """Each of these claims against each of these parties, with what happened; with_sources: and from what it is known,
    for pages that say why."""
    return with_events(fetch(CELLS, {"claims": list(claims), "parties": list(parties)}), with_sources)


def with_events(cells: list[Any], with_sources: bool = False) -> list[Any]:
    """The same rows, each with the events of that claim against that party; one query."""
    told: dict[int, list[GridEvent]] = {cell.pk: [] for cell in cells}
    sql = WITH_SOURCES if with_sources else WITHOUT_SOURCES
    for row in fetch(sql, {"cells": list(told)}) if cells else []:
        told[row.claim_against_id].append(_event(row))
    for cell in cells:
        cell.told = told[cell.pk]
    return cells


def events_of(cell: Any) -> list[GridEvent]:
    """What happened to the claim against the party, in no order."""
    found: list[GridEvent] = cell.told
    return found


def status_of_cell(cell: Any, kind: str, on: date | None) -> ClaimStatus:
    """Where a claim of that kind stands against the party."""
    if cell.disclosure == ClaimAgainst.Disclosure.INCOMPLETE:
        return NOT_SAID
    return status_on(events_of(cell), kind, on, compared=cell.compared)


def _event(row: Any) -> GridEvent:
    filing = None
    if row.public_id:
        name = entry_name(row.visibility, row.entry_number, row.title, row.filing_type, row.docket_text)
        filing = GridFiling(row.state, row.public_id, name)
    known = (row.position, row.response, row.with_prejudice, row.prevailing, row.ground, row.offense)
    paid = (row.amount, row.currency)
    sources = [(title, url) for title, url in row.sources or []]
    return GridEvent(row.id, row.kind, row.date, row.date_precision, *known, *paid, row.origin, sources, filing)
