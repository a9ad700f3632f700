"""Hearings and deadlines as the public reads them: with who set them, in the forum's time, and as iCalendar."""

import re
from datetime import UTC, date, datetime, time

import icalendar
import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from docket.choices import DeadlineState
from docket.law.deadlines.periods import by_id
from docket.models import CaseMatter, ClaimEvent, Deadline, Hearing, Matter
from docket.proposals.acceptance import accept
from docket.proposals.counting import Place, fill, inputs_of
from docket.proposals.propose import follow_filing
from docket.publishing import verbs
from docket.publishing.preview import as_published
from docket.site.schedule.entries import Calendar, Question
from docket.site.schedule.month import Month
from tests.records.suit import forum, proof_of_service, suit

pytestmark = pytest.mark.urls("config.urls_public")
FORBIDDEN = re.compile(r"\b(overdue|missed|late|defaulted)\b", re.IGNORECASE)
COMPUTED = "computed by this site, not by the court"


def publish(row):
    verbs.act("publish", row, actor=None, reason="checked")


def computed(of, day, period="fed.answer", **fields):
    """A deadline counted from a day by a row of the table."""
    deadline = Deadline(case=of.case, title="Answer", certainty="computed", **fields)
    for name, value in inputs_of(by_id(period, day), day).items():
        setattr(deadline, name, value)
    fill(deadline, Place(of.case.forum))
    deadline.save()
    return deadline


def hearing(of, day, **fields):
    return Hearing.objects.create(case=of.case, date=day, **{"title": "Motion hearing", **fields})


@pytest.fixture
def roe(db):
    return suit()


@pytest.fixture
def public(settings):
    """The pages over the published tables, within the test's own transaction."""
    settings.DESK = False
    return as_published


@pytest.fixture
def read(client):
    def page(address, status=200):
        answer = client.get(address)
        assert answer.status_code == status, (address, answer.status_code)
        return answer.content.decode()

    return page


