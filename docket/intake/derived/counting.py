"""How often each rule of reading fired, and what staff made of what it read."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

# Each row that was read, with what staff made of it: by the last state in which it stood as read in the history.
COUNTS = """
with last_type as (
  select distinct on (h.id) h.id, h.filing_type from docket_filinghistory h
  where h.type_derived = 'derived' order by h.id, h.pgh_id desc),
last_link as (
  select distinct on (h.id) h.id, h.kind, h.outcome, h.rule from docket_filinglinkhistory h
  where h.is_derived and h.rule <> '' order by h.id, h.pgh_id desc),
last_filer as (
  select distinct on (h.id) h.id, h.rule from docket_filingpartyhistory h
  where h.is_derived and h.rule <> '' order by h.id, h.pgh_id desc),
said (rule, made) as (
  select f.type_rule, case when f.type_derived = 'derived' then 'open'
      when f.filing_type = l.filing_type then 'confirmed' else 'corrected' end
    from docket_filing f left join last_type l on l.id = f.id
    where f.type_rule <> '' and f.type_derived <> ''
  union all
  select l.rule, case when x.is_derived then 'open'
      when x.kind = l.kind and x.outcome = l.outcome then 'confirmed' else 'corrected' end
    from docket_filinglink x join last_link l on l.id = x.id
  union all
  select x.rule, case when x.is_derived then 'open' else 'confirmed' end from docket_filingparty x where x.rule <> ''
  union all
  select l.rule, 'corrected' from last_link l join docket_importtrace t
    on t.label = 'docket.filinglink' and t.object_id = l.id
    where not exists (select 1 from docket_filinglink x where x.id = l.id)
  union all
  select l.rule, 'corrected' from last_filer l join docket_importtrace t
    on t.label = 'docket.filingparty' and t.object_id = l.id
    where not exists (select 1 from docket_filingparty x where x.id = l.id)
  union all
  select d.rule, case d.state when 'open' then 'open' when 'accepted' then 'confirmed' else 'corrected' end
    from docket_deriveddate d where d.rule <> '')
select rule, count(*), count(*) filter (where made = 'confirmed'), count(*) filter (where made = 'corrected')
from said group by rule order by rule
"""


@dataclass(frozen=True)
class Fired:
    """One rule. fired: rows it read; confirmed, corrected: by staff; set right or taken away counts as corrected."""

    rule: str
    fired: int
    confirmed: int
    corrected: int


def fired() -> list[Fired]:
    """Every rule that has read anything which the record holds, or that staff took away."""
    with connection.cursor() as cursor:
        cursor.execute(COUNTS)
        return [Fired(*row) for row in cursor.fetchall()]
