"""The rows of a claims grid: three queries, whatever the number of claims, parties and events."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from docket.claims import NOT_SAID, ClaimStatus, standing_on
from docket.models import Case, ClaimAgainst, Matter
from docket.publishing.visibility import Visibility
from docket.sheet.fetch import fetch
from docket.sheet.lines import address_of, entry_name
from parties.models import Party

MOST_CLAIMS = 1000
NO_CLAIMS_OF = [str(Visibility.SEALED), str(Visibility.REMOVED), str(Visibility.EXPUNGED)]

CLAIMS = """
select c.id, c.public_id, c.label, c.title, c.kind, c.basis, c.asserted_in_id, c.case_id,
  f.date_filed as pleaded, f.date_filed_precision as pleaded_precision,
  k.public_id as case_public_id, k.caption, k.caption_short, k.category, k.docket_number, k.last_checked,
  coalesce(nullif(o.short_name, ''), o.name, '') as forum_name,
  (select json_agg(p.party_id order by p.position, p.id) from docket_claimparty x
    join docket_caseparty p on p.id = x.case_party_id where x.claim_id = c.id) as claimants,
  (select json_agg(p.party_id order by p.position, p.id) from docket_claimagainst x
    join docket_caseparty p on p.id = x.case_party_id
    where x.claim_id = c.id and x.disclosure <> 'withheld') as against,
  (select json_agg(json_build_array(g.date_filed, g.date_filed_precision)) from docket_claim l
    left join docket_filing g on g.id = l.asserted_in_id where l.carried_from_id = c.id) as later
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
# Events are gathered for all cells at once: cell by cell, a plan made without statistics reads the table each time.
CELLS = """
with cells as materialized (
  select a.id as pk, a.claim_id, a.case_party_id, a.disclosure, p.party_id, p.position
  from docket_claimagainst a join docket_caseparty p on p.id = a.case_party_id
  where a.claim_id = any(%(claims)s) and p.party_id = any(%(parties)s) and a.disclosure <> 'withheld'),
happened as (
  select e.claim_against_id as pk, json_agg(json_build_array(e.id, e.kind, e.date, e.date_precision, e.position,
      e.response, e.with_prejudice, e.prevailing, f.state, f.public_id, f.visibility, f.entry_number, f.title,
      f.filing_type, left(f.docket_text, 80))) as told
  from cells join docket_claimevent e on e.claim_against_id = cells.pk left join docket_filing f on f.id = e.filing_id
  group by e.claim_against_id)
select cells.*, happened.told from cells left join happened using (pk) order by cells.position, cells.pk
"""


@dataclass(slots=True)
class GridFiling:
    """The paper that did something to a claim."""

    state: str
    public_id: str
    name: str

    @property
    def address(self) -> str:
        """Its page."""
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
    filing: GridFiling | None


def claims_of(scope: Case | Matter) -> list[Any]:
    """The claims in every version, by case and in the order of the pleadings; at most one more than `MOST_CLAIMS`."""
    sql = OF_CASE if isinstance(scope, Case) else OF_MATTER
    claims = fetch(sql, {"of": scope.pk, "most": MOST_CLAIMS + 1, "closed": NO_CLAIMS_OF})
    for claim in claims:
        claim.name = f"{claim.label}: {claim.title}" if claim.label else claim.title
        claim.address = address_of("claim", claim.public_id)
        case = Case(public_id=claim.case_public_id, caption=claim.caption, caption_short=claim.caption_short)
        claim.case_address = case.get_absolute_url()
        claim.claimants, claim.against = claim.claimants or [], claim.against or []
        claim.later = [(date.fromisoformat(day) if day else None, known or "") for day, known in claim.later or []]
    return claims


def parties_of(ids: Collection[int]) -> dict[int, Party]:
    """The parties with these keys."""
    return {row.id: Party(**vars(row)) for row in fetch(PARTIES, {"ids": list(ids)})} if ids else {}


def cells_of(claims: Iterable[int], parties: Iterable[int]) -> list[Any]:
    """Each of these claims against each of these parties, with what happened."""
    return fetch(CELLS, {"claims": list(claims), "parties": list(parties)})


def events_of(cell: Any) -> list[GridEvent]:
    """What happened to the claim against the party, in no order."""
    return [_event(told) for told in cell.told or []]


def status_of_cell(cell: Any, kind: str, on: date | None) -> ClaimStatus:
    """Where a claim of that kind stands against the party."""
    if cell.disclosure == ClaimAgainst.Disclosure.INCOMPLETE:
        return NOT_SAID
    return standing_on(events_of(cell), kind, on)


def _event(told: list[Any]) -> GridEvent:
    pk, kind, day, precision, position, response, prejudice, prevailing, state, public_id, *named = told
    filing = GridFiling(state, public_id, entry_name(*named)) if public_id else None
    happened = date.fromisoformat(day) if day else None
    return GridEvent(pk, kind, happened, precision, position, response, prejudice, prevailing, filing)
