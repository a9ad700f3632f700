"""Long uploads at the desk: what is left to the worker, the page that tells of it, who may see it, and too much."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from docket.desk.imports import limits
from docket.desk.imports.reports import WITHHELD
from docket.intake.background.importing import import_upload
from docket.intake.background.queue import keep
from docket.models import Case, QueuedImport
from docket.publishing import verbs
from tests.court_pages.importing import make_forum, the_case
from tests.processes.background import never, page
from tests.records.desk_cast import member

for_real = pytest.mark.usefixtures("committed")
LONG = f"<!--{'x' * limits.AT_ONCE}--></".join(page(3).rsplit("</", 1))
IMPORT = reverse("admin:import")


@pytest.fixture
def a_worker(committed: None) -> None:
    """Registered as a worker is when it starts; it takes nothing up."""
    make_forum("cand")
    with connection.cursor() as cursor:
        cursor.execute("select procrastinate_register_worker_v1()")


def upload(client: Client, *pages: str) -> Any:
    files = [SimpleUploadedFile(f"page{n}.html", html.encode()) for n, html in enumerate(pages, 1)]
    return client.post(IMPORT, {"pages": files})


def kept(name: str, html: str) -> str:
    """An upload of one page by a member of staff, not yet imported."""
    make_forum("cand")
    user = get_user_model().objects.get(username=name)
    return keep([SimpleUploadedFile("page.html", html.encode())], user=user, forum=None, matter=None)


def test_a_long_page_leads_to_a_page_that_refreshes_until_it_shows_the_report(a_worker: None) -> None:
    clerk = member("clerk")
    answer = upload(clerk, LONG)
    where = reverse("admin:queued_import", args=[QueuedImport.objects.get().upload])
    assert answer.url == where
    assert not Case.objects.exists()
    waiting = clerk.get(where)
    assert waiting["Refresh"] == "2"
    assert "The worker takes it up in a moment" in waiting.content.decode()
    assert "Refresh" not in clerk.get(f"{where}?still=1")
    assert "under way" in clerk.get(IMPORT).content.decode()
    QueuedImport.objects.update(stage="entries", entries_done=3200, entries_total=20000)
    assert "3,200 of 20,000 entries" in clerk.get(where).content.decode()
    import_upload(QueuedImport.objects.get().upload, never)
    finished = clerk.get(where)
    assert "Refresh" not in finished
    at_once = upload(clerk, page(3)).context["done"][0].report
    report = finished.context["done"][0].report
    assert (report.filings.new, at_once.filings.unchanged) == (3, 3)
    assert (report.docket_number, report.case) == (at_once.docket_number, at_once.case)
    assert f'href="{finished.context["done"][0].case}"' in finished.content.decode()
    listed = clerk.get(IMPORT).content.decode()
    assert f'href="{where}">page1.html</a>' in listed
    assert "under way" not in listed


def test_a_short_page_is_imported_at_once_and_many_short_ones_are_not(a_worker: None) -> None:
    chief = member("chief")
    assert upload(chief, page(3)).context["done"][0].report.filings.new == 3
    assert upload(chief, *["no docket"] * 17).status_code == 302
    assert QueuedImport.objects.count() == 17


@for_real
def test_without_a_worker_a_long_page_is_imported_at_once() -> None:
    make_forum("cand")
    answer = upload(member("chief"), LONG)
    assert answer.context["done"][0].report.filings.new == 3
    assert not QueuedImport.objects.exists()


@for_real
def test_the_page_says_that_no_worker_is_running_and_how_to_start_one() -> None:
    chief = member("chief")
    first, second = kept("chief", page(3)), kept("chief", page(3))
    shown = chief.get(reverse("admin:queued_import", args=[first])).content.decode()
    assert "No worker is running." in shown
    assert "manage.py worker" in shown
    with connection.cursor() as cursor:
        cursor.execute("select procrastinate_register_worker_v1()")
    assert "No worker" not in chief.get(reverse("admin:queued_import", args=[first])).content.decode()
    assert "1 earlier upload first" in chief.get(reverse("admin:queued_import", args=[second])).content.decode()


@for_real
def test_a_refused_page_says_why_and_is_not_asked_for_again() -> None:
    clerk = member("clerk")
    upload = kept("clerk", "no docket")
    import_upload(upload, never)
    answer = clerk.get(reverse("admin:queued_import", args=[upload]))
    assert "No docket was recognised" in answer.content.decode()
    assert "Refresh" not in answer
    assert "not imported" in clerk.get(IMPORT).content.decode()


@for_real
def test_an_upload_is_seen_by_its_sender_and_by_those_with_clearance_only() -> None:
    clerk, other, officer = member("clerk"), member("editor"), member("custodian")
    upload = kept("clerk", page(3))
    where = reverse("admin:queued_import", args=[upload])
    assert [client.get(where).status_code for client in (clerk, other, officer)] == [200, 404, 200]
    assert [where in client.get(IMPORT).content.decode() for client in (clerk, other, officer)] == [True, False, True]
    import_upload(upload, never)
    assert the_case().docket_number in clerk.get(where).content.decode()
    verbs.act("seal", the_case(), actor=None, reason="By order", authority="Order")
    shown = clerk.get(where).content.decode()
    assert WITHHELD in shown
    assert the_case().docket_number not in shown
    assert the_case().docket_number in officer.get(where).content.decode()


@for_real
def test_the_report_goes_with_a_case_that_is_expunged() -> None:
    member("chief")
    upload = kept("chief", page(3))
    import_upload(upload, never)
    verbs.act("seal", the_case(), actor=None, reason="By order", authority="Order")
    verbs.act("expunge", the_case(), actor=None, reason="By order", authority="Order")
    assert not QueuedImport.objects.exists()


@pytest.mark.django_db
def test_too_many_files_are_refused_with_the_limit_and_the_remedy(settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    answer = upload(member("chief"), "a", "b", "c")
    assert answer.status_code == 413
    assert "more than 2 files" in answer.content.decode()
    assert "import_docket FOLDER" in answer.content.decode()


@pytest.mark.django_db
def test_files_too_large_together_are_refused_with_the_limit_and_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TOGETHER", 1024 * 1024)
    monkeypatch.setattr(limits, "ENVELOPE", 0)
    answer = upload(member("chief"), "x" * 600_000, "x" * 600_000)
    assert answer.status_code == 413
    assert "1 MB may be sent at once" in answer.content.decode()
    assert Client().post("/admin/login/", {"pages": SimpleUploadedFile("a", b"x" * 2_000_000)}).status_code == 413


def unread(size: int, user: Any) -> int:
    """Posts so many bytes; how many of them are left in the connection after the answer, which says too much."""
    request = RequestFactory().post(IMPORT, b"x" * size, content_type="application/octet-stream")
    request.user = user
    answer = limits.TooMuch(lambda request: HttpResponse()).process_view(request, None, (), {})
    assert answer is not None
    assert answer.status_code == 413
    return len(request.read())


def test_what_staff_send_too_much_is_read_to_its_end_and_what_a_stranger_sends_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "TOGETHER", 2 * limits.CHUNK)
    monkeypatch.setattr(limits, "ENVELOPE", 0)
    size = 4 * limits.CHUNK + 7
    assert unread(size, get_user_model()(is_staff=True)) == 0
    assert unread(size, get_user_model()(is_staff=False)) == size
    assert unread(size, AnonymousUser()) == size


def test_the_largest_request_that_may_be_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TOGETHER", 1000)
    monkeypatch.setattr(limits, "ENVELOPE", 24)
    for size, refused in ((1024, False), (1025, True)):
        request = RequestFactory().post(IMPORT, b"x" * size, content_type="application/octet-stream")
        request.user = AnonymousUser()
        answer = limits.TooMuch(lambda request: HttpResponse()).process_view(request, None, (), {})
        assert (answer is not None) == refused
