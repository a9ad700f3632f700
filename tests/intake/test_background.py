"""Imports in the background: a real worker over the real database, killed, told to stop, sent bad pages."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections

from config.data_folder import CHECKOUT
from docket.intake.background import progress_notes
from docket.intake.background.importing import GIVEN_UP, NOT_ALLOWED, Busy, import_upload
from docket.intake.background.progress_notes import Interrupted
from docket.intake.background.queue import keep, worker_lives
from docket.intake.background.worker import run
from docket.intake.report import FileReport
from docket.models import Case, Filing, ImportedFile, QueuedImport
from tests import cluster
from tests.court_pages.importing import imported, make_forum, published, record, the_case
from tests.processes.background import never, page
from tests.processes.supervised import wait_for
from tests.records.desk_cast import member

Stage = QueuedImport.Stage
LONG = "MOTION number {} to Dismiss for Failure to State a Claim filed by Ottoline Marsh. " + "In many words. " * 20


def other_case(html: str) -> str:
    """The same docket under another number."""
    return html.replace("01234", "05678").replace("371234", "375678")


def sent(*pages: str | bytes, user: Any = None) -> str:
    """Files in the queue, as the desk keeps them; returns the upload."""
    user = user or get_user_model().objects.get_or_create(username="ines", is_staff=True, is_superuser=True)[0]
    files = [
        SimpleUploadedFile(f"page{n}.html", html if isinstance(html, bytes) else html.encode())
        for n, html in enumerate(pages, 1)
    ]
    return keep(files, user=user, forum=None, matter=None)


def queued() -> QueuedImport:
    return QueuedImport.objects.get()


def report_of(row: QueuedImport) -> FileReport:
    return FileReport.restored(row.report)


def filings_are_written() -> bool:
    """Whether a transaction is open that has."""
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "select from pg_locks where relation = 'docket_filing'::regclass and mode = 'RowExclusiveLock' limit 1"
        )
        return cursor.fetchone() is not None


@contextmanager
def worker() -> Iterator[subprocess.Popen[bytes]]:
    """`manage.py worker` as a process; ended by SIGTERM."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "worker"],
        cwd=CHECKOUT,
        env=os.environ | cluster.environment(cluster.TEST_DATABASE),
        start_new_session=True,
    )
    try:
        wait_for("a worker lives", worker_lives)
        yield process
    finally:
        process.terminate()
        process.wait(timeout=30)


@pytest.fixture(autouse=True)
def forum(committed: None) -> None:
    make_forum("cand")


def test_a_page_is_imported_by_the_worker_as_it_would_be_at_once() -> None:
    html = page(40)
    direct = imported(html, "page1.html")
    member("clerk")
    clerk = get_user_model().objects.get(username="clerk")
    upload = sent(other_case(html), user=clerk)
    with worker():
        wait_for("the page is imported", lambda: queued().finished_at)
    row, case = queued(), Case.objects.get(docket_number__contains="05678")
    assert (row.stage, row.data, row.upload) == (Stage.DONE, None, upload)
    report = report_of(row)
    assert replace(report, docket_number=direct.docket_number, case=direct.case, cases=direct.cases) == direct
    assert report.case == case.public_id
    assert case.visibility == "draft"
    assert ImportedFile.objects.get(case=case).imported_by == clerk
    history: Any = apps.get_model("docket", "CaseHistory")
    assert {event.pgh_context.metadata["user"] for event in history.objects.filter(pgh_obj=case)} == {clerk.pk}


def test_a_worker_killed_in_the_middle_leaves_nothing_and_another_takes_the_page_up_again() -> None:
    sent(page(1500, LONG))
    with worker() as first:
        wait_for("it has written filings", filings_are_written)
        first.kill()
        first.wait()
    assert queued().finished_at is None
    assert not Filing.objects.exists()
    with cluster.connect(database=cluster.TEST_DATABASE) as admin:
        admin.execute("update procrastinate_workers set last_heartbeat = now() - interval '1 minute'")
    assert not worker_lives()
    run(wait=False)
    assert (queued().stage, queued().times_begun) == (Stage.DONE, 2)
    assert report_of(queued()).filings.new == Filing.objects.count() == 1500


def test_a_worker_told_to_stop_puts_the_page_back_and_ends_soon() -> None:
    sent(page(1500, LONG))
    with worker() as first:
        wait_for("it is under way", lambda: queued().times_begun == 1)
        first.send_signal(signal.SIGTERM)
        assert first.wait(timeout=15) == 0
    assert queued().finished_at is not None or (queued().stage, queued().times_begun) == (Stage.WAITING, 0)
    assert not worker_lives()
    run(wait=False)
    assert queued().stage == Stage.DONE
    assert Filing.objects.count() == 1500


def seen_from_outside(rows: list[tuple[str, int, int]], stop_at: int = -1) -> Callable[[], bool]:
    """Asked at each step of an import, notes what another connection sees; tells to stop at one of the entries."""

    def should_stop() -> bool:
        other = QueuedImport.objects.using("owner").get()
        rows.append((other.stage, other.entries_done, Filing.objects.using("owner").count()))
        return other.entries_done == stop_at

    return should_stop


