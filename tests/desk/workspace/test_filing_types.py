"""What types of filing the desk offers first: those of the proceeding and of its forum's country."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from docket import models as m
from docket.choices import FilingType
from docket.desk.forms.filing_types import offered
from docket.desk.workspace.line_form import TypeField, type_labels
from tests.records.desk_cast import a_case, a_filing, address, member

pytestmark = pytest.mark.django_db


@pytest.fixture
def english(db: Any) -> m.Case:
    forum = m.Forum.objects.create(slug="ewhc", kind="court", name="High Court", jurisdiction="England and Wales")
    case: m.Case = a_case(forum=forum)
    return case


def test_an_english_claim_is_offered_its_own_papers_first_and_all_others_after_them(english: m.Case) -> None:
    assert type_labels(english)[0] == ("ew.claim_form", "Claim form")
    assert {code for code, _ in type_labels(english)} == set(FilingType.values)
    assert type_labels(a_case())[0] == ("init.complaint", "Complaint")


def test_what_is_typed_finds_them_wherever_they_stand() -> None:
    assert TypeField().clean("particulars of claim") == "ew.particulars_of_claim"
    assert TypeField().clean("et1") == "et.claim"


def test_the_form_of_a_filing_offers_them_in_the_order_of_its_case(english: m.Case) -> None:
    page = Client.get(member("chief"), address(a_filing(english)))
    choices = page.context["adminform"].form.fields["filing_type"].choices
    assert [label for label, _ in choices][1:4] == ["England and Wales", "Court action", "Disposition"]


def test_a_tribunal_and_an_inquest_come_before_the_country(english: m.Case) -> None:
    for category, first in (("tribunal", "Employment tribunal"), ("inquest", "Inquest")):
        english.category = category
        assert [label for label, _ in offered(english)][:2] == [first, "England and Wales"]
    assert offered(None)[0][0] == "Initiating"
