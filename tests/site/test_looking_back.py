"""The record as of a day and since a day: told from what it says today, with what came later and what is unsure."""

from datetime import date

import pytest
from django.utils import timezone

from docket.models import Claim, ClaimEvent, Filing, Matter
from docket.publishing import verbs
from docket.publishing.preview import as_published
from tests.records.page_record import Record
from tests.site.grid.test_claims_grid import many_claims, queries
from tests.site.pages.addresses import many_filings
from tests.site.words import words

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]


@pytest.fixture
def record():
    return Record()


@pytest.fixture
def seen(client):
    """What a reader sees of a row's page as asked."""

    def page(row, asked, status=200):
        answer = client.get(f"{row.get_absolute_url()}?{asked}")
        assert answer.status_code == status
        return words(answer.content.decode())

    return page


def test_a_case_stands_as_it_did_before_the_answer_and_the_banner_names_what_came_later(seen, record):
    Matter.objects.filter(pk=record.matter.pk).update(heading_note="As reported in 2023.")
    page = seen(record.case, "as_of=2023-11-01")
    assert "As of 1 November 2023" in page
    assert "As reported in 2023." in page
    claims = page[page.index("Claims on that day") :]
    assert "No answer in this record (pleaded 12 October 2023)" in claims
    assert "last checked" not in claims
    assert "Answered" not in claims
    banner = page[: page.index("Claims on that day")]
    assert "Settled, March 2025 : Count II: Negligence , against Example Pictures, LLC A settlement is not" in banner
    docket = page[page.index("Docket up to that day") :]
    assert "COMPLAINT filed by Jane Roe." in docket
    assert "ANSWER to Complaint" not in docket


def test_on_the_day_itself_it_has_happened(seen, record):
    assert "Answered, denied, 4 December 2023" in seen(record.case, "as_of=2023-12-04")
    assert "Answered, denied" not in seen(record.case, "as_of=2023-12-03")


def test_what_has_no_day_is_listed_as_uncertain_and_not_counted(seen, record):
    ClaimEvent.objects.filter(pk=record.denial.pk).update(date=None)
    page = seen(record.case, "as_of=2025-03-20")
    assert "Claims on that day" in page
    unsure = page[page.index("Date uncertain") : page.index("Docket up to that day")]
    assert "no date: Answered, Count I: Wrongful death against Example Pictures, LLC" in unsure
    assert "March 2025 : Settled, Count II: Negligence" in unsure
    assert "Letter to the court." in unsure
    assert "Settled, March 2025" in page[: page.index("Claims on that day")]
    assert "Settled, March 2025" in seen(record.case, "as_of=2025-03")


def test_a_year_is_certain_only_at_its_end(seen, record):
    ClaimEvent.objects.filter(pk=record.denial.pk).update(date=date(2024, 1, 1), date_precision="year")
    for asked in ("as_of=2024-01-01", "as_of=2024-06-30", "as_of=2024-12-30"):
        page = seen(record.case, asked)
        assert "Answered, denied" not in page[page.index("Claims on that day") : page.index("Date uncertain")], asked
        unsure = page[page.index("Date uncertain") : page.index("Docket up to that day")]
        assert "2024 : Answered, Count I: Wrongful death" in unsure, asked
    page = seen(record.case, "as_of=2024-12-31")
    assert "Answered, denied, 2024" in page[page.index("Claims on that day") :]


@pytest.mark.parametrize(
    ("precision", "unsure_on", "sure_on"),
    [("month", "2024-05-30", "2024-05-31"), ("year", "2024-12-30", "2024-12-31"), ("day", None, "2024-05-01")],
)
def test_a_filing_is_certain_only_when_its_month_or_year_is_over(seen, record, precision, unsure_on, sure_on):
    kept = {"month": date(2024, 5, 1), "year": date(2024, 1, 1), "day": date(2024, 5, 1)}[precision]
    record.filing(record.case, "70", "NOTICE of the day", kept, date_filed_precision=precision)
    page = seen(record.case, f"as_of={sure_on}")
    assert "NOTICE of the day" in page[page.index("Docket up to that day") :]
    if unsure_on:
        page = seen(record.case, f"as_of={unsure_on}")
        assert "NOTICE of the day" in page[page.index("Date uncertain") : page.index("Docket up to that day")]
        assert "NOTICE of the day" not in page[page.index("Docket up to that day") :]


