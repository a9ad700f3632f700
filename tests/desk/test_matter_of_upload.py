"""A folder of pages becomes one matter by two presses: its title is proposed from the earliest case's caption."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from docket.models import Case, CaseMatter, Matter
from docket.publishing import verbs
from tests.court_pages.court_pages import feed
from tests.court_pages.importing import make_forum
from tests.court_pages.pacer_pages import Row, district
from tests.records.desk_cast import address, member

pytestmark = pytest.mark.django_db
IMPORT, MAKE = reverse("admin:import"), reverse("admin:matter_of_cases")
LATER = district().replace("Date Filed: 03/04/2021", "Date Filed: 05/06/2022")
SECOND = {"3:21-cv-01234": "3:22-cv-04321", "371234": "379876", "Marsh": "Quince", "035011": "035099"}


def second() -> str:
    page = LATER
    for known, other in SECOND.items():
        page = page.replace(known, other)
    return page


def uploaded(client: Client, *pages: str) -> Any:
    make_forum("cand")
    files = [SimpleUploadedFile(f"page{n}.html", page.encode()) for n, page in enumerate(pages, 1)]
    return client.post(IMPORT, {"pages": files})


def pressed(client: Client, page: Any, **typed: str) -> Any:
    return client.post(MAKE, {**page.context["new_matter"].initial, **typed}, follow=True)


def test_two_presses_make_one_matter_of_an_upload_with_nothing_typed() -> None:
    clerk = member("editor")
    page = uploaded(clerk, second(), district())
    assert 'value="Cases of Marsh v. Brightwater Pictures, LLC"' in page.content.decode()
    done = pressed(clerk, page)
    matter = Matter.objects.get()
    assert (matter.title, matter.visibility) == ("Cases of Marsh v. Brightwater Pictures, LLC", "draft")
    rows = CaseMatter.objects.filter(matter=matter).values_list("case__docket_number", "is_primary")
    assert [number[:9] for number, _ in rows] == ["3:21-cv-0", "3:22-cv-0"]
    assert all(is_primary for _, is_primary in rows)
    assert done.redirect_chain == [(address(matter), 302)]


def test_the_title_can_be_changed_before_it_is_made() -> None:
    clerk = member("editor")
    pressed(clerk, uploaded(clerk, district(), second()), title="The film set at Brightwater")
    assert Matter.objects.get().title == "The film set at Brightwater"


def test_pressed_twice_it_makes_one() -> None:
    clerk = member("editor")
    page = uploaded(clerk, district(), second())
    pressed(clerk, page)
    assert "of a matter by now" in pressed(clerk, page).content.decode()
    assert Matter.objects.count() == 1
    assert uploaded(clerk, district(), second()).context["new_matter"] is None


def test_one_case_and_the_cases_of_a_feed_are_offered_no_matter() -> None:
    clerk = member("editor")
    assert uploaded(clerk, district()).context["new_matter"] is None
    other = """<item><title>3:21-cv-09999 Poe v. Quince</title>
<link>https://ecf.cand.uscourts.gov/cgi-bin/DktRpt.pl?379999</link><description>[Complaint] (&#x3C;a
href=&#x22;https://ecf.cand.uscourts.gov/doc1/03501119999?caseid=379999&#x26;de_seq_num=1&#x22;
&#x3E;1&#x3C;/a&#x3E;)</description>
<guid isPermaLink="true">https://ecf.cand.uscourts.gov/cgi-bin/DktRpt.pl?379999&#x26;1</guid>
<pubDate>Tue, 06 Apr 2021 19:14:31 GMT</pubDate></item>"""
    page = uploaded(clerk, feed([(Row("9", "", "04/06/2021", "03501111139", 39), "Notice")], more=other))
    assert Case.objects.count() == 2
    assert page.context["new_matter"] is None


def test_a_case_under_seal_gives_the_matter_neither_its_caption_nor_itself() -> None:
    clerk = member("editor")
    page = uploaded(clerk, district(), second())
    first = Case.objects.order_by("date_filed")[0]
    verbs.act("publish", first, actor=None, reason="test")
    verbs.act("seal", first, actor=None, reason="ordered")
    pressed(clerk, page, title="Quince")
    assert [row.case.docket_number[:9] for row in CaseMatter.objects.all()] == ["3:22-cv-0"]


def test_who_may_add_no_matter_is_offered_none_and_cannot_make_one() -> None:
    page = uploaded(member("editor"), district(), second())
    other = member("administrator")
    assert other.post(MAKE, page.context["new_matter"].initial).status_code == 403
    assert not Matter.objects.exists()
