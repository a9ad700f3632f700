"""The claims grid of a case and a matter: every claim against every party, paged, narrowed, in few queries."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from docket.models import CaseParty, Claim, ClaimAgainst, ClaimEvent, ClaimParty, Filing
from docket.publishing import verbs
from docket.publishing.preview import as_published
from parties.models import Party
from tests.records.page_record import Record
from tests.site.pages.addresses import many_filings
from tests.site.words import words

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]


@pytest.fixture
def record():
    return Record()


def many_claims(record, claims=200, parties=60):
    """Each claim of a case against each of its parties, every seventh answered, every eleventh dismissed."""
    case = record.case
    people = Party.objects.bulk_create(Party(name=f"Defendant {n:02}") for n in range(parties))
    against = CaseParty.objects.bulk_create(
        CaseParty(case=case, party=party, role="defendant", side="responding", position=n + 10)
        for n, party in enumerate(people)
    )
    rows = Claim.objects.bulk_create(
        Claim(case=case, label=f"Count {n}", title="Negligence", position=n + 10, asserted_in=record.complaint)
        for n in range(claims)
    )
    ClaimParty.objects.bulk_create(ClaimParty(case=case, claim=row, case_party=record.plaintiff) for row in rows)
    cells = ClaimAgainst.objects.bulk_create(
        ClaimAgainst(case=case, claim=row, case_party=one) for row in rows for one in against
    )
    ClaimEvent.objects.bulk_create(
        ClaimEvent(case=case, claim_against=cell, kind=kind, date=date(2024, 1, 1 + n % 28), **columns)
        for n, cell in enumerate(cells)
        for kind, columns in (("served", {}), *_later(n))
    )
    return rows, people


def _later(n):
    if n % 7 == 0:
        yield "answered", {"response": "deny"}
    if n % 11 == 0:
        yield "dismissed_motion", {"with_prejudice": "with", "position": 1}


def table(client, address):
    """The header cells and the rows of the full table, and the page."""
    address += "" if "?" in address else "?matrix=1"
    page = client.get(address).content.decode()
    found = re.search(r'<table class="stack grid">.*?</table>', page, re.DOTALL)
    html = re.sub(r'<details class="why.*?</details>', "", found[0]) if found else ""
    heads = [words(head) for head in re.findall(r'<th scope="col">(.*?)</th>', html)]
    rows = [
        [words(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)]
        for row in re.findall(r"<tr>(<th scope=.row.*?)</tr>", html, re.DOTALL)
    ]
    return heads, rows, page


def test_a_row_is_a_claim_a_column_a_party_and_a_cell_where_it_stands(client, record):
    heads, rows, page = table(client, record.case.get_absolute_url())
    assert heads == ["Claim", "Against Example Pictures, LLC", "Against Sam Poe"]
    assert rows[0][0] == "Count I: Wrongful death claimed by Jane Roe; alleged"
    assert rows[0][1] == "Answered, denied, 4 December 2023 , entry 2"
    assert rows[0][2].startswith("No answer in this record (pleaded 12 October 2023) , last checked 5 January 2026")
    assert rows[1][1].startswith("Settled, March 2025 A settlement is not an admission")
    assert rows[1][2] == ""
    assert '<caption class="vh">Where each claim stands against each party</caption>' in page
    assert 'data-label="Sam Poe"' in page
    assert 'aria-label="Narrow the claims"' in page
    assert "2 claims against 2 parties." in words(page)


def test_a_matter_shows_the_claims_of_all_its_proceedings_and_names_the_forum(client, record):
    heads, rows, _ = table(client, record.matter.get_absolute_url())
    assert heads[:2] == ["Claim", "In"]
    assert {row[1] for row in rows} == {
        "District Court for Testing No. 1:23-cv-00871",
        "District Court for Testing No. D-101-CR-2024-00310",
    }
    charge = next(row for row in rows if row[0].startswith("Count 1"))
    assert "charged by State of Testing; charged, an accusation" in charge[0]
    assert any("Charged, 5 March 2024" in cell for cell in charge)
    assert any(cell.startswith("Acquitted, 20 May 2026") for row in rows for cell in row)


def test_a_claim_in_several_versions_stands_once(client, record):
    later = record.claim(record.case, "Count I", "Wrongful death, amended", record.plaintiff, [record.defendant])
    Claim.objects.filter(pk=later.pk).update(carried_from=record.death)
    _, rows, _ = table(client, record.case.get_absolute_url())
    assert [row[0].split(" claimed")[0] for row in rows] == ["Count II: Negligence", "Count I: Wrongful death, amended"]


def test_200_claims_against_60_parties_page_and_narrow_in_as_few_queries_as_two(client, record):
    address, matter = record.case.get_absolute_url(), record.matter.get_absolute_url()
    few = {page: queries(client, page) for page in (address, matter)}
    assert few[address] <= 12
    assert few[matter] <= 15
    _, people = many_claims(record)
    many_filings(record.case, 5000)
    for page, number in few.items():
        assert queries(client, page) <= number, page
        assert queries(client, f"{page}?status=answered") <= 15
    heads, rows, page = table(client, address)
    assert (len(heads), len(rows)) == (7, 25)
    assert "202 claims against 62 parties. Here: parties 1–6 and claims 1–25 of the 202 against them." in words(page)
    too_many_for_rows = client.get(address).content.decode()
    assert "202 claims against 62 parties." in words(too_many_for_rows)
    page = words(too_many_for_rows)
    assert "No answer by" not in words(page)
    heads, rows, page = table(client, f"{address}?parties=11&claims=8")
    assert heads[1:] == ["Against Defendant 58", "Against Defendant 59"]
    assert len(rows) == 25
    assert 'name="robots" content="noindex"' in page
    heads, rows, page = table(client, f"{address}?party={people[3].public_id}&status=disposed")
    assert heads[1:] == ["Against Defendant 03"]
    assert all(row[1].startswith("Dismissed on motion with prejudice") for row in rows)
    disposed = sum((claim * 60 + 3) % 11 == 0 for claim in range(200))
    assert f"{disposed} claims against one party match." in words(page)
    _, rows, _ = table(client, f"{address}?claimant={record.poe.public_id}")
    assert rows == []


def test_it_narrows_to_claims_that_nobody_has_answered(client, record):
    _, rows, _ = table(client, f"{record.case.get_absolute_url()}?status=open")
    assert [row[1][:9] for row in rows] == ["No answer"]


def test_its_pages_hold_every_cell_once(client, record):
    many_claims(record, claims=30, parties=8)
    address, seen = record.case.get_absolute_url(), []
    for parties in (1, 2):
        for claims in (1, 2):
            heads, rows, _ = table(client, f"{address}?matrix=1&parties={parties}&claims={claims}")
            seen += [(row[0], head) for row in rows for head, cell in zip(heads[1:], row[1:], strict=True) if cell]
    assert len(seen) == len(set(seen)) == 30 * 8 + 3


@pytest.mark.parametrize(
    "asked", ["status=won", "claims=0", "parties=x", "claims=99999999999", "party=%00", "claims=９"]
)
def test_what_cannot_be_asked_is_said_and_never_fails(client, record, asked):
    answer = client.get(f"{record.case.get_absolute_url()}?{asked}")
    assert answer.status_code == 200
    assert ('role="alert"' in answer.content.decode()) == (asked != "party=%00")


def queries(client, address):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len([q for q in caught.captured_queries if re.search(r"from \W?(docket|parties)_", q["sql"], re.I)])


@pytest.mark.parametrize(("disclosure", "expected"), [("incomplete", "Record incomplete"), ("withheld", "")])
def test_a_withheld_answer_never_reads_as_silence(client, record, settings, disclosure, expected):
    """The answer is held back, and staff chose what is said of the claim: no page says “no answer” meanwhile."""
    record.publish()
    verbs.act("hide", record.answer, actor=None, reason="review")
    row = record.death.against.get(case_party=record.defendant)
    ClaimAgainst.objects.filter(pk=row.pk).update(disclosure=disclosure)
    settings.DESK = False
    with as_published():
        for asked in ("?matrix=1", "?as_of=2024-06-30"):
            heads, rows, _ = table(client, record.case.get_absolute_url() + asked)
            assert rows[0][heads.index("Against Example Pictures, LLC")] == expected
        lines = words(client.get(record.case.get_absolute_url()).content.decode())
        assert "against Example Pictures, LLC : No answer" not in lines
        assert ("Count I: Wrongful death against Example Pictures, LLC : Record incomplete" in lines) == bool(expected)
        claim = words(client.get(record.death.get_absolute_url()).content.decode())
        assert "Example Pictures, LLC defendant No answer" not in claim
        party = words(client.get(record.pictures.get_absolute_url()).content.decode())
        assert "Count I: Wrongful death alleged No answer" not in party


def test_a_sealed_case_shows_no_claim_on_its_matter(client, record):
    record.publish()
    verbs.act("seal", record.criminal, actor=None, reason="order")
    _, rows, _ = table(client, record.matter.get_absolute_url())
    assert len(rows) == 2


@pytest.fixture
def demand(record):
    return record.response_elsewhere()


def test_silence_names_what_responds_in_another_proceeding(client, record, demand):
    says = "responded in another proceeding: Demand , The Poe arbitration"
    for address in (record.case.get_absolute_url(), record.death.get_absolute_url()):
        assert says in words(client.get(address).content.decode())
    _, rows, page = table(client, record.case.get_absolute_url())
    assert says in rows[0][2]
    assert says not in rows[0][1]  # the other defendant, who answered in the case
    assert demand.get_absolute_url() in page
    assert demand.case.get_absolute_url() in page
    assert "No answer by Sam Poe in this case is in this record." in words(page)


def test_a_response_elsewhere_that_no_longer_stands_is_not_named(client, record, demand):
    Filing.objects.filter(pk=demand.pk).update(state="withdrawn")
    assert "another proceeding" not in client.get(record.case.get_absolute_url()).content.decode()


def test_nothing_tells_of_a_response_in_a_proceeding_that_is_not_public(client, record, demand):
    record.publish()
    for verb, seen in (("publish", True), ("hide", False)):
        verbs.act(verb, demand.case, actor=None, reason="test")
        with as_published():
            page = client.get(record.case.get_absolute_url()).content.decode()
        assert ("The Poe arbitration" in page) is seen
