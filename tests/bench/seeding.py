"""A large record in a few statements: one row of each model is made by Django, SQL multiplies it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from docket.models import (
    Case,
    CaseMatter,
    CaseParty,
    Document,
    Filing,
    FilingLink,
    FilingParty,
    Forum,
    Matter,
)
from docket.publishing.wall import gathered
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
    """`filings` filings over a tenth as many cases, published, with what belongs to them, with statistics gathered.

    Of the cases a tenth are in another forum, and each is in no matter, one or two. Every second filing has two
    filers, 40 % have documents, 30 % are linked to an earlier one.
    """
    cases = filings // 10
    matters = cases // 10 + 2
    forum = Forum.objects.create(slug="bench", kind="court", name="Bench Court", docket_pattern="us_district")
    other = Forum.objects.create(slug="other", kind="court", name="Other Court", docket_pattern="us_district")
    case = Case.objects.create(forum=forum, caption="Roe v. Poe", category="civil", docket_number="0")
    matter = Matter.objects.create(title="Matter")
    in_matter = CaseMatter.objects.create(case=case, matter=matter)
    party = Party.objects.create(name="Roe")
    case_party = CaseParty.objects.create(case=case, party=party, role="plaintiff", side="initiating")
    filing = Filing.objects.create(
        case=case, docket_text="ORDER", date_filed=date(2000, 1, 1), filing_type="order.order"
    )
    earlier = Filing.objects.create(case=case)
    filer = FilingParty.objects.create(filing=filing, case_party=case_party)
    document = Document.objects.create(filing=filing, title="Exhibit")
    link = FilingLink.objects.create(from_filing=filing, to_filing=earlier, kind="answers")
    place = _Places(case.pk, cases, filing.pk, filings)
    rows: list[tuple[Any, int, dict[str, str]]] = [
        (forum, 0, {}),
        (case, cases, PUBLIC | _case(forum, other)),
        (matter, matters, PUBLIC | {"public_id": PUBLIC_ID, "title": "'Matter ' || g"}),
        (in_matter, cases, _in_matter(case.pk, matter.pk, matters)),
        (party, cases, PUBLIC | {"public_id": PUBLIC_ID, "name": "'Party ' || g", "sort_name": "'Party ' || g"}),
        (case_party, 2 * cases, _case_party(case.pk, party.pk, cases)),
        (filing, filings, PUBLIC | _filing(place.case_of("g"), cases)),
        (filer, filings * 3 // 2, _filer(place, case_party.pk)),
        (document, filings // 2, PUBLIC | _document(place)),
        (link, filings * 3 // 10, _link(place)),
    ]
    admin.execute("set session_replication_role = replica")
    admin.execute("set maintenance_work_mem = '512MB'")
    admin.execute(f"delete from public.docket_filing where id = {earlier.pk}")
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
    for kept in gathered.kept_tables():
        admin.execute(f"delete from published.{kept.name}")
        gathered.fill(admin, kept)
    admin.execute("set session_replication_role = origin")


@dataclass(frozen=True)
class _Places:
    """The n-th filing, from 1, and its case: the cases take the filings in turn."""

    case: int
    cases: int
    filing: int
    filings: int

    def case_of(self, n: str) -> str:
        """The key of its case."""
        return f"{self.case} + 1 + ({n}) % {self.cases}"

    def of(self, n: str) -> dict[str, str]:
        """Both keys."""
        return {"filing_id": f"{self.filing} + ({n})", "case_id": self.case_of(n)}


def _case(forum: Forum, other: Forum) -> dict[str, str]:
    return {
        "public_id": PUBLIC_ID,
        "forum_id": f"case when g % 10 = 0 then {other.pk} else {forum.pk} end",
        "docket_number": "'1:20-cv-' || lpad(g::text, 6, '0')",
        "docket_number_normal": "'1:20-cv-' || lpad(g::text, greatest(5, length(g::text)), '0')",
        "caption": "'Roe ' || g || ' v. Poe ' || g % 977",
        "date_filed": "date '2000-01-01' + (g % 9000)::int",
    }


def _in_matter(case: int, matter: int, matters: int) -> dict[str, str]:
    """Of three cases one is in a matter, one in two."""
    return {
        "case_id": f"{case} + 3 * ((g - 1) / 3) + 1 + ((g - 1) % 3 > 0)::int",
        "matter_id": f"{matter} + 1 + g % {matters}",
        "is_primary": "(g - 1) % 3 < 2",
    }


def _case_party(case: int, party: int, cases: int) -> dict[str, str]:
    """A plaintiff of each case, then a defendant of each."""
    return {
        "case_id": f"{case} + 1 + (g - 1) % {cases}",
        "party_id": f"{party} + 1 + (g + g / {cases} * 7) % {cases}",
        "role": f"case when g > {cases} then 'defendant' else 'plaintiff' end",
        "side": f"case when g > {cases} then 'responding' else 'initiating' end",
    }


def _filer(place: _Places, case_party: int) -> dict[str, str]:
    """The plaintiff of each filing's case, then the defendant of every second one."""
    n = f"case when g > {place.filings} then 2 * (g - {place.filings}) else g end"
    second = f"case when g > {place.filings} then {place.cases} else 0 end"
    return place.of(n) | {"case_party_id": f"{case_party} + 1 + ({n}) % {place.cases} + {second}"}


def _document(place: _Places) -> dict[str, str]:
    """A main document of 40 % of the filings, then an attachment of a quarter of those."""
    mains = place.filings * 2 // 5
    n = f"1 + (g - 1) % {mains} * 5 / 2"
    number = f"(g - 1) / {mains}"
    file = "case when g % 2 = 0 then 'documents/' || g || '.pdf' else '' end"
    return place.of(n) | {"public_id": PUBLIC_ID, "attachment_number": number, "file": file}


def _link(place: _Places) -> dict[str, str]:
    """From a filing to the one before it in the same case."""
    later = f"{place.filings} - 3 * (g - 1)"
    rules = "g % 3 = 0"
    return {
        "from_filing_id": f"{place.filing} + {later}",
        "to_filing_id": f"{place.filing} + {later} - {place.cases}",
        "from_case_id": place.case_of(later),
        "to_case_id": place.case_of(later),
        "kind": f"case when {rules} then 'rules_on' when g % 3 = 1 then 'opposes' else 'answers' end",
        "outcome": f"case when {rules} then 'granted' else '' end",
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
