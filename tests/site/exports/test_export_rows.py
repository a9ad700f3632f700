"""The rows of the CSV files as the database writes them: which rows a question has, and what the joined columns say.

Over the record as staff read it; how a file leaves the public site is in tests/site/exports/test_exports_served.py.
"""

import csv
import io
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict

from docket.models import CaseNumber, CaseParty, ClaimAgainst, Filing, FilingParty
from docket.site.exports.cases import CASE_PARTIES, CASES
from docket.site.exports.claims import CLAIM_EVENTS, CLAIMS, status_columns
from docket.site.exports.columns import File
from docket.site.exports.copy import header, statements
from docket.site.exports.filings import FILING_PARTIES, FILINGS
from tests.records.listing_records import Cast, make_claim, make_filing

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]
SERVED = {"kind": "served", "date": date(2022, 3, 1), "date_precision": "month"}
DENIED = {"kind": "answered", "response": "deny", "date": date(2022, 3, 20)}


@pytest.fixture
def cast() -> Cast:
    return Cast()


def rows(file: File, question: str = "", of: Any = None) -> list[dict[str, str]]:
    """What a file holds of the rows `of`, all that are listed without, under a question."""
    asked = file.filter(QueryDict(question), file.listed() if of is None else of)
    assert asked.is_valid(), asked.form.errors
    written = header(file)
    with connection.cursor() as cursor:
        for sql in statements(file, asked, connection):
            with cursor.copy(sql) as copied:
                written += b"".join(map(bytes, copied))
    return list(csv.DictReader(io.StringIO(written.decode(), newline=""), strict=True))


def one(file: File, name: str, public_id: str) -> dict[str, str]:
    return next(row for row in rows(file) if row[name] == public_id)


def test_a_whole_a_filtered_and_a_chosen_file_hold_each_their_own_rows(cast: Cast) -> None:
    chosen = Filing.objects.filter(pk__in=[cast.motion.pk])
    for _ in range(2):
        assert [row["entry_number"] for row in rows(FILINGS, "group=resp")] == ["2"]
        assert [row["entry_number"] for row in rows(FILINGS, "group=init")] == ["1"]
        assert [row["filing_id"] for row in rows(FILINGS, of=chosen)] == [cast.motion.public_id]
        assert rows(FILINGS, "group=resp", of=chosen) == []
        assert len(rows(FILINGS)) == 4


def test_whole_files_of_another_order_or_address_are_written_anew(cast: Cast, settings: Any) -> None:
    newest = [row["filing_id"] for row in rows(FILINGS, "order=newest")]
    oldest = [row["filing_id"] for row in rows(FILINGS, "order=oldest")]
    assert newest[:3] == oldest[2::-1]
    settings.PUBLIC_BASE_URL = "https://elsewhere.example.org"
    assert rows(FILINGS)[0]["filing_url"].startswith("https://elsewhere.example.org/filings/")


def test_what_several_rows_say_stands_in_their_order(cast: Cast) -> None:
    order = make_filing(cast.suit, "ORDER", (cast.roe, cast.poe))
    row = one(FILINGS, "filing_id", order.public_id)
    assert row["filed_by"] == "Roe, Jane (Plaintiff); Poe Productions, Inc. (Defendant)"
    assert row["matters"] == "Collapse of the stage; Another dispute"
    assert row["matter_ids"] == f"{cast.stage.public_id}; {cast.other.public_id}"
    CaseNumber.objects.create(case=cast.suit, number="A-1", kind="lower_court")
    CaseNumber.objects.create(case=cast.suit, number="B-2", kind="related")
    assert one(CASES, "case_id", cast.suit.public_id)["other_numbers"] == "A-1; B-2"
    assert one(CASES, "case_id", cast.undated.public_id)["other_numbers"] == ""


def test_a_row_of_a_file_names_its_case(cast: Cast) -> None:
    row = one(FILINGS, "filing_id", cast.demand.public_id)
    assert (row["case_id"], row["caption"]) == (cast.arbitration.public_id, "Poe and Moe")
    assert (row["forum_id"], row["forum"]) == ("xarb", "Arbitral Centre of Ex")
    assert (row["category"], row["category_label"]) == ("arbitration", "Arbitration")


def told(row: ClaimAgainst) -> dict[str, str]:
    """The derived columns by their names."""
    names = [column.name for column in CLAIMS.columns if column.value is None]
    return dict(zip(names, status_columns(ClaimAgainst.objects.get(pk=row.pk)), strict=True))