def words(html):
    body = re.sub(r"<(script|style|head).*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def unfolded(feed):
    """A page as it is; a feed without its line breaks and backslashes."""
    return feed.replace("\r\n ", "").replace("\n ", "").replace("\\", "")


def addresses(of):
    case = of.case.public_id
    return [
        "/calendar/?from=2022-01-01",
        "/calendar/?month=2022-03",
        f"/calendar/cases/{case}/?from=2022-01-01",
        f"/calendar/cases/{case}/?month=2022-03",
        f"/calendar/forums/{of.case.forum.slug}/?from=2022-01-01",
        f"/cases/{case}/calendar.ics",
        *(row.get_absolute_url() for row in Deadline.objects.all()),
        *(row.get_absolute_url() for row in Hearing.objects.all()),
        "/about/deadlines/",
    ]


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


# What is withheld


def test_drafts_and_other_cases_are_not_there(roe, client, read, public):
    publish(roe.case)
    held = [roe.deadline("Secret brief"), hearing(roe, date(2026, 5, 12), title="Secret hearing")]
    shown = hearing(roe, date(2026, 5, 12), title="Open hearing")
    publish(shown)
    draft = suit(roe.case.forum)
    held.append(draft.deadline("Answer in a draft case"))
    with public():
        for address in (
            "/calendar/?from=2026-05-01",
            "/calendar/?month=2026-05",
            f"/calendar/forums/{roe.case.forum.slug}/?from=2026-05-01",
            f"/calendar/cases/{roe.case.public_id}/?from=2026-05-01",
            f"/cases/{roe.case.public_id}/calendar.ics",
        ):
            page = read(address)
            assert "Open hearing" in page, address
            assert "Secret" not in page, address
            assert "draft case" not in page, address
        unknown = client.get("/deadlines/bcdfghjkmn/")
        for row in held:
            answer = client.get(row.get_absolute_url())
            assert (answer.status_code, answer.content) == (404, unknown.content)
        for address in (f"/cases/{draft.case.public_id}/calendar.ics", f"/calendar/cases/{draft.case.public_id}/"):
            assert client.get(address).status_code == 404


def test_a_deadline_whose_trigger_is_sealed_goes_with_it(roe, read, public):
    proof = roe.filing("svc.proof_of_service", date_served=date(2022, 2, 15))
    deadline = computed(roe, date(2022, 2, 15), trigger=proof)
    publish(roe.case)
    verbs.act("seal", proof, actor=None, reason="order of 3 May")
    with public():
        read(deadline.get_absolute_url(), status=404)
        assert "Answer" not in read("/calendar/?from=2022-01-01")


def test_a_sealed_case_leaves_an_empty_calendar_behind(roe, client, read, public):
    hearing(roe, date(2026, 5, 12), title="Secret hearing")
    publish(roe.case)
    verbs.act("seal", roe.case, actor=None, reason="order of 3 May")
    with public():
        feed = read(f"/cases/{roe.case.public_id}/calendar.ics")
        assert "VEVENT" not in feed
        assert "Roe" not in feed
        page = read(f"/calendar/cases/{roe.case.public_id}/")
        assert "This case is under seal" in page
        assert "Roe" not in page
        assert "Secret" not in read("/calendar/?from=2026-05-01")


def test_a_removed_case_says_that_it_is_gone(roe, client, public):
    publish(roe.case)
    verbs.act("remove", roe.case, actor=None, reason="order of 3 May")
    with public():
        for address in (f"/cases/{roe.case.public_id}/calendar.ics", f"/calendar/cases/{roe.case.public_id}/"):
            assert client.get(address).status_code == 410


def test_an_extension_hides_what_it_was_extended_from_while_that_is_held(roe, read, public):
    publish(roe.case)
    old = roe.deadline("Old answer", state="extended")
    new = roe.deadline("New answer", day=date(2026, 6, 1), extended_from=old)
    publish(new)
    with public():
        assert "Old answer" not in read(new.get_absolute_url())
    publish(old)
    with public():
        assert "Old answer" in read(new.get_absolute_url())


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


# iCalendar


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


# On the other pages


def test_the_case_s_page_says_what_comes_next_and_who_computed_it(roe, read):
    hearing(roe, date(2199, 3, 8), time=time(9, 30), title="Trial")
    deadline = computed(roe, date(2199, 2, 1), case_party=roe.studio)
    page = read(roe.case.get_absolute_url())
    assert f'<a href="{deadline.get_absolute_url()}">Due: Answer</a> (Example Pictures LLC)' in page
    assert f"C{COMPUTED[1:]}: due about 22 February 2199 (FRCP 12(a)(1)(A)(i))" in page
    assert "8 March 2199 , 9:30 a.m. MST Trial Set by order or notice" in words(page)
    assert f'href="/calendar/cases/{roe.case.public_id}/"' in page


def test_the_claims_grid_says_by_when_an_answer_is_due_until_there_is_one(roe, read):
    complaint = roe.filing("init.complaint", by=roe.plaintiff, date_filed=date(2199, 1, 2))
    for_studio, _ = roe.claim(complaint, roe.studio, roe.armorer)
    computed(roe, date(2199, 2, 1), case_party=roe.studio)
    page = words(read(roe.case.get_absolute_url()))
    assert page.count(f"Answer : {COMPUTED}: due about 22 February 2199 (FRCP 12(a)(1)(A)(i))") == 1, "not the armorer"
    ClaimEvent.objects.create(claim_against=for_studio, kind="answered", date=date(2199, 2, 20), response="deny")
    assert "Answer : " not in words(read(roe.case.get_absolute_url()))


def test_the_filing_s_page_shows_the_deadlines_that_run_from_it(roe, read):
    proof = roe.filing("svc.proof_of_service", date_served=date(2022, 2, 15))
    computed(roe, date(2022, 2, 15), trigger=proof)
    assert f"Due: Answer Draft, not public {COMPUTED}: due about 8 March 2022" in words(read(proof.get_absolute_url()))


# What started it, and what closed it


def test_a_suspended_deadline_says_so_on_its_own_row(roe, read):
    judgment = roe.filing("judg.judgment", date_entered=date(2026, 6, 1), entry_number="80")
    motion = roe.filing("mot.new_trial", by=roe.studio, date_filed=date(2026, 6, 20), entry_number="84")
    appeal = computed(roe, date(2026, 6, 1), "fed.appeal", trigger=judgment, state="suspended", stopped_by=motion)
    said = "suspended by the motion filed 20 June 2026 (FRAP 4(a)(4)(A)) until it is decided"
    for address in (
        appeal.get_absolute_url(),
        "/calendar/?from=2026-06-01",
        f"/calendar/cases/{roe.case.public_id}/?from=2026-06-01",
        motion.get_absolute_url(),
    ):
        page = words(read(address))
        assert said in page, address
        assert f"{COMPUTED}: was due about 1 July 2026" in page.replace("Computed", "computed"), address
    page = read(appeal.get_absolute_url())
    assert f'Suspended by</dt><dd><a href="{motion.get_absolute_url()}">' in page
    assert f'Runs from</dt><dd><a href="{judgment.get_absolute_url()}">' in page
    feed = unfolded(read(f"/cases/{roe.case.public_id}/calendar.ics"))
    assert "STATUS:CANCELLED" in feed
    assert "uspended by the motion filed 20 June 2026" in feed


def test_a_deadline_that_a_removal_took_out_of_force_says_so(roe, read):
    notice = roe.filing("init.notice_of_removal", by=roe.studio, date_filed=date(2026, 6, 30))
    answer = computed(roe, date(2026, 6, 1), "nm.answer", state="vacated", stopped_by=notice)
    page = words(read(answer.get_absolute_url()))
    assert "no longer in force: removed to the federal court 30 June 2026 (28 U.S.C. 1446(d))" in page
    assert "Out of force by" in page


@pytest.mark.parametrize("key", ["satisfied_by", "stopped_by"])
def test_every_line_names_the_filing_that_started_and_the_one_that_closed_it(roe, read, key):
    proof = roe.filing("svc.proof_of_service", date_served=date(2022, 2, 15), entry_number="4")
    filing = roe.filing("resp.answer", by=roe.studio, date_filed=date(2022, 3, 7), entry_number="9")
    state = {"satisfied_by": "met", "stopped_by": "vacated"}[key]
    answer = computed(roe, date(2022, 2, 15), trigger=proof, state=state, **{key: filing})
    for address in (answer.get_absolute_url(), "/calendar/?from=2022-01-01"):
        page = read(address)
        assert f'href="{proof.get_absolute_url()}"' in page, address
        assert f'href="{filing.get_absolute_url()}"' in page, address
    feed = unfolded(read(f"/cases/{roe.case.public_id}/calendar.ics"))
    assert f"Runs from: {proof}." in feed
    assert f"By: {filing}." in feed


def test_a_service_without_a_filing_is_named_in_words(roe, read):
    answer = computed(roe, date(2022, 2, 15), case_party=roe.studio)
    page = words(read(answer.get_absolute_url()))
    assert "summons served, 15 February 2022: no filing of it is recorded here" in page


def test_a_deadline_whose_motion_is_sealed_goes_with_it(roe, read, public):
    judgment = roe.filing("judg.judgment", date_entered=date(2026, 6, 1))
    motion = roe.filing("mot.new_trial", by=roe.studio, date_filed=date(2026, 6, 20))
    appeal = computed(roe, date(2026, 6, 1), "fed.appeal", trigger=judgment, state="suspended", stopped_by=motion)
    publish(roe.case)
    with public():
        assert "suspended by the motion" in words(read(appeal.get_absolute_url()))
    verbs.act("seal", motion, actor=None, reason="by order")
    with public():
        read(appeal.get_absolute_url(), 404)


# The method


def test_the_method_page_names_every_rule_calendar_and_period(read, db):
    page = words(read("/about/deadlines/"))
    for name in (
        "frcp6",
        "nm1006",
        "ccp12",
        "us_federal",
        "Notice of appeal",
        "FRCP 12(a)(1)(A)(i)",
        "no legal advice",
    ):
        assert name in page
    assert "21 days after: summons served" in page
    assert not FORBIDDEN.search(page)


# The desk's rights, for real


def test_a_clerk_cannot_change_a_deadline_that_is_public(committed):
    roe = suit(forum("court-one"))
    clerk = get_user_model().objects.create_user("clerk")
    _, proof = proof_of_service(roe, date(2022, 2, 15))
    (answer,) = roe.proposed()
    deadline = accept(answer, actor=None)
    publish(roe.case)
    proof.claim_events.update(date=date(2022, 2, 16))
    follow_filing(proof)
    (change,) = [row for row in roe.proposed() if row.kind == "change"]
    with pytest.raises(PermissionDenied, match="ask an editor"):
        accept(change, actor=clerk)
    deadline.refresh_from_db()
    assert deadline.earliest == date(2022, 3, 8)


def test_proposals_have_no_public_twin_and_closed_days_have(committed):
    with connection.cursor() as cursor:
        cursor.execute("select table_name from information_schema.tables where table_schema = 'published'")
        tables = {row[0] for row in cursor.fetchall()}
    assert {"docket_deadline", "docket_forumclosure"} <= tables
    assert not [table for table in tables if "proposal" in table]
