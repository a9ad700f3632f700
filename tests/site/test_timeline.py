"""The matter's page: at a glance, the timeline as lanes and table, the ties between proceedings, what is covered."""

import html
import re
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from docket.choices import DatePrecision
from docket.models import Case, CaseLink, CaseMatter, Filing, Hearing, Matter
from docket.models.parts.sequence import take_sequences
from docket.publishing import verbs
from docket.publishing.preview import as_published
from docket.site.timeline.events import Event, events_of
from docket.site.timeline.lanes import EDGE, NEAREST_TICKS, WIDTH, lanes_of
from docket.site.timeline.proceedings import tally
from tests.records.page_record import Record

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]
TODAY = date(2026, 5, 3)


@pytest.fixture
def record():
    record: Any = Record()
    Filing.objects.filter(pk=record.complaint.pk).update(filing_type="init.complaint")
    Filing.objects.filter(pk=record.information.pk).update(filing_type="crim.information", title="Information")
    record.verdict = record.filing(
        record.case, "9", "VERDICT", date(2025, 6, 1), filing_type="judg.verdict", title="Verdict",
        date_filed_precision="month",
    )  # fmt: skip
    CaseLink.objects.filter(to_case=record.case).update(date=date(2024, 3, 5), note="Same event")
    return record


@pytest.fixture
def page_of(client):
    def page(matter):
        answer = client.get(matter.get_absolute_url())
        assert answer.status_code == 200
        return answer.content.decode()

    return page


def words(page, of="main"):
    section = page[page.index(f'id="{of}"') :]
    section = section[: section.index("</section>")] if of != "main" else section
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", section).split()))


def act(verb, row):
    verbs.act(verb, row, actor=None, reason="test")


def test_one_screen_says_who_where_for_what_status_and_next(page_of, record):
    page = page_of(record.publish().matter)
    assert "2 proceedings: 2 open ." in words(page, "status")
    assert page.index("Two proceedings followed.") < page.index('id="status"') < page.index("As of <time")
    assert "21 December 2098 Due: Motions in limine due" in words(page, "next")
    assert "8 March 2099 , 9:00 a.m. MDT Jury trial" in words(page, "next")
    proceedings = words(page, "proceedings")
    assert (
        "Roe v. Example Pictures, LLC Civil · District Court for Testing · 1:23-cv-00871 Open when last checked, "
        "5 January 2026; this may be out of date ; next: 8 March 2099, "
        "Jury trial" in proceedings
    )
    claimed = words(page)
    assert claimed.index("Count I: Wrongful death") < claimed.index("Count 1: Involuntary manslaughter")


def test_the_lanes_and_the_table_say_the_same(page_of, record):
    page = page_of(record.matter)
    table = page[page.index('id="timeline"') :]
    table = table[: table.index("</table>")]
    rows = [
        [
            html.unescape(re.sub(r"<[^>]+>", "", cell))
            for cell in re.findall(r"<(?:th scope=.row.|li)>(.*?)</(?:th|li)>", row)
        ]
        for row in re.findall(r"<tr>.*?</tr>", table)[1:]
    ]
    assert rows == [
        [
            "Roe v. Example Pictures, LLC, 1:23-cv-00871",
            "12 October 2023 Complaint",
            "June 2025 Verdict",
            "8 March 2099 Hearing: Jury trial",
        ],
        ["State v. Poe, D-101-CR-2024-00310", "12 October 2023 Filed", "5 March 2024 Information"],
    ]
    lanes = re.findall(r'<svg class="lane" role="img" aria-label="([^"]+)".*?</svg>', page)
    assert lanes == ["12 October 2023 to now: 3 events, 1 decision", "12 October 2023 to now: 2 events, 0 decisions"]
    assert 'style="' not in page


def test_proceedings_are_tied_and_covered(page_of, record):
    covered = words(page_of(record.matter), "coverage")
    assert "criminal case parallel to 1:23-cv-00871, 5 March 2024: Same event" in covered
    assert "Civil, 1:23-cv-00871 8 " in covered
    assert "5 January 2026 What the filings say . entries 3–4, 7–8." in covered
    assert "not compared with the forum’s docket whether anything is missing is not known" in covered


def test_the_day_on_which_all_were_checked_is_said_once(page_of, record):
    Case.objects.update(last_checked=date(2026, 1, 5))
    page = page_of(record.matter)
    assert "every docket last checked 5 January 2026" in page
    assert "Last checked" not in words(page, "coverage")


@pytest.mark.parametrize(
    ("category", "said"),
    [
        ("arbitration", "Institution not reported"),
        ("investigation", "Agency not reported"),
        ("regulatory", "Agency not reported"),
        ("civil", "Court not reported"),
        ("other", "Forum not reported"),
    ],
)
def test_an_unknown_forum_is_called_by_the_sort_of_proceeding(client, page_of, category, said):
    matter = Matter.objects.create(title="A collapse")
    case = Case.objects.create(caption="Demand of Jane Roe", category=category, caption_is_descriptive=True)
    CaseMatter.objects.create(case=case, matter=matter)
    filing = Filing.objects.create(case=case, title="Demand")
    assert said in words(page_of(matter), "proceedings")
    for address in (case.get_absolute_url(), filing.get_absolute_url(), "/cases/"):
        page = client.get(address).content.decode()
        assert said in page
        assert said == "Court not reported" or "ourt not reported" not in page


def test_an_empty_matter_has_neither_timeline_nor_coverage(page_of):
    page = page_of(Matter.objects.create(title="Nothing followed"))
    assert "No proceedings are entered yet." in page
    for missing in ("<svg", 'id="timeline"', 'id="coverage"', "#coverage"):
        assert missing not in page


