"""Filings as lists show them, each with its case and forum, who filed it and how many documents it has; one query."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docket.models import Case, Filing, Forum
from docket.models.parts.nested import instance
from docket.site.sheet.fetch import fetch

TEXT_SHOWN = 300

FILINGS = """
select f.id, f.public_id, f.case_id, f.visibility, f.entry_number, f.filing_type, f.state, f.title, f.short_text,
  left(f.docket_text, %(text)s) as docket_text, f.date_filed, f.date_filed_precision,
  (select string_agg(p.name, ', ' order by x.id) from docket_filingparty x
    join docket_caseparty r on r.id = x.case_party_id join parties_party p on p.id = r.party_id
    where x.filing_id = f.id) as filers,
  (select count(*) from docket_document d where d.filing_id = f.id) as document_count,
  json_build_object('id', c.id, 'public_id', c.public_id, 'caption', c.caption, 'caption_short', c.caption_short,
    'docket_number', c.docket_number, 'forum_id', c.forum_id) as in_case,
  json_build_object('id', o.id, 'name', o.name, 'short_name', o.short_name) as in_forum
from unnest(%(ids)s::bigint[]) with ordinality as page(id, place) join docket_filing f on f.id = page.id
join docket_case c on c.id = f.case_id left join docket_forum o on o.id = c.forum_id
order by page.place
"""


def filings_in_list(rows: Iterable[Filing]) -> list[Any]:
    """The same filings in the same order, with what a list shows of them and of their cases."""
    lines = [instance(Filing, vars(row)) for row in fetch(FILINGS, {"ids": [r.pk for r in rows], "text": TEXT_SHOWN})]
    for line in lines:
        line.case = instance(Case, line.in_case)
        line.case.forum = instance(Forum, line.in_forum) if line.case.forum_id else None
    return lines
