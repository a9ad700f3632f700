"""The only writer: one file's ImportedDocket into the record, within the caller's transaction."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from docket.intake.derived.recording import write_down
from docket.intake.merging.case import make, merge_case, merge_officials
from docket.intake.merging.chain import link_those_who_wait
from docket.intake.merging.charges import merge_charges
from docket.intake.merging.counsel import merge_counsel
from docket.intake.merging.documents import merge_documents
from docket.intake.merging.filings import merge_filings
from docket.intake.merging.followed_case import hold_to
from docket.intake.merging.held_back import without_personal_data
from docket.intake.merging.import_run import KEPT, Run
from docket.intake.merging.missed import close_missed, note_missed
from docket.intake.merging.people import merge_parties
from docket.intake.merging.proofs_of_claim import merge_proofs_of_claim
from docket.intake.merging.related import merge_related
from docket.intake.merging.source import merge_source
from docket.intake.merging.which_case import find
from docket.intake.page_kinds.row import About
from docket.intake.page_kinds.table import PAGE_KINDS
from docket.intake.precedence.source_rank import rank_of
from docket.intake.precedence.traces import Traces
from docket.intake.progress import Progress
from docket.intake.report import FileReport
from docket.intake.shape import ImportedDocket
from docket.models import Case, CaseMatter, Forum, ImportedFile, Matter
from docket.publishing import verbs
from docket.publishing.visibility import Visibility
from docket.publishing.wall import corrected

PUBLISH = verbs.VERBS["publish"].permission


def merge(
    docket: ImportedDocket,
    forum: Forum,
    report: FileReport,
    *,
    matter: Matter | None = None,
    publish: bool = False,
    user: Any = None,
    followed: Case | None = None,
    progress: Progress | None = None,
) -> Case:
    """Bring the record in line with a page: adds and completes, never deletes, keeps what staff corrected.

    A case that is not in the record becomes a draft; visibility changes with `publish` only, by the publishing
    verb. `user` is None for the command line; `followed` is the only case that may be changed, with nobody looking on;
    `progress` counts the entries. Raises Refused, PermissionDenied or
    ValidationError: the caller's transaction must then be rolled back.
    """
    corrected.quietly()  # a text that its source now writes otherwise was no mistake of this record
    # what becomes of a look is read by all who see the case: of another one under seal it must not speak
    found = find(docket, forum, AnonymousUser() if followed else user)
    if followed:
        hold_to(followed, found, docket)
    is_new = report.is_new = found.case is None
    case = found.case or make(docket, forum)
    if case.visibility == Visibility.PUBLIC and user is not None and not user.has_perm(PUBLISH):
        raise PermissionDenied(f"The case is public; importing into it needs the permission {PUBLISH}.")
    if case.forum_id != forum.pk:
        _name_court(case, forum, report)
    traces = Traces(case, is_new)
    run = Run(case, is_new, traces, report, rank_of(docket), _visibility_of_new(case), progress=progress or Progress())
    merge_case(run, docket, found)
    merge_officials(run, docket)
    merge_related(run, docket)
    link_those_who_wait(case)
    placed = merge_parties(run, docket.parties)
    merge_counsel(run, placed)
    merge_charges(run, placed)
    merge_proofs_of_claim(run, docket)
    is_whole = PAGE_KINDS[docket.kind].about not in (About.ENTRIES, About.HEAD)
    note_missed(run, docket)
    entered = merge_filings(run, docket.entries, is_whole)
    merge_documents(run, entered)
    if not is_new:
        close_missed(case, docket)
    # a source that is looked at every day is named for what it brought, not for each look
    is_told = not followed or report.anything
    if is_told:
        merge_source(run, docket, entered)
    if report.filings.anything or report.parties.anything:
        write_down(case, traces, run.readings, is_new=is_new)
    traces.save()
    _add_to(case, matter)
    report.case = case.public_id
    report.warnings += docket.warnings
    if is_told:
        _remember_file(run, docket, user)
    if publish:
        _publish(run, docket, user)
    return case


def _name_court(case: Case, forum: Forum, report: FileReport) -> None:
    """Give a case that stood under the sort of court, “Courts of Appeals of Texas”, the court that its page names."""
    report.warnings.append(f"The case stood under {case.forum}; its page is of {forum}, where it stands now.")
    case.forum = forum
    case.save()


def _visibility_of_new(case: Case) -> Visibility:
    """A public case decides for what is added to it; a draft's filings are drafts until it is published."""
    return Visibility.PUBLIC if case.publishes_new_filings else Visibility.DRAFT


def _add_to(case: Case, matter: Matter | None) -> None:
    if matter is None or CaseMatter.objects.filter(case=case, matter=matter).exists():
        return
    primary = not CaseMatter.objects.filter(case=case, is_primary=True).exists()
    CaseMatter.objects.create(case=case, matter=matter, is_primary=primary)


def _remember_file(run: Run, docket: ImportedDocket, user: Any) -> None:
    sha256 = docket.source.sha256
    if not run.is_new and ImportedFile.objects.filter(case=run.case, sha256=sha256).exists():
        return
    said = {name: vars(getattr(run.report, name)) for name in ("filings", "parties", "attorneys", "documents")}
    ImportedFile.objects.create(
        case=run.case,
        file_name=docket.source.file_name,
        kind=docket.kind,
        sha256=sha256,
        imported_by=user,
        report=said
        | {"conflicts": sum(KEPT in warning for warning in run.report.warnings)}
        | ({"reading": docket.reading} if docket.reading else {}),
    )


def _publish(run: Run, docket: ImportedDocket, user: Any) -> None:
    reason = f"Imported from {docket.source.file_name} and published"
    if run.case.visibility == Visibility.DRAFT:
        without_personal_data(run, lambda: verbs.act("publish", run.case, actor=user, reason=reason))
    elif run.case.visibility == Visibility.PUBLIC:
        without_personal_data(run, lambda: verbs.publish_drafts(run.case, actor=user, reason=reason))
    else:
        run.report.warnings.append(f"The case is {run.case.get_visibility_display().lower()} and was not published.")
