"""The docket by thread: what became of each motion, which pleading is operative, and what is never concluded."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docket.choices import FilingLinkKind
from docket.models import Case, Filing, FilingLink, Hearing
from docket.models.parts.sequence import take_sequences
from docket.publishing import verbs
from docket.publishing.preview import as_published
from docket.site.sheet.details import details_of
from docket.site.sheet.motions import age_words, operative, said_of
from docket.site.sheet.question import Question
from docket.site.sheet.threads import LONGEST_THREAD, MOST_LINES, threads_of
from tests.records.page_record import Record

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]
TODAY = date(2026, 5, 3)


class Docket:
    """A case with a complaint and a motion that is opposed, replied to, heard and ruled on."""

    def __init__(self):
        self.case = Case.objects.create(caption="Roe v. Poe", category="civil", status="pending_active")
        self.day = date(2024, 1, 1)
        self.complaint = self.filing("1", "Complaint", "init.complaint")
        self.motion = self.filing("2", "Motion to dismiss", "mot.dismiss", responds_to=self.complaint)
        self.opposition = self.filing("3", "Opposition", "brief.opposition", opposes=self.motion)
        self.answer = self.filing("4", "Answer", "resp.answer", answers=self.complaint)
        self.reply = self.filing("5", "Reply", "brief.reply", replies_to=self.opposition)
        self.notice = self.filing("6", "Notice of hearing", "order.notice_of_hearing", refers_to=self.motion)
        self.letter = self.filing("", "Letter", "", refers_to=self.motion)
        self.ruling = self.filing("7", "Order", "order.order")
        self.rules = self.link(self.ruling, self.motion, "rules_on", outcome="granted_in_part")
        Hearing.objects.create(case=self.case, set_by=self.notice, title="Argument", date=date(2024, 2, 1))

    def filing(self, number, title, kind, **about):
        self.day += timedelta(days=1)
        filing = Filing.objects.create(
            case=self.case, entry_number=number, title=title, filing_type=kind, date_filed=self.day
        )
        for link, earlier in about.items():
            self.link(filing, earlier, link)
        return filing

    def link(self, later, earlier, kind, **values):
        return FilingLink.objects.create(from_filing=later, to_filing=earlier, kind=kind, **values)

    def threads(self, **asked):
        return threads_of(self.case, Question(threads=True, **asked), TODAY)

    def titles(self):
        return {thread.start.title: [line.title for line in thread.members] for thread in self.threads().threads}

    def status(self):
        return next(t.status for t in self.threads().threads if t.start.title == "Motion to dismiss")

    def undecided(self):
        return [motion.title for motion in details_of(self.case, TODAY).motions.undecided]


@pytest.fixture
def docket():
    return Docket()


@pytest.fixture
def public(settings):
    settings.DESK = False
    return as_published


def project():
    """What a commit would do."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate; set constraints all deferred")


def act(verb, row):
    verbs.act(verb, row, actor=None, reason="test")


def page_of(client, case, query="?view=threads"):
    answer = client.get(case.get_absolute_url() + query)
    assert answer.status_code == 200
    return answer.content.decode()


def words(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page[page.index('id="docket"') :]).split())


def test_a_motion_stands_with_opposition_reply_hearing_and_ruling(docket):
    assert docket.titles() == {
        "Complaint": ["Motion to dismiss", "Answer"],
        "Motion to dismiss": ["Opposition", "Reply", "Notice of hearing", "Order"],
        "Letter": [],
    }
    motion = docket.threads().threads[1]
    assert [hearing.title for hearing in motion.hearings] == ["Argument"]
    assert motion.status == "Granted in part, denied in part, 9 January 2024"
    assert not motion.is_undecided


def test_the_page_switches_between_order_of_entry_and_threads(client, docket):
    lines = words(page_of(client, docket.case, ""))
    assert lines.index("Opposition") < lines.index("Answer") < lines.index("Reply")
    page = page_of(client, docket.case)
    threads = words(page)
    assert threads.index("Opposition") < threads.index("Reply") < threads.index("Argument")
    assert "Granted in part, denied in part, 9 January 2024" in threads
    assert '<strong aria-current="true">By thread</strong>' in page
    assert f'<link rel="canonical" href="http://localhost:8000{docket.case.get_absolute_url()}">' in page
    assert "opposes entry 2" in threads


def test_where_entries_are_missing_the_count_of_motions_is_a_range(client, docket):
    docket.rules.delete()
    late = docket.filing("10", "Motion to stay", "mot.stay")
    page = words(page_of(client, docket.case))
    assert "2 motions without a ruling linked in this record" in page  # never compared: nothing is known of the others
    Case.objects.filter(pk=docket.case.pk).update(last_checked=date(2024, 3, 3))
    page = words(page_of(client, docket.case))
    assert "1 to 4 motions without a ruling ; to 2 none is linked in this record" in page
    assert "Not in this record: entries 8–9." in page
    assert re.search(r"Last compared with the forum’s docket on 3 March 2024 ?\.", page)
    Filing.objects.filter(pk=late.pk).update(entry_number="8")
    assert "2 motions without a ruling linked in this record" in words(page_of(client, docket.case))


