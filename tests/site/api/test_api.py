"""The API: the files' columns and filters as JSON, a page at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from docket.models import Document, FilingLink
from docket.publishing import verbs
from docket.site.api.asked import filters_of
from docket.site.api.rows import json_value
from docket.site.exports.files import RESOURCES
from tests.records.listing_records import as_public, make_claim, make_filing, publish
from tests.site.api.asking import answer_of, body_of, rows_of
from tests.site.api.whole import Whole
from tests.site.exports.downloaded import rows as csv_rows

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.urls("config.urls_public")]


@pytest.fixture
def cast(committed: None) -> Whole:
    whole = Whole()
    whole.publish()
    return whole


WITHOUT_ROWS = {"hearings", "deadlines"}


@pytest.mark.parametrize("file", RESOURCES, ids=lambda file: file.name)
def test_a_resource_holds_the_rows_and_the_columns_of_its_csv(cast: Whole, file: Any) -> None:
    found, expected = rows_of(f"{file.name}/?limit=2"), csv_rows(f"/{file.name}.csv")
    name = file.columns[0].name
    assert {row[name] for row in found} == {row[name] for row in expected}
    assert len(found) == len(expected) == len({row[name] for row in found})
    assert bool(found) is (file.name not in WITHOUT_ROWS)
    by_id = {row[name]: row for row in expected}
    for row in found:
        assert list(row) == [column.name for column in file.columns]
        assert {key: as_csv(value) for key, value in row.items()} == by_id[row[name]]
        assert body_of(f"{file.name}/{row[name]}/") == row


def as_csv(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def test_values_have_the_types_of_json(cast: Whole) -> None:
    (event,) = rows_of("claim-events/?limit=1")[1:]
    assert event["amount"] == "7.00"
    (case,) = [row for row in rows_of("cases/") if row["case_id"] == cast.suit.public_id]
    assert case["filing_count"] == 3
    assert case["caption_is_descriptive"] is False
    assert case["matters"] == ["Collapse of the stage", "Another dispute"]
    assert case["other_numbers"] == []
    assert case["amount"] is None
    (column,) = [column for file in RESOURCES for column in file.columns if column.name == "file_count"]
    assert json_value(column, 0) == 0, "0 is an answer"


def test_text_is_what_people_wrote_and_no_spreadsheet_s(cast: Whole) -> None:
    order = make_filing(cast.suit, "=1+1")
    publish(order)
    assert body_of(f"filings/{order.public_id}/")["docket_text"] == "=1+1"
    assert csv_rows("/filings.csv?q=1")[0]["docket_text"] == "'=1+1"


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_pages_follow_each_other_without_a_gap_or_a_repeat(cast: Whole, limit: int) -> None:
    for name in ("filings", "cases", "claims", "filing-parties", "documents", "case-links", "forums"):
        whole = [next(iter(row.values())) for row in rows_of(f"{name}/?limit=100")]
        assert [next(iter(row.values())) for row in rows_of(f"{name}/?limit={limit}")] == whole, name


@pytest.mark.parametrize(
    "question", ["order=oldest", "q=negligence", "q=negligence&order=best", "forum=xtest&group=resp", "q=zzz", "q="]
)
def test_a_list_is_narrowed_and_ordered_by_the_filters_of_its_page(cast: Whole, question: str) -> None:
    expected = [row["filing_id"] for row in csv_rows(f"/filings.csv?{question}")]
    assert [row["filing_id"] for row in rows_of(f"filings/?limit=2&{question}")] == expected


def test_a_claim_is_found_by_where_it_stands(cast: Whole) -> None:
    assert [row["effect"] for row in rows_of("claims/?effect=disposed")] == ["disposed"]
    assert rows_of("claims/?effect=open") == []
    assert len(rows_of("claim-events/?party=Poe")) == 2


def test_fields_are_those_asked_for(cast: Whole) -> None:
    assert rows_of("cases/?fields=caption,case_id&q=Roe") == [
        {"case_id": cast.suit.public_id, "caption": cast.suit.caption}
    ]
    (row,) = rows_of("cases/?fields=caption&expand=forum&q=Roe")
    assert list(row) == ["caption", "expanded"]
    assert row["expanded"]["forum"]["name"] == cast.court.name


def test_what_is_asked_for_is_put_in(cast: Whole) -> None:
    (row,) = rows_of("claims/?expand=events,claimants,case,against,matters&fields=title")
    told = row["expanded"]
    assert [event["kind"] for event in told["events"]] == ["served", "dismissed_motion"]
    assert [one["party"] for one in told["claimants"]] == ["Roe, Jane"]
    assert told["case"]["caption"] == cast.suit.caption
    assert told["against"]["name"] == "Poe Productions, Inc."
    assert [matter["title"] for matter in told["matters"]] == ["Collapse of the stage", "Another dispute"]
    complaint = body_of(f"filings/{cast.complaint.public_id}/?expand=documents,filers,links&fields=filing_id")
    assert [document["title"] for document in complaint["expanded"]["documents"]] == ["Exhibit A"]
    assert complaint["expanded"]["links"] == []
    demand = body_of(f"filings/{cast.demand.public_id}/?expand=documents,case&fields=filing_id")
    assert demand["expanded"]["documents"] == []


def test_how_a_case_ended_is_not_told_beside_one_party(cast: Whole) -> None:
    type(cast.suit).objects.filter(pk=cast.suit.pk).update(status="disposed", disposition="settled")
    assert body_of(f"cases/{cast.suit.public_id}/")["disposition"] == "settled"
    assert rows_of(f"cases/?party={cast.roe.party.public_id}")[0]["disposition"] is None
    for row in rows_of(f"case-parties/?expand=case&case={cast.suit.public_id}"):
        assert row["expanded"]["case"]["disposition"] is None


@pytest.mark.parametrize(
    ("address", "parameter", "words"),
    [
        ("filings/?filed_from=yesterday", "filed_from", "“yesterday” is not a date"),
        ("filings/?category=all", "category", "all is not one of the available choices"),
        ("filings/?kategory=civil", "kategory", "No such parameter. There are: limit, after,"),
        ("filings/?limit=0", "limit", "“0” is not a number from 1 to 100."),
        ("filings/?limit=-1", "limit", "“-1” is not a number"),
        ("filings/?limit=１", "limit", "is not a number"),
        ("cases/?fields=caption,id", "fields", "“id” is none of: case_id, case_url,"),
        ("cases/?expand=judge", "expand", "“judge” is none of: forum,"),
        ("filings/?after=yesterday%00", "after", "does not name a place"),
        ("documents/?after=a%00", "after", "does not name a place"),
        ("cases/?q=a%00", "q", "Null characters"),
        ("claim-events/?effect=disposed", "effect", "No such parameter."),
        ("parties/?order=newest", "order", "newest is not one of"),
    ],
)
def test_what_cannot_be_answered_is_said_in_words(cast: Whole, address: str, parameter: str, words: str) -> None:
    answer = answer_of(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/problem+json")
    assert words in " ".join(answer.json()["errors"][parameter])


def a_value(file: Any, name: str) -> str:
    """Something that the filter takes: of its choices the last, else a day, a year being one too."""
    choices = file.filter.base_filters[name].extra.get("choices", ())
    return str(list(choices() if callable(choices) else choices)[-1][0]) if choices else "2022"


@pytest.mark.parametrize("file", [file for file in RESOURCES if file.joins], ids=lambda file: file.name)
def test_rows_that_join_a_list_s_are_found_by_each_of_its_filters(cast: Whole, file: Any) -> None:
    for name in filters_of(file):
        question = f"{name}={a_value(file, name)}"
        rows = rows_of(f"{file.name}/?{question}&limit=100")
        assert len(rows) == len(csv_rows(f"/{file.name}.csv?{question}")), question


def test_a_filing_of_two_sorts_at_once_there_is_not(cast: Whole) -> None:
    assert rows_of("filings/?type=init.complaint&group=init")
    assert rows_of("filings/?type=init.complaint&group=mot") == []


def test_a_list_whose_place_is_gone_does_not_begin_anew_unasked(cast: Whole) -> None:
    for name in ("parties", "documents", "case-links"):
        assert "begin anew" in body_of(f"{name}/?after=bcdfghjkmn", 404)["detail"]
    assert body_of("filings/?after=2022-03-20_bcdfghjkmn")["results"][0]["date_filed"] == "2022-03-20"


@pytest.mark.parametrize("address", ["cases/bcdfghjkmn/", "cases/a%00/", "nowhere/", "cases/a/b/", "case-links/a-b-c/"])
def test_what_is_not_there_is_a_404_as_json(cast: Whole, address: str) -> None:
    answer = answer_of(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")


def test_what_is_under_seal_is_told_as_the_csv_tells_it(cast: Whole) -> None:
    verbs.act("seal", cast.complaint, actor=None, reason="order of 3 May")
    row = body_of(f"filings/{cast.complaint.public_id}/")
    assert (row["access"], row["docket_text"], row["entry_number"]) == ("sealed", None, "1")
    verbs.act("seal", cast.suit, actor=None, reason="order of 3 May")
    assert body_of(f"cases/{cast.suit.public_id}/", 404) == body_of("cases/bcdfghjkmn/", 404)
    assert [row["caption"] for row in rows_of("case-links/?expand=to_case,from_case")] == []
    assert rows_of("filings/?fields=filing_id") == [{"filing_id": cast.demand.public_id}]


def test_nobody_needs_to_fetch_again_what_has_not_changed(cast: Whole) -> None:
    first = answer_of("cases/?q=Roe")
    assert answer_of("cases/?q=Roe", **{"if-none-match": first.headers["ETag"]}).status_code == 304
    publish(make_filing(cast.arbitration, "Award"))
    assert answer_of("cases/?q=Roe", **{"if-none-match": first.headers["ETag"]}).status_code == 304
    publish(make_filing(cast.suit, "Order"))
    assert answer_of("cases/?q=Roe", **{"if-none-match": first.headers["ETag"]}).status_code == 200


def test_a_page_of_another_site_may_ask(cast: Whole, settings: Any) -> None:
    settings.DESK = False
    for address in ("cases/", "nowhere/", "cases/?limit=x"):
        assert answer_of(address, origin="https://reader.example.org").headers["Access-Control-Allow-Origin"] == "*"
    with as_public():
        before = Client().options("/api/v1/cases/", headers={"access-control-request-headers": "if-none-match"})
        assert (before.status_code, before.content) == (204, b"")
        assert "If-None-Match" in before.headers["Access-Control-Allow-Headers"]
        assert Client().post("/api/v1/cases/").status_code == 405
        assert Client().head("/api/v1/cases/").status_code == 200


EXPANDED = "claims/?expand=events,claimants,case,against,matters", "filings/?expand=documents,filers,links,case"
SIZED = [*(f"{file.name}/?limit=100" for file in RESOURCES), *EXPANDED, "cases/?expand=parties,appearances,links,forum"]


def test_a_page_of_many_rows_asks_the_database_as_often_as_one_of_few(cast: Whole) -> None:
    few = {address: asked_for(address) for address in SIZED}
    for n in range(6):
        filing = make_filing(cast.suit, f"Notice {n}", (cast.roe, cast.poe), date_filed=date(2022, 6, n + 1))
        FilingLink.objects.create(from_filing=filing, to_filing=cast.complaint, kind="refers_to")
        Document.objects.create(filing=filing, title="Exhibit", attachment_number=1)
        make_claim(cast.suit, f"Count {n}", cast.roe, cast.poe, {"kind": "served", "date": date(2022, 3, 1)})
    verbs.publish_drafts(cast.suit, actor=None, reason="more")
    many = {address: asked_for(address) for address in SIZED}
    assert many == few
    assert max(many.values()) <= 24


def asked_for(address: str) -> int:
    with as_public(), CaptureQueriesContext(connections["default"]) as asked:
        assert Client().get(f"/api/v1/{address}").status_code == 200
    return len([one for one in asked.captured_queries if "SET" not in one["sql"][:4]])
