"""The case of a page: found or made, its columns, its judges, the source of it all."""

from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db import connection
from django.db.models import Q

from docket.choices import CaseStatus, OfficialRole
from docket.forums.pacer_courts import is_bankruptcy
from docket.intake.merging.import_run import Run
from docket.intake.precedence.settle import is_empty
from docket.intake.precedence.source_rank import standing_in
from docket.intake.shape import ImportedDocket, Kind, Refused
from docket.intake.wording.case_facts import CRIMINAL_TYPES, ENTRIES_ONLY, closed_before_filed, facts, spoken
from docket.models import Case, CaseOfficial, Forum
from docket.publishing.visibility import Visibility

LOCK = "select pg_advisory_xact_lock(hashtextextended(name, 4242003)) from unnest(%s::text[]) name"
CLOSED_TO_IMPORT = (Visibility.SEALED, Visibility.REMOVED, Visibility.EXPUNGED)
NO_CAPTION = "(caption not in the record)"


@dataclass(frozen=True)
class Found:
    """The page's case, None when it is new to the record; `nameless`: another one has the court's id and no number."""

    case: Case | None
    nameless: bool = False


def find(docket: ImportedDocket, forum: Forum) -> Found:
    """The page's case, by forum and number, or by the court's own id; other imports of that case wait.

    Raises Refused when the two lead to different cases, or when the case is under seal.
    """
    _wait_for_others(docket, forum)
    cases = _of_number_or_id(docket, forum)
    case = next((row for row in cases if row.docket_number and row.docket_number == docket.docket_number), None)
    if docket.source_case_id:
        # a case known by its attachment pages only has no number: it comes last, and hinders nobody
        with_id = [row for row in cases if row.court_case_id == docket.source_case_id]
        by_id = max(with_id, key=lambda row: row.docket_number, default=None)
        if case and by_id and by_id.docket_number and case != by_id:
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
    nameless = [row for row in cases if row != case and not row.docket_number] if docket.docket_number else []
    return Found(case, bool(nameless))


def _of_number_or_id(docket: ImportedDocket, forum: Forum) -> list[Case]:
    known = {"docket_number": docket.docket_number, "court_case_id": docket.source_case_id}
    same = [Q(**{column: value}) for column, value in known.items() if value]
    if not same:
        return []
    found = Case.objects.filter(reduce(or_, same), forum=forum).exclude(visibility=Visibility.EXPUNGED)
    return list(found.order_by("pk"))


def _wait_for_others(docket: ImportedDocket, forum: Forum) -> None:
    """Lock the number and the court's id, in one order everywhere: an attachment page knows the id only."""
    names = {f"{forum.pk} {name}" for name in (docket.docket_number, f"id {docket.source_case_id}") if name.strip()}
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [sorted(names)])


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
    if "caption" not in said:
        said |= {"caption": NO_CAPTION, "caption_is_descriptive": True}
    return Case.objects.create(forum=forum, **said)


def merge_case(run: Run, docket: ImportedDocket, found: Found) -> None:
    """Bring the case's own columns in line, and remember them with the standing of the page."""
    page, speaks = facts(docket), spoken(docket)
    checked = page.pop("last_checked")
    _say_what_is_odd(run, docket, found)
    if not run.is_new:
        settled = run.settle(run.case, page, (CaseStatus.UNKNOWN, NO_CAPTION), speaks)
        if checked and checked > (run.case.last_checked or date.min):
            settled.changes["last_checked"] = checked
        if "caption" in settled.changes and run.case.caption == NO_CAPTION:
            settled.changes["caption_is_descriptive"] = False
        run.note("the case", settled)
        run.write(Case, {run.case: settled.changes} if settled.changes else {})
    told = {**page, "defendant": docket.number_parts.defendant_number}
    run.remember(run.case, told, speaks=speaks)


def _say_what_is_odd(run: Run, docket: ImportedDocket, found: Found) -> None:
    warnings, last = run.report.warnings, run.traces.values(run.case)
    if standing_in(last, "category")[:1] == str(run.standing.rank) and (
        standing_in(last, "category") > run.standing.of("category", of_case=True)
    ):
        warnings.append("The page is not newer than the one last imported: it only adds what was missing.")
    if closed_before_filed(docket):
        warnings.append(
            f"The page says closed on {docket.date_terminated}, before it was filed: the date was left out."
        )
    if found.nameless:
        warnings.append(
            f"Entries known by their attachment pages stand in a case of their own with the court's id "
            f"{docket.source_case_id} and without a number: import those pages again and delete it."
        )
    first = last.get("defendant")
    if (
        docket.kind not in ENTRIES_ONLY
        and first
        and docket.number_parts.defendant_number
        and first != docket.number_parts.defendant_number
    ):
        warnings.append(
            f"This is the docket of another defendant than the one first imported ({first}): number, dates and status "
            "of the case are those of the first defendant."
        )


def merge_officials(run: Run, docket: ImportedDocket) -> None:
    """The judges; a reassigned case gets its new judge in the old one's row, a panel a row for each."""
    judge = OfficialRole.BANKRUPTCY_JUDGE if is_bankruptcy(docket.court_id) else OfficialRole.JUDGE
    judge = OfficialRole.JUDGE if docket.kind is Kind.LOS_ANGELES else judge
    present = [] if run.is_new else list(run.case.officials.order_by("pk"))
    new: list[CaseOfficial] = []
    for role, name in ((judge, docket.assigned_to), (OfficialRole.REFERRED_MAGISTRATE, docket.referred_to)):
        if name:
            new += _merge_official(run, role, name, next((row for row in present if row.role == role), None))
    for name in docket.panel:
        seated = (row for row in present if row.role == OfficialRole.PANEL_JUDGE and row.name_as_filed == name)
        new += _merge_official(run, OfficialRole.PANEL_JUDGE, name, next(seated, None))
    for official in CaseOfficial.objects.bulk_create(new):
        run.remember(official, _named(official.name))


def _merge_official(run: Run, role: OfficialRole, name: str, official: CaseOfficial | None) -> list[CaseOfficial]:
    """Bring a known one in line; returns the one to be added."""
    page = _named(name)
    if official is None:
        return [CaseOfficial(case=run.case, role=role, **page)]
    settled = run.settle(official, page)
    run.note(str(role.label).lower(), settled)
    run.write(CaseOfficial, {official: settled.changes} if settled.changes else {})
    run.remember(official, page)
    return []


def _named(name: str) -> dict[str, str]:
    return {"name": name, "name_as_filed": name}
