"""A case with six parties and four counsel, set up by keyboard alone: counted in keys, clicks and loads."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connections

from docket.models import Appearance, Case, CaseParty, Forum
from parties.models import Attorney, Firm, Party
from tests.browser.test_desk_workspace_in_browser import Counted, broken

PASSWORD = "six parties by keyboard alone"
PAGE = "/admin/docket/case/set-up/"
KNOWN = ("Marten Sallow", "Heron Hoists, Inc.", "Quayside Tower LLC")
MOST_KEYS, MOST_LOADS = 250, 2
# what is typed, and what stands in the box when Tab has taken the highlighted one; a role only where it changes
ROWS = [
    ("sal", "Marten Sallow", "", "quil", "Ada Quillon", ""),
    ("Ida Sallow", "Ida Sallow", "", "", "", ""),
    ("heron h", "Heron Hoists, Inc.", "def", "Bo Sedgewick", "Bo Sedgewick", "Quorndon LLP"),
    ("quays", "Quayside Tower LLC", "", "Cy Reedham", "Cy Reedham", "Yarrowby & Ash"),
    ("Ellmoor Upkeep Corp.", "Ellmoor Upkeep Corp.", "", "cy", "Cy Reedham", "yarr"),
    ("Does 1-25", "Does 1-25", "doe", "", "", ""),
]


@pytest.fixture
def forum(desk: str, django_db_blocker: Any) -> Any:
    """A record that knows three of the parties and one of the counsel, and who sets the case up."""
    with django_db_blocker.unblock(), ThreadPoolExecutor(1) as elsewhere:  # the browser's loop runs in this thread
        return elsewhere.submit(write).result()


def write() -> Forum:
    try:
        if not get_user_model().objects.filter(username="opener").exists():
            get_user_model().objects.create_superuser("opener", password=PASSWORD)
            forum = Forum.objects.create(slug="opening", kind="court", name="Saltmarsh Superior Court", system="state")
            before = Case.objects.create(caption="Sallow v. Hoists", category="civil", forum=forum)
            roles = [CaseParty.objects.create(case=before, party=person(name), role="plaintiff") for name in KNOWN]
            firm, attorney = Firm.objects.create(name="Quillon & Co."), Attorney.objects.create(name="Ada Quillon")
            Appearance.objects.create(case_party=roles[0], attorney=attorney, firm=firm)
        return Forum.objects.get(slug="opening")
    finally:
        connections.close_all()


def person(name: str) -> Party:
    return Party.objects.create(name=name)


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def staff(request: Any, browser: Any, desk: str, forum: Forum) -> Iterator[Any]:
    """A signed-in page of the desk."""
    options = {"viewport": {"width": 1280, "height": 900}, "java_script_enabled": request.param}
    context = browser.new_context(base_url=desk, **options)
    page = context.new_page()
    page.said, page.scripted = [], request.param
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto("/admin/")
    page.get_by_label("Username").fill("opener")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Last edited").wait_for()
    yield page
    context.close()


def type_name(hand: Counted, name: str, words: str, becomes: str) -> None:
    """Into the box that has the focus; Tab takes the highlighted name at once or as soon as the answer is there."""
    assert hand.page.evaluate("document.activeElement.name") == name
    if words:
        hand.type(words)
    hand.press("Tab")
    if becomes:
        hand.page.wait_for_function(
            "([name, words]) => document.getElementsByName(name)[0].value === words"
            " && document.getElementsByName(`${name}_pick`)[0].value !== ''",
            arg=[name, becomes],
        )


@pytest.mark.parametrize("staff", [True], indirect=True, ids=["with script"])
def test_a_case_with_six_parties_and_four_counsel_is_set_up_by_keyboard_alone(staff: Any) -> None:
    hand = Counted(staff)
    staff.goto(PAGE)
    hand.type("Sallow v. Heron Hoists")
    hand.press("Tab")
    type_name(hand, "forum_name", "saltm", "Saltmarsh Superior Court")
    hand.type("23STCV00731")
    hand.press("Tab")
    hand.type("5/2/23")
    for _ in range(4):
        hand.press("Tab")
    firms = {"Quorndon LLP": "Quorndon LLP", "Yarrowby & Ash": "Yarrowby & Ash", "yarr": "Yarrowby & Ash"}
    for number, (party, is_party, role, attorney, is_attorney, firm) in enumerate(ROWS, 1):
        type_name(hand, f"row{number}-party", party, is_party)
        hand.type(role)
        hand.press("Tab")
        type_name(hand, f"row{number}-attorney", attorney, is_attorney)
        type_name(hand, f"row{number}-firm", firm, firms.get(firm, ""))
    hand.press("Enter")
    staff.get_by_text("is set up, as a draft").wait_for()
    print(f"a case with 6 parties and 4 counsel: {hand.keys} keys, 0 clicks, {hand.loads} loads")
    aside = staff.locator("#parties").inner_text()
    for _, is_party, _, _, is_attorney, _ in ROWS:
        assert is_party in aside
        assert is_attorney in aside
    assert "Quillon & Co." in aside  # the firm of the known attorney's last appearance came with her
    assert aside.count("Plaintiff") == 2
    assert hand.keys <= MOST_KEYS
    assert hand.loads <= MOST_LOADS
    assert staff.said == []


@pytest.mark.parametrize("staff", [False], indirect=True, ids=["without script"])
def test_without_script_the_page_asks_which_known_one_is_meant(staff: Any) -> None:
    staff.goto(PAGE)
    staff.get_by_label("Caption:").fill("Sallow v. Rushes")
    staff.get_by_label("Forum:").fill("Saltmarsh")
    staff.get_by_label("Party 1").fill("Sallow, Marten")
    staff.get_by_label("Party 2").fill("Rushes Corp.")
    staff.get_by_role("button", name="Save and open the case").click()
    staff.get_by_role("radio", name="Marten Sallow").check()
    staff.get_by_role("button", name="Save and open the case").click()
    staff.get_by_text("is set up, as a draft").wait_for()
    assert "Marten Sallow" in staff.locator("#parties").inner_text()


@pytest.mark.parametrize("staff", [True], indirect=True, ids=["with script"])
def test_a_name_that_is_only_alike_is_never_taken_by_tab(staff: Any) -> None:
    staff.goto(PAGE)
    box = staff.get_by_label("Party 1", exact=True)
    box.focus()
    staff.keyboard.type("Martin Salow")
    staff.get_by_role("option", name="Marten Sallow").wait_for()
    assert staff.locator(".offers:not([hidden]) li").last.inner_text() == "New person: “Martin Salow”"
    staff.keyboard.press("Tab")
    assert box.input_value() == "Martin Salow"
    assert staff.locator("[name=row1-party_pick]").input_value() == ""
    box.focus()
    staff.keyboard.press("ArrowDown")
    staff.get_by_role("option", name="Marten Sallow").wait_for()
    staff.keyboard.press("ArrowUp")
    staff.keyboard.press("Enter")
    assert staff.locator("[name=row1-party_pick]").input_value() == "new"


@pytest.mark.parametrize("staff", [True], indirect=True, ids=["with script"])
def test_it_breaks_no_rule_of_accessibility_and_scrolls_sideways_at_no_width(staff: Any) -> None:
    found = []
    for width in (1280, 360):
        staff.set_viewport_size({"width": width, "height": 900})
        staff.goto(PAGE)
        staff.get_by_label("Party 1", exact=True).focus()
        staff.keyboard.type("sal")
        staff.get_by_role("option", name="Marten Sallow").wait_for()
        found += broken(staff)
        staff.keyboard.press("Escape")
        staff.get_by_role("button", name="Save and open the case").click()
        staff.get_by_text("Nothing is saved yet: correct").wait_for()
        found += broken(staff)
    assert "\n".join(found) == ""
