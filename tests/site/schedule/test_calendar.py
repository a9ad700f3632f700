"""Hearings and deadlines as the public reads them: with who set them, and in the forum's time."""

import re
from datetime import UTC, date, datetime, time

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from docket.models import CaseMatter, Deadline, Hearing, Matter
from docket.proposals.counting import Place, fill
from docket.site.schedule.entries import Calendar, Question
from docket.site.schedule.month import Month
from tests.records.suit import forum, suit
from tests.site.schedule.days import COMPUTED, FORBIDDEN, addresses, computed, hearing, publish, unfolded
from tests.site.words import words

pytestmark = pytest.mark.urls("config.urls_public")


# What is due


def test_what_is_pending_depends_on_the_day_that_is_asked_for(roe):
    two_readings = roe.deadline(day=date(2026, 7, 3), latest=date(2026, 7, 6), earliest=date(2026, 7, 3))
    met = roe.deadline(day=date(2026, 7, 8), state="met")
    assert list(Deadline.objects.pending(on=date(2026, 7, 6))) == [two_readings]
    assert list(Deadline.objects.pending(on=date(2026, 7, 7))) == []
    assert list(Deadline.objects.overdue(on=date(2026, 7, 7))) == [two_readings]
    assert met not in Deadline.objects.overdue(on=date(2027, 1, 1))


def test_a_hearing_is_upcoming_on_its_own_day_unless_it_is_vacated(roe):
    day = date(2026, 3, 6)
    kept = hearing(roe, day)
    hearing(roe, day, is_vacated=True)
    assert list(Hearing.objects.upcoming(on=day)) == [kept]
    assert list(Hearing.objects.upcoming(on=date(2026, 3, 7))) == []


def test_a_computed_deadline_must_name_its_rule(roe):
    with pytest.raises(ValidationError, match="names the rule that sets it"):
        Deadline(case=roe.case, title="Answer", certainty="computed", earliest=date.min, latest=date.min).full_clean()


# The forum's clock


def test_an_hour_that_the_clocks_skip_is_refused(roe):
    for at, ok in ((time(1, 30), True), (time(2, 30), False), (time(3, 30), True)):
        row = Hearing(case=roe.case, title="Hearing", date=date(2026, 3, 8), time=at)
        if ok:
            row.full_clean()
        else:
            with pytest.raises(ValidationError, match=r"02:30 does not exist .* America/Denver"):
                row.full_clean()


def test_the_same_clock_time_is_another_moment_after_the_clocks_change(roe):
    before, after = (hearing(roe, date(2026, 3, day), time=time(9, 30)) for day in (6, 9))
    assert before.starts_at.astimezone(UTC) == datetime(2026, 3, 6, 16, 30, tzinfo=UTC)
    assert after.starts_at.astimezone(UTC) == datetime(2026, 3, 9, 15, 30, tzinfo=UTC)


def test_a_period_in_hours_is_due_at_a_moment_in_the_forum_s_zone(roe):
    row = Deadline(
        case=roe.case,
        title="Objection",
        certainty="computed",
        citation="Order of 6 Mar",
        counted_by="frcp6",
        trigger_date=date(2026, 3, 6),
        trigger_time=time(14, 17),
        period=72,
        unit="hours",
    )
    fill(row, Place(roe.case.forum))
    row.save()
    row.refresh_from_db()
    assert row.due_at == datetime(2026, 3, 9, 21, 17, tzinfo=UTC)  # 15:17 MDT: the clocks went forward on the 8th
    (entry,) = Calendar(roe.case).days(Question(), date(2026, 3, 1), date(2026, 3, 31), 10)
    assert entry.clock == "3:17 p.m. MDT"


def test_a_hearing_is_shown_with_the_forum_s_own_time(roe, read, public):
    hearing(roe, date(2026, 3, 9), time=time(9, 30), place="Courtroom 4")
    publish(roe.case)
    with public():
        page = words(read("/calendar/?from=2026-03-01"))
    assert "Monday, 9 March 2026" in page
    assert "9:30 a.m. MDT Motion hearing" in page
    assert "Courtroom 4, set by order or notice" in page


def test_an_empty_month_says_so_and_a_day_chooses_the_month(roe, read, public):
    hearing(roe, date(2026, 3, 9))
    publish(roe.case)
    with public():
        assert "Nothing is listed in May 2026." in words(read("/calendar/?month=2026-05"))
        assert "Nothing is listed in March 2026 for what was asked." in words(
            read("/calendar/?month=2026-03&kind=deadlines")
        )
        page = words(read("/calendar/?month=2026-05&from=2026-03-09"))
    assert "Calendar, March 2026" in page
    assert "Motion hearing" in page
    assert "Nothing is listed" not in page


