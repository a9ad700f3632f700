"""The docket by thread, page by page: every line once, and as few queries for many as for few."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docket.choices import FilingLinkKind
from docket.models import Case, Filing, FilingLink
from docket.models.parts.sequence import take_sequences
from docket.site.sheet.question import Question
from docket.site.sheet.threads import LONGEST_THREAD, MOST_LINES, threads_of
from tests.site.sheet.threads import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]


def many_threads(case, count, members):
    sequences = take_sequences(case.pk, count * (1 + members))
    filings = Filing.objects.bulk_create(
        Filing(case=case, sequence=sequence, title=f"Line {place}.", date_filed=date(2024, 5, 1))
        for place, sequence in enumerate(sequences)
    )
    FilingLink.objects.bulk_create(
        FilingLink(from_case=case, to_case=case, from_filing=filing, to_filing=filings[place - place % (members + 1)],
                   kind="supports")
        for place, filing in enumerate(filings)
        if place % (members + 1)
    )  # fmt: skip


def cursor(address):
    return re.findall(r"(?:after|before)=(\w+)", address)[0]


@pytest.mark.parametrize("newest_first", [False, True])
def test_the_pages_of_threads_go_through_every_line_once_and_back(newest_first):
    case = Case.objects.create(caption="Long v. Longer", category="civil")
    many_threads(case, 60, 3)

    def lines(sheet):
        return [line.title for t in sheet.threads for line in (t.start, *t.members)]

    sheet = threads_of(case, Question(threads=True, newest_first=newest_first), TODAY)
    pages = [lines(sheet)]
    while sheet.next_page:
        after = cursor(sheet.next_page)
        sheet = threads_of(case, Question(threads=True, newest_first=newest_first, after=after), TODAY)
        pages.append(lines(sheet))
    seen = [line for page in pages for line in page]
    assert len(seen) == len(set(seen)) == 240
    assert max(map(len, pages)) <= MOST_LINES
    before = cursor(sheet.previous_page)
    back = threads_of(case, Question(threads=True, newest_first=newest_first, before=before), TODAY)
    assert lines(back) == pages[-2]


def test_a_very_long_thread_says_how_many_more_it_has(docket):
    many_threads(docket.case, 1, 100)
    (thread,) = [t for t in docket.threads().threads if t.start.title == "Line 0."]
    assert len(thread.members) == LONGEST_THREAD
    assert thread.more == 60


LINKS = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from(list(FilingLinkKind.values))), max_size=16
)
TYPES = st.lists(st.sampled_from(["", "mot.dismiss", "init.complaint", "order.order"]), min_size=8, max_size=8)
DAYS = st.lists(st.one_of(st.none(), st.integers(1, 3)), min_size=8, max_size=8)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINKS, TYPES, DAYS)
def test_no_line_is_lost_whatever_the_links(db, links, types, days):
    """Also with links to filings of a later day, filings without a day, motions about motions."""
    case = Case.objects.create(caption="Tangle", category="civil")
    filings = Filing.objects.bulk_create(
        Filing(case=case, sequence=place + 1, title=str(place), filing_type=kind, date_filed=day and date(2024, 1, day))
        for place, (kind, day) in enumerate(zip(types, days, strict=True))
    )
    # the database refuses circles; the days make links to later filings
    allowed = {(a, b, kind) for a, b, kind in links if a > b}
    FilingLink.objects.bulk_create(
        FilingLink(from_case=case, to_case=case, from_filing=filings[a], to_filing=filings[b], kind=kind)
        for a, b, kind in allowed
    )
    threads = threads_of(case, Question(threads=True), TODAY).threads
    assert {line.title for t in threads for line in (t.start, *t.members)} == {str(place) for place in range(8)}
    assert len({t.start.title for t in threads}) == len(threads)


def test_threads_take_the_same_few_queries_with_8_and_with_5000_filings(client, docket):
    address = f"{docket.case.get_absolute_url()}?view=threads"

    def selects(page):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page).status_code == 200
        return [q["sql"] for q in queries.captured_queries if re.search(r"from \W?(docket|parties)_", q["sql"], re.I)]

    few = len(selects(address))
    many_threads(docket.case, 1250, 3)
    assert len(selects(address)) == few <= 12
    last = Filing.objects.get(title="Line 4996.")
    assert len(selects(f"{address}&after={last.public_id}")) <= 13