@pytest.mark.parametrize("verb", ["hide", "seal", "remove", "unpublish"])
def test_a_withheld_decision_is_on_no_timeline(page_of, record, settings, verb):
    settings.DESK = False
    record.publish()
    with as_published():
        assert words(page_of(record.matter), "timeline").count("Verdict") == 1
    act(verb, record.verdict)
    with as_published():
        page = page_of(record.matter)
    assert "Verdict" not in page
    assert "June 2025" not in page
    assert "pending" not in page.lower()


@pytest.mark.parametrize("verb", ["hide", "seal", "remove"])
def test_a_withheld_case_has_no_lane_event_tie_or_claim(page_of, record, settings, verb):
    settings.DESK = False
    record.publish()
    act(verb, record.criminal)
    with as_published():
        page = page_of(record.matter)
    assert "Information" not in page
    assert "manslaughter" not in page
    assert "Poe" not in page.replace("Sam Poe", "")
    assert "parallel to" not in page
    assert page.count('class="lane"') == 1


def test_a_matter_takes_the_same_few_queries_however_large(client, record):
    address = record.matter.get_absolute_url()

    def selects():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len([q for q in queries.captured_queries if re.search(r"from \W?(docket|parties)_", q["sql"], re.I)])

    few = selects()
    for place in range(20):
        case = Case.objects.create(caption=f"Doe v. Noe {place}", category="civil", date_filed=TODAY)
        CaseMatter.objects.create(case=case, matter=record.matter)
        CaseLink.objects.create(from_case=case, to_case=record.case, kind="related", date=TODAY)
    Filing.objects.bulk_create(
        Filing(case=record.case, sequence=sequence, entry_number=str(place + 50), title=f"Line {place}",
               filing_type="judg.judgment" if place % 10 == 0 else "", date_filed=TODAY - timedelta(days=place % 900))
        for place, sequence in enumerate(take_sequences(record.case.pk, 5000))
    )  # fmt: skip
    assert selects() == few <= 15
    page = client.get(address).content.decode()
    assert "the newest 4" in page


CASE = Case(pk=1, public_id="k7", caption="Roe v. Poe", category="civil")
DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))
PRECISIONS = st.sampled_from(list(DatePrecision.values))
EVENTS = st.lists(
    st.tuples(DAYS, PRECISIONS, st.sampled_from(["filing", "decision", "hearing"])), min_size=1, max_size=60
)


@given(EVENTS, DAYS, st.sampled_from(["pending_active", "disposed", "unknown"]))
def test_a_lane_stays_in_the_picture_and_loses_no_event(found, today, status):
    case = Case(pk=1, public_id="k7", caption="Roe v. Poe", category="civil", status=status)
    events = [
        Event(case, sort, "x", day, precision, f"/{place}/", str(place))
        for place, (day, precision, sort) in enumerate(found)
    ]
    lanes = lanes_of([case], events, today)
    lane = lanes.by_case[case.pk]
    dots = lane.filings + lane.decisions + lane.coming
    assert len(dots) + len(lane.spans) == len(events)
    assert all(EDGE <= x <= WIDTH - EDGE for x in (*dots, lane.start, lane.end, *sum(lane.spans, ())))
    assert lane.start <= lane.end
    assert lane.runs == (status == "pending_active")
    assert ("to now" in lane.words) <= lane.runs
    drawn = [x for x, _ in lanes.ticks]
    assert drawn == sorted(set(drawn))


def test_a_month_is_a_span_and_a_day_is_not():
    month = Event(CASE, "filing", "Order", date(2024, 3, 1), "month", "/a/", "a")
    day = Event(CASE, "filing", "Complaint", date(2023, 3, 1), "day", "/b/", "b")
    lane = lanes_of([CASE], [day, month], TODAY).by_case[CASE.pk]
    assert lane.filings == [EDGE]
    [(start, end)] = lane.spans
    assert EDGE < start < end == WIDTH - EDGE


def test_a_case_whose_end_is_not_known_does_not_run_on():
    case = Case(pk=1, caption="Roe v. Poe", category="civil", status="disposed")
    day = Event(case, "filing", "Complaint", date(2023, 3, 1), "day", "/b/", "b")
    last = Event(case, "decision", "Judgment", date(2024, 3, 1), "day", "/c/", "c")
    lane = lanes_of([case], [day, last], TODAY).by_case[case.pk]
    assert lane.words == "1 March 2023 to 1 March 2024: 2 events, 1 decision"


def test_years_never_touch():
    first = Event(CASE, "filing", "a", date(2022, 12, 30), "day", "/a/", "a")
    last = Event(CASE, "filing", "b", date(2035, 1, 2), "day", "/b/", "b")
    ticks = lanes_of([CASE], [first, last], TODAY).ticks
    assert all(after - before >= NEAREST_TICKS for (before, _), (after, _) in pairwise(ticks))


def test_events_without_a_day_stand_in_the_table_only(record):
    Filing.objects.filter(pk=record.verdict.pk).update(date_filed=None)
    events = events_of([record.case], TODAY).listed
    assert events[-1].when == "date not in the record"
    lane = lanes_of([record.case], events, TODAY).by_case[record.case.pk]
    assert lane.decisions == []
    assert lane.spans == []


def test_a_vacated_hearing_is_on_no_timeline(record):
    Hearing.objects.update(is_vacated=True)
    assert "Jury trial" not in [event.words for event in events_of([record.case], TODAY).listed]


def test_the_tally_counts_what_stands_how():
    cases = [Case(status="pending_active"), Case(status="disposed"), Case(status="disposed")]
    assert tally(cases) == "3 proceedings: 2 closed, 1 open"
    assert tally(cases[:1]) == "1 proceeding: open"
    assert tally([]) == ""
