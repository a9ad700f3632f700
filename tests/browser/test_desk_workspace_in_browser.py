"""Twenty lines typed into a case's docket by keyboard alone, two hundred pasted: counted in keys, clicks and loads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from django.db import connections

from docket.models import Case, CaseParty, Forum
from parties.models import Party

PASSWORD = "twenty lines by keyboard alone"
NAMES = ("Marten Vole", "Ida Vole", "Heron Lifts, Inc.", "Quay Street Tower LLC", "Ellwood Maintenance Corp.")
# as a court's register has them: day, words
REGISTER = """\
05/02/2023	Complaint filed by Marten Vole and Ida Vole
05/02/2023	Civil Case Cover Sheet filed by Plaintiffs
05/02/2023	Summons issued on Complaint
05/09/2023	Notice of Case Assignment to Department 12
05/30/2023	Proof of Service of Summons and Complaint on Heron Lifts, Inc., served 05/24/2023
06/02/2023	Proof of Service of Summons and Complaint on Quay Street Tower LLC, served 05/30/2023
06/23/2023	Answer to Complaint filed by Heron Lifts, Inc.
06/28/2023	Demurrer to Complaint filed by Quay Street Tower LLC
06/28/2023	Request for Judicial Notice in support of Demurrer
07/12/2023	Opposition to Demurrer filed by Plaintiffs
07/19/2023	Reply in support of Demurrer filed by Quay Street Tower LLC
07/26/2023	Minute Order: Demurrer sustained in part with 20 days leave to amend
08/14/2023	First Amended Complaint filed by Plaintiffs
09/05/2023	Answer to First Amended Complaint filed by Ellwood Maintenance Corp.
09/07/2023	Answer to First Amended Complaint filed by Heron Lifts, Inc.
09/12/2023	Cross-Complaint filed by Heron Lifts, Inc. against Ellwood Maintenance Corp.
10/02/2023	Case Management Statement filed by Plaintiffs
10/11/2023	Minute Order: Case Management Conference; trial set for 02/24/2025
10/30/2023	Request for Dismissal of Ida Vole without prejudice
11/03/2023	Notice of Entry of Dismissal and Proof of Service"""
LINES = [tuple(line.split("\t")) for line in REGISTER.split("\n")]
MOST_KEYS = 1100


class Counted:
    """A page on which every key and every load is counted."""

    def __init__(self, page: Any) -> None:
        self.page, self.keys, self.loads = page, 0, 0
        page.on("load", lambda _: setattr(self, "loads", self.loads + 1))

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.keys += 1

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)
        self.keys += len(words)

    def type_with_names(self, words: str) -> None:
        """Of a party's name the first letters, and → to take the rest; the desk completes it only with scripts."""
        for part in re.split(f"({'|'.join(map(re.escape, NAMES))})", words):
            if part in NAMES:
                self.type(part[:3])
                self.press("ArrowRight")
            else:
                self.type(part)


@pytest.fixture
def case(desk: str, django_db_blocker: Any) -> Any:
    """An empty docket with its parties, and who types into it."""
    with django_db_blocker.unblock(), ThreadPoolExecutor(1) as elsewhere:  # the browser's loop runs in this thread
        return elsewhere.submit(write).result()


def write() -> Case:
    try:
        if not get_user_model().objects.filter(username="liner").exists():
            get_user_model().objects.create_superuser("liner", password=PASSWORD)
        forum = Forum.objects.get_or_create(
            slug="typing", defaults={"kind": "court", "name": "Superior Court", "system": "state"}
        )[0]
        case = Case.objects.create(caption="Vole v. Heron Lifts, Inc.", category="civil", forum=forum)
        for place, name in enumerate(NAMES):
            party = Party.objects.get_or_create(name=name)[0]
            CaseParty.objects.create(case=case, party=party, role="defendant" if place > 1 else "plaintiff")
        return case
    finally:
        connections.close_all()


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def staff(request: Any, browser: Any, desk: str, case: Case) -> Iterator[Any]:
    """A signed-in page of the desk."""
    options = {"viewport": {"width": 1280, "height": 900}, "java_script_enabled": request.param}
    context = browser.new_context(base_url=desk, **options)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.said, page.scripted = [], request.param
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto("/admin/")
    page.get_by_label("Username").fill("liner")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Last edited").wait_for()
    yield page
    context.close()


def workspace(case: Case) -> str:
    return f"/admin/docket/case/{case.pk}/workspace/"


