"""Hearings and deadlines as iCalendar."""

from datetime import UTC, date, datetime, time

import icalendar
import pytest

from docket.choices import DeadlineState
from docket.models import Deadline
from tests.site.schedule.days import COMPUTED, computed, hearing, publish

pytestmark = pytest.mark.urls("config.urls_public")


def events(body):
    return {str(event["uid"]): event for event in icalendar.Calendar.from_ical(body).walk("VEVENT")}


def test_the_feed_holds_moments_days_certainty_and_steps(roe, read, public, settings):
    settings.PUBLIC_BASE_URL = "https://dockets.example"
    talk = hearing(roe, date(2026, 3, 9), time=time(9, 30), title="Argument; motion, no. 2", place="Courtroom 4")
    gone = hearing(roe, date(2026, 3, 10), is_vacated=True)
    due = computed(roe, date(2022, 2, 15), case_party=roe.studio)
    publish(roe.case)
    with public():
        body = read(f"/cases/{roe.case.public_id}/calendar.ics")
    found = events(body)
    assert set(found) == {f"{row.public_id}@dockets.example" for row in (talk, gone, due)}
    event = found[f"{talk.public_id}@dockets.example"]
    assert event["dtstart"].params["TZID"] == "America/Denver"
    assert event["dtstart"].dt.astimezone(UTC) == datetime(2026, 3, 9, 15, 30, tzinfo=UTC)
    assert str(event["summary"]) == "Argument; motion, no. 2 – Roe v. Example Pictures"
    assert (str(event["location"]), str(event["status"])) == ("Courtroom 4", "CONFIRMED")
    assert str(found[f"{gone.public_id}@dockets.example"]["status"]) == "CANCELLED"
    deadline = found[f"{due.public_id}@dockets.example"]
    assert deadline["dtstart"].dt == date(2022, 3, 8)
    assert COMPUTED in str(deadline["summary"])
    described = str(deadline["description"])
    assert "(FRCP 12(a)(1)(A)(i))" in described
    assert "Day 21 is 8 Mar, a Tuesday and no holiday." in described
    assert "BEGIN:VTIMEZONE" in body
    assert "TZID:America/Denver" in body
    assert max(len(line.encode()) for line in body.split("\r\n")) <= 75


OFF = {
    **dict.fromkeys(("open", "met", "passed"), "CONFIRMED"),
    **dict.fromkeys(("extended", "suspended", "vacated"), "CANCELLED"),
}


def test_a_day_that_does_not_hold_any_more_is_cancelled_in_the_feed(roe, read, public):
    assert set(OFF) == set(DeadlineState.values)
    day = {"earliest": date(2026, 7, 20), "latest": date(2026, 7, 20), "certainty": "ordered"}
    for state in OFF:
        Deadline.objects.create(case=roe.case, title=state, state=state, **day)
    publish(roe.case)
    with public():
        found = events(read(f"/cases/{roe.case.public_id}/calendar.ics")).values()
    assert {str(event["summary"]).split()[1]: str(event["status"]) for event in found} == OFF


def test_an_unchanged_feed_is_not_sent_again_and_nothing_may_keep_it(roe, client, public):
    hearing(roe, date(2026, 3, 9), time=time(9, 30))
    publish(roe.case)
    address = f"/cases/{roe.case.public_id}/calendar.ics"
    with public():
        first = client.get(address)
        again = client.get(address, headers={"if-none-match": first.headers["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    assert first.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert first.headers["Cache-Control"] == "no-cache"


def test_a_line_break_in_a_title_cannot_add_a_line_to_the_feed(roe, read, public):
    hearing(roe, date(2026, 3, 9), title="Argument\r\nATTACH:https://evil.example/")
    publish(roe.case)
    with public():
        body = read(f"/cases/{roe.case.public_id}/calendar.ics")
    assert "\nATTACH" not in body