def test_an_amended_claim_is_shown_in_the_version_of_the_day(seen, record):
    amended = record.filing(record.case, "7", "AMENDED COMPLAINT", date(2024, 6, 1), by=record.plaintiff)
    later = record.claim(record.case, "Count I", "Wrongful death, amended", record.plaintiff, [record.defendant])
    Claim.objects.filter(pk=later.pk).update(carried_from=record.death, asserted_in=amended)
    before, after = seen(record.case, "as_of=2024-05-31"), seen(record.case, "as_of=2024-06-01")
    assert "Wrongful death, amended" not in before[before.index("Claims on that day") :]
    assert "Wrongful death, amended" in after[after.index("Claims on that day") :]
    page = seen(later, "")
    assert "Count I: Wrongful death in entry 1" not in page  # the first version names no pleading in this record
    assert "as first pleaded" in page
    assert "the operative version; this page" in page


def test_a_matter_and_a_claim_have_their_days_too(seen, record):
    matter = seen(record.matter, "as_of=2025-01-01")
    assert "Proceedings on that day" in matter
    assert "Acquitted, 20 May 2026 : Count 2: Negligent use of a hoist , against Sam Poe" in matter
    assert "Charged, 5 March 2024" in matter[matter.index("on that day") :]
    claim = seen(record.acquitted_count, "as_of=2025-01-01")
    assert "What came later: Acquitted, 20 May 2026, against Sam Poe" in claim
    assert "Sam Poe defendant Charged, 5 March 2024" in claim


def test_a_page_of_another_day_is_kept_from_search_engines_and_points_to_the_present(client, record):
    for row in (record.case, record.matter, record.death):
        for asked in ("as_of=2023-11-01", "since=2023-11-01"):
            if row is record.death and asked.startswith("since"):
                continue
            answer = client.get(f"{row.get_absolute_url()}?{asked}")
            page = answer.content.decode()
            assert answer.headers["X-Robots-Tag"] == "noindex"
            assert f'{row.get_absolute_url()}">' in page[page.index('rel="canonical"') :][:200]


@pytest.mark.parametrize(
    "text", ["soon", "2022-02-30", "99999", "%00", "", "3000-01-01", "2022-06-30T00:00", "0000", "<b>"]
)
def test_what_is_no_day_is_said_and_never_fails(client, record, text):
    for row, name in (
        (record.case, "as_of"),
        (record.case, "since"),
        (record.matter, "since"),
        (record.death, "as_of"),
    ):
        answer = client.get(f"{row.get_absolute_url()}?{name}={text}")
        assert answer.status_code == 400
        assert 'role="alert"' in answer.content.decode()
        assert "<b>" not in answer.content.decode()


def test_it_lists_what_was_filed_decided_and_corrected_since(seen, record):
    Filing.objects.filter(pk=record.complaint.pk).update(title="Complaint, corrected")
    page = seen(record.case, "since=2024-01-15")
    happened = page[page.index("What happened to the claims") : page.index("Docket entries filed since then")]
    assert "March 2025 : Settled , Count II: Negligence against Example Pictures, LLC" in happened
    assert "Answered" not in happened
    filed = page[page.index("Docket entries filed since then") : page.index("Older, and added or corrected here since")]
    assert "ORDER granting in part" in filed
    assert "MOTION to compel" not in filed
    assert "Complaint, corrected" in page[page.index("Older, and added or corrected here since") :]
    assert "ORDER granting in part" in seen(record.matter, "since=2024-01-15")
    nothing = timezone.localdate().isoformat()
    assert "Docket entries filed since then" not in seen(record.case, f"since={nothing}")


def test_looking_back_takes_few_queries_at_any_size(client, record):
    many_claims(record, claims=60, parties=20)
    many_filings(record.case, 2000)
    for row in (record.case, record.matter):
        for asked in ("as_of=2024-06-30", "since=2024-01-02"):
            assert queries(client, f"{row.get_absolute_url()}?{asked}") <= 15, asked


def test_nothing_withheld_shows_on_another_day(client, record, settings):
    record.publish()
    held = record.filing(record.case, "9", "Held for review.", date(2023, 10, 20))
    verbs.act("hide", held, actor=None, reason="review")
    verbs.act("seal", record.motion, actor=None, reason="order")
    verbs.act("hide", record.answer, actor=None, reason="review")
    settings.DESK = False
    with as_published():
        for asked in ("as_of=2024-06-30", "since=2023-10-01"):
            page = words(client.get(f"{record.case.get_absolute_url()}?{asked}").content.decode())
            assert "Held for review." not in page
            assert "rigging logs" not in page
            assert "Answered" not in page
        assert client.get(f"{record.case.get_absolute_url()}?as_of=soon").status_code == 400
    verbs.act("hide", record.criminal, actor=None, reason="mistake")
    with as_published():
        unknown = client.get("/cases/zzzzzzzzzz/?as_of=2024-01-01")
        gone = client.get(f"{record.criminal.get_absolute_url()}?as_of=2024-01-01")
        assert (gone.status_code, gone.content) == (404, unknown.content)
