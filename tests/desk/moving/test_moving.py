"""Filings moved to another case and back: what goes along, what is in the way, and nothing told through the wall.

As many random histories are lived as HISTORIES says, 12 unless told: `HISTORIES=2000 pytest …`.
"""

from __future__ import annotations

import os
import random
from importlib import import_module
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from docket import models as m
from docket.desk.moving import acts
from docket.desk.moving.plan import plan, riding, staying
from docket.publishing.visibility import Visibility
from parties.merging import name_of
from tests.conftest import differences
from tests.processes.public_side import sees
from tests.records.cast import (
    a_case,
    a_claim,
    a_document,
    a_filing,
    a_link,
    a_party,
    a_public_case,
    a_public_filing,
    act,
    against,
    an_event,
    in_case,
)

HISTORIES = int(os.environ.get("HISTORIES", "12"))
db_only = pytest.mark.django_db


def moved(target: m.Case, *filings: m.Filing) -> m.FilingMove:
    return acts.move([filing.pk for filing in filings], target)


def refused(target: m.Case, *filings: m.Filing) -> str:
    with pytest.raises(ValidationError) as found:
        moved(target, *filings)
    return " ".join(found.value.messages)


def state(*models: Any) -> dict[str, list[Any]]:
    """Every column of the rows that a move may touch, but the versions and times of their last change, and what acts
    of publication changed: publishing a case publishes its drafts.
    """
    left_out = {"row_version", "updated_at", "visibility"}
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name not in left_out}
            for row in model._default_manager.order_by("pk").values()
        ]
        for model in models
    }


TOUCHED = (m.Filing, m.FilingParty, m.FilingLink, m.Document, m.Excerpt, m.DerivedDate, m.RulingCitation, m.ClaimEvent)


@pytest.fixture
def two(db: Any) -> tuple[m.Case, m.Case]:
    """Two cases with the same party in the same role."""
    source, target = a_case(caption="Vole v. Heron"), a_case(caption="Vole v. Quay")
    party = a_party(name="Ida Vole")
    for case in (source, target):
        in_case(case, party=party, role="plaintiff")
    return source, target


# What goes along


@db_only
def test_every_key_that_the_database_holds_in_one_case_goes_along_or_stands_in_the_way() -> None:
    integrity = import_module("docket.migrations.0002_integrity")
    rows = [row for row in integrity.IN_CASE if row[3] == "docket_filing"]
    held = {(table, column.removesuffix("_id")) for table, _, column, _ in rows}
    known = {(key.model._meta.db_table, key.name) for key in (*riding(m.Filing), *staying(m.Filing))}
    by_hand = {
        ("docket_filinglink", "from_filing"),
        ("docket_filinglink", "to_filing"),
        ("docket_claimevent", "filing"),
    }
    assert held <= known | by_hand
    assert {name_of(key) for key in riding(m.Filing)} == {
        "docket.deriveddate.filing",
        "docket.document.filing",
        "docket.excerpt.filing",
        "docket.filingparty.filing",
        "docket.rulingcitation.filing",
    }


@db_only
def test_a_filing_goes_with_all_that_is_of_it_and_comes_back_to_its_place(two: tuple[m.Case, m.Case]) -> None:
    source, target = two
    first, second, stays = a_filing(source), a_filing(source, entry_number="7"), a_filing(source)
    a_filing(target, entry_number="7")
    document = a_document(second)
    m.DocumentPage.objects.create(document=document, number=1, text="Page one")
    m.Excerpt.objects.create(filing=first, text="Verbatim")
    m.FilingParty.objects.create(filing=first, case_party=source.case_parties.get())
    a_link(second, first)
    a_link(stays, first, kind="refers_to")
    before = state(*TOUCHED, m.DocumentPage)
    found = plan([first, second], target)
    assert found.obstacles == []
    assert found.warnings == ["Entry number 7 is there already: it will be there twice."]
    made = moved(target, second, first)
    for filing in (first, second):
        filing.refresh_from_db()
    assert [row.pk for row in m.Filing.objects.filter(case=target).order_by("sequence")][1:] == [first.pk, second.pk]
    for model in (m.FilingParty, m.Document, m.DocumentPage, m.Excerpt):
        assert set(model.objects.values_list("case", flat=True)) == {target.pk}, model
    assert m.FilingParty.objects.get().case_party == target.case_parties.get()
    links = m.FilingLink.objects.order_by("pk").values_list("from_case", "to_case")
    assert list(links) == [(target.pk, target.pk), (source.pk, target.pk)]
    acts.undo(made)
    assert state(*TOUCHED, m.DocumentPage) == before
    with pytest.raises(ValidationError, match="undone already"):
        acts.undo(made)


