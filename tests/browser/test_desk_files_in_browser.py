"""Twenty files dropped on a case's page: sent, offered their places, put there; counted in keys, clicks and loads."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from django.db import connections

from docket.models import Case, Document, Filing, Forum
from tests.redaction.pages import a_line, a_page, saved

PASSWORD = "twenty files dropped at once"
FILES = 20


def elsewhere(work: Any) -> Any:
    """In another thread: the browser's loop runs in this one."""

    def done() -> Any:
        try:
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as other:
        return other.submit(done).result()


def write() -> Case:
    """A docket of ten entries."""
    if not get_user_model().objects.filter(username="filer").exists():
        get_user_model().objects.create_superuser("filer", password=PASSWORD)
    forum, _ = Forum.objects.get_or_create(slug="filed", kind="court", name="Court of Files", system="state")
    case: Case = Case.objects.create(caption="Vole v. Heron", category="civil", forum=forum)
    for number in range(1, FILES // 2 + 1):
        Filing.objects.create(case=case, entry_number=str(number), docket_text=f"MOTION number {number}")
    return case


@pytest.fixture
def case(desk: str, django_db_blocker: Any) -> Any:
    with django_db_blocker.unblock():
        yield elsewhere(write)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A main document and an attachment of each entry; the last of them is no PDF."""
    made = []
    for number in range(1, FILES // 2 + 1):
        for name in (f"{number:03}.pdf", f"{number}-1 Exhibit A.pdf"):
            path = tmp_path / name
            path.write_bytes(saved(a_page(a_line(20, 200, f"What {name} says"))))
            made.append(path)
    bad = tmp_path / "99 broken.pdf"
    bad.write_bytes(b"<html>")
    return [*made, bad]


@pytest.fixture(params=[True, False], ids=["with script", "without"])
def staff(request: Any, browser: Any, desk: str, case: Case) -> Iterator[Any]:
    context = browser.new_context(base_url=desk, java_script_enabled=request.param, reduced_motion="reduce")
    page = context.new_page()
    page.said, page.loads, page.scripted = [], 0, request.param
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto("/admin/")
    page.get_by_label("Username").fill("filer")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Last edited").wait_for()
    page.set_default_timeout(90_000)
    yield page
    context.close()


def test_twenty_files_have_their_places_in_a_handful_of_clicks(staff: Any, case: Case, files: list[Path]) -> None:
    staff.goto(f"/admin/docket/case/{case.pk}/workspace/")
    loads: list[str] = []
    staff.on("load", lambda page: loads.append(page.url))
    clicks = 1  # on the button by which files are chosen; dropping them needs none
    staff.locator("#files").set_input_files([str(path) for path in files])
    if not staff.scripted:
        staff.get_by_role("button", name="Send", exact=True).click()
        clicks += 1
    staff.get_by_text("“99 broken.pdf” was not taken: The file is not a PDF").wait_for()
    if staff.scripted:
        staff.get_by_role("link", name="To the files that wait for a place").click()
        clicks += 1
    staff.get_by_role("heading", name=f"{FILES} files wait for a place").wait_for()
    boxes = staff.locator("td input[type=text][name^=place]")
    assert [box.input_value() for box in boxes.all()][:4] == ["1", "1-1", "2", "2-1"]
    for width in (1280, 360):
        staff.set_viewport_size({"width": width, "height": 900})
        assert staff.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), width
        if staff.scripted:
            said = list(staff.said)
            assert Axe().run(staff).response["violations"] == []
            staff.said[:] = said  # the checker's own styles are refused by the policy, and told
    staff.get_by_role("button", name="Put the files at their places").click()
    clicks += 1
    staff.get_by_text(f"{FILES} files put at their place").wait_for()
    print(f"figure: {FILES} files have their places: 0 keys, {clicks} clicks, {len(loads)} loads")
    placed = Document.objects.filter(case=case, original__isnull=False).values_list("filing__entry_number", "title")
    there = elsewhere(lambda: set(placed))
    assert there == {(str(n), title) for n in range(1, FILES // 2 + 1) for title in ("", "Exhibit A")}
    assert clicks <= 4
    assert len(loads) <= 3
    assert [words for words in staff.said if "413" not in words] == []
