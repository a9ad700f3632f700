"""The docket by thread: what became of each motion, which pleading is operative, and what is never concluded."""

import re
from datetime import date

import pytest

from docket.models import Case, Filing, FilingLink
from docket.site.sheet.details import details_of
from docket.site.sheet.motions import age_words, operative, said_of
from tests.records.page_record import Record
from tests.site.sheet.threads import TODAY, Docket, page_of, words

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]


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
