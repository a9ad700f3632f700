"""A large record in a few statements: one row of each model is made by Django, SQL multiplies it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from docket.models import Case, CaseParty, Filing, FilingParty, Forum
from parties.models import Party

PUBLIC_ID = "'b' || lpad(translate(g::text, '0123456789', 'bcdfghjkmn'), 9, 'b')"
WORDS = "array['negligence','contract','damages','discovery','venue','service','injunction','stay','fees','remand']"
PUBLIC = {"visibility": "'public'"}
TEXT = (
    f"'ORDER on motion ' || g || ' about ' || ({WORDS})[1 + g % 10] || ' and ' || ({WORDS})[1 + g / 7 % 10]"
    " || case when g % 1000 = 0 then ' granting mandamus' else '' end"
    " || case when g % 2 = 0 then ' plaintiff' else ' respondent' end"
)


def seed(admin: Any, filings: int) -> None:
    """`filings` filings over a tenth as many cases, published, with statistics gathered."""
    cases = filings // 10
    forum = Forum.objects.create(slug="bench", kind="court", name="Bench Court")
    case = Case.objects.create(forum=forum, caption="Roe v. Poe", category="civil", docket_number="0")
    party = Party.objects.create(name="Roe")
    case_party = CaseParty.objects.create(case=case, party=party, role="plaintiff")
    filing = Filing.objects.create(
        case=case, docket_text="ORDER", date_filed=date(2000, 1, 1), filing_type="order.order"
    )
    filer = FilingParty.objects.create(filing=filing, case_party=case_party)
    own = f"{case.pk} + 1 + g % {cases}"
    rows: list[tuple[Any, int, dict[str, str]]] = [
        (forum, 0, {}),
        (case, cases, PUBLIC | _case()),
        (party, cases, PUBLIC | {"public_id": PUBLIC_ID, "name": "'Party ' || g", "sort_name": "'Party ' || g"}),
        (case_party, cases, {"case_id": f"{case.pk} + g", "party_id": f"{party.pk} + g"}),
        (filing, filings, PUBLIC | _filing(own, cases)),
        (
            filer,
            filings,
            {"case_id": own, "filing_id": f"{filing.pk} + g", "case_party_id": f"{case_party.pk} + 1 + g % {cases}"},
        ),
    ]
    admin.execute("set session_replication_role = replica")
    admin.execute("set maintenance_work_mem = '512MB'")
    for row, count, given in rows:
        table = row._meta.db_table
        columns = ", ".join(f.column for f in row._meta.local_concrete_fields)
        for schema in ("public", "published"):
            with _without_indexes(admin, schema, table):
                if schema == "public":
                    _multiply(admin, row, count, given)
                else:
                    admin.execute(f"delete from published.{table}")
                    admin.execute(f"insert into published.{table} ({columns}) select {columns} from public.{table}")
            admin.execute(f"vacuum analyze {schema}.{table}")
        admin.execute(f"select setval(pg_get_serial_sequence('public.{table}', 'id'), max(id)) from public.{table}")
    admin.execute("set session_replication_role = origin")


def _case() -> dict[str, str]:
    return {
        "public_id": PUBLIC_ID,
        "docket_number": "'1:20-cv-' || lpad(g::text, 6, '0')",
        "caption": "'Roe ' || g || ' v. Poe ' || g % 977",
        "date_filed": "date '2000-01-01' + (g % 9000)::int",
    }


def _filing(case: str, cases: int) -> dict[str, str]:
    return {
        "public_id": PUBLIC_ID,
        "case_id": case,
        "sequence": f"2 + g / {cases}",
        "entry_number": f"(1 + g / {cases})::text",
        "date_filed": "case when g % 50 > 0 then date '2000-01-01' + (g % 9000)::int end",
        "docket_text": TEXT,
        "text_vector": f"to_tsvector('english', {TEXT})",
    }


def _multiply(admin: Any, row: Any, count: int, given: dict[str, str]) -> None:
    """`count` copies of the row with other values where `given`, in its place; none: the row stays."""
    if not count:
        return
    table = f"public.{row._meta.db_table}"
    columns = [f.column for f in row._meta.local_concrete_fields]
    values = ", ".join(f"{row.pk} + g" if c == "id" else given.get(c, f"t.{c}") for c in columns)
    admin.execute(
        f"insert into {table} ({', '.join(columns)}) select {values} "
        f"from {table} t, generate_series(1, {count}) g where t.id = {row.pk}"
    )
    admin.execute(f"delete from {table} where id = {row.pk}")


@contextmanager
def _without_indexes(admin: Any, schema: str, table: str) -> Iterator[None]:
    """Indexes that no constraint needs are built once over all rows, not row by row."""
    found = admin.execute(
        "select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from pg_index i where i.indrelid = "
        "%s::regclass and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)",
        [f"{schema}.{table}"],
    ).fetchall()
    for name, _ in found:
        admin.execute(f"drop index {name}")
    yield
    for _, definition in found:
        admin.execute(definition)
