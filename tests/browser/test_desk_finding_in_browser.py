"""From any page of the desk to a case by its number: the key "/", the number, Enter."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from django.db import connections

from docket.models import Case, Forum

PASSWORD = "a number however written"
NUMBER = "3:19-cv-04321"
TYPED = "19cv4321"


@pytest.fixture
def case(desk: str, django_db_blocker: Any) -> Any:
    """A case of a number that no other has, and who looks for it."""
    with django_db_blocker.unblock(), ThreadPoolExecutor(1) as elsewhere:  # the browser's loop runs in this thread
        return elsewhere.submit(write).result()


def write() -> Case:
    try:
        if not get_user_model().objects.filter(username="finder").exists():
            get_user_model().objects.create_superuser("finder", password=PASSWORD)
        forum = Forum.objects.get_or_create(
            slug="finding", defaults={"kind": "court", "name": "Court", "docket_pattern": "us_district"}
        )[0]
        return Case.objects.get_or_create(
            docket_number=NUMBER, forum=forum, defaults={"caption": "Vole v. Heron", "category": "civil"}
        )[0]
    finally:
        connections.close_all()


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def staff(request: Any, browser: Any, desk: str, case: Case) -> Iterator[Any]:
    """A signed-in page of the desk."""
    options = {"viewport": {"width": 1280, "height": 900}, "java_script_enabled": request.param}
    context = browser.new_context(base_url=desk, **options)
    page = context.new_page()
    page.said, page.scripted = [], request.param
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto("/admin/")
    page.get_by_label("Username").fill("finder")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Last edited").wait_for()
    yield page
    context.close()


def test_a_case_opens_by_slash_its_number_and_enter(staff: Any, case: Case) -> None:
    staff.goto("/admin/docket/filing/")
    keys = 0
    if staff.scripted:
        staff.keyboard.press("/")
        keys += 1
    else:
        staff.locator("#find-box").focus()
    for key in TYPED:
        staff.keyboard.press(key)
        keys += 1
    staff.keyboard.press("Enter")
    keys += 1
    staff.wait_for_url(f"**/admin/docket/case/{case.pk}/workspace/")
    print(f"a case by its number: {keys} keys, 0 clicks, 1 load")
    assert keys <= len(TYPED) + 2
    assert staff.said == []


def test_a_slash_that_is_typed_into_a_box_stays_there(staff: Any, case: Case) -> None:
    staff.goto(f"/admin/docket/case/{case.pk}/change/")
    box = staff.locator("#id_caption_short")
    box.focus()
    staff.keyboard.press("/")
    assert box.input_value() == "/"


def test_the_results_break_no_rule_of_accessibility(staff: Any) -> None:
    if not staff.scripted:
        staff.goto("/admin/find/?q=Vole&all=on")
        assert staff.get_by_role("link", name="Vole v. Heron").count() == 1
        return
    staff.goto("/admin/find/?q=Vole&all=on")
    found = Axe().run(staff, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == []
