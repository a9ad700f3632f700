"""Hearings and deadlines as CSV: the columns, the filters of the calendar carried, and who set each day."""

import csv
import html
import io
import re
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from docket.law.deadlines.periods import by_id
from docket.models import Deadline, Hearing
from docket.proposals.counting import Place, fill, inputs_of
from docket.publishing import verbs
from tests.records.listing_records import Cast, as_public

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.urls("config.urls_public")]
FORBIDDEN = re.compile(r"\b(overdue|missed|late|defaulted)\b", re.IGNORECASE)


@pytest.fixture
def cast(committed: None) -> Cast:
    cast = Cast()
    cast.court.time_zone, cast.court.deadline_rules = "America/Denver", "frcp6"
    cast.court.save()
    answer = Deadline(case=cast.suit, title="Answer", certainty="computed", case_party=cast.poe)
    served = date(2026, 6, 12)
    for name, value in inputs_of(by_id("fed.answer", served), served).items():
        setattr(answer, name, value)
    fill(answer, Place(cast.court))
    answer.trigger = cast.complaint
    answer.save()
    day = {"earliest": date(2026, 7, 20), "latest": date(2026, 7, 20)}
    witnesses = Deadline.objects.create(case=cast.suit, title="=Witness list", due_at=noon(), **day)
    far = {"title": "Trial", "kind": "jury_trial", "place": "Courtroom 3", "certainty": "ordered"}
    trial = Hearing.objects.create(case=cast.suit, date=date(2026, 8, 3), time=time(9, 30), **far)
    seat = Hearing.objects.create(case=cast.arbitration, title="Hearing", date=date(2026, 7, 8), certainty="reported")
    cast.publish()
    Deadline.objects.create(case=cast.suit, title="Draft", **day)
    cast.answer_due, cast.witnesses, cast.trial, cast.seat = answer, witnesses, trial, seat  # type: ignore[attr-defined]
    return cast


def noon() -> datetime:
    return datetime(2026, 7, 20, 12, tzinfo=ZoneInfo("America/Denver"))


def got(address: str) -> str:
    with as_public():
        answer: Any = Client().get(address)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert answer.status_code == 200, (address, body)
    return body.decode()


def rows(address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(got(address), newline=""), strict=True))


def titles(address: str) -> list[str]:
    return [row["title"] for row in rows(address)]


def test_a_computed_deadline_says_so_with_its_rule_its_steps_and_both_readings(cast):
    row = next(row for row in rows("/deadlines.csv") if row["deadline_id"] == cast.answer_due.public_id)
    assert (row["due"], row["due_latest"]) == ("2026-07-03", "2026-07-06")
    assert (row["certainty"], row["certainty_label"]) == ("computed", "computed by this site, not by the court")
    assert (row["citation"], row["rule"], row["counted_by"]) == ("FRCP 12(a)(1)(A)(i)", "fed.answer", "frcp6")
    assert (row["trigger"], row["trigger_date"]) == ("summons_served", "2026-06-12")
    assert row["trigger_id"] == cast.complaint.public_id
    assert (row["period"], row["unit"], row["direction"]) == ("21", "days", "after")
    assert (row["party"], row["party_role"]) == ("Poe Productions, Inc.", "defendant")
    assert row["steps"].startswith("Served 12 Jun 2026. Day 1 is 13 Jun (FRCP 6(a)(1)(A)). Earliest reading: Day 21 is")
    assert "Latest reading: Due 6 Jul 2026." in row["steps"]
    assert "unsettled" in row["open_question"]
    assert row["rule_version"].startswith("Federal Rules of Civil Procedure, Rule 6, as amended")
    assert row["state"] == "open"
    assert (row["case_id"], row["docket_number"]) == (cast.suit.public_id, "D-1-CV-2022-00001")


def test_a_date_that_the_court_set_has_no_rule_and_text_that_begins_a_formula_is_neutral(cast):
    row = next(row for row in rows("/deadlines.csv") if row["deadline_id"] == cast.witnesses.public_id)
    assert (row["title"], row["citation"], row["steps"], row["period"]) == ("'=Witness list", "", "", "")
    assert (row["due_at"], row["time_zone"]) == ("2026-07-20T18:00:00Z", "America/Denver")
    assert row["certainty_label"] == "set by order or notice"


