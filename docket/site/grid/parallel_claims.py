"""The same cause between the same people before other forums: claims of other cases of the same matter."""

from __future__ import annotations

from typing import Any

from docket.models import Case, Claim
from docket.publishing.visibility import CONTENT_WITHHELD
from docket.site.grid.records import cells_of, parties_of, status_of_cell
from docket.site.sheet.fetch import fetch
from docket.site.sheet.lines import address_of
from docket.site.wording import status_line

AT_MOST = 20
PARALLEL = """
select distinct c.id, c.public_id, c.label, c.title, c.kind, c.position, k.id as case_id, k.public_id as case_public_id,
  k.caption, k.caption_short, coalesce(nullif(o.short_name, ''), o.name, '') as forum_name,
  (select json_agg(p.party_id order by p.position, p.id) from docket_claimagainst x
    join docket_caseparty p on p.id = x.case_party_id where x.claim_id = c.id and x.disclosure <> 'withheld')::text
    as against
from docket_casematter m join docket_casematter n on n.matter_id = m.matter_id and n.case_id <> m.case_id
join docket_case k on k.id = n.case_id and k.visibility <> all(%(closed)s)
join docket_claim c on c.case_id = k.id and c.cause_of_action = %(cause)s
left join docket_forum o on o.id = k.forum_id
where m.case_id = %(case)s
  and not exists (select 1 from docket_claim l where l.carried_from_id = c.id)
  and exists (
    select 1 from docket_claimparty x join docket_caseparty p on p.id = x.case_party_id
      where x.claim_id = c.id and p.party_id = any(%(people)s)
    union all select 1 from docket_claimagainst x join docket_caseparty p on p.id = x.case_party_id
      where x.claim_id = c.id and x.disclosure <> 'withheld' and p.party_id = any(%(people)s))
order by k.id, c.position, c.id limit %(most)s
"""


def parallel_to(claim: Claim, people: list[int]) -> list[Any]:
    """Claims of the same cause of action that concern one of these people, each with where it stands; three queries."""
    if not claim.cause_of_action:
        return []
    asked = {
        "case": claim.case_id,
        "cause": claim.cause_of_action,
        "people": people,
        "closed": list(CONTENT_WITHHELD),
        "most": AT_MOST,
    }
    found = {row.id: row for row in fetch(PARALLEL, asked)}
    if not found:
        return []
    for row in found.values():
        row.name = f"{row.label}: {row.title}" if row.label else row.title
        row.address = address_of("claim", row.public_id)
        case = Case(public_id=row.case_public_id, caption=row.caption, caption_short=row.caption_short)
        row.case_name, row.case_address = case.caption_short or case.caption, case.get_absolute_url()
        row.statuses = []
    _stand(found)
    return list(found.values())


def _stand(found: dict[int, Any]) -> None:
    against = {pk for row in found.values() for pk in _keys(row.against)}
    parties = parties_of(against)
    for cell in cells_of(found, against):
        if cell.party_id in parties:
            row = found[cell.claim_id]
            row.statuses.append((parties[cell.party_id].name, status_line(status_of_cell(cell, row.kind, None))))


def _keys(text: str | None) -> list[int]:
    return [int(key) for key in (text or "[]").strip("[]").split(",") if key.strip()]