@db_only
def test_what_was_filed_since_in_either_case_keeps_its_place_when_they_come_back(two: tuple[m.Case, m.Case]) -> None:
    source, target = two
    gone = a_filing(source)
    made = moved(target, gone)
    later = [a_filing(source), a_filing(target)]
    acts.undo(made)
    assert [row.pk for row in source.filings.order_by("sequence")] == [gone.pk, later[0].pk]
    assert list(target.filings.all()) == [later[1]]


# What stands in the way


@db_only
def test_what_rests_on_a_filing_and_stays_is_named_and_nothing_is_moved(two: tuple[m.Case, m.Case]) -> None:
    source, target = two
    filing, answered = a_filing(source), a_filing(source)
    claim = a_claim(source, asserted_in=filing, title="Negligence")
    an_event(against(claim, in_case(source)), filing=filing, kind="served")
    m.Deadline.objects.create(case=source, title="Answer", earliest="2024-05-01", latest="2024-05-01", trigger=filing)
    a_link(answered, filing)
    words = refused(target, filing)
    for part in ("The claim “", "The deadline “", "“Answer", "rests on one of them", "joins filings of one case"):
        assert part in words, part
    assert filing in source.filings.all()
    assert not m.FilingMove.objects.exists()


@db_only
def test_a_filer_who_is_not_in_the_other_case_is_never_dropped(two: tuple[m.Case, m.Case]) -> None:
    source, target = two
    filing, stranger = a_filing(source), in_case(source, party=a_party(name="Bo Heron"))
    m.FilingParty.objects.create(filing=filing, case_party=stranger)
    assert "“Bo Heron, Defendant” filed one of them and is not in the other case" in refused(target, filing)
    in_case(target, party=stranger.party, role="plaintiff")
    assert "is not in the other case" in refused(target, filing)
    in_case(target, party=stranger.party)
    moved(target, filing)
    assert m.FilingParty.objects.get().case_party.case == target


@db_only
def test_a_document_that_redacts_one_of_a_filing_that_stays_does_not_go(two: tuple[m.Case, m.Case]) -> None:
    source, target = two
    first, second = a_filing(source), a_filing(source)
    a_document(second, redacts=a_document(first))
    assert "The document “" in refused(target, second)
    assert "The document “" in refused(target, first)
    moved(target, first, second)


@db_only
def test_it_refuses_its_own_case_filings_of_two_and_a_plan_that_has_changed(two: tuple[m.Case, m.Case]) -> None:
    source, target = two
    filing = a_filing(source)
    assert "in that case already" in refused(source, filing)
    assert "filings of one case" in refused(target, filing, a_filing(a_case()))
    shown = plan([filing], target).digest
    m.Filing.objects.filter(pk=filing.pk).update(title="Another title")
    with pytest.raises(ValidationError, match="has changed since"):
        acts.move([filing.pk], target, shown=shown)


@db_only
def test_it_is_not_undone_once_something_there_rests_on_them_or_they_have_moved_on(two: tuple[m.Case, m.Case]) -> None:
    source, target = two
    filing, third = a_filing(source), a_case()
    made = moved(target, filing)
    claim = a_claim(target, asserted_in=filing)
    with pytest.raises(ValidationError, match="rests on one of them"):
        acts.undo(made)
    claim.delete()
    moved(third, filing)
    with pytest.raises(ValidationError, match="not in that case any more"):
        acts.undo(made)


# Through the wall


