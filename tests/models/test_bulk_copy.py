"""Many rows by COPY: what PostgreSQL planned while a table was small is planned anew."""

from __future__ import annotations

import pytest
from django.db import connection

from docket.models import Filing, FilingParty
from docket.models.parts.bulk_copy import copy_in
from tests import cluster
from tests.records.suit import suit

TABLES = ("docket_filing", "docket_filingparty", "docket_caseparty")


def rows_read_in_order(table: str) -> int:
    """Rows of a table that this transaction has read one after the other, without an index."""
    with connection.cursor() as cursor:
        cursor.execute("select seq_tup_read from pg_stat_xact_user_tables where relid = %s::regclass", [table])
        return int(cursor.fetchone()[0])


def settle() -> None:
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("set constraints all deferred")


@pytest.mark.django_db
def test_the_keys_of_many_rows_are_looked_up_by_index_though_the_tables_were_small_a_moment_ago():
    with cluster.connect(database=cluster.TEST_DATABASE) as admin:
        for table in TABLES:
            admin.execute(f"vacuum analyze public.{table}")
    begun = suit()
    case, party = begun.case, begun.plaintiff
    for _ in range(8):  # after the fifth a plan is kept, made for a table of one page
        few = Filing.objects.create(case=case, docket_text="COMPLAINT")
        FilingParty.objects.create(case=case, filing=few, case_party=party)
    settle()
    rows = [{"case_id": case.pk, "docket_text": "NOTICE", "sequence": number} for number in range(10, 2_010)]
    keys = copy_in(Filing, rows)
    copy_in(FilingParty, [{"case_id": case.pk, "filing_id": key, "case_party_id": party.pk} for key in keys])
    before = rows_read_in_order("docket_filing")
    settle()
    assert rows_read_in_order("docket_filing") - before < 10_000
