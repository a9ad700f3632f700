"""The case of a page: found or made, its columns, its judges, the source of it all."""

from datetime import date
from typing import Any

from django.db import connection

from docket.choices import Basis, CaseStatus, OfficialRole, SourceKind
from docket.importers.case_facts import CRIMINAL_TYPES, closed_before_filed, facts
from docket.importers.run import Run
from docket.importers.settle import as_kept, is_empty, kept
from docket.importers.shape import ImportedDocket, Kind, Refused
from docket.models import Case, CaseOfficial, Forum, Source, SourceLink
from docket.publishing.visibility import Visibility

OF_ONE_DEFENDANT = ("docket_number_as_filed", "court_case_id", "date_terminated", "status", "flags")
CLOSED_TO_IMPORT = (Visibility.SEALED, Visibility.REMOVED, Visibility.EXPUNGED)


def find(docket: ImportedDocket, forum: Forum) -> Case | None:
    """The page's case, by forum and number, or by the court's own id; other imports of that number wait.

    Raises Refused when the two lead to different cases, or when the case is under seal.
    """
    with connection.cursor() as cursor:
        key = f"{forum.pk} {docket.docket_number}"
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 4242003))", [key])
    cases = Case.objects.filter(forum=forum).exclude(visibility=Visibility.EXPUNGED)
    case = cases.filter(docket_number=docket.docket_number).first()
    if docket.source_case_id:
        by_id = cases.filter(court_case_id=docket.source_case_id).first()
        if case and by_id and case != by_id:
            raise Refused(
                f"The page's number is that of “{case}” and its court id {docket.source_case_id} that of “{by_id}”.",
                "Correct the number or the court's id of one of the two cases.",
            )
        if case and not by_id:
            _refuse_another_case(docket, case)
        case = case or by_id
    if case and case.visibility in CLOSED_TO_IMPORT:
        raise Refused(
            f"The case {docket.docket_number} is {case.get_visibility_display().lower()} in this record.",
            "Unseal it before importing into it.",
        )
    return case


def _refuse_another_case(docket: ImportedDocket, case: Case) -> None:
    # A criminal case has a court id for each defendant under one number; elsewhere another id is another case.
    criminal = (docket.number_parts.case_type or "") in CRIMINAL_TYPES
    if case.court_case_id and not criminal and case.court_case_id != docket.source_case_id:
        raise Refused(
            f"The record's case {docket.docket_number} has the court's id {case.court_case_id}, the page "
            f"{docket.source_case_id}: two cases of one number.",
            "Correct the court's id of the case in the record if it is wrong.",
        )


def make(docket: ImportedDocket, forum: Forum) -> Case:
    """A new case, a draft, with what the page says."""
    said = {column: value for column, value in facts(docket).items() if not is_empty(value)}
    return Case.objects.create(forum=forum, docket_number=docket.docket_number, coverage_note=coverage(docket), **said)


def merge_case(run: Run, docket: ImportedDocket) -> None:
    """Bring the case's own columns in line, and remember them with the time of the page."""
    page = _facts_for(run, docket)
    last = run.traces.values(run.case)
    if not run.is_new:
        checked = page.pop("last_checked")
        settled = run.settle(run.case, page, blanks=(CaseStatus.UNKNOWN,))
        if checked and checked > (run.case.last_checked or date.min):
            settled.changes["last_checked"] = checked
        if _was_reopened(run, page):
            settled.changes["date_terminated"] = None
        run.note("the case", settled)
        run.write(Case, {run.case: settled.changes} if settled.changes else {})
    if closed_before_filed(docket):
        run.report.warnings.append(
            f"The page says closed on {docket.date_terminated}, before it was filed: the date was left out."
        )
    served = docket.source.retrieved_at
    values = kept(last, page, run.newer)
    if run.newer:
        values |= {
            "served": served.isoformat() if served else "",
            "date_terminated": as_kept(page.get("date_terminated")),
        }
    values.setdefault("defendant", docket.number_parts.defendant_number)
    run.traces.remember(run.case, values)


def _facts_for(run: Run, docket: ImportedDocket) -> dict[str, Any]:
    """What the page says of the case; of a criminal case each defendant has a page with dates of their own."""
    page = facts(docket)
    first = run.traces.values(run.case).get("defendant")
    if first and first != docket.number_parts.defendant_number:
        run.report.warnings.append(
            f"This is the docket of another defendant than the one first imported ({first}): the case's own number, "
            "dates and status stay as they are."
        )
        for column in OF_ONE_DEFENDANT:
            page.pop(column, None)
    return page


def _was_reopened(run: Run, page: dict[str, Any]) -> bool:
    """A newer page without the closing date that the last one had."""
    was = run.traces.values(run.case).get("date_terminated")
    return bool(
        run.newer
        and was
        and "date_terminated" in page
        and not page["date_terminated"]
        and as_kept(run.case.date_terminated) == was
    )


def coverage(docket: ImportedDocket) -> str:
    """What a page that was asked for in part leaves out, in words for the reader; "" for a whole docket."""
    asked = docket.source.search_criteria.removeprefix(docket.docket_number_as_filed).strip()
    lowered = asked.lower()
    if "starting with document" in lowered or "ending with document" in lowered or "start date" in lowered:
        return f"Only part of the docket: the court was asked for “{asked}”."
    return ""


def merge_officials(run: Run, docket: ImportedDocket) -> None:
    """The judge and the magistrate judge; a reassigned case gets its new judge in the old one's row."""
    judge = OfficialRole.BANKRUPTCY_JUDGE if docket.kind is Kind.BANKRUPTCY else OfficialRole.JUDGE
    named = [(judge, docket.assigned_to), (OfficialRole.REFERRED_MAGISTRATE, docket.referred_to)]
    present = [] if run.is_new else list(run.case.officials.order_by("pk"))
    for role, name in named:
        if not name:
            continue
        page = {"name": name, "name_as_filed": name}
        official = next((row for row in present if row.role == role), None)
        if official is None:
            official = CaseOfficial.objects.create(case=run.case, role=role, **page)
        else:
            settled = run.settle(official, page)
            run.note(str(OfficialRole(role).label).lower(), settled)
            run.write(CaseOfficial, {official: settled.changes} if settled.changes else {})
        run.remember(official, page)


def merge_source(run: Run, docket: ImportedDocket) -> None:
    """One Source for each file, linked to the case."""
    read = docket.source
    if docket.kind is Kind.SPREADSHEET:
        return  # a copy of a record proves nothing about the court's
    if not run.is_new and SourceLink.objects.filter(case=run.case, source__sha256=read.sha256).exists():
        return
    values: dict[str, Any] = {"date_accessed": read.retrieved_at.date()} if read.retrieved_at else {}
    source = Source.objects.create(
        kind=SourceKind.COURT_RECORD,
        title=f"Docket report, No. {docket.docket_number}",
        publisher=str(run.case.forum),
        sha256=read.sha256,
        **values,
    )
    SourceLink.objects.create(source=source, case=run.case, basis=Basis.RECORD)