def docket_of(page: Any) -> list[tuple[str, str]]:
    """The days and words that the page shows."""
    rows = page.locator(".from-the-end tbody tr")
    return [(row.locator(".date").inner_text(), row.locator("th a").inner_text()) for row in rows.all()]


def as_shown(day: str) -> str:
    month, number, year = day.split("/")
    return f"{year}-{month}-{number}"


@pytest.mark.parametrize("staff", [True], indirect=True, ids=["with script"])
def test_twenty_lines_are_typed_by_keyboard_alone(staff: Any, case: Case) -> None:
    staff.goto(workspace(case))
    hand, before = Counted(staff), ""
    for place, (day, words) in enumerate(LINES, 1):
        assert staff.evaluate("document.activeElement.name") == "date_filed"
        if day != before:
            month, number, year = day.split("/")
            hand.type(f"{int(month)}/{int(number)}" + ("" if before else f"/{year[2:]}"))
            before = day
        hand.press("Tab")
        hand.type_with_names(words)
        hand.press("Enter")
        staff.get_by_text(f"1–{place} of {place}", exact=True).wait_for()
    print(f"20 filings on the case's own page: {hand.keys} keys, 0 clicks, {hand.loads} loads")
    assert docket_of(staff) == [(as_shown(day), words) for day, words in LINES]
    assert hand.keys <= MOST_KEYS
    assert staff.said == []


def test_two_hundred_rows_are_pasted_and_saved(staff: Any, case: Case) -> None:
    rows = "\n".join(f"{1 + n % 12:02}/{1 + n % 28:02}/2023\tMotion {n} to compel discovery" for n in range(200))
    staff.goto(workspace(case))
    hand = Counted(staff)
    if staff.scripted:
        staff.evaluate("words => navigator.clipboard.writeText(words)", rows)
        hand.press("Control+v")
    else:
        staff.locator(".paste summary").click()
        staff.locator("#paste-text").fill(rows)
        staff.get_by_role("button", name="Read the rows").click()
    staff.get_by_text("200 rows read").wait_for()
    staff.locator("[autofocus]:focus").wait_for()  # 200 rows are still being laid out when the first words stand there
    hand.press("Enter")
    staff.get_by_text("200 lines saved as drafts.").wait_for()
    print(f"200 pasted rows: {hand.keys} keys, {0 if staff.scripted else 2} clicks, {hand.loads} loads")
    assert hand.keys <= 10
    assert staff.get_by_text("101–200 of 200", exact=True).count() == 1
    assert staff.said == []


def test_a_held_key_saves_a_line_once(staff: Any, case: Case) -> None:
    staff.goto(workspace(case))
    staff.locator("[name=docket_text]").fill("Minute Order")
    for _ in range(6):
        staff.keyboard.down("Enter")
    staff.keyboard.up("Enter")
    staff.get_by_text("1–1 of 1", exact=True).wait_for()
    staff.goto(workspace(case))
    assert docket_of(staff) == [("", "Minute Order")]


@pytest.mark.parametrize("staff", [True], indirect=True, ids=["with script"])
def test_a_completed_name_that_is_not_taken_is_not_saved(staff: Any, case: Case) -> None:
    staff.goto(workspace(case))
    text = staff.locator("[name=docket_text]")
    text.focus()
    staff.keyboard.type("Answer of Mar")
    assert text.input_value() == "Answer of Marten Vole"
    staff.keyboard.press("Enter")
    staff.get_by_text("1–1 of 1", exact=True).wait_for()
    assert docket_of(staff) == [("", "Answer of Mar")]


@pytest.mark.parametrize("staff", [True], indirect=True, ids=["with script"])
def test_neither_page_breaks_a_rule_of_accessibility_nor_scrolls_sideways(staff: Any, case: Case) -> None:
    found = []
    for width in (1280, 360):
        staff.set_viewport_size({"width": width, "height": 900})
        staff.goto(workspace(case))
        staff.locator(".paste summary").click()
        found += broken(staff)
        staff.locator("#paste-text").fill("05/02/2023 Complaint\n02/31/2023 Answer")
        staff.get_by_role("button", name="Read the rows").click()
        staff.get_by_text("2 rows read").wait_for()
        found += broken(staff)
    assert "\n".join(found) == ""


def broken(page: Any) -> list[str]:
    """The rules that the page breaks, once it is whole."""
    page.wait_for_load_state()
    rules = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
    found = [
        f"{each['id']}: {each['nodes'][0]['html'][:200]}"
        for each in Axe().run(page, options=rules).response["violations"]
    ]
    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [*found, *([f"{page.title()} is {over} px too wide"] if over > 0 else [])]
