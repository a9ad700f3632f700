"""Corrections from the desk: told to the public by themselves, quietly only by an editor and for a slip in a text."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from docket.models import Case, CaseMatter, Correction, Filing
from docket.site.exports.copy import csv_of
from docket.site.exports.corrections import CORRECTIONS
from tests.records.cast import a_case, a_filing, a_matter, act, in_case, publish
from tests.records.desk_cast import address, member, typed

pytestmark = pytest.mark.usefixtures("committed")
SLIP = "Only a slip of the pen"


@pytest.fixture
def filing() -> Filing:
    case = publish(a_case(caption="Roe v. Poe"))
    made: Filing = publish(
        a_filing(case, docket_text="ORDRE", title="Order", entry_number="12", date_filed=date(2026, 5, 2))
    )
    return made


def save(client: Client, row: object, **boxes: str) -> str:
    page = client.get(address(row))
    return client.post(address(row), {**typed(page), **boxes}, follow=True).content.decode()


def test_a_date_that_is_corrected_is_told_on_the_cases_page_in_its_feed_and_its_file(filing: Filing):
    case = filing.case
    where = reverse("case_corrections", args=[case.public_id])
    client = member("editor")
    assert "has been corrected" in client.get(where).content.decode()
    assert where not in client.get(case.get_absolute_url()).content.decode()
    save(client, filing, date_filed="3 May 2026")
    assert where in client.get(case.get_absolute_url()).content.decode()
    for page in (where, reverse("case_atom", args=[case.public_id])):
        assert "Entry 12: date filed was 2 May 2026" in client.get(page).content.decode()
    asked = CORRECTIONS.filter(QueryDict(f"case={case.public_id}"), CORRECTIONS.listed())
    assert asked.is_valid()
    (line,) = csv.DictReader(io.StringIO(b"".join(csv_of(CORRECTIONS, asked)).decode(), newline=""))
    assert (line["what"], line["what_label"], line["was"]) == ("filing.date_filed", "date filed", "2026-05-02")
    assert (line["filing_id"], line["case_id"]) == (filing.public_id, case.public_id)


def test_a_slip_in_a_text_may_be_mended_quietly_but_not_a_date(filing: Filing):
    client = member("editor")
    assert SLIP in client.get(address(filing)).content.decode()
    save(client, filing, docket_text="ORDER", quiet="on")
    assert Filing.objects.get().docket_text == "ORDER"
    assert not Correction.objects.exists()
    page = save(client, filing, date_filed="3 May 2026", quiet="on")
    assert "readers are told when it is corrected" in page
    assert Filing.objects.get().date_filed == date(2026, 5, 2)
    save(client, filing, docket_text="ORDER.")
    assert [row.what for row in Correction.objects.all()] == ["filing.docket_text"]


def test_the_box_is_for_editors_and_what_is_public(filing: Filing):
    assert SLIP not in member("clerk").get(address(filing)).content.decode()
    act("hide", filing)
    assert SLIP not in member("editor").get(address(filing)).content.decode()


def test_of_a_case_under_seal_nothing_is_told(filing: Filing):
    case = filing.case
    party = in_case(case).party
    Case.objects.filter(pk=case.pk).update(caption="Other v. Other")
    type(party).objects.filter(pk=party.pk).update(name="Another Name")
    where = reverse("case_corrections", args=[case.public_id])
    client = member("editor")
    page = client.get(where).content.decode()
    assert "The case: caption changed" in page
    assert "Another Name: name changed" in page
    assert "Roe v. Poe" not in page
    act("seal", case)
    assert client.get(where).status_code == 404


def test_what_may_have_gone_on_is_told_as_changed_and_what_is_past_as_corrected(filing: Filing):
    case = filing.case
    Case.objects.filter(pk=case.pk).update(disposition="settled")
    Case.objects.filter(pk=case.pk).update(disposition="voluntarily_dismissed")
    Filing.objects.filter(pk=filing.pk).update(date_filed=date(2026, 5, 3))
    page = " ".join(member("editor").get(reverse("case_corrections", args=[case.public_id])).content.decode().split())
    told = [re.sub("<.*?>", "", line) for line in re.findall("<li id.*?</li>", page)]
    assert [line.split()[0] for line in told if "outcome changed" in line] == ["Changed"]
    assert [line.split()[0] for line in told if "date filed was" in line] == ["Corrected"]


def test_the_page_is_headed_by_what_heads_everything_told_of_the_matter(filing: Filing):
    matter = a_matter(heading_note="As reported in 2022; later events not included.")
    publish(matter)
    CaseMatter.objects.create(case=filing.case, matter=matter)
    page = member("editor").get(reverse("case_corrections", args=[filing.case.public_id])).content.decode()
    assert "As reported in 2022; later events not included." in page
