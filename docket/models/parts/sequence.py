"""The order of a case's filings: numbers from a locked counter, never repeated and never reused."""

from __future__ import annotations

from django.db import connection

TAKE = """insert into docket_casecounter as c (case_id, last_sequence) values (%s, %s)
on conflict (case_id) do update set last_sequence = c.last_sequence + excluded.last_sequence returning last_sequence"""


def take_sequences(case_id: int, count: int = 1) -> range:
    """The next `count` sequence numbers of a case; others wait for the transaction, a rollback gives them back."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [case_id, count])
        last: int = cursor.fetchone()[0]
    return range(last - count + 1, last + 1)
