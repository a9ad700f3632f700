"""A line docketed in several cases at once: in which, by whom filed, and what each docket keeps to itself."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from docket import models as m
from docket.publishing import verbs
from tests.records.desk_cast import a_case, a_party, address, member

pytestmark = pytest.mark.django_db


@pytest.fixture
def cases(db: Any) -> list[m.Case]:
    """A lead case, two members of it, and one that is only related."""
    lead, *others = (a_case(caption) for caption in ("In re Lifts", "Vole v. Heron", "Reed v. Heron", "Other v. Case"))
    for case in others[:2]:
        m.CaseLink.objects.create(from_case=case, to_case=lead, kind="consolidated_into")
    m.CaseLink.objects.create(from_case=others[2], to_case=lead, kind="related")
    return [lead, *others]


def offered(client: Client, case: m.Case) -> set[str]:
    return {str(row) for row, _ in client.get(address(case, "workspace")).context["together"]}


def send(client: Client, case: m.Case, also: list[m.Case], **boxes: Any) -> Any:
    sent = {"docket_text": "ORDER setting trial", "date_filed": "2024-05-02", "entry_number": "9", **boxes}
    return client.post(address(case, "workspace"), {**sent, "also_in": [str(row.pk) for row in also]})


def test_the_cases_heard_together_are_offered_from_each_of_them(cases: list[m.Case]) -> None:
    chief, (lead, one, two, related) = member("chief"), cases
    assert offered(chief, lead) == {str(one), str(two)}
    assert offered(chief, one) == {str(lead), str(two)}
    assert offered(chief, related) == set()


def test_the_line_stands_in_each_ticked_docket_with_the_same_filers_and_no_number_but_its_own(
    cases: list[m.Case],
) -> None:
    chief, (lead, one, two, _) = member("chief"), cases
    filer = a_party(lead, "Ida Vole")
    m.CaseParty.objects.create(case=one, party=filer.party, role="plaintiff")
    answer = send(chief, lead, [one, two], filers=[filer.pk])
    assert answer.status_code == 302
    rows = {row.case_id: row for row in m.Filing.objects.all()}
    assert set(rows) == {lead.pk, one.pk, two.pk}
    assert {row.docket_text for row in rows.values()} == {"ORDER setting trial"}
    assert {row.filing_type for row in rows.values()} == {rows[lead.pk].filing_type}
    assert [rows[case.pk].entry_number for case in (lead, one, two)] == ["9", "", ""]
    assert len({row.public_id for row in rows.values()}) == 3
    filed = m.FilingParty.objects.values_list("filing", "case_party__case", "case_party__party")
    assert set(filed) == {(rows[case.pk].pk, case.pk, filer.party_id) for case in (lead, one)}
    told = chief.get(address(lead, "workspace")).content.decode()
    assert "“Reed v. Heron” the line has no filer Ida Vole, Plaintiff" in told


def test_a_filer_who_was_only_read_from_the_text_stays_so_in_each_docket(cases: list[m.Case]) -> None:
    chief, (lead, one, *_) = member("chief"), cases
    filer = a_party(lead, "Ida Vole")
    m.CaseParty.objects.create(case=one, party=filer.party, role="plaintiff")
    send(chief, lead, [one], docket_text="COMPLAINT filed by Plaintiff Ida Vole")
    filed = m.FilingParty.objects.values_list("filing__case", "case_party__party", "is_derived")
    assert set(filed) == {(case.pk, filer.party_id, True) for case in (lead, one)}


def test_a_line_that_is_refused_stands_in_no_docket_and_keeps_its_ticks(cases: list[m.Case]) -> None:
    chief, (lead, one, *_) = member("chief"), cases
    answer = send(chief, lead, [one], docket_text="", entry_number="", date_filed="2024-05-02")
    assert [(row, True) for row in [one]] == [each for each in answer.context["together"] if each[1]]
    assert not m.Filing.objects.exists()


def test_a_case_that_is_not_offered_cannot_be_ticked(cases: list[m.Case]) -> None:
    lead, one, two, related = cases
    verbs.act("seal", two, actor=None, reason="an order")
    editor = member("editor")
    assert offered(editor, lead) == {str(one)}
    send(editor, lead, [two, related])
    assert set(m.Filing.objects.values_list("case", flat=True)) == {lead.pk}


def test_what_goes_to_a_public_case_that_holds_new_filings_waits_as_a_draft(cases: list[m.Case]) -> None:
    lead, one, *_ = cases
    verbs.act("publish", one, actor=None, reason="checked")
    m.Case.objects.filter(pk=one.pk).update(new_filings="draft")
    send(member("editor"), lead, [one])
    assert set(m.Filing.objects.values_list("visibility", flat=True)) == {"draft"}
