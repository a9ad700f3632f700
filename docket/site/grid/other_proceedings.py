"""Filings of another proceeding that respond to a pleading: an arbitration filing in answer to a suit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from docket.models import Case
from docket.publishing.visibility import CONTENT_WITHHELD
from docket.site.sheet.fetch import fetch
from docket.site.sheet.lines import address_of, entry_name

RESPONSES = """
(select json_agg(json_build_array(p.party_id, f.public_id, f.visibility, f.entry_number, f.title, f.filing_type,
    left(f.docket_text, 80), o.public_id, o.caption, o.caption_short) order by f.date_filed nulls last, f.id)
  from docket_filinglink l join docket_filing f on f.id = l.from_filing_id and f.state = 'ok'
    join docket_case o on o.id = f.case_id and o.visibility <> all(%(closed)s)
    join docket_filingparty x on x.filing_id = f.id join docket_caseparty p on p.id = x.case_party_id
  where l.to_filing_id = c.asserted_in_id and l.from_case_id <> l.to_case_id
    and l.kind in ('answers', 'responds_to'))
"""
"""An expression over the claim `c`, for `responses_by_party`."""
OF_CLAIM = f"select {RESPONSES} as elsewhere from docket_claim c where c.id = %(claim)s"


@dataclass(frozen=True)
class ResponseElsewhere:
    """A filing with which a party responded, and the proceeding in which it was filed."""

    name: str
    address: str
    case_name: str
    case_address: str


def responses_to(claim: int) -> dict[int, list[ResponseElsewhere]]:
    """The responses to the pleading of the claim with this key, by the party's key; one query."""
    [row] = fetch(OF_CLAIM, {"claim": claim, "closed": list(CONTENT_WITHHELD)})
    return responses_by_party(row.elsewhere or [])


def responses_by_party(rows: Iterable[list[Any]]) -> dict[int, list[ResponseElsewhere]]:
    """What `RESPONSES` found, the oldest first, by the key of the party that filed it."""
    found: dict[int, list[ResponseElsewhere]] = {}
    for party, public_id, visibility, number, title, kind, text, of_case, caption, caption_short in rows:
        filing = ResponseElsewhere(
            name=entry_name(visibility, number, title, kind, text),
            address=address_of("filing", public_id),
            case_name=caption_short or caption,
            case_address=Case(public_id=of_case, caption=caption, caption_short=caption_short).get_absolute_url(),
        )
        found.setdefault(party, []).append(filing)
    return found
