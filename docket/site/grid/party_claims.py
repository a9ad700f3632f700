"""Every claim by and against a party, with its outcome: three queries, whatever their number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from docket.claims import ClaimStatus, family_of
from docket.claims.certainty import of_claim
from docket.law.count_numbers import counts_in
from docket.site.grid.marks import Mark, mark_of
from docket.site.grid.records import cells_of, parties_of, status_of_cell
from docket.site.sheet.fetch import fetch
from docket.site.sheet.lines import address_of
from docket.site.wording import note_of, status_line
from parties.models import Party

MOST_CLAIMS = 500
# The last version of each claim: the earlier ones are on its own page.
CLAIMS = """
select x.case_party_id, x.is_by, c.id, c.public_id, c.label, c.title, c.kind, c.basis, k.last_checked,
  (select json_agg(p.party_id order by p.position, p.id) from docket_claimagainst a
    join docket_caseparty p on p.id = a.case_party_id
    where a.claim_id = c.id and a.disclosure <> 'withheld') as against
from (select claim_id, case_party_id, true as is_by from docket_claimparty where case_party_id = any(%(roles)s)
    union all select claim_id, case_party_id, false from docket_claimagainst
      where case_party_id = any(%(roles)s) and disclosure <> 'withheld') x
join docket_claim c on c.id = x.claim_id join docket_case k on k.id = c.case_id
where not exists (select 1 from docket_claim l where l.carried_from_id = c.id)
order by c.case_id, c.position, c.id limit %(most)s
"""


@dataclass
class StatusAgainst:
    """Where a claim stands against one party."""

    name: str
    status: ClaimStatus
    words: str
    note: str
    row: Any
    mark: Mark


@dataclass
class PartyClaim:
    """A claim by or against the party, with where it stands: against the party itself, or against each it is made."""

    name: str
    address: str
    certainty: str
    kind: str
    statuses: list[StatusAgainst]


@dataclass
class ClaimsOfRole:
    """The claims of one role in one case; is_whole: whether these are all."""

    by: list[PartyClaim] = field(default_factory=list)
    against: list[PartyClaim] = field(default_factory=list)
    is_whole: bool = True

    @property
    def statuses(self) -> list[ClaimStatus]:
        """Where everything that is claimed against it stands; a line of several counts once for each."""
        return [one.status for claim in self.against for one in claim.statuses for _ in range(counts_in(claim.name))]


def claims_of_roles(roles: Iterable[int]) -> dict[int, ClaimsOfRole]:
    """By the role's primary key (CaseParty); roles without a claim are missing."""
    rows = fetch(CLAIMS, {"roles": list(roles), "most": MOST_CLAIMS + 1})
    if not rows:
        return {}
    is_whole, rows = len(rows) <= MOST_CLAIMS, rows[:MOST_CLAIMS]
    named = parties_of({pk for row in rows for pk in row.against or []})
    cells: dict[int, list[Any]] = {}
    for cell in cells_of({row.id for row in rows}, named, with_sources=True):
        cells.setdefault(cell.claim_id, []).append(cell)
    found: dict[int, ClaimsOfRole] = {}
    for row in rows:
        mine = [c for c in cells.get(row.id, []) if row.is_by or c.case_party_id == row.case_party_id]
        statuses = [_status_against(cell, row.kind, named[cell.party_id]) for cell in mine]
        is_decided = bool(statuses) and all(one.status.decision for one in statuses)
        claim = PartyClaim(
            name=f"{row.label}: {row.title}" if row.label else row.title,
            address=address_of("claim", row.public_id),
            certainty=of_claim(row, is_decided),
            kind=row.kind,
            statuses=statuses,
        )
        role = found.setdefault(row.case_party_id, ClaimsOfRole(is_whole=is_whole))
        (role.by if row.is_by else role.against).append(claim)
    return found


def _status_against(cell: Any, kind: str, party: Party) -> StatusAgainst:
    status = status_of_cell(cell, kind, None)
    mark = mark_of(status, family_of(kind))
    note = note_of(status, party.name, family_of(kind))
    return StatusAgainst(party.name, status, status_line(status), note, cell, mark)
