"""The case of a page: made, its columns, its judges."""

from datetime import date

from docket.choices import CaseStatus, OfficialRole
from docket.forums.pacer_courts import is_bankruptcy
from docket.intake.merging.import_run import Run
from docket.intake.merging.rulings import rulings_are_read
from docket.intake.merging.which_case import NO_CAPTION, Found
from docket.intake.page_kinds.row import About
from docket.intake.page_kinds.table import PAGE_KINDS
from docket.intake.precedence.settle import is_empty
from docket.intake.precedence.source_rank import rank_in
from docket.intake.shape import ImportedDocket
from docket.intake.wording.case_facts import closed_before_filed, facts
from docket.models import Case, CaseOfficial, Forum


def make(docket: ImportedDocket, forum: Forum) -> Case:
    """A new case, a draft, with what the page says."""
    said = {column: value for column, value in facts(docket).items() if not is_empty(value)}
    if "caption" not in said:
        said |= {"caption": NO_CAPTION, "caption_is_descriptive": True}
    return Case.objects.create(forum=forum, rulings_are_read=PAGE_KINDS[docket.kind].reads_rulings, **said)


def merge_case(run: Run, docket: ImportedDocket, found: Found) -> None:
    """Bring the case's own columns in line, and remember them with the rank of the page."""
    page, speaks = facts(docket), PAGE_KINDS[docket.kind].speaks_of
    checked = page.pop("last_checked")
    _say_what_is_odd(run, docket, found)
    if not run.is_new:
        settled = run.settle(run.case, page, (CaseStatus.UNKNOWN, NO_CAPTION), speaks)
        if checked and checked > (run.case.last_checked or date.min):
            settled.changes["last_checked"] = checked
        if (read := rulings_are_read(run.case, docket.kind)) != run.case.rulings_are_read:
            settled.changes["rulings_are_read"] = read
        if settled.changes.get("status") == "":  # its entries have left it open since
            settled.changes["status"] = CaseStatus.UNKNOWN
        if "caption" in settled.changes and run.case.caption == NO_CAPTION:
            settled.changes["caption_is_descriptive"] = False
        if "docket_number" in settled.changes:
            settled.changes["docket_number_normal"] = run.case.normal_of(settled.changes["docket_number"])
        run.note("the case", settled)
        run.write(Case, {run.case: settled.changes} if settled.changes else {})
    told = {**page, "defendant": docket.number_parts.defendant_number}
    run.remember(run.case, told, speaks=speaks)


def _say_what_is_odd(run: Run, docket: ImportedDocket, found: Found) -> None:
    warnings, last = run.report.warnings, run.traces.values(run.case)
    if rank_in(last, "category")[:1] == str(run.source_rank.rank) and (
        rank_in(last, "category") > run.source_rank.of("category", of_case=True)
    ):
        warnings.append("The page is not newer than the one last imported: it only adds what was missing.")
    if closed_before_filed(docket):
        warnings.append(
            f"The page says closed on {docket.date_terminated}, before it was filed: the date was left out."
        )
    if found.differing:
        warnings.append(f"Of this case the page has another value of {' and '.join(found.differing)}; the rest agrees.")
    if found.nameless:
        warnings.append(
            f"Entries known by their attachment pages stand in a case of their own with the court's id "
            f"{docket.source_case_id} and without a number: import those pages again and delete it."
        )
    first = last.get("defendant")
    if (
        PAGE_KINDS[docket.kind].about is not About.ENTRIES
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
    present = [] if run.is_new else list(run.case.officials.order_by("pk"))
    new: list[CaseOfficial] = []
    for role, name in ((judge, docket.assigned_to), (OfficialRole.REFERRED_MAGISTRATE, docket.referred_to)):
        if name:
            new += _merge_official(run, role, name, next((row for row in present if row.role == role), None))
    for name in docket.panel:
        seated = (row for row in present if row.role == OfficialRole.PANEL_JUDGE and row.name_as_filed == name)
        new += _merge_official(run, OfficialRole.PANEL_JUDGE, name, next(seated, None))
    for official in run.add(new):
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
