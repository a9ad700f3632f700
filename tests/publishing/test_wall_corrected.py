"""What is corrected in public says so, by the wall itself: nothing that was never public, and no wrong name again."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction

from docket.models import Case, CaseParty, Claim, ClaimEvent, Correction, Filing, Matter, Summary
from docket.publishing.rules import Published, publication_of
from docket.publishing.wall import corrected
from docket.site.corrected import columns, of_case, told, words_of
from parties.models import Party
from tests.processes.public_side import rows
from tests.records.cast import (
    a_case,
    a_claim,
    a_filing,
    a_matter,
    a_public_case,
    act,
    against,
    an_event,
    in_case,
    publish,
)

pytestmark = pytest.mark.usefixtures("projected")
MAY_2 = date(2026, 5, 2)


def change(row: object, **values: object) -> None:
    type(row).objects.filter(pk=row.pk).update(**values)  # type: ignore[attr-defined]


def lines() -> list[tuple[str, str]]:
    """What the public's own role reads of all corrections, oldest first."""
    return [(row.what, row.was) for row in rows(Correction)]


def test_a_date_is_told_with_what_stood_there_and_no_finer_than_it_was_known():
    case = a_public_case(date_filed=date(2026, 5, 1), date_filed_precision="month")
    filing = publish(a_filing(case, date_filed=MAY_2, entry_number="12"))
    change(filing, date_filed=date(2026, 5, 3))
    change(case, date_filed=MAY_2, date_filed_precision="day")
    assert lines() == [("filing.date_filed", "2026-05-02"), ("case.date_filed", "2026-05")]
    assert [line.words for line in told(of_case(case))] == [
        "The case: date filed was May 2026",
        "Entry 12: date filed was 2 May 2026",
    ]


def test_a_name_a_role_an_outcome_and_a_text_are_told_without_what_stood_there():
    case = a_public_case()
    role = in_case(case, role="defendant")
    event = an_event(against(a_claim(case), role), kind="served", date=MAY_2)
    filing = publish(a_filing(case, docket_text="ORDER by Judge Roe"))
    change(role.party, name="Another Name")
    change(role, role="plaintiff")
    change(event, kind="service_waived")
    change(filing, docket_text="ORDER")
    change(case, caption="Other v. Other")
    told_of = [row.what for row in rows(Correction)]
    assert told_of == ["party.name", "caseparty.role", "claimevent.kind", "filing.docket_text", "case.caption"]
    assert {row.was for row in rows(Correction)} == {""}


def test_a_sum_is_told_with_its_currency():
    claim = a_claim(a_public_case(), amount=250)
    change(claim, amount=300)
    assert lines() == [("claim.amount", "250.00 USD")]


def test_what_is_added_or_was_never_public_is_no_correction():
    draft, case = a_case(date_filed=MAY_2), a_public_case()
    held = a_filing(case, date_filed=MAY_2, docket_text="A draft's words")
    change(draft, date_filed=date(2026, 5, 3), caption="Draft v. Draft")
    change(held, date_filed=date(2026, 5, 3), docket_text="Other words")
    change(case, date_filed=MAY_2)
    publish(draft)
    publish(held)
    with transaction.atomic():
        change(draft, date_filed=date(2026, 5, 4))
        change(draft, date_filed=date(2026, 5, 3))
    assert not Correction.objects.exists()


def test_sealing_and_unsealing_is_no_correction_and_takes_earlier_lines_away():
    case = a_public_case()
    filing = publish(a_filing(case, date_filed=MAY_2, docket_text="ORDER"))
    change(filing, date_filed=date(2026, 5, 3))
    act("seal", filing)
    assert lines() == []
    change(filing, date_filed=date(2026, 5, 4))
    act("unseal", filing)
    assert lines() == [("filing.date_filed", "2026-05-02")]
    act("seal", case)
    assert lines() == []


def test_a_hidden_partys_lines_go_and_give_nobody_a_presence():
    case = a_public_case()
    role = in_case(case)
    change(role.party, name="Another Name")
    assert lines() == [("party.name", "")]
    act("hide", case)
    assert (lines(), rows(Party)) == ([], [])
    act("publish", case)
    act("hide", role.party)
    assert lines() == []


def test_a_slip_is_mended_quietly_but_no_date_name_role_or_outcome():
    case = a_public_case(date_filed=MAY_2)
    filing = publish(a_filing(case, docket_text="ORDRE", title="Ordre"))
    with transaction.atomic():
        corrected.quietly()
        change(filing, docket_text="ORDER", title="Order")
        change(case, date_filed=date(2026, 5, 3), caption="Other v. Other")
    assert sorted(what for what, _ in lines()) == ["case.caption", "case.date_filed"]
    change(filing, docket_text="ORDER.")
    assert lines()[-1] == ("filing.docket_text", "")


def test_of_matters_and_summaries_it_is_told_too_and_expunging_takes_all_of_it():
    matter, case = publish(a_matter(happened_on=MAY_2)), a_public_case()
    summary = publish(Summary.objects.create(case=case, text="It stands.", as_of=MAY_2))
    change(matter, happened_on=date(2026, 5, 3))
    change(summary, text="It stands still.")
    assert lines() == [("matter.happened_on", "2026-05-02"), ("summary.text", "")]
    act("expunge", case)
    assert lines() == [("matter.happened_on", "2026-05-02")]
    assert Correction.objects.count() == 1


def test_every_declared_column_has_words_and_only_dates_and_sums_are_told():
    for model in (Case, CaseParty, Claim, ClaimEvent, Filing, Matter, Party, Summary):
        rule = publication_of(model)
        assert isinstance(rule, Published)
        for column in rule.corrected:
            field = model._meta.get_field(column.column)
            assert column.is_told == (type(field).__name__ in ("DateField", "DecimalField"))
            assert not (column.is_told and column.may_be_quiet)
            assert words_of(f"{model._meta.model_name}.{column.column}") == column.words
    assert len(columns()) > 25
