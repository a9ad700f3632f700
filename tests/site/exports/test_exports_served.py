"""How a CSV file leaves: in pieces, from one snapshot, under a name, and not to too many at once."""

import gc
from threading import BoundedSemaphore
from typing import Any

import pytest
from django.db import connections
from django.http import QueryDict
from django.test import Client

from docket.models import Filing, Matter
from docket.publishing import verbs
from docket.site.exports.copy import FIRST, PIECE, csv_of, in_pieces
from docket.site.exports.filings import FILINGS
from docket.site.views import downloads
from tests import cluster
from tests.records.listing_records import Cast, as_public
from tests.site.exports.downloaded import answer_of, rows

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.urls("config.urls_public")]


@pytest.fixture
def cast(committed: None) -> Cast:
    return Cast().publish()


def test_files_are_named_by_docket_number_and_day(cast: Cast) -> None:
    cast.suit.docket_number = "2:20-cv-01234/A"
    cast.suit.save()
    answer, _ = answer_of(f"/cases/{cast.suit.public_id}/filings.csv")
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith('attachment; filename="2-20-cv-01234-A_filings_')
    assert disposition.endswith('.csv"')
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert answer.headers["X-Robots-Tag"] == "noindex"


def test_a_file_of_what_is_not_there_is_not_there(cast: Cast) -> None:
    verbs.act("seal", cast.suit, actor=None, reason="order of 3 May")
    verbs.act("remove", cast.arbitration, actor=None, reason="order of 3 May")
    for case, status in ((cast.suit, 404), (cast.arbitration, 410)):
        assert answer_of(f"/cases/{case.public_id}/filings.csv")[0].status_code == status
    assert answer_of("/cases/bcdfghjkmn/filings.csv")[0].status_code == 404
    assert [row["caption"] for row in rows("/cases.csv")] == ["State v. Moe"]
    assert rows("/filings.csv") == rows("/filing-parties.csv") == rows("/case-parties.csv") == []


def test_what_cannot_be_answered_is_said_in_words(cast: Cast) -> None:
    answer, body = answer_of("/filings.csv?filed_from=yesterday&category=all")
    assert answer.status_code == 400
    assert "Filed from: “yesterday” is not a date" in body.decode()
    assert "Category of case:" in body.decode()


def test_a_head_request_says_what_would_come_without_asking_for_it(cast: Cast) -> None:
    with as_public():
        answer = Client().head("/filings.csv")
    assert (answer.status_code, answer.content) == (200, b"")
    assert "filings_" in answer.headers["Content-Disposition"]


def test_rows_leave_in_pieces_the_first_at_once() -> None:
    lines = [b"x" * 1000 + b"\n"] * 200
    pieces = list(in_pieces(iter(lines)))
    assert pieces[0] == b"x" * 1000 + b"\r\n"
    assert b"".join(pieces) == (b"x" * 1000 + b"\r\n") * 200
    assert all(len(piece) < PIECE + 2000 for piece in pieces)
    assert len(pieces) < 6


def asked_for_all() -> Any:
    asked = FILINGS.filter(QueryDict(), FILINGS.listed())
    assert asked.is_valid()
    return asked


def busy() -> list[str]:
    """What the public role's sessions are doing, seen from another."""
    query = "select state from pg_stat_activity where usename = 'docket_public' and state <> 'idle'"
    with cluster.connect(database=cluster.TEST_DATABASE) as admin:
        return [state for (state,) in admin.execute(query)]


def test_a_client_that_goes_away_frees_the_database(cast: Cast) -> None:
    Filing.objects.bulk_create(Filing(case=cast.suit, sequence=n, docket_text="N" * 5000) for n in range(100, 1500))
    verbs.publish_drafts(cast.suit, actor=None, reason="more")
    with as_public():
        pieces = csv_of(FILINGS, asked_for_all())
        lines = 0
        while lines <= FIRST + 1:  # the header and the first rows: a statement of their own
            lines += next(pieces).count(b"\r\n")
        assert busy() == ["active"]
        pieces.close()
        assert busy() == []
        assert not connections["default"].in_atomic_block


def test_an_export_reads_one_snapshot(cast: Cast) -> None:
    with as_public():
        pieces = csv_of(FILINGS, asked_for_all())
        next(pieces)
        with connections["default"].cursor() as cursor:
            cursor.execute("show transaction isolation level")
            assert cursor.fetchone() == ("repeatable read",)
            cursor.execute("show transaction_read_only")
            assert cursor.fetchone() == ("on",)
            cursor.execute("show statement_timeout")
            assert cursor.fetchone() == ("10min",), "a file may take longer than a page"
        pieces.close()


def test_a_file_meets_no_rows_of_a_table_but_those_that_it_is_given(cast: Cast) -> None:
    whole = b"".join(csv_of(FILINGS, asked_for_all()))
    assert b"Collapse of the stage" in whole
    narrowed = b"".join(csv_of(FILINGS, asked_for_all(), only=[Matter.objects.filter(pk=cast.other.pk)]))
    assert narrowed.count(b"\r\n") == whole.count(b"\r\n")
    assert b"Collapse of the stage" not in narrowed
    assert b"Another dispute" in narrowed


def test_downloads_beyond_the_slots_are_asked_to_come_again(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    gc.collect()  # an answer that another test began and never read gives its slot back
    monkeypatch.setattr(downloads, "SLOTS", BoundedSemaphore(2))
    monkeypatch.setattr(downloads, "PATIENCE", 0.01)
    with as_public():
        client = Client()
        begun: list[Any] = [client.get("/filings.csv") for _ in range(2)]
        third = client.get("/filings.csv")
        assert third.status_code == 503
        assert third.headers["Retry-After"] == "60"
        begun[0].close()  # never read
        b"".join(begun[1].streaming_content)
        begun[1].close()
        begun[1].close()
        again: list[Any] = [client.get("/filings.csv") for _ in range(2)]
        assert [answer.status_code for answer in again] == [200, 200]
        for answer in again:
            answer.close()
