"""One file from bytes to report: what the command and the upload in the admin call."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError, IntegrityError, OperationalError, transaction
from django.utils import timezone

from docket.forums.finding import forum_by_court_id
from docket.intake.court_pages.confined_reading import read_confined
from docket.intake.merging.followed_case import Followed, of_case
from docket.intake.merging.merge import merge
from docket.intake.page_kinds.row import About
from docket.intake.page_kinds.table import PAGE_KINDS
from docket.intake.progress import Progress
from docket.intake.reading_confirmed import Unconfirmed, confirm, refuse_unconfirmed
from docket.intake.report import FileReport, Question
from docket.intake.shape import Conflict, CourtUnknown, ImportedDocket, Refused
from docket.models import Case, Forum, Matter
from docket.proposals.propose import follow_case, follow_new_case
from docket.publishing.waiting import WORDS, again_when_busy, is_busy

PERMISSION = "docket.add_importedfile"


def import_bytes(
    name: str,
    data: bytes,
    *,
    forum: Forum | None = None,
    matter: Matter | None = None,
    publish: bool = False,
    as_table: bool = False,
    user: Any = None,
    followed: Followed | None = None,
    progress: Callable[[], Progress] = Progress,
    lastly: Callable[[FileReport], None] | None = None,
) -> FileReport:
    """Import one file in one transaction. Never raises for a bad file: `error` of the report says what is wrong.

    `forum` is the court of a page that does not name it, and refuses a page of another; `matter` is what the case
    arises from; `publish` publishes the case by the verb, for which `user` (None: command line) needs the permission;
    `as_table` confirms how a table is read that does not say what its columns are.
    `followed`: nobody looks at the file, it is of this case or changes nothing.
    `progress` makes what hears of each step, once a try; `lastly` is done at the end of the import's own transaction.
    """
    into: Callable[..., Case] = partial(
        merge, matter=matter, publish=publish, user=user, followed=followed.case if followed else None
    )
    report = FileReport(file=name)
    try:
        dockets = _read(data, forum, report)
        if followed:
            dockets = of_case(dockets, followed)
        # of a large page the merge needs the memory
        del data
        if as_table:
            into = partial(_confirmed, into, user)
        else:
            refuse_unconfirmed(dockets, forum)
        return again_when_busy(lambda: _record(dockets, forum, _uncounted(report), into, progress(), lastly))
    except Conflict as conflict:
        return _uncounted(report, str(conflict), conflict.cases)
    except Unconfirmed as unconfirmed:
        return replace(_uncounted(report, str(unconfirmed)), question=unconfirmed.question)
    except CourtUnknown as refusal:
        return replace(_uncounted(report, str(refusal)), question=Question(why=refusal.reason))
    except (Refused, PermissionDenied) as refusal:
        return _uncounted(report, str(refusal))
    except ValidationError as refusal:
        return _uncounted(report, " ".join(refusal.messages))
    except (IntegrityError, DataError) as fault:
        return _uncounted(report, f"The database refused the page: {str(fault).splitlines()[0]}")
    except OperationalError as error:
        if not is_busy(error):
            raise
        return FileReport(file=name, error=WORDS)


def _read(data: bytes, forum: Forum | None, report: FileReport) -> tuple[ImportedDocket, ...]:
    reading = read_confined(data, report.file, forum.courts_db_id or forum.slug if forum else "")
    report.kind = reading.kind
    if reading.refusal:
        raise reading.refusal
    report.forum, report.docket_number = reading.dockets[0].court_id, reading.dockets[0].docket_number
    return reading.dockets


def _record(
    dockets: tuple[ImportedDocket, ...],
    forum: Forum | None,
    report: FileReport,
    into: Callable[..., Case],
    progress: Progress,
    lastly: Callable[[FileReport], None] | None,
) -> FileReport:
    progress.read(sum(len(docket.entries) for docket in dockets))
    with transaction.atomic():
        # a feed is of hundreds of cases of one court
        courts = {docket.court_id: docket for docket in dockets}
        forums = {court: forum or _forum(docket) for court, docket in courts.items()}
        for docket in dockets:
            part = FileReport(file=report.file, docket_number=docket.docket_number)
            try:
                case = into(docket, forums[docket.court_id], part, progress=progress)
            except Conflict as conflict:
                # found before anything is written: the other cases of a feed are taken over
                if len(dockets) == 1:
                    raise
                report.leave_out(str(conflict), conflict.cases)
                continue
            _propose(case, docket, part)
            report.absorb(part)
        if lastly:
            lastly(report)
    return report


def _confirmed(
    into: Callable[..., Case], user: Any, docket: ImportedDocket, forum: Forum, report: FileReport, **more: Any
) -> Case:
    """Take over a docket whose reading is confirmed by that."""
    if docket.reading:
        confirm(forum, docket.kind, docket.reading, user)
    return into(docket, forum, report, **more)


def _propose(case: Case, docket: ImportedDocket, report: FileReport) -> None:
    """Deadlines that follow from the docket, for staff to decide; not those that were past when the page was served."""
    served = docket.source.retrieved_at
    follow = follow_new_case if report.is_new else follow_case
    found = follow(case, since=served.date() if served else timezone.localdate())
    report.proposed = len(found.proposals)
    report.warnings += [f"Not counted: {words}" for words in found.uncounted]


def _uncounted(report: FileReport, error: str | None = None, cases: Sequence[str] = ()) -> FileReport:
    """The report of a file that has changed nothing yet, or nothing at all: what was counted before is rolled back."""
    kept = {name: getattr(report, name) for name in ("file", "kind", "forum", "docket_number")}
    return FileReport(**kept, cases=list(cases), error=error)


def _forum(docket: ImportedDocket) -> Forum:
    if not docket.court_id:
        raise CourtUnknown("The page does not say which court it is of.")
    if PAGE_KINDS[docket.kind].about is About.RECORD:
        forum = Forum.objects.filter(slug=docket.court_id).first()
    else:
        forum = forum_by_court_id(docket.court_id)
    if forum is None:
        raise Refused(f"The court {docket.court_id!r} is not among the forums.", "Run manage.py load_forums.")
    return forum
