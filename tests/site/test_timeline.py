"""The matter's page: at a glance, the timeline as picture and table, the ties between proceedings, what is covered."""

import html
import re
from datetime import date, timedelta
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
from docket.site.timeline.picture import EDGE, LABELS, MARK, WIDTH, picture_of
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
    assert "2 proceedings: 2 open" in words(page, "standing")
    assert "Two proceedings followed. As of 1 January 2026" in words(page, "standing")
    assert "21 December 2098 Due: Motions in limine due" in words(page, "next")
    assert "8 March 2099 , 9:00 a.m. MDT Jury trial" in words(page, "next")
    proceedings = words(page, "proceedings")
    assert "Roe v. Example Pictures, LLC Civil, filed 12 October 2023 District Court for Testing" in proceedings
    still = r"Negligence Open when last checked, 5 January 2026(; this may be out of date)? Next: 8 March 2099 , Jury"
    assert re.search(still, proceedings)
    assert "Involuntary manslaughter and Negligent use of a hoist Open" in proceedings


def test_the_picture_and_the_table_say_the_same(page_of, record):
    page = page_of(record.matter)
    svg = page[page.index("<svg") : page.index("</svg>")]
    table = page[page.index('<div class="events"') :]
    table = table[: table.index("</table>")]
    rows = [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in re.findall(r"<tr id=.*?</tr>", table)]
    assert [html.unescape(row) for row in rows] == [
        "12 October 2023 Roe v. Example Pictures, LLC D. Test. Complaint".replace(
            "D. Test.", "District Court for Testing"
        ),
        "12 October 2023 State v. Poe District Court for Testing Filed",
        "5 March 2024 State v. Poe District Court for Testing Information",
        "June 2025 Roe v. Example Pictures, LLC District Court for Testing Verdict",
        "8 March 2099 Roe v. Example Pictures, LLC District Court for Testing Hearing: Jury trial",
    ]
    counted = 0
    for label in re.findall(r'<a [^>]*class="[^"]+"><title>([^<]+)</title>', svg):
        several = re.match(r"(\d+) events", label)
        counted += int(several[1]) if several else 1
    assert counted == len(rows)
    assert "<title>8 March 2099: Jury trial, Roe v. Example Pictures, LLC</title>" in svg
    for anchor in re.findall(r'href="#(event-[^"]+)"', svg):
        assert f'id="{anchor}"' in table
    assert 'style="' not in svg


def test_proceedings_are_tied_and_covered(page_of, record):
    page = page_of(record.matter)
    tied = words(page, "relations")
    assert "State v. Poe District Court for Testing – criminal case parallel to – Roe v. Example Pictures, LLC" in tied
    assert "5 March 2024 Same event" in tied
    assert '<line class="tie"' in page
    covered = words(page, "coverage")
    assert "8 entries What the filings say 5 January 2026 entries 3–4, 7–8." in covered
    assert "not compared with the forum’s docket whether anything is missing is not known" in covered


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
    for missing in ("<svg", 'id="timeline"', 'id="coverage"', 'id="relations"'):
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
    assert 'id="relations"' not in page
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
    assert "The newest" in page


CASE = Case(pk=1, public_id="k7", caption="Roe v. Poe", category="civil")
DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))
PRECISIONS = st.sampled_from(list(DatePrecision.values))
EVENTS = st.lists(
    st.tuples(DAYS, PRECISIONS, st.sampled_from(["filing", "decision", "hearing"])), min_size=1, max_size=60
)


@given(EVENTS, DAYS)
def test_marks_never_overlap_stay_in_the_picture_and_lose_no_event(found, today):
    events = [
        Event(CASE, sort, "x", day, precision, f"/{place}/", str(place))
        for place, (day, precision, sort) in enumerate(found)
    ]
    picture = picture_of([CASE], events, [], today)
    assert picture
    (lane,) = picture.lanes
    marked = [event for mark in lane.marks for event in mark.events]
    assert sorted(event.key for event in marked) == sorted(event.key for event in events)
    for before, after in zip(lane.marks, lane.marks[1:], strict=False):
        assert before.left + before.width <= after.left + 0.11
    assert all(mark.width >= MARK for mark in lane.marks)
    assert all(mark.left >= LABELS and mark.left + mark.width <= WIDTH for mark in lane.marks)
    assert LABELS + EDGE - 1 <= lane.start <= lane.end <= WIDTH


def test_a_month_is_a_span_and_a_day_is_not():
    month = Event(CASE, "filing", "Order", date(2024, 3, 1), "month", "/a/", "a")
    day = Event(CASE, "filing", "Complaint", date(2023, 3, 1), "day", "/b/", "b")
    picture = picture_of([CASE], [day, month], [], TODAY)
    assert picture
    first, second = picture.lanes[0].marks
    assert (first.is_span, second.is_span) == (False, True)
    assert second.width > first.width == MARK
    assert second.words == "March 2024: Order, Roe v. Poe"


def test_events_without_a_day_stand_in_the_table_only(record):
    Filing.objects.filter(pk=record.verdict.pk).update(date_filed=None)
    events = events_of([record.case], TODAY).listed
    assert events[-1].when == "date not in the record"
    picture = picture_of([record.case], events, [], TODAY)
    assert picture
    assert "Verdict" not in [event.words for mark in picture.lanes[0].marks for event in mark.events]


def test_a_vacated_hearing_is_on_no_timeline(record):
    Hearing.objects.update(is_vacated=True)
    assert "Jury trial" not in [event.words for event in events_of([record.case], TODAY).listed]


def test_the_tally_counts_what_stands_how():
    cases = [Case(status="pending_active"), Case(status="disposed"), Case(status="disposed")]
    assert tally(cases) == "3 proceedings: 2 closed, 1 open"
    assert tally(cases[:1]) == "1 proceeding: open"
    assert tally([]) == ""
