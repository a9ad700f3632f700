"""What is kept ready for the files says what the files would gather themselves, and nothing withheld stays in it."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DatabaseError, connection, transaction
from django.http import QueryDict

from docket import models as m
from docket.choices import FilingLinkKind, PartyRole, RulingOutcome
from docket.publishing import verbs
from docket.publishing.wall.gathered import kept_tables
from docket.publishing.wall.tables import published_tables
from docket.site.exports import copy
from docket.site.exports.columns import File
from docket.site.exports.files import FILES
from docket.site.exports.filings import FILINGS
from parties import models as p
from tests import cluster
from tests.processes import stress
from tests.records import cast
from tests.records.listing_records import as_public

pytestmark = pytest.mark.usefixtures("projected")
KEPT = [file for file in FILES if any(column.kept for column in file.columns)]
SEEDS, ROUNDS, STEPS = range(3), 6, 6


def rename(r: random.Random) -> None:
    row: Any = stress.some(p.Party, r)
    row.name = f"{r.choice(['Roe', '=Poe', 'Moe; Doe', '“Zoe”, Inc.', ''])} {r.random()}"
    row.save()


def another_role(r: random.Random) -> None:
    m.CaseParty.objects.filter(pk=stress.some(m.CaseParty, r).pk).update(role=r.choice(PartyRole.values))


def a_ruling(r: random.Random) -> None:
    link: Any = stress.some(m.FilingLink, r)
    kind, outcome = r.choice(FilingLinkKind.values), r.choice(["", *RulingOutcome.values])
    m.FilingLink.objects.filter(pk=link.pk).update(kind=kind, outcome=outcome, is_derived=r.random() < 0.3)


def another_number(r: random.Random) -> None:
    number = r.choice(["", "12", "=1+1"])
    m.Filing.objects.filter(pk=stress.some(m.Filing, r).pk).update(entry_number=number)


def a_citation(r: random.Random) -> None:
    filing = stress.some(m.Filing, r)
    text, position = f"{r.randint(1, 900)} F.4th {r.randint(1, 900)}", r.randint(0, 3)
    m.RulingCitation.objects.create(filing=filing, kind="reporter", text=text, position=position)


def a_file(r: random.Random) -> None:
    m.Document.objects.filter(pk=stress.some(m.Document, r).pk).update(file=r.choice(["", "documents/a.pdf"]))


def another_title(r: random.Random) -> None:
    m.Matter.objects.filter(pk=stress.some(m.Matter, r).pk).update(title=f"@{r.random()}")


def another_note(r: random.Random) -> None:
    note = r.choice(["", "As reported in 2022.", "@SUM(1)", "Invented; every person too."])
    m.Matter.objects.filter(pk=stress.some(m.Matter, r).pk).update(heading_note=note)


def another_matter(r: random.Random) -> None:
    case, matter = stress.some(m.Case, r), stress.some(m.Matter, r)
    m.CaseMatter.objects.create(case=case, matter=matter, is_primary=False, position=r.randint(0, 3))


def another_filer(r: random.Random) -> None:
    filing: Any = stress.some(m.Filing, r)
    part = filing.case.case_parties.order_by("pk").last()
    m.FilingParty.objects.create(filing=filing, case_party=part)


EDITS: list[Callable[[random.Random], None]] = [
    *(rename, another_role, a_ruling, another_number, a_citation, a_file),
    *(another_title, another_note, another_matter, another_filer),
]


def at_random(r: random.Random) -> None:
    """One transaction of a writer, as far as the record allows it."""
    try:
        r.choice([stress.one_transaction, *EDITS])(r)
    except (stress.RolledBack, ValidationError, DatabaseError, ObjectDoesNotExist):
        return


def text_of(file: File, question: str = "") -> bytes:
    asked = file.filter(QueryDict(question), file.listed())
    assert asked.is_valid()
    return b"".join(copy.csv_of(file, asked))


def both(file: File, monkeypatch: pytest.MonkeyPatch, question: str = "") -> tuple[bytes, bytes]:
    """The public file as it is sent, and as it is when each row gathers for itself; of the same published rows."""
    with as_public():
        sent = text_of(file, question)
        with monkeypatch.context() as without:
            without.setattr(copy, "_has_kept", lambda cursor: False)
            return sent, text_of(file, question)


@pytest.mark.parametrize("seed", SEEDS)
def test_it_says_what_each_row_would_gather_whatever_staff_do(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    r = random.Random(seed)
    stress.seed()
    seen = b""
    for matter in m.Matter.objects.exclude(visibility="public"):
        cast.publish(matter)
    for _ in range(ROUNDS):
        for _ in range(STEPS):
            at_random(r)
        for file in KEPT:
            sent, gathered = both(file, monkeypatch)
            assert sent == gathered, file.name
            seen += sent
        sent, gathered = both(KEPT[0], monkeypatch, "order=oldest&group=mot")
        assert sent == gathered
    for gathered_words in (b"(Defendant)", b"Answers", b"Collapse"):
        assert gathered_words in seen


@pytest.fixture
def suit() -> Any:
    """A public case: a motion, filed by a party, that is answered."""

    class Suit:
        matter = cast.a_matter(title="Collapse", heading_note="As reported then.")
        case = cast.a_case()
        party = cast.a_party(name="Canary")
        part = cast.in_case(case, party=party)
        motion = cast.a_filing(case, entry_number="7")
        answer = cast.a_filing(case)
        document = cast.a_document(answer, file="documents/a.pdf")

    m.CaseMatter.objects.create(case=Suit.case, matter=Suit.matter)
    m.FilingParty.objects.create(filing=Suit.answer, case_party=Suit.part)
    m.RulingCitation.objects.create(filing=Suit.answer, kind="reporter", text="601 F.4th 12")
    cast.a_link(Suit.answer, Suit.motion, outcome="")
    cast.publish(Suit.matter)
    cast.publish(Suit.case)
    return Suit


def kept_text() -> str:
    with cluster.connect(database=cluster.TEST_DATABASE) as admin:
        return " ".join(
            str(row) for k in kept_tables() for row in admin.execute(f"select t::text from published.{k.name} t")
        )


def test_it_keeps_what_is_gathered(suit: Any) -> None:
    kept = kept_text()
    for words in (
        "Canary (Defendant)",
        "Answers entry 7",
        suit.motion.public_id,
        "601 F.4th 12",
        "Collapse",
        "As reported then.",
    ):
        assert words in kept


@pytest.mark.parametrize(
    ("verb", "what", "gone"),
    [
        ("hide", "party", "Canary"),
        ("seal", "answer", "Canary"),
        ("seal", "answer", "601 F.4th 12"),
        ("hide", "answer", "Answers"),
        ("seal", "motion", "Answers"),
        ("hide", "motion", "entry 7"),
        ("seal", "case", "Canary"),
        ("hide", "matter", "Collapse"),
        ("hide", "matter", "As reported then."),
        ("remove", "case", "Collapse"),
        ("expunge", "answer", "Canary"),
    ],
)
def test_what_is_withheld_is_gone_from_it_in_the_same_transaction(suit: Any, verb: str, what: str, gone: str) -> None:
    assert gone in kept_text()
    row = getattr(suit, what)
    if verb == "expunge":
        verbs.act("seal", row, actor=None, reason="test")
        row.refresh_from_db()
    verbs.act(verb, row, actor=None, reason="test")
    assert gone not in kept_text()


def test_a_new_name_replaces_the_old_in_it(suit: Any) -> None:
    p.Party.objects.filter(pk=suit.party.pk).update(name="Roe")
    kept = kept_text()
    assert "Roe (Defendant)" in kept
    assert "Canary" not in kept


def test_a_document_under_seal_is_counted_and_no_file_of_it(suit: Any) -> None:
    verbs.act("seal", suit.document, actor=None, reason="test")
    with cluster.connect(database=cluster.TEST_DATABASE) as admin:
        rows = admin.execute("select document_count, file_count from published.docket_filinggathered").fetchall()
    assert rows == [(1, 0)]


def test_no_line_of_the_public_file_of_filings_asks_another_table_by_itself(suit: Any) -> None:
    everything = FILINGS.filter(QueryDict(""), FILINGS.listed())
    assert everything.is_valid()
    with as_public(), transaction.atomic(), connection.cursor() as cursor:
        for sql in copy.statements(FILINGS.from_kept(), everything, connection):
            cursor.execute("explain " + sql.removeprefix("copy (").rpartition(") to stdout")[0])
            plan = "\n".join(row[0] for row in cursor.fetchall())
            assert "Sort" in plan or "Index Scan" in plan
            assert "SubPlan" not in plan


def test_the_staff_s_tables_have_nothing_kept_and_give_the_same_file(suit: Any) -> None:
    with as_public():
        sent = text_of(KEPT[0])
    assert b"Canary (Defendant)" in sent
    m.Filing.objects.exclude(visibility="public").delete()
    with cluster.connect(database=cluster.TEST_DATABASE) as admin:
        assert admin.execute("select to_regclass('public.docket_filinggathered')").fetchone() == (None,)
    ours, theirs = text_of(KEPT[0]).split(b"\r\n"), sent.split(b"\r\n")
    assert len(ours) == len(theirs) > 2
    assert [line.rsplit(b",", 1)[0] for line in ours] == [line.rsplit(b",", 1)[0] for line in theirs]


def test_every_table_that_it_follows_from_is_published(suit: Any) -> None:
    names = {t.name for t in published_tables()}
    for k in kept_tables():
        for part in k.rule.parts:
            assert set(part.noted_by) <= names
