"""Withholding what decides a motion: the desk says what the public would conclude, and a person chooses; for real."""

import re

import pytest
from django.db import connections

from docket.models import Filing, FilingLink
from tests.records.desk_cast import a_case, a_filing, address, member, press, publish

pytestmark = pytest.mark.usefixtures("committed")


@pytest.fixture
def case():
    case = a_case()
    motion, ruling = a_filing(case, "Motion to dismiss"), a_filing(case, "Order")
    Filing.objects.filter(pk=motion.pk).update(filing_type="mot.dismiss")
    FilingLink.objects.create(from_filing=ruling, to_filing=motion, kind="rules_on", outcome="granted")
    publish(case)
    return case, Filing.objects.get(pk=motion.pk), Filing.objects.get(pk=ruling.pk)


def as_told(motion):
    with connections["published"].cursor() as cursor:
        cursor.execute("select record_incomplete from docket_filing where id = %s", [motion.pk])
        return cursor.fetchone()[0]


def words(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


@pytest.mark.parametrize(("verb", "authority"), [("hide", ""), ("seal", "Order of 3 May 2024")])
@pytest.mark.parametrize(("answer", "incomplete"), [("incomplete", True), ("shown", False)])
def test_withholding_a_ruling_asks_what_is_said_of_the_motion(case, verb, authority, answer, incomplete):
    _, motion, ruling = case
    chief = member("chief")
    page = words(chief.get(address(ruling, "publication"), {"verb": verb}))
    assert "1 filing would be read as what it is not" in page
    assert "In the record: decided . The public would read: no ruling linked to it ." in page
    asked = {"verb": verb, "reason": "by order", "authority": authority, f"record-{motion.pk}": answer}
    assert press(chief, ruling, **asked).status_code == 302
    assert as_told(motion) is incomplete


def test_withholding_what_decides_nothing_asks_nothing(case):
    _, motion, _ = case
    page = words(member("chief").get(address(motion, "publication"), {"verb": "hide"}))
    assert "would be read as" not in page
