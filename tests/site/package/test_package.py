"""The whole record as a data package: what is in it, how it is loaded, and when it may not be had."""

from __future__ import annotations

import csv
import hashlib
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pandas
import psycopg
import pytest
from django.db import transaction
from django.test import Client

from docket.desk.publication.acts import try_out
from docket.publishing import record_copy, verbs
from docket.site.exports.columns import Kind
from docket.site.exports.files import FILES
from docket.site.exports.joins import JOINS
from docket.site.package import writing
from docket.site.package.descriptor import NAMES
from docket.site.package.forms import value_of
from docket.site.package.task import write_if_due
from docket.site.package.writing import write_edition
from tests import cluster
from tests.records.listing_records import as_public, make_filing, publish
from tests.site.api.whole import Whole
from tests.site.exports.downloaded import answer_of

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.urls("config.urls_public")]
DAY = datetime(2026, 3, 2, 3, 0, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.RECORD_FOLDER = tmp_path / "record"
    return tmp_path / "record"


@pytest.fixture
def cast(committed: None) -> Whole:
    whole = Whole()
    whole.publish()
    publish(make_filing(whole.suit, "=1+1 is “text”\\ with\nlines", title="'='"))
    return whole


@pytest.fixture
def edition(cast: Whole) -> Path:
    return write_edition(DAY)


def tables(edition: Path) -> dict[str, list[dict[str, str]]]:
    found = {}
    for file in FILES:
        with (edition / f"{file.name}.csv").open(newline="") as rows:
            found[file.name] = list(csv.DictReader(rows, strict=True))
    return found


def test_it_is_every_file_as_the_public_reads_it_with_its_checksum(edition: Path) -> None:
    assert {path.name for path in edition.iterdir()} == set(NAMES)
    for file in FILES:
        _, body = answer_of(f"/{file.name}.csv")
        assert sorted((edition / f"{file.name}.csv").read_bytes().splitlines()) == sorted(body.splitlines()), file.name
    sums = (edition / "SHA256SUMS").read_text().splitlines()
    assert len(sums) == len(NAMES) - 1
    for line in sums:
        digest, name = line.split("  ")
        assert hashlib.sha256((edition / name).read_bytes()).hexdigest() == digest


def test_its_keys_hold_and_no_row_stands_twice(edition: Path) -> None:
    described = json.loads((edition / "datapackage.json").read_text())
    found = tables(edition)
    ids = {}
    for resource in described["resources"]:
        key, name = resource["schema"]["primaryKey"], resource["name"]
        ids[name] = [row[key] for row in found[name]]
        assert len(set(ids[name])) == len(ids[name]), name
        assert [field["name"] for field in resource["schema"]["fields"]] == list(
            next(iter(found[name]), {})
        ) or not found[name]
    joined = 0
    for resource in described["resources"]:
        for key in resource["schema"]["foreignKeys"]:
            other = key["reference"]
            named = {row[key["fields"]] for row in found[resource["name"]]} - {""}
            assert named <= set(ids[other["resource"]]), (resource["name"], key)
            joined += bool(named)
    assert joined > len(JOINS)


def test_the_three_forms_say_the_same(edition: Path) -> None:
    found = tables(edition)
    for file in FILES:
        lines = [json.loads(line) for line in (edition / f"{file.name}.jsonl").read_text().splitlines()]
        expected = [{c.name: value_of(c, row[c.name]) for c in file.columns} for row in found[file.name]]
        assert lines == expected
        rows: Any = duckdb.sql(f"select * from '{edition / file.name}.parquet'")
        assert rows.columns == [column.name for column in file.columns]
        amounts = [n for n, c in enumerate(file.columns) if c.kind is Kind.AMOUNT]
        told = [[str(v) if n in amounts and v is not None else v for n, v in enumerate(row)] for row in rows.fetchall()]
        assert sorted(map(repr, told)) == sorted(repr(list(row.values())) for row in lines), file.name
    texts = [row["docket_text"] for row in map(json.loads, (edition / "filings.jsonl").read_text().splitlines())]
    assert "=1+1 is “text”\\ with\nlines" in texts
    assert "'=1+1 is “text”\\ with\nlines" in {row["docket_text"] for row in found["filings"]}


def test_it_loads_by_the_lines_of_the_page(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(edition)
    filings = pandas.read_csv("filings.csv", dtype=str)
    assert len(filings) == 5
    counted: Any = duckdb.sql(
        "SELECT c.caption, count(*) FROM 'filings.parquet' f JOIN 'cases.parquet' c USING (case_id) GROUP BY ALL"
    )
    assert sorted(counted.fetchall()) == [("Poe and Moe", 1), ("Roe v. Poe Productions, Inc.", 4)]
    names = next(csv.reader((edition / "filings.csv").open(newline="")))
    with cluster.connect(database=cluster.TEST_DATABASE) as admin:
        admin.execute(f"create temporary table loaded ({', '.join(f'{name} text' for name in names)})")
        with admin.cursor().copy("copy loaded from stdin with (format csv, header true, force_null (title))") as copy:
            copy.write((edition / "filings.csv").read_bytes())
        assert isinstance(admin, psycopg.Connection)
        assert admin.execute("select count(*), count(title) from loaded").fetchone() == (5, 1)


def got(name: str, **headers: str) -> Any:
    with as_public():
        answer: Any = Client(headers=headers).get(f"/data/record/{name}")
        answer.whole = b"".join(answer.streaming_content) if answer.streaming else answer.content
        return answer


def test_the_newest_whole_edition_is_served_until_the_next_is_whole(
    cast: Whole, settings: Any, monkeypatch: Any
) -> None:
    assert got("filings.csv").status_code == 503
    first = write_edition(DAY)
    answer = got("filings.csv")
    assert (answer.status_code, answer.whole) == (200, (first / "filings.csv").read_bytes())
    assert answer.headers["Content-Length"] == str(len(answer.whole))
    assert got("filings.csv", **{"if-none-match": answer.headers["ETag"]}).status_code == 304
    publish(make_filing(cast.suit, "Order"))

    def torn(folder: Path, now: datetime) -> None:
        raise OSError("No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(writing, "_describe", torn)
        with pytest.raises(OSError, match="No space"):
            write_edition(DAY + timedelta(days=1))
    assert got("filings.csv").whole == answer.whole
    assert list(settings.RECORD_FOLDER.iterdir()) == [first]
    second = write_edition(DAY + timedelta(days=2))
    assert got("filings.csv").whole.count(b"\r\n") == answer.whole.count(b"\r\n") + 1
    assert not first.exists()
    assert record_copy.newest() == second
    for name in ("../filings.csv", "nothing.csv", ".stamp"):
        assert got(name).status_code == 404


@pytest.mark.parametrize("verb", ["seal", "hide", "remove", "unpublish", "expunge"])
def test_what_is_withheld_takes_every_edition_away_at_once(cast: Whole, edition: Path, verb: str) -> None:
    assert got("filings.csv").status_code == 200
    begun = record_copy.begin(DAY + timedelta(days=1))
    verbs.act(verb, cast.answer, actor=None, reason="order of 3 May")
    answer = got("filings.csv")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "900")
    assert b"ANSWER to the complaint" not in answer.whole
    with pytest.raises(record_copy.Withdrawn):
        record_copy.put_in_place(begun)
    assert write_if_due(DAY + timedelta(minutes=10))
    assert b"ANSWER to the complaint" not in got("filings.csv").whole
    assert got("filings.csv").status_code == 200


def test_none_is_left_where_the_process_dies_between_the_commit_and_what_follows_it(cast: Whole, edition: Path) -> None:
    with transaction.atomic():
        verbs.act("hide", cast.answer, actor=None, reason="test")
        assert record_copy.newest() is None


def test_a_look_at_what_an_act_would_do_leaves_the_edition(cast: Whole, edition: Path) -> None:
    with transaction.atomic():
        try_out("hide", cast.answer)
        transaction.set_rollback(True)
    assert record_copy.newest() == edition


def test_an_edition_that_its_writer_left_behind_goes_with_the_next(cast: Whole, edition: Path) -> None:
    left = record_copy.begin(DAY + timedelta(hours=1))
    written = write_edition(DAY + timedelta(days=1))
    assert not left.exists()
    assert record_copy.newest() == written


def test_publishing_leaves_the_edition_and_the_next_is_due_a_day_later(cast: Whole, edition: Path) -> None:
    publish(make_filing(cast.suit, "Order"))
    assert got("filings.csv").status_code == 200
    assert not write_if_due(DAY + timedelta(hours=23))
    assert write_if_due(DAY + timedelta(hours=24))


def test_drafts_are_in_no_edition(cast: Whole) -> None:
    make_filing(cast.suit, "DRAFTED")
    edition = write_edition(DAY)
    assert not [path for path in edition.iterdir() if b"DRAFTED" in path.read_bytes()]
