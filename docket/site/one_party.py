"""What an answer about one party says of the outcome: that party's own, and nothing of how a whole case ended.

Of two accused in one case, one may be convicted and the other acquitted: the disposition of the case is not each one's
own. Its status stays (“Closed”), and what became of each claim against the party itself is said beside it. For the same
reason the head of a case in which several are charged or cited counts outcomes by person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docket.choices import ACCUSING, CaseCategory
from docket.claims import ClaimStatus
from docket.law.count_numbers import counts_in
from docket.site.grid.records import status_of_cell, with_events
from docket.site.outcomes import head_of, own_outcome
from docket.site.sheet.fetch import fetch

# the last version of each claim, against whom it is not withheld
CELLS = """
select a.id as pk, a.case_id, a.case_party_id, a.disclosure, p.party_id, y.public_id as party, c.kind, c.title,
  k.last_checked as compared, k.category
from docket_claimagainst a join docket_caseparty p on p.id = a.case_party_id join parties_party y on y.id = p.party_id
  join docket_claim c on c.id = a.claim_id join docket_case k on k.id = a.case_id
where {} and a.disclosure <> 'withheld'
  and not exists (select 1 from docket_claim l where l.carried_from_id = c.id)
order by p.position, a.id
"""
OF_CASES = CELLS.format("a.case_id = any(%(cases)s)") + "limit %(most)s"
OF_ROLES = CELLS.format("a.case_party_id = any(%(roles)s)")
# more than one is charged or cited, whether or not the record holds a count against each
SEVERAL_ACCUSED = """
select case_id, count(distinct party_id) as accused from docket_caseparty p
where case_id = any(%(cases)s) and (side = 'responding'
  or exists (select from docket_claimagainst a where a.case_party_id = p.id and a.disclosure <> 'withheld'))
group by case_id having count(distinct party_id) > 1
"""
MOST_CELLS = 2000
CLAIMS = ("claim", "claims")
COUNTED_AS: dict[str, tuple[str, str]] = {
    CaseCategory.CRIMINAL: ("count", "counts"),
    CaseCategory.REGULATORY: ("item", "items"),
    CaseCategory.ADMINISTRATIVE: ("item", "items"),
}


def without_disposition(cases: Iterable[Any]) -> list[Any]:
    """The cases in hand, of which nothing tells now how they ended. They are read, and never saved."""
    told = list(cases)
    for case in told:
        case.disposition = ""
    return told


def with_own_outcome(cases: Iterable[Any], party: str) -> list[Any]:
    """The cases in hand, each with what became of the claims against the party of that public id; two queries."""
    told = without_disposition(cases)
    found = _statuses(told)
    for case in told:
        statuses = [status for (_, public_id), status in found.get(case.pk, []) if public_id == party]
        case.outcome = own_outcome(statuses, *counted_as(case.category)) if statuses else ""
    return told


def counted_as(category: str) -> tuple[str, str]:
    """How what is claimed in such a case is counted: one, and several."""
    return COUNTED_AS.get(category, CLAIMS)


def with_heads(cases: Iterable[Any]) -> list[Any]:
    """The cases in hand; one with several accused has their outcomes counted instead of one disposition."""
    told = list(cases)
    ended = [case for case in told if case.disposition and case.category in ACCUSING]
    accused = _several_accused(ended)
    several = [case for case in ended if case.pk in accused]
    found = _statuses(several)
    for case in several:
        parties: dict[int, list[ClaimStatus]] = {}
        for (party, _), status in found.get(case.pk, []):
            parties.setdefault(party, []).append(status)
        # of an accused without a count here the record says nothing: a count of the others would pass for the whole
        whole = len(parties) == accused[case.pk]
        case.disposition, case.outcome = "", head_of(parties, counted_as(case.category)[1]) if whole else ""
    return told


def _several_accused(cases: Iterable[Any]) -> dict[int, int]:
    """By the case's key how many are charged or cited, where they are more than one."""
    keys = [case.pk for case in cases]
    return {row.case_id: row.accused for row in fetch(SEVERAL_ACCUSED, {"cases": keys})} if keys else {}


def _statuses(cases: Iterable[Any]) -> dict[int, list[tuple[tuple[int, str], ClaimStatus]]]:
    """By the case's key: the party, by key and public id, with where one claim against it stands."""
    keys = [case.pk for case in cases]
    cells = fetch(OF_CASES, {"cases": keys, "most": MOST_CELLS + 1}) if keys else []
    if len(cells) > MOST_CELLS:
        return {}
    found: dict[int, list[tuple[tuple[int, str], ClaimStatus]]] = {}
    for cell in with_events(cells):
        one = (cell.party_id, cell.party)
        found.setdefault(cell.case_id, []).extend((one, status) for status in _counted(cell))
    return found


def _counted(cell: Any) -> list[ClaimStatus]:
    """Where a claim stands, as often as its line is a count."""
    return [status_of_cell(cell, cell.kind, None)] * counts_in(cell.title)


def outcomes_of_roles(roles: Sequence[int]) -> dict[int, tuple[str]]:
    """By the role's key (CaseParty) what became of the claims against that party in it; two queries.

    Roles against which nothing is claimed are missing.
    """
    found: dict[int, list[Any]] = {}
    for cell in with_events(fetch(OF_ROLES, {"roles": list(roles)})):
        found.setdefault(cell.case_party_id, []).append(cell)
    return {role: (_own(cells),) for role, cells in found.items()}


def _own(cells: list[Any]) -> str:
    return own_outcome([status for cell in cells for status in _counted(cell)], *counted_as(cells[0].category))