def test_progress_is_seen_while_the_record_shows_nothing_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_notes, "EVERY", 0.0)
    rows: list[tuple[str, int, int]] = []
    import_upload(sent(page(40)), seen_from_outside(rows))
    assert {filings for _, _, filings in rows} == {0}
    counts = [done for stage, done, _ in rows if stage == Stage.ENTRIES]
    assert counts == sorted(counts)
    assert set(counts) >= set(range(1, 39))
    assert (queued().stage, queued().entries_done, queued().entries_total) == (Stage.DONE, 40, 40)


def test_a_small_page_is_not_told_of_before_it_is_done() -> None:
    rows: list[tuple[str, int, int]] = []
    import_upload(sent(page(10)), seen_from_outside(rows))
    assert {(stage, done) for stage, done, _ in rows} == {(Stage.READING, 0)}
    assert queued().stage == Stage.DONE


def test_an_interrupted_import_changes_nothing_and_does_not_count_as_a_try(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_notes, "EVERY", 0.0)
    upload = sent(page(40))
    before = record()
    with pytest.raises(Interrupted):
        import_upload(upload, seen_from_outside([], stop_at=20))
    row = queued()
    assert (row.stage, row.times_begun, row.entries_done) == (Stage.WAITING, 0, 0)
    assert row.data
    after = record()
    assert after.pop("docket_queuedimport") == before.pop("docket_queuedimport")
    assert after == before


def test_what_another_worker_finished_meanwhile_is_not_done_twice() -> None:
    """A worker that was taken for dead and lives: the one that notes the outcome first has its effects."""
    upload, direct = sent(page(40)), iter([True])

    def other_is_quicker() -> bool:
        if next(direct, False):
            import_upload(upload, never)
        return False

    import_upload(upload, other_is_quicker)
    assert report_of(queued()).filings.new == Filing.objects.count() == 40
    assert ImportedFile.objects.count() == 1


def test_an_import_for_which_rows_are_held_too_long_is_done_later() -> None:
    upload = sent(page(3))
    with cluster.connect(database=cluster.TEST_DATABASE) as other, other.transaction():
        other.execute("lock table docket_filing in exclusive mode")
        connections["default"].cursor().execute("set lock_timeout = '100ms'")
        with pytest.raises(Busy):
            import_upload(upload, never)
    assert queued().data
    import_upload(upload, never)
    assert (queued().stage, queued().times_begun) == (Stage.DONE, 2)


def test_bad_pages_are_refused_with_the_reason_and_the_others_imported() -> None:
    sent(b"no docket", page(3), page(3)[:3000], b"%PDF-1.7")
    run(wait=False)
    rows = list(QueuedImport.objects.all())
    assert [row.stage for row in rows] == [Stage.REFUSED, Stage.DONE, Stage.REFUSED, Stage.REFUSED]
    assert [row.data for row in rows] == [None] * 4
    reasons = [report_of(row).error or "" for row in rows]
    assert "No docket was recognised" in reasons[0]
    assert "breaks off" in reasons[2]
    assert "PDF" in reasons[3]


def test_two_uploads_of_one_case_are_imported_one_after_the_other() -> None:
    first, second = sent(page(20)), sent(page(21))
    with connections["default"].cursor() as cursor:
        cursor.execute("select worker_id from procrastinate_register_worker_v1()")
        asked = "select args ->> 'upload' from procrastinate_fetch_job_v2(array['imports'], %s)"
        (worker_id,) = cursor.fetchone()
        cursor.execute(asked, [worker_id])
        assert cursor.fetchone() == (first,)
        cursor.execute(asked, [worker_id])
        assert cursor.fetchone() == (None,)  # waits for the first
        cursor.execute("select procrastinate_unregister_worker_v1(%s)", [worker_id])
    run(wait=False)
    reports = [report_of(QueuedImport.objects.get(upload=upload)) for upload in (first, second)]
    assert [(r.filings.new, r.filings.unchanged) for r in reports] == [(20, 0), (1, 20)]
    assert the_case().filings.count() == 21


def test_an_account_that_lost_its_permission_imports_nothing() -> None:
    upload = sent(page(3))
    get_user_model().objects.update(is_superuser=False)
    import_upload(upload, never)
    assert report_of(queued()).error == NOT_ALLOWED
    assert not Case.objects.exists()


def test_a_file_that_ended_three_workers_is_given_up() -> None:
    upload = sent(page(3))
    QueuedImport.objects.update(times_begun=3)
    import_upload(upload, never)
    assert report_of(queued()).error == GIVEN_UP
    assert queued().data is None


def test_the_public_sees_and_hears_nothing_of_it() -> None:
    before = published()
    with cluster.connect("docket_public", cluster.TEST_DATABASE) as public:
        for channel in ("procrastinate_any_queue_v1", '"procrastinate_queue_v1#imports"'):
            public.execute(f"listen {channel}")
        sent(page(3))
        run(wait=False)
        assert list(public.notifies(timeout=0.2)) == []
        for table in ("docket_queuedimport", "procrastinate_jobs", "procrastinate_workers", "procrastinate_events"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                public.execute(f"select * from public.{table}")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            public.execute("select public.procrastinate_register_worker_v1()")
    assert published() == before
