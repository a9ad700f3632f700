"""Claims registers and activity reports: claims with amount and status, creditors, and no account number anywhere."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from docket.choices import ClaimEventKind, ClaimKind
from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.shape import ImportedDocket, Kind
from docket.intake.wording.amounts import amount
from docket.models import Case, Claim, ClaimAgainst, ClaimEvent
from tests.court_pages import pacer_pages
from tests.court_pages.claims import CLAIMS, Filed, activity, register
from tests.court_pages.importing import imported, make_forum, record, refused, the_case
from tests.intake.merging.test_orders import in_all_orders
from tests.shared import MORE, needs_more


@pytest.fixture(autouse=True)
def forums(db: None) -> None:
    make_forum("alsb")


def dockets(page: str | bytes) -> tuple[ImportedDocket, ...]:
    data = page.encode() if isinstance(page, str) else page
    return read_dockets(sniff(data), data, "page.html")


def claims() -> list[tuple[Any, ...]]:
    """Every claim as the record has it: number, sum, by whom, against whom, and what happened."""
    return [
        (
            *(claim.label, claim.amount, claim.amount_note),
            [party.case_party.name_as_filed for party in claim.asserted_by.all()],
            [
                (against.case_party.name_as_filed, [(e.kind, e.note) for e in against.events.all()])
                for against in claim.against.all()
            ],
        )
        for claim in Claim.objects.order_by("label")
    ]


def test_a_register_says_who_claims_what() -> None:
    (docket,) = dockets(register())
    assert (docket.kind, docket.court_id, docket.docket_number) == (Kind.CLAIMS_REGISTER, "alsb", "21-10276")
    assert (docket.caption, docket.date_filed, docket.source_case_id) == (
        "Lantern Mills, Inc.",
        date(2021, 1, 26),
        "101018",
    )
    first, second = docket.claims
    assert (first.number, first.date_filed, first.amount_as_filed) == ("1", date(2021, 2, 1), "$2407.38")
    assert first.creditor is not None
    assert (first.creditor.name, first.creditor.role_as_filed) == ("Weir Supply Co.", "Creditor")
    assert (second.amount_as_filed, second.parts) == ("Unknown", ("$7.00 secured",))


def test_claims_become_claims_of_the_case() -> None:
    imported(pacer_pages.bankruptcy())
    imported(register())
    assert claims() == [
        ("Claim 1", Decimal("2407.38"), "$7.00 secured", ["Weir Supply Co."],
         [("Lantern Mills, Inc.", [(ClaimEventKind.ASSERTED, "Filed on 2021-02-01")])]),
        ("Claim 2", None, "Unknown, $7.00 secured", ["Ottoline Marsh"],
         [("Lantern Mills, Inc.", [(ClaimEventKind.ASSERTED, "Filed on 2021-02-02")])]),
    ]  # fmt: skip
    assert set(Claim.objects.values_list("kind", flat=True)) == {ClaimKind.PROOF_OF_CLAIM}


def test_the_order_of_docket_and_registers_does_not_matter() -> None:
    pages = {"docket.html": pacer_pages.bankruptcy(), "register.html": register()}
    later = register((Filed(1, amount="$99.00", amended="03/01/2021"), CLAIMS[1]), served="04/01/2021 09:00:00")
    files = [(name, page.encode()) for name, page in {**pages, "later.html": later}.items()]
    first, *others = in_all_orders(files, as_claimed)
    assert len(others) == 5
    assert all(other == first for other in others)
    assert first[0][0][1] == Decimal("99.00")


def as_claimed() -> list[Any]:
    """The case with its claims and people."""
    case = the_case()
    people = sorted(case.case_parties.values_list("name_as_filed", "role", "position"))
    return [claims(), people, case.coverage_note, case.category]


def test_account_numbers_and_who_entered_a_claim_reach_no_table() -> None:
    imported(register())
    kept = str(record())
    assert "0224" not in kept
    assert "Quill Harbottle" not in kept
    tables = {name for name, rows in record().items() if "Sluice Lane" in str(rows)}
    assert tables
    assert all("note" in name or "trace" in name for name in tables), tables


def test_a_second_import_changes_nothing() -> None:
    imported(register())
    imported(pacer_pages.bankruptcy())
    before = record()
    imported(register())
    assert record() == before


def test_a_joint_petition_leaves_open_against_whom_a_claim_is() -> None:
    imported(pacer_pages.bankruptcy())
    imported(register())
    debtor = the_case().case_parties.get(role="debtor")
    ClaimEvent.objects.all().delete()
    ClaimAgainst.objects.all().delete()
    the_case().case_parties.create(party=debtor.party, role="joint_debtor", side=debtor.side, name_as_filed="Other")
    imported(register((Filed(5),), served="05/01/2021 09:00:00"))
    assert not ClaimAgainst.objects.exists()


@pytest.mark.parametrize(
    ("status", "kind", "disclosure"),
    [
        ("Withdraw", ClaimEventKind.WITHDRAWN, "shown"),
        ("Disallow", ClaimEventKind.OTHER, "incomplete"),
        ("Withdrawn in part", ClaimEventKind.OTHER, "incomplete"),
    ],
)
def test_only_a_clear_word_of_the_court_ends_a_claim(status: str, kind: str, disclosure: str) -> None:
    imported(pacer_pages.bankruptcy())
    imported(register((Filed(1, status=status),)))
    against = ClaimAgainst.objects.get()
    assert [event.kind for event in against.events.all()] == [ClaimEventKind.ASSERTED, kind]
    assert against.disclosure == disclosure
    before = record()
    imported(register((Filed(1, status=status),)))
    assert record() == before


def test_what_staff_removed_does_not_come_back() -> None:
    imported(register())
    Claim.objects.get(label="Claim 2").asserted_by.all().delete()
    Claim.objects.get(label="Claim 2").delete()
    imported(register(served="05/01/2021 09:00:00"))
    assert [claim[0] for claim in claims()] == ["Claim 1"]


def test_a_sealed_claim_is_held_and_a_sealed_case_refused() -> None:
    report = imported(register((CLAIMS[0], Filed(2, creditor="Quince<br>9 Way", remarks="Claim filed under seal"))))
    assert "1 claims held" in " ".join(report.warnings)
    assert "Quince" not in str(record())
    assert "not open to the public" in refused(register(mark="*SEALED*"))


def test_a_register_with_fewer_claims_than_it_counts_says_so() -> None:
    assert "counts 3 claims" in " ".join(imported(register(total=3)).warnings)


def test_an_activity_report_is_of_several_bankruptcies() -> None:
    imported(activity())
    assert sorted(Case.objects.values_list("docket_number", "caption")) == [
        ("21-10276", "Lantern Mills, Inc."),
        ("21-10300", "Sluice Works, LLC"),
    ]
    assert [claim[0] for claim in claims()] == ["Claim 1", "Claim 3"]
    assert "MAGIC" not in str(record())


def test_a_creditor_whose_address_cannot_be_told_from_the_name_is_left_out() -> None:
    (docket, _) = dockets(activity("Weir Supply Co., Port Example AL"))
    assert docket.claims[0].creditor is None


@pytest.mark.parametrize(
    ("printed", "sum_"),
    [
        ("$2,407.38", "2407.38"),
        ("0", "0.00"),
        ("Unknown", None),
        ("NaN", None),
        ("-5", None),
        ("1e99", None),
        ("", None),
    ],
)
def test_sums_are_read_or_left_open(printed: str, sum_: str | None) -> None:
    assert amount(printed) == (Decimal(sum_) if sum_ else None)


@needs_more
@pytest.mark.parametrize(
    "file", [pytest.param(f, id=f.name) for f in sorted((MORE / "claims_register").glob("*.html"))]
)
def test_a_real_register_equals_the_expected_result(file: Path) -> None:
    want = json.loads(file.with_suffix(".json").read_text())
    (docket,) = dockets(file.read_bytes())
    assert (docket.court_id, docket.docket_number, docket.caption) == (
        want["court_id"],
        want["docket_number"],
        want["case_name"],
    )
    assert (docket.assigned_to, str(docket.date_filed)) == (want["assigned_to_str"], want["date_filed"])
    assert [(c.number, str(c.date_filed), c.amount_as_filed, c.status) for c in docket.claims] == [
        (str(c["claim_number"]), c["date_original_filed"], c.get("amount_claimed", ""), c["status"])
        for c in want["claims"]
    ]
    for claim, raw in zip(docket.claims, want["claims"], strict=True):
        assert claim.creditor is not None
        printed = f"{claim.creditor.name}\n{claim.creditor.extra_info}".strip()
        assert printed == "\n".join(" ".join(line.split()) for line in raw["creditor_details"].split("\n"))
        assert [word.split()[0] for word in claim.parts] == [
            raw[key] for key in ("secured_claimed", "priority_claimed", "unsecured_claimed") if raw.get(key)
        ]


@needs_more
@pytest.mark.parametrize(
    "file", [pytest.param(f, id=f.name) for f in sorted((MORE / "claims_activity").glob("*.html"))]
)
def test_a_real_activity_report_equals_the_expected_result(file: Path) -> None:
    want = json.loads(file.with_suffix(".json").read_text())
    found = [
        (d.court_id, d.docket_number, d.caption, d.source_case_id, c)
        for d in dockets(file.read_bytes())
        for c in d.claims
    ]
    assert len(found) == len(want)
    for (court, number, caption, case, claim), raw in zip(found, want, strict=True):
        told = raw["claim"]
        assert (court, number, caption) == (raw["court_id"], raw["docket_number"], raw["case_name"])
        assert (case, claim.number) == (told["pacer_case_id"], told["claim_number"].partition("-")[0])
        assert (str(claim.date_filed), claim.amount_as_filed) == (told["date_filed"], told["amount_claimed"])
        assert claim.creditor is not None
        assert told["creditor_name_address"].startswith(claim.creditor.name)
