"""Where the rulings of a docket cannot be read, nothing is said of motions without one."""

from importlib import import_module
from itertools import permutations
from typing import Any

import pytest
from django.db import connection

from docket.intake.page_kinds.table import ROWS
from docket.models import Case, Filing, ImportedFile
from docket.publishing import verbs
from docket.publishing.preview import as_published
from docket.site.sheet.motions import said_of
from tests.court_pages import court_pages
from tests.court_pages import pacer_pages as pages
from tests.court_pages.importing import imported, make_forum, the_case
from tests.court_pages.texas_pages import court_of_appeals

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]
WORDS = ("without a ruling linked", "No ruling linked to it", "undecided")
MOTION = pages.Row("3", "MOTION to Dismiss filed by Brightwater Pictures, LLC.", "05/03/2021", "03501119999", 99)

DISTRICT = pages.district([*pages.ROWS, MOTION])
HISTORY = court_pages.history([*pages.ROWS, MOTION], short={MOTION.text: "Motion to Dismiss"})
FEED = court_pages.feed([(MOTION, "Motion to Dismiss"), (pages.ROWS[0], "Complaint")])
ARCHIVE = court_pages.archive([*pages.ROWS, MOTION])
ATTACHMENTS = court_pages.attachments()
APPEAL = court_pages.appellate("MOTION filed by Petitioner to stay removal. (ABC) [Entered: 03/07/2023 07:55 AM]")
ACMS = court_pages.acms(text="MOTION to stay removal, filed. [Entered: 09/27/2023 03:30 PM]")
SUPREME = court_pages.supreme_court(
    ProceedingsandOrder=[{"Date": "Mar 05 2025", "Text": "Motion for leave to proceed in forma pauperis.", "Links": []}]
)
TEXAS = court_of_appeals([("04/05/2021", "Motion to dismiss filed", "")])


@pytest.fixture(autouse=True)
def forums() -> None:
    for court in ("cand", "ca9", "scotus", "calsuppctla", "texapp-8"):
        make_forum(court)


def public_pages(client: Any, settings: Any, case: Case) -> str:
    """The case's docket by line and by thread, as published."""
    settings.DESK = False
    Case.objects.filter(pk=case.pk).update(status="pending_active")
    verbs.act("publish", case, actor=None, reason="ready")
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate; set constraints all deferred")
    text = ""
    with as_published():
        for query in ("", "?view=threads"):
            answer = client.get(case.get_absolute_url() + query)
            assert answer.status_code == 200
            text += answer.content.decode()
    return text


def shown(client: Any, settings: Any, case: Case) -> set[str]:
    """Which of the words about motions without a ruling the case's pages have."""
    text = public_pages(client, settings, case)
    return {words for words in WORDS if words in text}


def has_motion(case: Case) -> bool:
    return case.filings.filter(filing_type__startswith="mot.").exists()


def test_no_page_that_brings_no_docket_tells_its_rulings() -> None:
    assert not any(row.reads_rulings for row in ROWS if not row.brings_docket)


@pytest.mark.parametrize("page", [SUPREME, TEXAS, HISTORY, FEED], ids=["Supreme Court", "Texas", "history", "feed"])
def test_nothing_is_said_to_wait_where_rulings_are_not_read(client: Any, settings: Any, page: str) -> None:
    imported(page)
    case = the_case()
    assert has_motion(case)
    assert shown(client, settings, case) == set()
    assert "no ruling linked to it" not in said_of([case.pk]).values()


def confirm(case: Case) -> None:
    """As staff do: a type that was only read from the text is not public by itself."""
    case.filings.update(type_derived="")


@pytest.mark.parametrize(
    "page", [DISTRICT, ARCHIVE, APPEAL, ACMS], ids=["district", "archive", "appellate", "appellate JSON"]
)
def test_a_motion_is_said_to_wait_where_they_are(client: Any, settings: Any, page: str) -> None:
    imported(page)
    case = the_case()
    confirm(case)
    assert has_motion(case)
    assert shown(client, settings, case) == set(WORDS)
    assert "no ruling linked to it" in said_of([case.pk]).values()


@pytest.mark.parametrize("order", list(permutations(["district", "history", "feed"])), ids=" ".join)
def test_one_page_that_tells_rulings_is_enough_in_any_order(order: tuple[str, ...]) -> None:
    said = {"district": DISTRICT, "history": HISTORY, "feed": FEED}
    for number, name in enumerate(order, 1):
        imported(said[name], name)
        assert the_case().rulings_are_read == ("district" in order[:number])


@pytest.mark.parametrize("order", list(permutations(["attachments", "feed"])), ids=" ".join)
def test_single_entries_tell_no_rulings_in_any_order(order: tuple[str, ...]) -> None:
    said = {"attachments": ATTACHMENTS, "feed": FEED}
    for name in order:
        imported(said[name], name)
        assert not Case.objects.filter(rulings_are_read=True).exists()


def by_hand() -> Case:
    return Case.objects.create(
        caption="Marsh v. Brightwater", category="civil", forum=make_forum(), docket_number="3:21-cv-01234"
    )


def test_of_a_case_that_staff_entered_a_motion_is_said_to_wait(client: Any, settings: Any) -> None:
    case = by_hand()
    Filing.objects.create(case=case, entry_number="1", title="Motion", filing_type="mot.dismiss")
    assert shown(client, settings, case) == set(WORDS)


def test_a_feed_into_a_case_that_staff_entered_says_no_longer_that_motions_wait() -> None:
    by_hand()
    imported(FEED)
    assert not the_case().rulings_are_read


def test_a_ruling_that_is_linked_is_shown_whatever_the_page(client: Any, settings: Any) -> None:
    imported(HISTORY)
    case = the_case()
    confirm(case)
    motion = case.filings.get(filing_type__startswith="mot.")
    order = Filing.objects.create(case=case, title="Order", filing_type="order.order", date_filed=motion.date_filed)
    order.links_from.create(to_filing=motion, kind="rules_on", outcome="denied")
    assert said_of([case.pk])[motion.pk] == "decided"
    text = public_pages(client, settings, case)
    assert "Denied" in text
    assert not any(words in text for words in WORDS)


@pytest.mark.parametrize(
    ("kinds", "number", "read"),
    [
        (["Supreme Court docket"], "1", False),
        (["docket history report", "court RSS feed"], "1", False),
        (["court RSS feed", "district docket"], "1", True),
        (["attachment page"], "", False),
        (["attachment page"], "1", True),
        ([], "1", True),
    ],
)
def test_cases_of_before_are_told_apart_by_their_files(kinds: list[str], number: str, read: bool) -> None:
    case = Case.objects.create(caption="Roe v. Poe", category="civil", docket_number=number)
    for kind in kinds:
        ImportedFile.objects.create(case=case, file_name=kind, kind=kind, sha256="00")
    with connection.cursor() as cursor:
        cursor.execute(import_module("docket.migrations.0021_rulings_of_known_cases").SAY)
    case.refresh_from_db()
    assert case.rulings_are_read == read


def test_the_kinds_that_the_migration_knows_still_have_their_names() -> None:
    migration = import_module("docket.migrations.0021_rulings_of_known_cases")
    assert {f"'{row.kind}'" for row in ROWS if row.reads_rulings} >= set(migration.READ.split(", "))
    assert {f"'{row.kind}'" for row in ROWS if not row.brings_docket} >= set(migration.NO_DOCKET.split(", "))
