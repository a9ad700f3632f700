"""Staff enter a complaint's counts, an answer and a dismissal in a real browser, and the public reads them."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from django.db import connections

from tests.records.desk_docket import Docket

PASSWORD = "five counts against six defendants"
COUNTS = ["Negligence", "Wrongful death", "Premises liability", "Negligent hiring", "Loss of consortium"]
RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


@pytest.fixture
def record(desk, django_db_blocker):
    """A complaint, an answer of the first two defendants and an order, each without its claims."""
    with django_db_blocker.unblock(), ThreadPoolExecutor(1) as elsewhere:  # the browser's loop runs in this thread
        return elsewhere.submit(write_record).result()


def write_record():
    try:
        if not get_user_model().objects.filter(username="typist").exists():
            get_user_model().objects.create_superuser("typist", password=PASSWORD)
        docket = Docket()
        answer = docket.filing("Answer", "resp.answer", date(2024, 3, 4), *docket.defendants[:2])
        order = docket.filing("Order", "judg.order_of_dismissal", date(2024, 9, 2))
        amended = docket.filing("Amended complaint", "init.amended_complaint", date(2024, 10, 1), docket.plaintiff)
        return SimpleNamespace(
            case=docket.case, complaint=docket.complaint, answer=answer, order=order, amended=amended
        )
    finally:
        connections.close_all()


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def staff(request, browser, desk, record):
    """A signed-in page of the desk."""
    options = {"viewport": {"width": 1280, "height": 900}, "java_script_enabled": request.param}
    context = browser.new_context(base_url=desk, **options)
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto("/admin/")
    page.get_by_label("Username").fill("typist")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Last edited").wait_for()
    yield page
    context.close()


def broken(page):
    """The rules of accessibility that the page breaks, in light and in dark, once it is whole."""
    page.wait_for_load_state()
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.evaluate("Promise.all(document.getAnimations().map(change => change.finished))")
        for violation in Axe().run(page, options=RULES).response["violations"]:
            nodes = [node["html"][:160] for node in violation["nodes"][:3]]
            found.append(f"{page.title()}, {scheme}: {violation['id']}: {nodes}")
    return found


def step(page, filing, words):
    """From a filing's page to one of its forms."""
    page.goto(f"/admin/docket/filing/{filing.pk}/change/")
    page.get_by_role("link", name=words).click()
    page.wait_for_url("**/admin/claims/**")


def saved(page):
    return page.locator(".messagelist li").first.text_content(timeout=4000)


def enter_counts(page):
    """By keyboard alone; returns how many keys that took."""
    keys = 0

    def press(key):
        nonlocal keys
        page.keyboard.press(key)
        keys += 1

    page.locator("[name=n0-label]").focus()
    for number, title in enumerate(COUNTS):
        press("Tab")
        page.keyboard.type(title)
        keys += len(title)
        for key in ("Tab", "Tab", "Space"):
            press(key)
        for _ in range(20):
            if number == len(COUNTS) - 1 or page.evaluate("document.activeElement.name") == f"n{number + 1}-label":
                break
            press("Tab")
    page.locator("[name=n0-title]").focus()
    press("Enter")
    return keys


def test_counts_an_answer_and_a_dismissal_are_entered_and_the_public_reads_them(
    staff, record, site, browser, django_db_blocker
):
    began = time.monotonic()
    step(staff, record.complaint, "Counts that it pleads")
    keys = enter_counts(staff)
    assert saved(staff) == "5 counts entered and made against 6 parties."
    counts_took = time.monotonic() - began

    step(staff, record.answer, "Counts that it answers")
    staff.get_by_label("Count I: Negligence, each defendant").select_option(label="Denies")
    staff.get_by_label("Count II against Defendant 2").select_option(label="Admits")
    staff.get_by_label("Laches").check()
    staff.get_by_role("button", name="Save", exact=True).last.click()
    saved(staff)
    assert "3 answers entered." in staff.locator(".messagelist").text_content()

    step(staff, record.order, "Counts that it decides")
    staff.get_by_label("With or without prejudice").select_option(label="With prejudice")
    staff.get_by_label("Count III against Defendant 4", exact=True).check()
    staff.get_by_role("button", name="Save", exact=True).last.click()
    assert saved(staff) == "Dismissed on motion: 1 count against 1 party."
    print(f"counts in {counts_took:.1f} s with {keys} keys; all of it in {time.monotonic() - began:.1f} s")
    assert counts_took < 60  # of the two minutes: the rest is for reading
    assert keys < 300
    assert staff.said == []

    staff.goto(f"/admin/docket/case/{record.case.pk}/publication/?verb=publish")
    staff.get_by_label("Reason").fill("checked against the complaint")
    staff.get_by_role("button", name="Publish").click()
    staff.locator(".messagelist li").first.wait_for()
    public = browser.new_context(base_url=site.base).new_page()
    public.goto(f"/cases/{record.case.public_id}/")
    claims = " ".join(public.locator("main").text_content().split())
    for words in (*COUNTS, "denied", "admitted", "ismissed on motion with prejudice"):
        assert words in claims
    public.context.close()


@pytest.mark.parametrize("staff", [True], indirect=True, ids=["with script"])
def test_no_form_for_claims_breaks_a_rule_of_accessibility(staff, record):
    found = []
    step(staff, record.complaint, "Counts that it pleads")
    staff.locator("summary").first.click()
    found += broken(staff)
    staff.locator("[name=n1-title]").fill("Fraud")
    staff.keyboard.press("Enter")
    staff.get_by_text("Tick against whom Count II is pleaded.").wait_for()
    found += broken(staff)
    staff.locator("[name=n1-everyone]").check()
    staff.get_by_role("button", name="Save", exact=True).last.click()
    saved(staff)
    for filing, words in (
        (record.answer, "Counts that it answers"),
        (record.order, "Counts that it decides"),
        (record.amended, "Counts that it pleads"),
    ):
        step(staff, filing, words)
        found += broken(staff)
    staff.goto(f"/admin/claims/close/{record.case.pk}/")
    found += broken(staff)
    assert "\n".join(found) == ""


@pytest.mark.parametrize("staff", [True], indirect=True, ids=["with script"])
def test_all_defendants_shows_its_ticks_and_arrows_go_from_box_to_box(staff, record):
    step(staff, record.complaint, "Counts that it pleads")
    row = staff.locator("table.sheet tbody tr").first
    row.locator("[data-everyone]").check()
    assert row.locator("[data-target]:checked").count() == row.locator("[data-target]").count()
    row.locator("[data-target]").nth(1).uncheck()
    assert not row.locator("[data-everyone]").is_checked()
    row.locator("[data-target]").nth(1).focus()
    for key, name, place in (("Right", "n0-against", 2), ("Down", "n1-against", 2), ("Left", "n1-against", 1)):
        staff.keyboard.press(f"Arrow{key}")
        assert staff.locator(f"[name={name}]").nth(place).evaluate("box => box === document.activeElement")
