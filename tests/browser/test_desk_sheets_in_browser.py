"""Two hundred rows of a spreadsheet taken into a docket, as a clerk would: counted in keys, clicks and loads."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from django.db import connections

from docket.models import Case, Filing, Forum

PASSWORD = "two hundred rows of a spreadsheet"
ROWS = 200
BAD = "2022-02-30"
MOST_CLICKS, MOST_LOADS = 5, 5
SHEET = "No.;Date Filed;Docket Text\r\n" + "".join(
    f"{number};{BAD if number == 7 else f'{number % 12 + 1}/{number % 28 + 1}/2022'};NOTICE no. {number} – filed\r\n"
    for number in range(1, ROWS + 1)
)
PICTURES = os.environ.get("PICTURES", "")


@pytest.fixture
def case(desk: str, django_db_blocker: Any) -> Any:
    """An empty docket."""
    with django_db_blocker.unblock(), ThreadPoolExecutor(1) as elsewhere:  # the browser's loop runs in this thread
        return elsewhere.submit(write).result()


def write() -> Case:
    try:
        if not get_user_model().objects.filter(username="keeper").exists():
            get_user_model().objects.create_superuser("keeper", password=PASSWORD)
        court = {"kind": "court", "name": "Superior Court", "system": "state"}
        forum = Forum.objects.get_or_create(slug="tables", defaults=court)[0]
        return Case.objects.create(caption="Vole v. Heron Lifts, Inc.", category="civil", forum=forum)
    finally:
        connections.close_all()


def entered(case: Case, django_db_blocker: Any) -> int:
    def count() -> int:
        try:
            return Filing.objects.filter(case=case).count()
        finally:
            connections.close_all()

    with django_db_blocker.unblock(), ThreadPoolExecutor(1) as elsewhere:
        return elsewhere.submit(count).result()


class Hand:
    """A hand on the mouse, whose clicks are counted with the loads that follow."""

    def __init__(self, page: Any) -> None:
        self.page, self.clicks, self.loads = page, 0, 0
        page.on("load", lambda _: setattr(self, "loads", self.loads + 1))

    def click(self, what: Any) -> None:
        what.click()
        self.clicks += 1


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
    page.get_by_label("Username").fill("keeper")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Last edited").wait_for()
    yield page
    context.close()


def broken(page: Any, name: str) -> list[str]:
    """The rules of accessibility that a page breaks."""
    page.wait_for_load_state()
    if PICTURES:
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=f"{PICTURES}/{name}-{width}.png")
        page.set_viewport_size({"width": 1280, "height": 900})
    said = list(page.said)
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"] if page.scripted else []
    page.said[:] = said  # the checker's own styles are refused by the policy, and told
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]


def test_two_hundred_rows_of_a_spreadsheet_are_saved(
    staff: Any, case: Case, tmp_path: Path, django_db_blocker: Any
) -> None:
    (tmp_path / "docket.csv").write_bytes(SHEET.encode("cp1252"))
    staff.goto(f"/admin/docket/case/{case.pk}/workspace/")
    hand, broke = Hand(staff), []
    hand.click(staff.get_by_text("Paste rows from a spreadsheet"))
    hand.click(staff.get_by_role("link", name="Import a file of rows"))
    staff.locator("input[type=file]").set_input_files(tmp_path / "docket.csv")
    broke += broken(staff, "choose")
    hand.click(staff.get_by_role("button", name="Read the file"))
    broke += broken(staff, "columns")
    hand.click(staff.get_by_role("button", name="Compare with the record"))
    assert staff.locator("[data-verdict=refused]").inner_text() == "1 refused"
    assert staff.get_by_text(f"“{BAD}” is in no calendar").count() == 1
    broke += broken(staff, "verdicts")
    assert entered(case, django_db_blocker) == 0
    hand.click(staff.get_by_role("button", name=f"Save {ROWS - 1} rows"))
    staff.get_by_text("Saved.", exact=True).wait_for()
    broke += broken(staff, "saved")
    assert entered(case, django_db_blocker) == ROWS - 1
    print(f"{ROWS} rows of a spreadsheet: {hand.clicks} clicks, {hand.loads} loads, 0 keys")
    assert (hand.clicks <= MOST_CLICKS, hand.loads <= MOST_LOADS) == (True, True)
    assert broke == []
    assert staff.said == []
