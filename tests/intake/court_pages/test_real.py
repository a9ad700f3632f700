"""Every real docket page of the collection beside the checkout: the record afterwards equals the expected result."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docket.choices import ClaimKind, JuryDemand, OfficialRole
from docket.intake.files import import_bytes
from docket.models import Case, Forum
from tests.court_pages.importing import record
from tests.shared import DOCKET_REPORTS, days_of, needs_dockets

pytestmark = needs_dockets
LARGE = [page for page in DOCKET_REPORTS if page.stat().st_size > 60_000]


def expected(page: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.with_suffix(".json").read_text())
    return found


def forum_of(page: Path) -> Forum:
    court = expected(page)["court_id"]
    return Forum.objects.get_or_create(slug=court, defaults={"courts_db_id": court, "kind": "court", "name": court})[0]


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def head(case: Case) -> dict[str, Any]:
    judges = {official.role: official.name for official in case.officials.all()}
    return {
        "court_id": case.forum.courts_db_id if case.forum else "",
        "docket_number": case.docket_number,
        "case_name": case.caption,
        "date_filed": iso(case.date_filed),
        "date_terminated": iso(case.date_terminated),
        "date_converted": iso(case.date_converted),
        "date_discharged": iso(case.date_discharged),
        "assigned_to_str": judges.get(OfficialRole.JUDGE) or judges.get(OfficialRole.BANKRUPTCY_JUDGE) or "",
        "referred_to_str": judges.get(OfficialRole.REFERRED_MAGISTRATE, ""),
        "cause": case.cause,
        "nature_of_suit": case.nature_of_suit_as_filed,
        "demand": case.demand,
        "jurisdiction": case.jurisdiction_as_filed,
        "mdl_status": case.mdl_status,
    }


def entries(case: Case) -> list[tuple[str, str | None, str | None, str]]:
    rows = case.filings.all()
    return sorted((f.entry_number, iso(f.date_filed) or "", iso(f.date_entered) or "", f.docket_text) for f in rows)


def people(case: Case) -> list[Any]:
    return [
        (
            row.name_as_filed,
            row.role_as_filed,
            iso(row.date_terminated),
            row.is_pro_se,
            [(a.attorney.name, a.roles_as_filed) for a in row.appearances.all()],
            [c.claim.title for c in row.claims_against.order_by("pk") if not c.claim.label],
            [c.events.latest("pk").note for c in row.claims_against.order_by("pk") if not c.claim.label],
            [c.claim.title for c in row.claims_against.order_by("pk") if c.claim.label],
        )
        for row in case.case_parties.order_by("position")
    ]


def expected_people(parties: list[dict[str, Any]]) -> list[Any]:
    found = []
    for party in parties:
        counsel = party.get("attorneys", [])
        alone = [a for a in counsel if "PRO SE" in a["contact"].splitlines() and a["name"] == party["name"]]
        counts = party.get("criminal_data", {}).get("counts", [])
        complaints = party.get("criminal_data", {}).get("complaints", [])
        found.append(
            (
                party["name"],
                party["type"],
                party["date_terminated"],
                bool([a for a in counsel if "PRO SE" in a["contact"].splitlines()]),
                [(a["name"], a["roles"]) for a in counsel if a not in alone],
                [count["name"] for count in counts],
                [count["disposition"] for count in counts],
                [complaint["name"] for complaint in complaints],
            )
        )
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("page", DOCKET_REPORTS, ids=lambda page: page.stem)
def test_the_record_equals_the_expected_result(page: Path) -> None:
    want = expected(page)
    # what the court's words call a sealed entry is held
    want["docket_entries"] = [e for e in want["docket_entries"] if "THIS DOCKET ENTRY" not in e["description"]]
    forum_of(page)
    report = import_bytes(page.name, page.read_bytes())
    assert report.error is None
    case = Case.objects.get(public_id=report.case)
    assert case.visibility == "draft"
    got = head(case)
    assert got == {key: want[key] for key in got}
    jury = {"": "", "No": "none", "None": "none", "Both": "both", "Plaintiff": "plaintiff", "Defendant": "defendant"}
    assert case.jury_demand == JuryDemand(jury[want["jury_demand"]])
    assert entries(case) == sorted(
        (e["document_number"] or "", *(day or "" for day in days_of(e, want["ordered_by"])), e["description"])
        for e in want["docket_entries"]
    )
    assert people(case) == expected_people(want["parties"])
    assert report.filings.new == len(want["docket_entries"])
    assert report.parties.new == len(want["parties"])
    assert not case.claims.exclude(kind=ClaimKind.CRIMINAL_COUNT).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("page", DOCKET_REPORTS, ids=lambda page: page.stem)
def test_a_second_import_changes_nothing(page: Path) -> None:
    forum_of(page)
    data = page.read_bytes()
    assert import_bytes(page.name, data).error is None
    before = record()
    report = import_bytes(page.name, data)
    assert record() == before
    assert (report.filings.new, report.filings.changed, report.parties.new, report.attorneys.new) == (0, 0, 0, 0)


@pytest.mark.django_db
@pytest.mark.parametrize("page", LARGE, ids=lambda page: page.stem)
def test_a_page_cut_anywhere_is_refused(page: Path) -> None:
    forum_of(page)
    data = page.read_bytes()
    for part in (0.05, 0.5, 0.95):
        assert import_bytes(page.name, data[: int(len(data) * part)]).error
    assert not Case.objects.exists()
