"""What only reading a whole docket tells: how many entries it has, which numbers are missing, which motions wait.

The public site keeps it for as long as the case's revision lasts, so that no page of a long docket reads all of it.
"""

from __future__ import annotations

import json
from types import SimpleNamespace

from docket.models import Case
from docket.publishing.visibility import PLACEHOLDERS, sql_list
from docket.site.serving.page_cache import PageCache
from docket.site.sheet.fetch import fetch
from docket.site.sheet.motions import COLUMNS, TYPES

# The gaps are looked for only where there is one: fewer numbers than the highest of them says.
WHOLE = f"""
with lines as materialized (select entry_number, visibility from docket_filing where case_id = %(case)s),
numbers as materialized (select distinct entry_number::bigint as n from lines
  where entry_number <> '' and length(entry_number) < 10 and translate(entry_number, '0123456789', '') = '')
select (select count(*) from lines) as filing_count,
  exists (select 1 from lines where visibility in {sql_list(PLACEHOLDERS)}) as has_withheld,
  case when (select max(n) <> count(*) from numbers) then (
    select json_agg(json_build_array(n + 1, following - 1) order by n) from (
      select n, lead(n) over (order by n) as following from (select 0 as n union select n from numbers) known) steps
    where following > n + 1) end as gaps,
  {", ".join(COLUMNS)}
"""  # noqa: S608

_kept = PageCache(largest=8_000_000)


def whole_of(case: Case, revision: str = "") -> SimpleNamespace:
    """filing_count, has_withheld, gaps, undecided and pleadings of a case.

    revision: as the public site read it in this very transaction; without one, at the desk, nothing is kept.
    """
    kept = _kept.get(case.public_id, revision) if revision else None
    if kept is None:
        kept = json.dumps(vars(fetch(WHOLE, {"case": case.pk, **TYPES})[0])).encode()
        if revision:
            _kept.put(case.public_id, revision, kept)
    whole = SimpleNamespace(**json.loads(kept))
    whole.gaps = [(first, last) for first, last in whole.gaps or []]
    return whole