def test_a_claim_names_the_last_that_happened_beside_what_made_its_status(cast: Cast) -> None:
    moved = {"kind": "moved_against", "date": date(2022, 4, 1), "filing": cast.motion}
    row = make_claim(cast.suit, "Negligence", cast.roe, cast.poe, moved, SERVED, DENIED | {"filing": cast.answer})
    found = told(row)
    assert (found["status"], found["status_date"], found["status_filing_id"]) == (
        "answered, denied",
        "2022-03-20",
        cast.answer.public_id,
    )
    assert (found["last_event_kind"], found["last_event_date"]) == ("moved_against", "2022-04-01")
    assert found["last_event_filing_id"] == cast.motion.public_id
    assert found["last_event_id"] == row.events.get(kind="moved_against").public_id


def test_a_claim_whose_record_is_incomplete_tells_no_last_event(cast: Cast) -> None:
    row = make_claim(cast.suit, "Negligence", cast.roe, cast.poe, SERVED, DENIED)
    row.disclosure = ClaimAgainst.Disclosure.INCOMPLETE
    row.save()
    found = told(row)
    assert found.pop("status") == "record incomplete"
    assert found.pop("effect") == "none"
    assert set(found.values()) == {""}


def test_a_date_of_an_event_is_no_finer_than_it_is_known(cast: Cast) -> None:
    found = told(make_claim(cast.suit, "Negligence", cast.roe, cast.poe, SERVED))
    assert (found["last_event_date"], found["last_event_date_precision"]) == ("2022-03", "month")
    undated = told(make_claim(cast.suit, "Fraud", cast.roe, cast.poe, {"kind": "served"}))
    assert (undated["last_event_kind"], undated["last_event_date"], undated["last_event_date_precision"]) == (
        *("served", "", ""),
    )


def test_derived_columns_stand_in_the_row_of_their_claim(cast: Cast) -> None:
    answered = make_claim(cast.suit, "Negligence", cast.roe, cast.poe, SERVED, DENIED)
    untouched = make_claim(cast.suit, "Fraud", cast.roe, cast.poe)
    found = {row["claim_against_id"]: row for row in rows(CLAIMS)}
    assert (found[answered.public_id]["title"], found[answered.public_id]["status"]) == (
        "Negligence",
        "answered, denied",
    )
    assert (found[untouched.public_id]["title"], found[untouched.public_id]["last_event_id"]) == ("Fraud", "")
    events = [(row["claim_against_id"], row["kind"]) for row in rows(CLAIM_EVENTS, "q=negligence")]
    assert events == [(answered.public_id, "served"), (answered.public_id, "answered")]


def test_what_happened_to_a_claim_stands_in_the_order_of_its_days(cast: Cast) -> None:
    day = date(2022, 3, 20)
    moved = {"kind": "moved_against", "date": date(2022, 4, 1)}
    answered = {"kind": "answered", "response": "deny", "date": day, "position": 2}
    served = {"kind": "served", "date": day, "position": 1}
    make_claim(cast.suit, "Negligence", cast.roe, cast.poe, moved, answered, served)
    assert [row["kind"] for row in rows(CLAIM_EVENTS)] == ["served", "answered", "moved_against"]


def test_the_filers_of_a_filing_stand_together(cast: Cast) -> None:
    FilingParty.objects.create(filing=cast.complaint, case_party=cast.poe)
    found = [row["filing_id"] for row in rows(FILING_PARTIES)]
    assert len(found) == 4
    assert found[:2] == [cast.complaint.public_id] * 2


def test_the_parties_of_a_case_stand_in_its_own_order(cast: Cast) -> None:
    CaseParty.objects.filter(pk=cast.roe.pk).update(position=2)
    CaseParty.objects.filter(pk=cast.poe.pk).update(position=1)
    assert [row["party"] for row in rows(CASE_PARTIES)] == ["Poe Productions, Inc.", "Roe, Jane"]


def test_text_that_a_spreadsheet_would_run_is_led_by_an_apostrophe_and_no_other_column_is(cast: Cast) -> None:
    filing = make_filing(cast.suit, "=1+1", title="-5 degrees", entry_number="9")
    row = one(FILINGS, "filing_id", filing.public_id)
    assert (row["docket_text"], row["title"]) == ("'=1+1", "'-5 degrees")
    assert row["document_count"] == "0"


def test_what_is_not_known_has_no_precision_and_no_currency(cast: Cast) -> None:
    row = one(FILINGS, "filing_id", cast.demand.public_id)
    assert (row["date_filed"], row["date_filed_precision"]) == ("", "")
    claim = make_claim(cast.suit, "Negligence", cast.roe, cast.poe)
    told_of = one(CLAIMS, "claim_against_id", claim.public_id)
    assert (told_of["amount"], told_of["currency"]) == ("", "")
    claim.claim.amount = 1200
    claim.claim.save()
    told_of = one(CLAIMS, "claim_against_id", claim.public_id)
    assert (told_of["amount"], told_of["currency"]) == ("1200.00", "USD")