# Who says so


@pytest.mark.parametrize(
    ("certainty", "says"),
    [
        ("ordered", "set by order or notice: due 12 May 2026"),
        ("reported", "reported: due 12 May 2026"),
        ("uncertain", "uncertain: due about 12 May 2026"),
    ],
)
def test_every_date_says_who_set_it(roe, read, public, certainty, says):
    roe.deadline(certainty=certainty)
    publish(roe.case)
    with public():
        assert says in words(read("/calendar/?from=2026-05-01"))


def test_a_computed_date_never_stands_without_saying_so_and_its_rule(roe, read, public):
    deadline = computed(roe, date(2022, 2, 15), case_party=roe.studio)
    publish(roe.case)
    says = f"{COMPUTED}: due about 8 March 2022 (FRCP 12(a)(1)(A)(i))"
    with public():
        for address in addresses(roe):
            page = words(unfolded(read(address)))
            if "8 March 2022" in page or "Due: Answer" in page:
                assert says.partition("computed ")[2] in page, address
        page = words(read(deadline.get_absolute_url()))
    assert "was computed by this site, not by the court" in page
    assert "Served 15 Feb 2022. Day 1 is 16 Feb (FRCP 6(a)(1)(A)). Day 21 is 8 Mar, a Tuesday and no holiday." in page
    assert "21 days after summons served" in page
    assert "Federal Rules of Civil Procedure, Rule 6, as amended 1 Dec 2016; calendar us_federal" in page


def test_two_readings_are_both_shown_with_what_is_open(read, public, db):
    there = suit(forum("nysd", zone="America/New_York"))
    deadline = computed(there, date(2026, 6, 12))
    publish(there.case)
    with public():
        assert "due about 3 July 2026, or 6 July 2026 on another reading of the law" in words(
            read("/calendar/?from=2026-07-06")
        ), "still listed on the day of the second reading"
        page = words(read(deadline.get_absolute_url()))
    assert "Earliest reading. Day 21 is 3 Jul" in page
    assert "Latest reading. Day 21 is 3 Jul" in page
    assert "Where the law is open. Whether the Friday" in page


def test_a_choice_of_staff_is_shown_beside_what_is_open(read, public, db):
    there = suit(forum("nysd", zone="America/New_York"))
    deadline = computed(there, date(2026, 6, 12), options={"observed_friday": "holiday"})
    publish(there.case)
    with public():
        page = words(read(deadline.get_absolute_url()))
    assert "due about 6 July 2026 (" in page
    assert "This record follows one answer: whether the Friday" in page
    assert "– holiday." in page


def test_no_public_word_says_that_anyone_did_not_act_in_time(roe, read, public):
    answer = roe.filing("resp.answer", by=roe.studio, date_filed=date(2022, 4, 1))
    long_ago = date(2022, 2, 15)
    computed(roe, long_ago, case_party=roe.armorer)
    computed(roe, long_ago, case_party=roe.studio, state="met", satisfied_by=answer)
    computed(roe, long_ago, state="passed")
    old = computed(roe, long_ago, state="extended")
    roe.deadline(day=date(2022, 4, 7), extended_from=old)
    computed(roe, long_ago, state="vacated")
    hearing(roe, date(2022, 3, 9), is_vacated=True)
    publish(roe.case)
    with public():
        pages = {address: read(address) for address in [*addresses(roe), roe.case.get_absolute_url()]}
    for address, page in pages.items():
        assert not FORBIDDEN.search(page), (address, FORBIDDEN.search(page))
    listed = words(pages["/calendar/?from=2022-01-01"])
    for state in ("filed 1 April 2022", "no such filing in this record", "extended", "no longer in force"):
        assert state in listed
    assert "taken off the calendar" in listed


# Lists and months


