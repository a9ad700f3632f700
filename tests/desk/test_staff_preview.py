"""The public pages at the desk, for staff who may not read what is under seal: as published, files and errors too."""

import csv
import io
from typing import Any

import pytest

from docket.publishing import verbs
from tests.records.desk_cast import a_case, a_filing, member

pytestmark = pytest.mark.usefixtures("committed")


@pytest.fixture
def case(committed: None):
    case = a_case("Roe v. Poe")
    sealed, hidden = a_filing(case, "Motion to compel"), a_filing(case, "Letter")
    a_filing(case, "Complaint")
    verbs.act("publish", case, actor=None, reason="checked")
    verbs.act("seal", sealed, actor=None, reason="order of 3 May")
    verbs.act("hide", hidden, actor=None, reason="filed in another case")
    return case


def test_a_file_is_sent_whole_and_says_no_more_than_the_public_one(case) -> None:
    answer: Any = member("clerk").get("/filings.csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert sorted(row["title"] for row in rows) == ["", "Complaint"]


def test_what_is_not_there_is_answered_by_the_api_as_to_the_public(case) -> None:
    answer = member("clerk").get("/api/v1/cases/nobodynobo/")
    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "no-store"


def test_after_a_file_and_an_error_the_desk_reads_the_staff_s_tables_again(case) -> None:
    clerk = member("clerk")
    answer: Any = clerk.get("/filings.csv")
    b"".join(answer.streaming_content)
    clerk.get("/api/v1/cases/nobodynobo/")
    assert clerk.get("/admin/").status_code == 200