def test_a_hearing_has_its_local_time_and_its_zone(cast):
    row = next(row for row in rows("/hearings.csv") if row["hearing_id"] == cast.trial.public_id)
    assert (row["date"], row["time"], row["time_zone"]) == ("2026-08-03", "09:30", "America/Denver")
    assert (row["kind_label"], row["place"], row["is_vacated"]) == ("Jury trial", "Courtroom 3", "false")
    other = next(row for row in rows("/hearings.csv") if row["hearing_id"] == cast.seat.public_id)
    assert (other["time"], other["certainty_label"]) == ("", "reported")


def test_drafts_and_cases_under_seal_are_not_there(cast):
    assert titles("/deadlines.csv") == ["Answer", "'=Witness list"]
    verbs.act("seal", cast.suit, actor=None, reason="order of 3 May")
    assert rows("/deadlines.csv") == []
    assert titles("/hearings.csv") == ["Hearing"]
    with as_public():
        assert Client().get(f"/cases/{cast.suit.public_id}/deadlines.csv").status_code == 404


QUESTIONS = {
    "": ["Answer", "'=Witness list"],
    "?certainty=computed": ["Answer"],
    "?day_from=2026-07-06": ["Answer", "'=Witness list"],
    "?day_from=2026-07-07": ["'=Witness list"],
    "?day_from=2026-07&day_to=2026-07": ["Answer", "'=Witness list"],
    "?day_to=2026-07-19": ["Answer"],
    "?forum=xarb": [],
    "?matter=collapse&state=met": [],
}


def test_the_filters_narrow_the_file(cast):
    assert {question: titles(f"/deadlines.csv{question}") for question in QUESTIONS} == QUESTIONS


def test_a_case_and_a_matter_have_their_own(cast):
    assert titles(f"/cases/{cast.suit.public_id}/hearings.csv") == ["Trial"]
    assert titles(f"/matters/{cast.stage.public_id}/hearings.csv") == ["Hearing", "Trial"]
    assert titles(f"/matters/{cast.other.public_id}/deadlines.csv") == ["Answer", "'=Witness list"]


def test_a_wrong_filter_is_refused_with_what_to_write():
    with as_public():
        answer = Client().get("/hearings.csv?day_from=soon")
    assert answer.status_code == 400
    assert b"write 2021-10-21, 2021-10 or 2021" in answer.content


PAGES = {
    "/calendar/?from=2026-07-06": (["Hearing", "Trial"], ["Answer", "'=Witness list"]),
    "/calendar/?from=2026-07-07": (["Hearing", "Trial"], ["'=Witness list"]),
    "/calendar/?month=2026-07": (["Hearing"], ["Answer", "'=Witness list"]),
    "/calendar/?from=2026-07-01&forum=xtest&certainty=ordered": (["Trial"], ["'=Witness list"]),
    "/calendar/?from=2026-07-01&kind=hearings": (["Hearing", "Trial"], None),
    "/calendar/?from=2026-07-01&matter=another": (["Trial"], ["Answer", "'=Witness list"]),
    "/calendar/forums/xarb/?from=2026-07-01": (["Hearing"], []),
    "/calendar/cases/{suit}/?month=2026-07": ([], ["Answer", "'=Witness list"]),
    "/calendar/matters/{stage}/?from=2026-08-01": (["Trial"], []),
}


def test_the_calendar_leads_to_the_files_of_what_it_shows(cast):
    for page, expected in PAGES.items():
        text = got(page.format(suit=cast.suit.public_id, stage=cast.stage.public_id))
        for name, shown in zip(("hearings", "deadlines"), expected, strict=True):
            links = [html.unescape(link) for link in re.findall(rf'href="([^"]*{name}\.csv[^"]*)"', text)]
            assert [titles(link) for link in links] == ([] if shown is None else [shown]), (page, links)


def test_no_file_concludes_that_anyone_was_not_in_time(cast):
    Deadline.objects.filter(pk=cast.answer_due.pk).update(state="passed")
    for name in ("hearings", "deadlines"):
        assert not FORBIDDEN.search(got(f"/{name}.csv"))