def test_filters_narrow_and_leave_the_address_out_of_search_engines(roe, read):
    roe.deadline("Brief due")
    hearing(roe, date(2026, 5, 13), title="Argument", certainty="reported")
    other = suit(forum("nysd"))
    other.deadline("Elsewhere")
    matter = Matter.objects.create(title="Collapse")
    CaseMatter.objects.create(case=roe.case, matter=matter)
    asked = {
        "": {"Brief due", "Argument", "Elsewhere"},
        "&kind=hearings": {"Argument"},
        "&kind=deadlines": {"Brief due", "Elsewhere"},
        "&certainty=reported": {"Argument"},
        "&forum=nysd": {"Elsewhere"},
        "&forum=nysd&kind=hearings": set(),
        "&forum=no+such+forum": set(),
        f"&matter={matter.public_id}": {"Brief due", "Argument"},
    }
    for narrowing, expected in asked.items():
        page = read(f"/calendar/?from=2026-05-01{narrowing}")
        assert {title for title in ("Brief due", "Argument", "Elsewhere") if title in page} == expected, narrowing
        assert '<meta name="robots" content="noindex">' in page


@pytest.mark.parametrize("asked", ["kind=x", "month=2026-13", "month=x", "from=soon", "from=0001-01-01"])
def test_what_cannot_be_asked_is_said_and_is_no_error_of_ours(db, read, asked):
    assert 'role="alert"' in read(f"/calendar/?{asked}", status=400)


def test_a_matter_lists_the_days_of_its_cases_only(roe, read):
    matter = Matter.objects.create(title="Collapse")
    CaseMatter.objects.create(case=roe.case, matter=matter)
    roe.deadline("Brief due")
    suit(roe.case.forum).deadline("Elsewhere")
    page = read(f"/calendar/matters/{matter.public_id}/?from=2026-05-01")
    assert "Brief due" in page
    assert "Elsewhere" not in page
    assert "Brief due" in read(f"/matters/{matter.public_id}/calendar.ics")


def test_the_list_goes_on_with_the_day_after_its_last(roe):
    for day in range(1, 21):
        hearing(roe, date(2026, 5, day), title=f"Day {day}")
        roe.deadline(f"Brief {day}", day=date(2026, 5, day))
    calendar, seen = Calendar(roe.case), []
    first: date | None = date(2026, 5, 1)
    while first:
        entries, first = calendar.onward(Question(), first, 7)
        assert len(entries) <= 7
        seen += [entry.row.title for entry in entries]
    assert len(seen) == len(set(seen)) == 40
    assert calendar.before(Question(), date(2026, 5, 10), 4) == date(2026, 5, 8)
    assert calendar.before(Question(), date(2026, 5, 1), 4) is None


def test_a_month_begins_its_weeks_on_sunday_and_cuts_a_full_day_short(roe, read):
    for number in range(9):
        hearing(roe, date(2026, 5, 12), title=f"Hearing {number}")
    page = read(f"/calendar/cases/{roe.case.public_id}/?month=2026-05")
    assert page.count('title="Hearing') == 0
    assert len(re.findall(r">Hearing \d<", page)) == 6
    assert "and 3 more" in page
    may = Month.read("2026-05")
    weeks = may.weeks([])
    assert [day.day.day if day else None for day in weeks[0]] == [None, None, None, None, None, 1, 2]
    assert (may.first, may.last) == (date(2026, 5, 1), date(2026, 5, 31))


def test_a_month_leads_on_to_the_next_one_that_lists_something(roe, read):
    for day in (date(2024, 1, 9), date(2026, 5, 12), date(2031, 2, 3)):
        hearing(roe, day)
    page = read(f"/calendar/cases/{roe.case.public_id}/?month=2026-05")
    assert re.findall(r'href="\?month=([\d-]+)"', page) == ["2024-01", "2031-02"]
    assert re.findall(r'href="\?month=([\d-]+)"', read("/calendar/?month=2031-02")) == ["2026-05"]


def test_a_calendar_takes_as_many_queries_for_many_days_as_for_few(roe, client):
    def grow(n):
        for _ in range(n):
            there = suit(roe.case.forum)
            answer = there.filing("resp.answer", date_filed=date(2026, 5, 1))
            computed(there, date(2026, 5, 1), case_party=there.studio, state="met", satisfied_by=answer)
            hearing(there, date(2026, 5, 20), time=time(9, 0))

    def queries(address):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    asked = ["/calendar/?from=2026-05-01", "/calendar/?month=2026-05", "/calendar.ics"]
    asked.append(f"/forums/{roe.case.forum.slug}/calendar.ics")
    grow(2)
    few = [queries(address) for address in asked]
    grow(12)
    assert [queries(address) for address in asked] == few
    assert max(few) <= 8, few  # two of them are the savepoint of the desk's request
