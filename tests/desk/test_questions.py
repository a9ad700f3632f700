"""Files that ask at the desk before they are imported: of which court they are, and how a table is read."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from docket import migrations
from docket.intake.background import importing
from docket.intake.background.importing import import_upload
from docket.intake.report import FileReport
from docket.models import Case, ConfirmedReading, Forum, ImportedFile, Matter, QueuedImport
from docket.publishing import verbs
from docket.publishing.waiting import WORDS
from tests.court_pages.importing import imported, make_forum, the_case
from tests.court_pages.pacer_pages import district
from tests.court_pages.registers import ROWS, new_mexico, pasted, portal
from tests.desk.test_waiting import waits
from tests.processes.background import never
from tests.records.desk_cast import address, list_of, member

pytestmark = pytest.mark.usefixtures("committed")
IMPORT = reverse("admin:import")
ASKED = "is this read rightly?"
SECOND = pasted(number="21STCV09872").replace("Marsh", "Roe")


def upload(client: Client, forum: Forum | None, *pages: str) -> Any:
    files = [SimpleUploadedFile(f"page{n}.txt", page.encode()) for n, page in enumerate(pages, 1)]
    return client.post(IMPORT, {"pages": files, "forum": forum.pk if forum else ""})


def answer(client: Client, row: QueuedImport, said: str, court: Forum | None = None) -> Any:
    where = reverse("admin:queued_import", args=[row.upload])
    box = {f"file{row.pk}-forum": court.pk} if court else {}
    return client.post(where, {"row": row.pk, "answer": said, **box}, follow=True)


def the_question() -> QueuedImport:
    return QueuedImport.objects.asking().get()


def test_a_table_is_shown_as_it_was_read_and_imported_by_one_button() -> None:
    clerk, forum = member("clerk"), make_forum("nmdist")
    page = upload(clerk, forum, pasted()).content.decode()
    shown = (ASKED, "3 entries of 21STCV09871", "2 “Description”", "2021-03-04", "MTN: TO STRIKE", "Court nmdist")
    assert [words for words in shown if words not in page] == []
    assert not Case.objects.exists()
    done = answer(clerk, the_question(), "so")
    assert done.context["done"][0].report.filings.new == 3
    assert (the_case().forum, the_case().visibility) == (forum, "draft")
    row = QueuedImport.objects.get()
    assert (row.stage, row.data) == ("done", None)


def test_an_answer_is_remembered_for_its_court_by_whom_it_was_given_with_its_history() -> None:
    clerk, forum = member("clerk", "ann"), make_forum("nmdist")
    upload(clerk, forum, pasted())
    answer(clerk, the_question(), "so")
    confirmed: Any = ConfirmedReading.objects.get()
    assert (confirmed.forum, confirmed.confirmed_by.username) == (forum, "ann")
    assert ASKED not in upload(clerk, forum, SECOND).content.decode()
    assert Case.objects.count() == 2
    assert ASKED in upload(clerk, forum, new_mexico()).content.decode()
    assert ASKED in upload(clerk, make_forum("calsuppctnapa"), SECOND).content.decode()


def test_what_was_confirmed_is_taken_back_in_its_list_and_the_next_table_asks_again() -> None:
    chief, forum = member("chief"), make_forum("nmdist")
    upload(chief, forum, pasted())
    answer(chief, the_question(), "so")
    row = ConfirmedReading.objects.get()
    assert row.reading in chief.get(list_of(ConfirmedReading)).content.decode()
    chief.post(reverse("admin:docket_confirmedreading_delete", args=[row.pk]), {"post": "yes"})
    assert ASKED in upload(chief, forum, SECOND).content.decode()
    history: Any = ConfirmedReading.history.rel.related_model  # type: ignore[attr-defined]
    assert list(history.objects.order_by("pgh_id").values_list("pgh_label", flat=True)) == ["insert", "delete"]


def test_a_table_that_is_not_read_rightly_is_dropped_and_nothing_is_remembered() -> None:
    clerk = member("clerk", "ann")
    upload(clerk, make_forum("nmdist"), pasted())
    page = answer(clerk, the_question(), "no").content.decode()
    assert "ann said that the table is not read rightly" in page
    row = QueuedImport.objects.get()
    assert (row.stage, row.data) == ("refused", None)
    assert not ConfirmedReading.objects.exists()
    assert not Case.objects.exists()


def test_one_answer_is_for_all_tables_of_an_upload_that_are_read_alike() -> None:
    clerk = member("clerk")
    upload(clerk, make_forum("nmdist"), pasted(), new_mexico(), SECOND)
    first = QueuedImport.objects.asking().order_by("pk")[0]
    answer(clerk, first, "so")
    assert set(Case.objects.values_list("docket_number", flat=True)) == {"21STCV09871", "21STCV09872"}
    assert the_question().report["docket_number"] == "D-202-CV-2021-00123"


def test_of_a_long_table_the_first_ten_rows_are_shown() -> None:
    rows = [(f"03/{day:02}/2021", f"EVENT-{day}-", "") for day in range(1, 13)]
    page = upload(member("clerk"), make_forum("nmdist"), pasted(rows)).content.decode()
    assert [day for day in range(1, 13) if f"EVENT-{day}-" in page] == [*range(1, 11)]
    assert "The first 10 of" in page


def test_a_table_without_a_court_asks_for_the_court_first_and_then_how_it_is_read() -> None:
    clerk, forum = member("clerk"), make_forum("nmdist")
    page = upload(clerk, None, pasted()).content.decode()
    assert "does not say which court it is of" in page
    assert ASKED not in page
    asked = answer(clerk, the_question(), "court", forum).content.decode()
    assert ASKED in asked
    answer(clerk, the_question(), "so")
    assert the_case().forum == forum


def test_each_page_without_a_court_asks_for_its_own_and_the_others_of_the_upload_are_imported() -> None:
    clerk = member("clerk")
    napa, dekalb = make_forum("calsuppctnapa"), make_forum("gasuppctdekalb")
    make_forum("cand")
    page = upload(clerk, None, portal(), portal(number="21CV000001"), district()).content.decode()
    assert page.count(": of which court is it?") == 2
    assert Case.objects.get().forum == Forum.objects.get(slug="cand")
    first, second = QueuedImport.objects.asking().order_by("pk")
    assert "Choose the court of" in answer(clerk, first, "court").content.decode()
    answer(clerk, first, "court", napa)
    answer(clerk, second, "court", dekalb)
    found = set(Case.objects.values_list("docket_number", "forum__slug"))
    assert {("21CV009999", "calsuppctnapa"), ("21CV000001", "gasuppctdekalb")} < found
    assert not ConfirmedReading.objects.exists()


def test_a_notice_that_shows_no_court_asks_for_it_too() -> None:
    clerk, forum = member("clerk"), make_forum("cand")
    upload(clerk, None, district(court="Nowhere", host="ecf.example.org"))
    assert answer(clerk, the_question(), "court", forum).context["done"][0].report.filings.new
    assert the_case().forum == forum


def test_a_court_that_is_not_said_is_no_court() -> None:
    clerk = member("clerk", "ann")
    upload(clerk, None, portal())
    assert "ann did not say of which court it is" in answer(clerk, the_question(), "no").content.decode()


def test_the_matter_to_review_is_named_with_its_cases() -> None:
    clerk, matter = member("clerk"), Matter.objects.create(title="The Marsh affair")
    make_forum("cand")
    files = [SimpleUploadedFile("a.html", district().encode())]
    page = clerk.post(IMPORT, {"pages": files, "matter": matter.pk}).content.decode()
    assert f'<a href="{address(matter)}">The Marsh affair</a>, with 1 case.' in page


def test_what_a_table_says_is_shown_as_text() -> None:
    rows = [(day, f"<b onclick=x>{words}", more) for day, words, more in ROWS]
    page = upload(member("clerk"), make_forum("nmdist"), pasted(rows)).content.decode()
    assert "<b onclick" not in page


def test_a_question_is_seen_and_answered_by_its_sender_and_by_those_with_clearance_only() -> None:
    clerk, other, officer = member("clerk"), member("editor"), member("custodian")
    upload(clerk, make_forum("nmdist"), pasted())
    assert [bool(waits(client, "asks before")) for client in (clerk, other, officer)] == [True, False, True]
    assert answer(other, the_question(), "so").status_code == 404
    assert answer(Client(), the_question(), "so").redirect_chain
    assert not ConfirmedReading.objects.exists()
    assert "asks before importing" in clerk.get(IMPORT).content.decode()
    answer(officer, the_question(), "so")
    assert ConfirmedReading.objects.filter(confirmed_by__username="custodian").count() == 1


def test_a_question_that_somebody_answered_meanwhile_is_not_answered_twice() -> None:
    clerk = member("clerk")
    upload(clerk, make_forum("nmdist"), pasted())
    row = the_question()
    answer(clerk, row, "no")
    assert "answered this meanwhile" in answer(clerk, row, "so").content.decode()
    assert not ConfirmedReading.objects.exists()


def test_the_worker_asks_too_and_takes_the_file_up_after_the_answer() -> None:
    clerk, forum = member("clerk"), make_forum("nmdist")
    with connection.cursor() as cursor:
        cursor.execute("select procrastinate_register_worker_v1()")
    upload(clerk, forum, *[SECOND.replace("21STCV09872", f"21STCV{n:05}") for n in range(17)])
    name = QueuedImport.objects.values_list("upload", flat=True)[0]
    import_upload(name, never)
    assert QueuedImport.objects.asking().count() == 17
    page = clerk.get(reverse("admin:queued_import", args=[name]))
    assert page.content.decode().count(ASKED) == 17
    assert "Refresh" not in page
    answer(clerk, QueuedImport.objects.asking()[0], "so")
    assert QueuedImport.objects.unfinished().count() == 17
    import_upload(name, never)
    assert Case.objects.count() == 17


def test_a_file_whose_rows_somebody_holds_asks_again_and_the_page_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    clerk, forum = member("clerk"), make_forum("nmdist")
    upload(clerk, forum, pasted(), SECOND)
    row = QueuedImport.objects.asking()[0]
    with monkeypatch.context() as held:
        held.setattr(importing, "import_bytes", lambda name, data, **given: FileReport(file=name, error=WORDS))
        page = answer(clerk, row, "so")
    assert WORDS in page.content.decode()
    assert page.content.decode().count(ASKED) == 2
    answer(clerk, row, "so")
    assert Case.objects.count() == 2


def test_what_was_imported_before_there_were_answers_counts_as_answered() -> None:
    forum = make_forum("nmdist")
    imported(pasted(), forum=forum, as_table=True)
    before = ConfirmedReading.objects.get().reading
    imported(SECOND, forum=forum)
    ConfirmedReading.objects.all().delete()
    ImportedFile.objects.filter(case__docket_number="21STCV09872").update(report={"reading": ""})
    (file,) = Path(migrations.__path__[0]).glob("*_confirmed_before.py")
    with connection.cursor() as cursor:
        cursor.execute(import_module(f"docket.migrations.{file.stem}").CONFIRM)
    confirmed: Any = ConfirmedReading.objects.get()
    assert (confirmed.forum, confirmed.reading, confirmed.confirmed_by) == (forum, before, None)


def test_expunging_a_case_takes_the_tables_of_its_court_that_still_ask_with_it() -> None:
    clerk, forum = member("clerk"), make_forum("nmdist")
    upload(clerk, forum, pasted())
    answer(clerk, the_question(), "so")
    upload(clerk, forum, new_mexico())
    upload(clerk, make_forum("calsuppctnapa"), SECOND)
    verbs.act("seal", the_case(), actor=None, reason="By order", authority="Order")
    verbs.act("expunge", the_case(), actor=None, reason="By order", authority="Order")
    assert the_question().forum == Forum.objects.get(slug="calsuppctnapa")