def test_what_is_searched_for_is_found_line_by_line(client, docket):
    page = page_of(client, docket.case, "?view=threads&q=reply")
    assert '<strong aria-current="true">Oldest first</strong>' in page
    assert "1 of 8 entries" in words(page)


def test_motions_without_a_ruling_are_listed_with_their_age(client, docket):
    assert docket.undecided() == []
    docket.rules.delete()
    assert docket.undecided() == ["Motion to dismiss"]
    page = words(page_of(client, docket.case, ""))
    assert "1 motion without a ruling linked in this record" in page
    assert re.search(r"Motion to dismiss , entry 2, filed 3 January 2024 \([\d,]+ days ago\)", page)
    assert "This record has not been compared with the forum’s docket." in page
    assert "pending" not in page.lower()


@pytest.mark.parametrize(
    ("kind", "outcome", "status", "waits"),
    [
        ("rules_on", "deferred", "Deferred, 9 January 2024", True),
        ("rules_on", "denied_without_prejudice", "Denied without prejudice, 9 January 2024", False),
        ("rules_on", "", "Ruled on, 9 January 2024", False),
        ("withdraws", "", "Withdrawn, 9 January 2024", False),
        ("amends", "", "Amended, 9 January 2024", False),
        ("refers_to", "", "No ruling linked to it, 851 days after it was filed", True),
    ],
)
def test_what_ends_the_wait_for_a_ruling(docket, kind, outcome, status, waits):
    docket.rules.delete()
    docket.link(docket.ruling, docket.motion, kind, outcome=outcome)
    assert docket.status() == status
    assert docket.undecided() == (["Motion to dismiss"] if waits else [])


def test_a_vacated_ruling_is_told_and_a_stricken_one_ends_no_wait(docket):
    docket.filing("8", "Order vacating", "order.order", vacates=docket.ruling)
    assert docket.status() == "Granted in part, denied in part, 9 January 2024; since vacated"
    assert docket.undecided() == []
    assert said_of([docket.case.pk])[docket.motion.pk] == "decided, since vacated"
    Filing.objects.filter(pk=docket.ruling.pk).update(state="stricken")
    assert docket.undecided() == ["Motion to dismiss"]


@pytest.mark.parametrize("state", ["withdrawn", "stricken", "filed_in_error"])
def test_a_motion_that_does_not_stand_waits_for_nothing(docket, state):
    docket.rules.delete()
    Filing.objects.filter(pk=docket.motion.pk).update(state=state)
    assert docket.undecided() == []
    assert docket.status() == ""


@pytest.mark.parametrize("status", ["disposed", "transferred_out", "removed"])
def test_in_a_case_that_has_ended_nothing_waits(docket, status):
    docket.rules.delete()
    Case.objects.filter(pk=docket.case.pk).update(status=status)
    docket.case.refresh_from_db()
    assert docket.undecided() == []


def test_the_operative_pleading_is_marked_and_only_where_it_is_sure(client, docket):
    assert words(page_of(client, docket.case, "")).count("operative pleading") == 1
    amended = docket.filing("8", "First amended complaint", "init.amended_complaint", amends=docket.complaint)
    page = words(page_of(client, docket.case, ""))
    assert page.count("operative pleading") == 1
    assert page.index("operative pleading") > page.index("7")
    assert details_of(docket.case, TODAY).motions.operative == {amended.pk}
    amended.links_from.get().delete()
    assert details_of(docket.case, TODAY).motions.operative == frozenset()


def test_of_versions_only_those_that_say_what_they_amend_are_sure():
    assert operative([(1, "init.complaint", False), (2, "init.counterclaim", False)]) == {1, 2}
    assert operative([(1, "init.complaint", False), (2, "init.amended_complaint", False)]) == frozenset()
    assert operative([(1, "init.counterclaim", False), (2, "init.amended_complaint", True)]) == {1, 2}


def test_a_derived_link_makes_threads_and_is_marked(client, docket):
    FilingLink.objects.update(is_derived=True)
    assert docket.titles()["Motion to dismiss"][0] == "Opposition"
    assert "read from the text: opposes entry 2" in words(page_of(client, docket.case))
    assert (
        "Read from the docket text, not confirmed:" in client.get(docket.opposition.get_absolute_url()).content.decode()
    )


def test_what_became_of_a_motion_is_marked_where_it_was_read(docket):
    FilingLink.objects.filter(pk=docket.rules.pk).update(is_derived=True)
    assert docket.status() == "Granted in part, denied in part, 9 January 2024 (read from the text)"
    docket.link(docket.filing("8", "Second order", "order.order"), docket.motion, "rules_on", outcome="denied")
    assert docket.status() == (
        "Granted in part, denied in part, 9 January 2024 (read from the text); denied, 10 January 2024"
    )


