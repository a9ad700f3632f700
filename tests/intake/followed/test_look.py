"""A look at a followed source: what comes is imported into its own case, what fails is told and changes nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from docket.intake.followed import look as looking
from docket.intake.followed.look import look
from docket.models import Case, FollowedSource, FollowedState, ImportedFile, Source
from tests.court_pages.court_pages import feed
from tests.court_pages.importing import imported
from tests.court_pages.pacer_pages import ROWS, Row, district
from tests.intake.followed.followed_source import FEED_PATH, NEW, NOW, OTHER, a_case, followed, looked, reread, rest
from tests.processes.court_site import CourtSite, Written

pytestmark = pytest.mark.django_db


def test_what_is_new_in_the_courts_feed_is_imported_into_its_case_and_no_other_case_is_made(site: CourtSite) -> None:
    case = a_case()
    source = followed(case)
    site.answers[FEED_PATH] = Written(feed([NEW], more=OTHER), headers={"ETag": '"a"'})
    state = looked(source)
    filing = case.filings.get(entry_number="3")
    assert (filing.date_filed, filing.date_entered) == (None, date(2021, 4, 6))
    assert (state.came, state.came_at, state.trouble) == ("1 new filing", NOW, "")
    assert (state.worked_at, state.next_look, state.etag) == (NOW, NOW + timedelta(hours=6), '"a"')
    assert list(Case.objects.all()) == [case]
    assert ImportedFile.objects.get(kind="court RSS feed").imported_by == source.author


def test_an_unchanged_source_is_asked_whether_it_changed_and_leaves_no_trace(site: CourtSite) -> None:
    source = followed(a_case())
    site.answers[FEED_PATH] = Written(feed([NEW]), headers={"ETag": '"a"', "Last-Modified": "Tue, 06 Apr 2021"})
    looked(source)
    before = rest()
    state = looked(source, NOW + timedelta(hours=6))
    _, headers = site.asked[-1]
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('"a"', "Tue, 06 Apr 2021")
    assert (state.worked_at, state.came_at, state.trouble) == (NOW + timedelta(hours=6), NOW, "")
    assert rest() == before


def test_an_answer_that_only_other_cases_changed_leaves_no_trace(site: CourtSite) -> None:
    """A feed is another file at every look: a source is named for what it brought, not for each look."""
    source = followed(a_case())
    site.answers[FEED_PATH] = [Written(feed([NEW])), Written(feed([NEW], more=OTHER)), Written(feed([], more=OTHER))]
    looked(source)
    before = rest()
    for hours in (6, 12):
        assert looked(source, NOW + timedelta(hours=hours)).trouble == ""
        assert rest() == before
    assert Source.objects.count() == 2


def test_entries_that_went_by_are_told_of_until_the_record_has_them_and_no_look_is_a_check(site: CourtSite) -> None:
    case = a_case()
    Case.objects.update(last_checked=None)
    source = followed(case, counts_as_check=True)
    site.answers[FEED_PATH] = Written(feed([(Row("5", "", "04/06/2021", "03501111135", 35), "Motion")]))
    assert looked(source).missed == [[3, 4]]
    assert list(FollowedSource.objects.missing()) == [source]
    for hours in (6, 12):
        assert looked(source, NOW + timedelta(hours=hours)).missed == [[3, 4]]
    case.refresh_from_db()
    assert case.last_checked is None
    imported(district(rows=[*ROWS, *(Row(str(n), "Paper", "04/06/2021", f"0350111113{n}", 30 + n) for n in (3, 4, 5))]))
    assert looked(source, NOW + timedelta(hours=18)).missed == []
    case.refresh_from_db()
    assert case.last_checked == date(2026, 3, 5)


def test_a_gap_that_the_court_never_fills_ends_with_its_whole_docket(site: CourtSite) -> None:
    """Numbers may stand for what is sealed, or for nothing: the docket page shows no more to anybody."""
    case = a_case()
    Case.objects.update(last_checked=None)
    source = followed(case, counts_as_check=True)
    five = Row("5", "Paper", "04/06/2021", "03501111135", 35)
    site.answers[FEED_PATH] = Written(feed([(five, "Paper")]))
    assert looked(source).missed == [[3, 4]]
    imported(district(rows=[five], criteria="Starting with document: 5"))
    assert FollowedState.objects.get(source=source).missed == [[3, 4]]
    imported(district(rows=ROWS))
    assert FollowedState.objects.get(source=source).missed == [[3, 4]]
    imported(district(rows=[*ROWS, five]))
    assert FollowedState.objects.get(source=source).missed == []
    assert looked(source, NOW + timedelta(hours=6)).missed == []
    case.refresh_from_db()
    assert case.last_checked == date(2026, 3, 4)


def test_an_entry_that_came_and_was_deleted_by_staff_is_not_missed_again(site: CourtSite) -> None:
    case = a_case()
    source = followed(case)
    five = Row("5", "", "04/06/2021", "03501111135", 35)
    site.answers[FEED_PATH] = Written(feed([(five, "Motion")]))
    looked(source)
    imported(feed([(Row(n, "", "04/06/2021", f"0350111113{n}", 30 + int(n)), "Notice") for n in ("3", "4")]))
    case.filings.filter(entry_number="4").delete()
    assert looked(source, NOW + timedelta(hours=6)).missed == []


@pytest.mark.parametrize("answer", [Written("down", 503), Written("slow", 429), Written("x" * 400, cut=20)])
def test_a_source_that_does_not_answer_is_left_alone_for_longer_each_time(site: CourtSite, answer: Written) -> None:
    source = followed(a_case())
    before = rest()
    site.answers[FEED_PATH] = answer
    waits = []
    for _ in range(7):
        state = looked(source)
        waits.append((state.next_look - NOW) / timedelta(hours=1))
    assert waits == [12, 24, 48, 96, 168, 168, 168]
    assert (state.failures, state.failing_since, state.worked_at, state.etag) == (7, NOW, None, "")
    assert state.trouble
    assert rest() == before
    site.answers[FEED_PATH] = Written(feed([NEW]))
    state = looked(source)
    assert (state.failures, state.failing_since, state.trouble) == (0, None, "")
    assert state.next_look == NOW + timedelta(hours=6)


def test_what_a_source_asks_for_counts_where_it_is_more(site: CourtSite) -> None:
    source = followed(a_case())
    site.answers[FEED_PATH] = [
        Written("", 429, {"Retry-After": "172800"}),
        Written("", 503, {"Retry-After": "60"}),
        Written("", 503, {"Retry-After": "999999999"}),
    ]
    assert [(looked(source).next_look - NOW) / timedelta(hours=1) for _ in range(3)] == [48, 24, 168]


def test_half_a_feed_that_looks_whole_to_http_changes_nothing(site: CourtSite) -> None:
    source = followed(a_case())
    before = rest()
    whole = feed([NEW])
    site.answers[FEED_PATH] = Written(whole[: whole.index("</item>")], headers={"ETag": '"half"'})
    state = looked(source)
    assert "breaks off" in state.trouble
    assert (state.etag, state.worked_at, state.failing_since) == ("", None, NOW)
    assert rest() == before


def test_a_fault_of_the_program_is_told_of_and_the_next_source_is_looked_at(
    site: CourtSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = followed(a_case())
    monkeypatch.setattr(looking, "ask", lambda *given: 1 / 0)
    state = looked(source)
    assert "fault of the program" in state.trouble
    assert state.failures == 1


def test_a_source_that_was_changed_during_the_look_begins_anew(site: CourtSite) -> None:
    source = followed(a_case())
    site.answers[FEED_PATH] = Written(feed([NEW]), headers={"ETag": '"a"'})
    old = reread(source)
    source.pace = 12
    source.save()
    look(old, NOW)
    state = FollowedState.objects.get()
    assert (state.etag, state.looked_at) == ("", None)
