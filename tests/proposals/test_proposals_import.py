"""What an import proposes: what comes next on the page's day, what moved, and nothing twice."""

import csv
import io
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from docket.intake.files import import_bytes
from docket.models import Case, Deadline, DeadlineProposal, Filing
from docket.proposals.acceptance import accept
from docket.site.exports.filings import FILINGS
from tests.court_pages import pacer_pages as pages
from tests.court_pages.importing import imported, record, the_case
from tests.court_pages.pacer_pages import Row
from tests.records.desk_cast import member
from tests.records.suit import forum

pytestmark = pytest.mark.django_db
COMPLAINT = Row("1", "COMPLAINT against Brightwater Pictures, LLC. (Entered: 03/05/2021)", document="03501111111")
SERVED = Row("4", "SUMMONS Returned Executed by Ottoline Marsh. (Entered: 05/20/2021)", filed="05/20/2021")


@pytest.fixture(autouse=True)
def cand() -> None:
    court = forum("cand", "frcp6", "America/Los_Angeles")
    court.courts_db_id = "cand"
    court.save()


def page(*rows: Row, served: str = "06/01/2021 10:11:12") -> str:
    return pages.district(rows=list(rows), served=served)


def classified(number: str, filing_type: str, **fields: Any) -> Filing:
    """What staff say of a line after its import."""
    filing = Filing.objects.get(entry_number=number)
    for name, value in {"filing_type": filing_type, **fields}.items():
        setattr(filing, name, value)
    filing.save()
    return filing


def waiting() -> dict[str, date | None]:
    return {row.rule: row.earliest for row in DeadlineProposal.objects.filter(state="open")}


def exported(case: Case, lines: list[dict[str, str]]) -> bytes:
    """A CSV of filings as the site gives it, with these lines."""
    names = [column.name for column in FILINGS.columns]
    fixed = {"case_id": case.public_id, "forum_id": "cand", "docket_number": case.docket_number}
    fixed |= {"caption": case.caption, "category": "civil", "access": "public"}
    out = io.StringIO()
    writer = csv.DictWriter(out, names, restval="")
    writer.writeheader()
    writer.writerows([{**fixed, **line} for line in lines])
    return out.getvalue().encode()


def test_a_page_proposes_what_is_still_ahead_on_the_day_it_was_served() -> None:
    imported(page(COMPLAINT))
    classified("1", "init.complaint")
    report = imported(page(COMPLAINT, SERVED))
    assert waiting() == {"fed.service": date(2021, 6, 2)}
    assert report.proposed == 1
    assert "proposed deadlines that wait for staff: 1" in str(report)
    assert "proposed" not in report.as_json()
    assert Deadline.objects.count() == 0


def test_a_page_does_not_propose_what_was_past_when_it_was_served() -> None:
    past = "06/03/2021 10:11:12"
    imported(page(COMPLAINT, served=past))
    classified("1", "init.complaint")
    imported(page(COMPLAINT, SERVED, served=past))
    assert waiting() == {}


def test_a_page_does_not_propose_what_a_filing_has_met() -> None:
    imported(page(COMPLAINT, SERVED))
    complaint = classified("1", "init.complaint")
    proof = classified("4", "svc.proof_of_service", date_served=date(2021, 5, 18))
    proof.links_from.create(to_filing=complaint, kind="proof_of_service_of")
    imported(page(COMPLAINT, SERVED, Row("5", "NOTICE of appearance", filed="05/21/2021")))
    assert waiting() == {"fed.answer": date(2021, 6, 8)}, "not the time for service: the proof is there"


def test_importing_again_changes_nothing() -> None:
    imported(page(COMPLAINT))
    classified("1", "init.complaint")
    imported(page(COMPLAINT, SERVED))
    before = record()
    imported(page(COMPLAINT, SERVED))
    assert record() == before


def test_a_date_that_the_court_corrected_proposes_the_change_and_moves_nothing() -> None:
    imported(page(COMPLAINT))
    classified("1", "init.complaint")
    imported(page(COMPLAINT, SERVED))
    deadline = accept(DeadlineProposal.objects.get(), actor=None)
    corrected = Row("1", COMPLAINT.text, filed="03/08/2021", document=COMPLAINT.document)
    imported(page(corrected, SERVED, served="07/01/2021 09:00:00"))
    deadline.refresh_from_db()
    assert deadline.earliest == date(2021, 6, 2)
    change = DeadlineProposal.objects.get(state="open", kind="change")
    assert (change.deadline, change.earliest) == (deadline, date(2021, 6, 7))


def test_an_imported_answer_proposes_to_close_and_a_struck_one_to_open_again() -> None:
    imported(page(COMPLAINT, SERVED))
    proof = classified("4", "svc.proof_of_service", date_served=date(2021, 5, 18))
    imported(page(COMPLAINT, SERVED))
    deadline = accept(DeadlineProposal.objects.get(rule="fed.answer"), actor=None)
    answer = {"entry_number": "5", "filing_type": "resp.answer", "date_filed": "2021-06-07", "docket_text": "ANSWER"}
    lines = [answer | {"state": "ok"}]
    for state, kind in (("ok", "close"), ("stricken", "reopen")):
        lines[0]["state"] = state
        Filing.objects.filter(entry_number="5").update(state=state)
        report = import_bytes("filings.csv", exported(the_case(), lines))
        assert report.error is None
        proposal = DeadlineProposal.objects.get(state="open", deadline=deadline)
        assert proposal.kind == kind
        accept(proposal, actor=None)
    deadline.refresh_from_db()
    assert (deadline.state, deadline.trigger) == ("open", proof)


def test_a_case_with_no_rules_imports_as_before() -> None:
    forum("cand", "", "America/Los_Angeles")
    report = imported(page(COMPLAINT, SERVED))
    assert (report.proposed, report.warnings) == (0, [])


def test_the_upload_leads_to_what_is_proposed() -> None:
    imported(page(COMPLAINT))
    classified("1", "init.complaint")
    file = SimpleUploadedFile("page.html", page(COMPLAINT, SERVED).encode())
    said = member("editor").post("/admin/import/", {"pages": file}).content.decode()
    assert f'href="/admin/proposals/?case={the_case().pk}">1 proposed deadline</a>' in said


def test_a_file_without_a_time_of_its_own_is_of_today() -> None:
    imported(page(COMPLAINT, SERVED))
    today = timezone.localdate()
    judgment = {"filing_type": "judg.judgment", "docket_text": "JUDGMENT", "state": "ok"}
    lines = [
        judgment | {"entry_number": "8", "date_filed": (today - timedelta(days=60)).isoformat()},
        judgment | {"entry_number": "9", "date_filed": today.isoformat()},
    ]
    assert import_bytes("filings.csv", exported(the_case(), lines)).error is None
    triggers = {row.trigger.entry_number for row in DeadlineProposal.objects.all() if row.trigger}
    assert triggers == {"9"}
