"""What is missing between the court's entry numbers."""

from __future__ import annotations

from django.db import connection

from docket.models import Case

GAPS = """
select n + 1, following - 1 from (
  select n, lead(n) over (order by n) as following from (
    select 0 as n union
    select entry_number::bigint from docket_filing where case_id = %s and entry_number <> ''
      and length(entry_number) < 10 and translate(entry_number, '0123456789', '') = ''
  ) numbers
) steps where following > n + 1 order by 1
"""


def gaps(case: Case) -> list[tuple[int, int]]:
    """The ranges of entry numbers below the highest that no line of this record has."""
    with connection.cursor() as cursor:
        cursor.execute(GAPS, [case.pk])
        return [(first, last) for first, last in cursor.fetchall()]
