"""The pleading history of a claim: as first pleaded, as amended, as it stands in the operative pleading."""

from __future__ import annotations

from datetime import date
from typing import Any

from docket.choices import dates
from docket.models import Claim
from docket.site.sheet.fetch import fetch
from docket.site.sheet.lines import address_of, entry_name

# Bounded, so that a circle made by hand in the database could not run for ever.
VERSIONS = """
with recursive before as (
    select id, carried_from_id, 0 as place from docket_claim where id = %(claim)s
    union all select c.id, c.carried_from_id, place - 1 from docket_claim c join before on c.id = before.carried_from_id
    where place > -50),
after as (
    select id, 0 as place from docket_claim where id = %(claim)s
    union all select c.id, place + 1 from docket_claim c join after on c.carried_from_id = after.id where place < 50)
select c.id, c.public_id, c.label, c.title, v.place, f.public_id as filing_id, f.visibility, f.entry_number,
  f.title as filing_title, f.filing_type, left(f.docket_text, 80) as docket_text, f.state,
  f.date_filed, f.date_filed_precision
from (select id, place from before union select id, place from after) v join docket_claim c on c.id = v.id
left join docket_filing f on f.id = c.asserted_in_id
order by v.place, c.id
"""


def versions_of(claim: Claim, on: date | None = None) -> list[Any]:
    """Every version, the first first, with its pleading; on: leaves out what was certainly pleaded later."""
    rows = [
        row
        for row in fetch(VERSIONS, {"claim": claim.pk})
        if on is None or row.date_filed is None or row.date_filed <= on or row.id == claim.pk
    ]
    last = max((row.place for row in rows), default=0)
    for row in rows:
        row.name = f"{row.label}: {row.title}" if row.label else row.title
        row.address = address_of("claim", row.public_id)
        row.is_this, row.is_operative = row.id == claim.pk, row.place == last
        row.filing = None
        if row.filing_id:
            row.filing = entry_name(
                row.visibility, row.entry_number, row.filing_title, row.filing_type, row.docket_text
            )
            row.filing_address = address_of("filing", row.filing_id)
        row.day = dates.show(row.date_filed, row.date_filed_precision or "day")
    return rows
