"""The CSV files: what leaves, and in which form."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from docket.models import Case, CaseNumber, CaseParty, Document, Filing, FilingLink, Matter, RulingCitation
from docket.publishing import verbs
from docket.site.exports.columns import WRITTEN, Kind
from docket.site.exports.copy import header
from docket.site.exports.files import FILES
from tests.records.listing_records import Cast, as_public, make_case, make_claim, make_filing, make_party, publish
from tests.site.exports.downloaded import answer_of, rows

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.urls("config.urls_public")]
MAIN = {"filings", "cases", "parties", "claims"}


@pytest.fixture
def cast(committed: None) -> Cast:
    return Cast().publish()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_header_is_the_allow_list(cast: Cast, file: Any) -> None:
    _, body = answer_of(f"/{file.name}.csv")
    names = [column.name for column in file.columns]
    assert body.decode().splitlines()[0] == ",".join(names)
    assert len(set(names)) == len(names)
    assert header(file).decode() == ",".join(names) + "\r\n"


def test_the_dictionary_explains_every_column_of_every_file(cast: Cast) -> None:
    _, body = answer_of("/data/")
    page = body.decode()
    for file in FILES:
        assert f'id="{file.name}"' in page
        for column in file.columns:
            assert f"<code>{column.name}</code>" in page
            assert column.about.endswith((".", ")")), column


@pytest.mark.parametrize(
    "question",
    [
        "",
        "?order=oldest",
        "?q=negligence",
        "?q=negligence&order=best",
        "?forum=xtest&group=resp",
        "?case=roe",
        "?q=zzz",
    ],
)
def test_the_file_has_the_rows_of_the_page_in_its_order(cast: Cast, question: str) -> None:
    with as_public():
        page = Client().get(f"/filings/{question}")
        shown = [row.public_id for row in page.context["rows"]]
    assert [row["filing_id"] for row in rows(f"/filings.csv{question}")] == shown


@pytest.mark.parametrize("name", sorted(MAIN - {"filings"}))
def test_the_other_files_have_the_rows_of_their_pages(cast: Cast, name: str) -> None:
    for n in range(3):
        make_claim(cast.suit, f"Count {n}", cast.roe, cast.poe)
    claimant = CaseParty.objects.create(case=cast.arbitration, party=cast.poe.party, role="claimant")
    make_claim(cast.arbitration, "Claim", claimant, claimant)
    with as_public():
        shown = [row.public_id for row in Client().get(f"/{name}/").context["rows"]]
    assert [next(iter(row.values())) for row in rows(f"/{name}.csv")] == shown
    assert len(shown) >= 2


def test_whole_and_filtered_files_asked_in_turn_hold_each_their_own_rows(cast: Cast) -> None:
    for _ in range(2):
        assert len(rows("/filings.csv")) == 4
        assert [row["entry_number"] for row in rows("/filings.csv?group=resp")] == ["2"]
        assert [row["entry_number"] for row in rows(f"/cases/{cast.suit.public_id}/filings.csv?group=init")] == ["1"]


def test_a_filing_is_one_row_with_or_without_documents(cast: Cast) -> None:
    Document.objects.create(filing=cast.complaint, title="Exhibit B", attachment_number=2, file="x.pdf")
    publish(*Document.objects.filter(visibility="draft"))
    found = {row["filing_id"]: row for row in rows("/filings.csv")}
    assert len(found) == 4
    assert (found[cast.complaint.public_id]["document_count"], found[cast.complaint.public_id]["file_count"]) == (
        "2",
        "1",
    )
    assert (found[cast.answer.public_id]["document_count"], found[cast.answer.public_id]["file_count"]) == ("0", "0")


def test_nothing_is_empty_but_what_is_not_known(cast: Cast) -> None:
    case = next(row for row in rows("/cases.csv") if row["case_id"] == cast.undated.public_id)
    assert (
        case["date_filed"] == case["date_filed_precision"] == case["forum"] == case["amount"] == case["currency"] == ""
    )
    assert case["filing_count"] == "0"
    assert case["caption_is_descriptive"] == "false"


def test_a_date_is_no_finer_than_it_is_known(cast: Cast) -> None:
    motion = next(row for row in rows("/filings.csv") if row["filing_id"] == cast.motion.public_id)
    assert (motion["date_filed"], motion["date_filed_precision"]) == ("2022-03", "month")
    complaint = next(row for row in rows("/filings.csv") if row["filing_id"] == cast.complaint.public_id)
    assert (complaint["date_filed"], complaint["date_filed_precision"]) == ("2022-02-15", "day")


def test_names_with_commas_quotes_and_line_breaks_survive(cast: Cast) -> None:
    text = 'ORDER: "granted", see\r\nbelow;\nnot, however, ¶ 3 – “Peña”'
    order = make_filing(cast.suit, text, (cast.roe, cast.poe), title="A, B; C")
    publish(order)
    row = next(row for row in rows("/filings.csv") if row["filing_id"] == order.public_id)
    assert row["docket_text"] == text
    assert row["title"] == "A, B; C"
    assert row["filed_by"] == "Roe, Jane (Plaintiff); Poe Productions, Inc. (Defendant)"
    filers = [row["party"] for row in rows("/filing-parties.csv") if row["filing_id"] == order.public_id]
    assert filers == ["Roe, Jane", "Poe Productions, Inc."]


def test_what_it_responds_to_is_named_and_joined(cast: Cast) -> None:
    FilingLink.objects.create(from_filing=cast.answer, to_filing=cast.complaint, kind="answers")
    FilingLink.objects.create(from_filing=cast.answer, to_filing=cast.motion, kind="opposes")
    row = next(row for row in rows("/filings.csv") if row["filing_id"] == cast.answer.public_id)
    assert row["responds_to"] == "Answers entry 1; Opposes an entry without a number"
    assert row["responds_to_ids"] == f"{cast.complaint.public_id}; {cast.motion.public_id}"
    links = {(row["kind"], row["to_filing_id"]) for row in rows("/filing-links.csv")}
    assert links == {("answers", cast.complaint.public_id), ("opposes", cast.motion.public_id)}


def test_a_ruling_has_the_citations_by_which_it_is_found(cast: Cast) -> None:
    RulingCitation.objects.create(filing=cast.answer, kind="database", text="2022 WL 123456", position=2)
    RulingCitation.objects.create(filing=cast.answer, kind="reporter", text="601 F.4th 12", position=1)
    found = {row["filing_id"]: row["citations"] for row in rows("/filings.csv")}
    assert found[cast.answer.public_id] == "601 F.4th 12; 2022 WL 123456"
    assert found[cast.complaint.public_id] == ""


def test_a_claim_is_one_row_for_each_party_with_its_derived_status(cast: Cast) -> None:
    served = {"kind": "served", "date": date(2022, 3, 1), "date_precision": "month"}
    over = {"kind": "dismissed_motion", "with_prejudice": "with", "date": date(2022, 5, 1), "amount": Decimal("0")}
    first = make_claim(cast.suit, "Negligence", cast.roe, cast.poe, served, over)
    second = first.claim.against.create(case_party=cast.roe, disclosure="incomplete", case=cast.suit)
    make_claim(cast.suit, "Untouched", cast.roe, cast.poe)
    found = {row["claim_against_id"]: row for row in rows("/claims.csv")}
    one, other = found[first.public_id], found[second.public_id]
    assert (one["status"], one["effect"], one["status_date"]) == (
        "dismissed on motion with prejudice",
        "disposed",
        "2022-05-01",
    )
    assert (other["status"], other["effect"], other["status_date"]) == ("record incomplete", "none", "")
    assert one["claim_id"] == other["claim_id"]
    assert len(found) == 3
    events = rows("/claim-events.csv?effect=disposed")
    assert [(row["kind"], row["date"], row["amount"]) for row in events] == [
        ("served", "2022-03", ""),
        ("dismissed_motion", "2022-05-01", "0.00"),
    ]
    assert one["status_event_id"] == events[1]["event_id"]


def test_a_claim_names_the_last_event_and_the_filings_that_did_it(cast: Cast, settings: Any) -> None:
    denied = {"kind": "answered", "response": "deny", "date": date(2022, 3, 20), "filing": cast.answer}
    moved = {"kind": "moved_against", "date": date(2022, 4, 1), "filing": cast.motion}
    row = make_claim(cast.suit, "Negligence", cast.roe, cast.poe, denied, moved)
    cast.answer.filing_parties.get_or_create(case_party=cast.poe, defaults={"case": cast.suit})
    (one,) = rows("/claims.csv")
    events = {event["kind"]: event for event in rows("/claim-events.csv")}
    base = settings.PUBLIC_BASE_URL
    assert one["status"] == "answered, denied"
    assert one["status_filing_id"] == cast.answer.public_id == events["answered"]["filing_id"]
    assert one["status_filing_url"] == events["answered"]["filing_url"] == f"{base}/filings/{cast.answer.public_id}/"
    assert (one["last_event_kind"], one["last_event_date"]) == ("moved_against", "2022-04-01")
    assert one["last_event_id"] == events["moved_against"]["event_id"]
    assert one["last_event_filing_url"] == f"{base}/filings/{cast.motion.public_id}/"
    type(row).objects.filter(pk=row.pk).update(disclosure="incomplete")
    (one,) = rows("/claims.csv")
    assert (one["status"], one["status_filing_id"], one["last_event_id"]) == ("record incomplete", "", "")


def test_lines_end_as_rfc_4180_says_and_text_is_quoted(cast: Cast) -> None:
    _, body = answer_of("/filings.csv")
    assert body.count(b"\r\n") == 5
    assert b'"COMPLAINT for negligence"' in body
    assert b",2022-02-15," in body
    assert body.endswith(b"\r\n")
    assert not body.startswith(b"\xef\xbb\xbf")
    assert answer_of("/filings.csv?bom=1")[1] == b"\xef\xbb\xbf" + body


def test_addresses_are_absolute_and_lead_to_the_row(cast: Cast, settings: Any) -> None:
    settings.PUBLIC_BASE_URL = "https://dockets.example.org"
    row = rows("/filings.csv")[0]
    assert row["filing_url"] == f"https://dockets.example.org/filings/{row['filing_id']}/"
    with as_public():
        assert Client().get(row["filing_url"].removeprefix("https://dockets.example.org")).status_code == 200
        case = Client().get(row["case_url"].removeprefix("https://dockets.example.org"), follow=True)
        assert case.status_code == 200


def test_the_files_of_a_case_and_of_a_matter_hold_theirs_only(cast: Cast) -> None:
    assert [row["entry_number"] for row in rows(f"/cases/{cast.suit.public_id}/filings.csv")] == ["1", "", "2"]
    assert len(rows(f"/cases/{cast.suit.public_id}/case-parties.csv")) == 2
    assert [row["caption"] for row in rows(f"/cases/{cast.suit.public_id}/cases.csv")] == [cast.suit.caption]
    assert len(rows(f"/matters/{cast.stage.public_id}/filings.csv")) == 4
    assert len(rows(f"/matters/{cast.other.public_id}/filings.csv")) == 3
    assert (
        rows(f"/cases/{cast.suit.public_id}/filings.csv?case={cast.arbitration.public_id}")[0]["case_id"]
        == cast.suit.public_id
    )


def test_a_sealed_filing_keeps_its_line_without_its_words(cast: Cast) -> None:
    verbs.act("seal", cast.complaint, actor=None, reason="order of 3 May")
    row = next(row for row in rows("/filings.csv") if row["filing_id"] == cast.complaint.public_id)
    assert (row["access"], row["entry_number"], row["date_filed"]) == ("sealed", "1", "2022-02-15")
    assert row["docket_text"] == row["title"] == row["filing_type"] == row["filed_by"] == row["last_changed"] == ""
    assert not [row for row in rows("/documents.csv") if row["filing_id"] == cast.complaint.public_id]


def test_a_sealed_document_keeps_its_line_without_an_address(cast: Cast) -> None:
    exhibit = Document.objects.get()
    Document.objects.filter(pk=exhibit.pk).update(file="x.pdf", sha256="a" * 64, byte_size=5)
    verbs.act("seal", exhibit, actor=None, reason="order of 3 May")
    (row,) = rows("/documents.csv")
    assert (row["access"], row["attachment_number"]) == ("sealed", "1")
    assert row["document_url"] == row["title"] == row["sha256"] == row["byte_size"] == ""


def test_only_what_people_wrote_is_made_safe() -> None:
    for file in FILES:
        for column in file.columns:
            assert (column.kind in WRITTEN) == (column.kind in (Kind.TEXT, Kind.LIST, Kind.CODE)), column.name


def test_other_numbers_of_a_case_are_listed(cast: Cast) -> None:
    CaseNumber.objects.create(case=cast.suit, number="A-1", kind="lower_court")
    CaseNumber.objects.create(case=cast.suit, number="B-2", kind="related")
    row = next(row for row in rows("/cases.csv") if row["case_id"] == cast.suit.public_id)
    assert row["other_numbers"] == "A-1; B-2"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_row_has_an_address(cast: Cast, file: Any) -> None:
    addresses = [column.name for column in file.columns if column.kind is Kind.ADDRESS]
    assert addresses
    assert all(any(row[name] for name in addresses) for row in rows(f"/{file.name}.csv"))


def test_an_event_leads_to_its_place_on_the_page_of_its_claim(cast: Cast) -> None:
    make_claim(cast.suit, "Negligence", cast.roe, cast.poe, {"kind": "served", "date": date(2022, 3, 1)})
    found = rows("/claim-events.csv")
    assert found
    for row in found:
        path, _, place = row["event_url"].partition("://")[2].partition("/")[2].partition("#")
        _, page = answer_of(f"/{path}")
        assert f'id="{place}"' in page.decode()


def test_a_case_carries_the_id_that_its_court_gave_it(cast: Cast) -> None:
    Case.objects.filter(pk=cast.suit.pk).update(court_case_id="414872")
    found = {row["case_id"]: row["court_case_id"] for row in rows("/cases.csv")}
    assert found[cast.suit.public_id] == "414872"


def test_what_heads_a_matter_goes_with_every_row_that_speaks_of_its_people(committed: None) -> None:
    """Also with a link that only ends in a case of the matter."""
    cast = Cast()
    note = "As reported in 2022; later events not included"
    Matter.objects.filter(pk=cast.stage.pk).update(heading_note=note)
    make_claim(cast.suit, "Negligence", cast.roe, cast.poe, {"kind": "asserted"})
    FilingLink.objects.create(from_filing=cast.answer, to_filing=cast.complaint, kind="answers")
    appeal = make_filing(cast.undated, "Notice of appeal", filing_type="init.notice_of_appeal")
    across = FilingLink.objects.create(from_filing=appeal, to_filing=cast.answer, kind="appeals")
    cast.publish()
    assert [file.name for file in FILES if "heading_notes" not in {c.name for c in file.columns}] == ["forums"]
    for name in ("filings", "filing-parties", "documents", "cases", "case-parties", "claims", "claim-events"):
        found = rows(f"/{name}.csv?case=Roe")
        assert {row["heading_notes"] for row in found} == {note}, name
    links = {row["from_filing_id"]: row["heading_notes"] for row in rows("/filing-links.csv")}
    assert links == {cast.answer.public_id: note, across.from_filing.public_id: note}
    with as_public():
        page = Client().get("/filings/").content.decode()
    assert page.count(note) == Filing.objects.exclude(case=cast.undated).count()


def test_a_criminal_case_with_several_accused_has_no_one_outcome(committed: None) -> None:
    """What became of one accused is not what became of the other; of one alone it is."""
    cast = Cast()
    make_party(cast.undated, "Sam Moe", "defendant")
    make_party(cast.undated, "Ann Moe", "defendant")
    alone = make_case("State v. Doe", category="criminal", status="disposed")
    make_party(alone, "Kim Doe", "defendant")
    Case.objects.filter(category="criminal").update(disposition="convicted")
    publish(alone)
    cast.publish()
    found = {
        row["case_id"]: (row["status"], row["disposition"], row["disposition_label"]) for row in rows("/cases.csv")
    }
    assert found[alone.public_id] == ("disposed", "convicted", "Convicted after trial")
    assert found[cast.undated.public_id] == ("disposed", "", "")