def test_a_filing_page_says_what_a_numbered_entry_is(client, docket):
    Filing.objects.filter(entry_number="2").update(title="", filing_type="mot.strike")
    page = client.get(docket.opposition.get_absolute_url()).content.decode()
    assert ">entry 2</a>, Motion to strike" in page
    assert ">entry 5</a>, Reply" in page


def test_filings_without_a_type_make_threads_by_their_links(docket):
    Filing.objects.update(filing_type="")
    assert docket.titles()["Complaint"] == ["Motion to dismiss", "Opposition", "Answer", "Reply", "Order"]


def test_a_response_across_proceedings_shows_what_it_answers(client, docket):
    other = Docket()
    FilingLink.objects.create(from_filing=other.letter, to_filing=docket.complaint, kind="responds_to")
    Case.objects.filter(pk=other.case.pk).update(caption="Doe v. Noe")
    other.case.refresh_from_db()
    page = words(page_of(client, other.case))
    assert "responds to entry 1 in Roe v. Poe" in page
    assert "responded to by Letter in Doe v. Noe" in words(page_of(client, docket.case))
    assert "Letter" in other.titles()


def test_a_ruling_on_two_motions_stands_under_both(docket):
    second = docket.filing("", "Motion to strike", "mot.strike")
    order = docket.filing("", "Second order", "order.order")
    docket.link(order, second, "rules_on", outcome="denied")
    docket.link(order, docket.motion, "rules_on", outcome="granted")
    titles = docket.titles()
    assert titles["Motion to strike"] == ["Second order"]
    assert titles["Motion to dismiss"][-1] == "Second order"


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


# What is withheld


@pytest.mark.parametrize("verb", ["hide", "unpublish", "seal", "remove"])
def test_a_withheld_ruling_makes_no_motion_pending(client, docket, public, verb):
    act("publish", docket.case)
    act(verb, docket.ruling)
    with public():
        page = words(page_of(client, docket.case))
        assert "pending" not in page.lower()
        assert "ranted" not in page
        assert "No ruling linked to it" in page
        if verb in ("seal", "remove"):
            among = "Some entries are sealed or removed. A ruling or another motion may be among them."
            assert among in page
    project()  # for good: the next revision is another one
    Filing.objects.filter(pk=docket.motion.pk).update(record_incomplete=True)
    with public():
        page = words(page_of(client, docket.case))
        assert "Record incomplete" in page
        assert "No ruling linked" not in page
        assert "without a ruling" not in page
        assert "Record incomplete." in client.get(docket.motion.get_absolute_url()).content.decode()


@pytest.mark.parametrize("verb", ["hide", "seal"])
def test_a_withheld_opposition_is_in_no_thread_and_changes_no_outcome(client, docket, public, verb):
    act("publish", docket.case)
    with public():
        before = words(page_of(client, docket.case))
    act(verb, docket.opposition)
    with public():
        page = words(page_of(client, docket.case))
    assert "Granted in part, denied in part" in before
    assert "Granted in part, denied in part" in page
    assert "opposes" in before
    assert "opposes" not in page
    assert "Reply" in page


def test_a_withheld_amendment_can_be_said_to_be_missing(client, docket, public):
    amended = docket.filing("8", "First amended complaint", "init.amended_complaint", amends=docket.complaint)
    act("publish", docket.case)
    act("hide", amended)
    Filing.objects.filter(pk=docket.complaint.pk).update(record_incomplete=True)
    with public():
        assert "operative pleading" not in words(page_of(client, docket.case))


def test_what_pages_conclude_differs_where_something_decisive_is_withheld(docket):
    act("publish", docket.case)
    truly = said_of([docket.case.pk])
    act("hide", docket.ruling)
    with as_published():
        publicly = said_of([docket.case.pk])
    assert (truly[docket.motion.pk], publicly[docket.motion.pk]) == ("decided", "no ruling linked to it")
    assert truly[docket.complaint.pk] == publicly[docket.complaint.pk] == "the operative pleading"


@pytest.mark.parametrize(
    ("day", "precision", "age"),
    [
        (date(2026, 5, 2), "day", "1 day"),
        (date(2022, 5, 3), "day", "1,461 days"),
        (date(2024, 9, 1), "month", "about 20 months"),
        (date(2023, 1, 1), "year", "about 3 years"),
        (date(2026, 6, 1), "day", ""),
        (None, "day", ""),
    ],
)
def test_the_age_of_a_motion(day, precision, age):
    assert age_words(day, precision, TODAY) == age


def test_the_record_of_the_pages_reads_by_thread(client):
    record = Record().publish()
    page = words(page_of(client, record.case))
    assert "answers entry 1" in page
    assert "rules on entry 5 (granted in part, denied in part)" in page
