"""A long spreadsheet in the worker: told of, left and come back to, ended with nothing saved, taken up again."""

from __future__ import annotations

from typing import Any

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from docket import models as m
from docket.desk.sheets import background
from docket.desk.sheets.background import MOST_TRIES, go_through
from docket.intake.background.progress_notes import Interrupted
from tests.desk.sheets.sheets import checked, save, where
from tests.records.desk_cast import a_case, member

pytestmark = pytest.mark.usefixtures("committed")
ROWS = "docket_text\n" + "".join(f"Line {number}\n" for number in range(5))


@pytest.fixture(autouse=True)
def worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that lives, tells after every row, and takes what has more than two."""
    for module in ("background", "view"):
        monkeypatch.setattr(f"docket.desk.sheets.{module}.worker_lives", lambda: True)
    monkeypatch.setattr(background, "AT_ONCE", 2)
    monkeypatch.setattr(background, "EVERY", -1.0)


def again(sheet: m.SheetImport) -> m.SheetImport:
    go_through(sheet.upload, should_stop=lambda: False)
    sheet.refresh_from_db()
    return sheet


def test_it_is_left_to_the_worker_and_its_page_says_how_far_it_is() -> None:
    chief, case = member("chief"), a_case()
    sheet = checked(chief, ROWS, case=case)
    assert sheet.stage == "to_check"
    assert list(ProcrastinateJob.objects.values_list("task_name", flat=True)) == ["import_sheet"]
    page = chief.get(where(sheet))
    assert (page.headers["Refresh"], "0 of 5 rows" in page.content.decode()) == ("2", True)
    assert again(sheet).counts == {"new": 5}
    assert save(chief, sheet).stage == "to_save"
    assert again(sheet).stage == "done"
    assert m.Filing.objects.count() == 5


def test_its_sender_ends_it_and_nothing_of_it_is_saved() -> None:
    chief, case = member("chief"), a_case()
    sheet = again(checked(chief, ROWS, case=case))
    save(chief, sheet)
    chief.post(where(sheet), {"do": "stop"})
    assert again(sheet).stage == "stopped"
    assert (sheet.rows, m.Filing.objects.count()) == (None, 0)


def test_a_worker_that_stops_leaves_nothing_half_done_and_the_next_takes_it_up() -> None:
    chief, case = member("chief"), a_case()
    sheet = again(checked(chief, ROWS, case=case))
    save(chief, sheet)
    asked = iter([False, False, True])
    with pytest.raises(Interrupted):
        go_through(sheet.upload, should_stop=lambda: next(asked))
    sheet.refresh_from_db()
    assert (sheet.stage, sheet.times_begun, m.Filing.objects.count()) == ("to_save", 0, 0)
    assert again(sheet).stage == "done"
    assert again(sheet).counts == {"new": 5}
    assert m.Filing.objects.count() == 5


def test_one_that_ends_workers_is_given_up(monkeypatch: Any) -> None:
    sheet = checked(member("chief"), ROWS, case=a_case())
    m.SheetImport.objects.update(times_begun=MOST_TRIES)
    assert again(sheet).stage == "failed"
    assert "cut short" in sheet.note
