"""A large record in a few statements: one row of each model is made by Django, SQL multiplies it."""

from __future__ import annotations

from datetime import date
from typing import Any

from docket.models import Case, CaseParty, Filing, FilingParty, Forum
from parties.models import Party

PUBLIC_ID = "'b' || lpad(translate(g::text, '0123456789', 'bcdfghjkmn'), 9, 'b')"
WORDS = "array['negligence','contract','damages','discovery','venue','service','injunction','stay','fees','remand']"


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
    admin.execute("set session_replication_role = replica")
    visible = {"visibility": "'public'"}
    _multiply(
        admin,
        case,
        cases,
        visible
        | {
            "public_id": PUBLIC_ID,
            "docket_number": "'1:20-cv-' || lpad(g::text, 6, '0')",
            "caption": "'Roe ' || g || ' v. Poe ' || g % 977",
            "date_filed": "date '2000-01-01' + (g % 9000)::int",
        },
    )
    _multiply(
        admin, party, cases, visible | {"public_id": PUBLIC_ID, "name": "'Party ' || g", "sort_name": "'Party ' || g"}
    )
    own = f"(select {case.pk} + 1 + g % {cases})"
    _multiply(admin, case_party, cases, {"case_id": f"{case.pk} + g", "party_id": f"{party.pk} + g"})
    _multiply(
        admin,
        filing,
        filings,
        visible
        | {
            "public_id": PUBLIC_ID,
            "case_id": own,
            "sequence": f"2 + g / {cases}",
            "entry_number": f"(1 + g / {cases})::text",
            "date_filed": "case when g % 50 > 0 then date '2000-01-01' + (g % 9000)::int end",
            "docket_text": f"'ORDER on motion ' || g || ' about ' || ({WORDS})[1 + g % 10] || ' and '"
            f" || ({WORDS})[1 + g / 7 % 10]"
            " || case when g % 1000 = 0 then ' granting mandamus' else '' end"
            " || case when g % 2 = 0 then ' plaintiff' else ' respondent' end",
        },
    )
    _multiply(
        admin,
        filer,
        filings,
        {"case_id": own, "filing_id": f"{filing.pk} + g", "case_party_id": f"{case_party.pk} + 1 + g % {cases}"},
    )
    for row in (forum, case, party, case_party, filing, filer):
        table = row._meta.db_table
        if row is not forum:
            admin.execute(f"delete from {table} where id = {row.pk}")
        columns = ", ".join(f.column for f in row._meta.local_concrete_fields)
        admin.execute(f"delete from published.{table}")
        admin.execute(f"insert into published.{table} ({columns}) select {columns} from public.{table}")
        admin.execute(f"vacuum analyze published.{table}")
        admin.execute(f"vacuum analyze public.{table}")
        admin.execute(f"select setval(pg_get_serial_sequence('public.{table}', 'id'), max(id)) from public.{table}")
    admin.execute("set session_replication_role = origin")


def _multiply(admin: Any, row: Any, count: int, given: dict[str, str]) -> None:
    columns = [f.column for f in row._meta.local_concrete_fields]
    values = ", ".join(f"{row.pk} + g" if c == "id" else given.get(c, f"t.{c}") for c in columns)
    table = f"public.{row._meta.db_table}"
    admin.execute(
        f"insert into {table} ({', '.join(columns)}) select {values} "
        f"from {table} t, generate_series(1, {count}) g where t.id = {row.pk}"
    )