def test_a_public_filing_leaves_the_public_in_a_withheld_case_and_its_address_stays_its_own(projected: None) -> None:
    source, draft, public = a_public_case(), a_case(), a_public_case()
    filing, other = a_public_filing(source), a_public_filing(source)
    document = a_document(filing)
    act("publish", document)
    assert sees(filing, document, other) == [True, True, True]
    address = filing.get_absolute_url()
    made = moved(draft, filing)
    assert sees(filing, document, other, draft) == [False, False, True, False]
    acts.undo(made)
    assert sees(filing, document) == [True, True]
    moved(public, filing)
    shown = m.Filing.objects.using("published").get(pk=filing.pk)
    assert (shown.case_id, shown.get_absolute_url()) == (public.pk, address)
    assert sees(document) == [True]


def test_nothing_becomes_public_by_being_moved(projected: None) -> None:
    hidden, public = a_public_case(), a_public_case()
    filing, sealed, draft = a_public_filing(hidden), a_public_filing(hidden), a_filing(hidden)
    act("seal", sealed)
    act("hide", hidden)
    for row in (filing, sealed):
        assert "would be public at once" in refused(public, row)
    moved(public, draft)
    assert sees(filing, sealed, draft) == [False, False, False]
    act("publish", draft)
    assert sees(draft) == [True]


def test_what_was_changed_while_it_was_not_public_is_not_public_again_by_the_undo(projected: None) -> None:
    source, draft = a_public_case(), a_case()
    filing = a_public_filing(source)
    document = a_document(filing)
    act("publish", document)
    made = moved(draft, filing)
    m.Document.objects.filter(pk=document.pk).update(title="Exhibit with a name in it")
    with pytest.raises(ValidationError, match="would be public at once"):
        acts.undo(made)
    assert sees(filing, document) == [False, False]


# Random histories


class History:
    """Filings of cases, public and not, with links, filers and documents, moved and moved back at random."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        parties = [a_party() for _ in range(3)]
        self.cases = [a_public_case() if n % 2 else a_case() for n in range(4)]
        roles = {case.pk: [in_case(case, party=party) for party in parties] for case in self.cases}
        self.filings: list[m.Filing] = []
        for case in self.cases:
            for _ in range(4):
                filing = a_public_filing(case) if self.random.random() < 0.5 else a_filing(case)
                m.FilingParty.objects.create(filing=filing, case_party=self.random.choice(roles[case.pk]))
                a_document(filing)
                before = [row for row in self.filings if row.case_id == case.pk]
                if before and self.random.random() < 0.4:
                    kind = self.random.choice(["answers", "refers_to"])
                    a_link(filing, self.random.choice(before), kind=kind)
                self.filings.append(filing)
        self.stack: list[m.FilingMove] = []

    def step(self) -> None:
        self.random.choice([self.move, self.move, self.undo, self.show])()

    def move(self) -> None:
        case = self.random.choice(self.cases)
        mine = [row.pk for row in m.Filing.objects.filter(case=case)]
        if not mine:
            return
        chosen = self.random.sample(mine, min(len(mine), self.random.randint(1, 3)))
        rows = list(m.Filing.objects.filter(pk__in=chosen).select_related("case"))
        target = m.Case.objects.get(pk=self.random.choice(self.cases).pk)
        if plan(rows, target).obstacles:
            refused(target, *rows)
        else:
            self.stack.append(moved(target, *rows))

    def undo(self) -> None:
        if self.stack and not acts.why_not_undone(self.stack[-1]) and not acts.way_back(self.stack[-1]).obstacles:
            acts.undo(self.stack.pop())

    def show(self) -> None:
        case = self.random.choice(self.cases)
        case.refresh_from_db()
        act("hide" if case.visibility == Visibility.PUBLIC else "publish", case)


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_a_random_history_leaves_the_record_and_what_is_published_as_built_anew(projected: None, seed: int) -> None:
    history = History(seed)
    began = state(*TOUCHED)
    for _ in range(10):
        history.step()
        assert differences() == []
    for case in m.Case.objects.filter(visibility=Visibility.PUBLIC):
        act("hide", case)  # so that nothing stands in the way of moving back
    while history.stack:
        acts.undo(history.stack.pop())
    assert state(*TOUCHED) == began
