"""One look at a followed source: ask, import what is new, note what came or why nothing did."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pghistory
from django.db import InterfaceError, OperationalError, transaction
from django.urls import reverse
from django.utils import timezone

from docket.choices import FOLLOWED_FORMS, FollowedKind
from docket.intake.files import PERMISSION, import_bytes
from docket.intake.followed.asking import Brought, ask
from docket.intake.followed.failure import Failure
from docket.intake.followed.inbox import Waiting
from docket.intake.followed.pace import until_next
from docket.intake.merging.followed_case import Followed
from docket.intake.merging.missed import Spans, known_numbers, still_missed
from docket.intake.report import TALLIES, FileReport
from docket.models import Case, FollowedSource, FollowedState
from docket.publishing import verbs
from docket.publishing.visibility import Visibility
from docket.publishing.waiting import WORDS

PUBLISH = verbs.VERBS["publish"].permission
LEASE = timedelta(minutes=15)  # after which another worker may take a source for left behind
BROKEN = "The look failed by a fault of the program. The worker's messages have the details: report them."
OTHERS = "It may be of another case of the record as well. Import the court's page by hand to see of which."
logger = logging.getLogger(__name__)


@dataclass
class Seen:
    """What a look found. trouble: why it brought nothing, or not all; empty: it worked.

    `did_not_answer`: the source itself is at fault, and is left alone for longer, `wait` seconds at least.
    """

    reports: list[FileReport] = field(default_factory=list)
    brought: Brought = field(default_factory=Brought)
    read_files: list[str] = field(default_factory=list)
    trouble: str = ""
    did_not_answer: bool = False
    wait: float = 0.0

    @property
    def came(self) -> str:
        """What is new, in words; empty: nothing is."""
        counted = [(what, name, self._number(what, name)) for name in TALLIES for what in ("new", "changed")]
        return ", ".join(f"{n:,} {what} {name.removesuffix('s') if n == 1 else name}" for what, name, n in counted if n)

    @property
    def notes(self) -> str:
        """What the imports said besides: lines held by the court, corrections of staff that were kept."""
        return "\n".join(warning for report in self.reports for warning in report.warnings)

    @property
    def missed(self) -> Spans:
        """Numbers of entries that went by since the last look."""
        return [span for report in self.reports for span in report.missed]

    def _number(self, what: str, name: str) -> int:
        return sum(getattr(getattr(report, name), what) for report in self.reports)


def take(source: FollowedSource, now: datetime) -> bool:
    """Keep other workers from a source while it is looked at; False where one was quicker."""
    due = FollowedState.objects.filter(source=source, next_look=source.state.next_look)
    return bool(due.update(next_look=now + LEASE))


def look(source: FollowedSource, now: datetime | None = None) -> Seen:
    """Look at a source and note what was seen. Raises only what the database raises when it is away."""
    now = now or timezone.now()
    seen = see(source)
    note(source, seen, now)
    return seen


def see(source: FollowedSource) -> Seen:
    """Ask a source and import what it brought, without a note of it: within a transaction that may be rolled back."""
    if refusal := _refusal(source):
        return Seen(trouble=refusal)
    try:
        brought = ask(source, source.state)
        return _import_all(source, brought)
    except Failure as failure:
        return Seen(trouble=str(failure), did_not_answer=True, wait=failure.wait)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("The look at followed source %s failed", source.pk)
        return Seen(trouble=BROKEN, did_not_answer=True)


def _refusal(source: FollowedSource) -> str:
    """Why a source is not looked at in the name of its author; empty when it is."""
    author: Any = source.author
    if not (author.is_active and author.is_staff and author.has_perm(PERMISSION)):
        return f"{author} may no longer import. Let somebody who may change a box of this line and save it."
    if source.case.visibility == Visibility.PUBLIC and not author.has_perm(PUBLISH):
        return f"The case is public, and {author} may not publish. Let an editor change a box of this line and save it."
    return ""


def _import_all(source: FollowedSource, brought: Brought) -> Seen:
    seen = Seen(brought=brought, read_files=list(brought.read_files))
    failed = []
    for file in brought.files:
        report = _import(source, file)
        seen.reports.append(report)
        if report.error:
            failed.append(report)
        elif file.mark:
            seen.read_files.append(file.mark)
    if failed:
        more = f" (and {len(failed) - 1:,} more)" if len(failed) > 1 else ""
        seen.trouble = f"{failed[0].file}: {_words(failed[0], source.case)}{more}"
        seen.did_not_answer = all(report.error == WORDS for report in failed)
    return seen


def _words(report: FileReport, case: Case) -> str:
    """Why a file was not imported; of other cases that this names, not everybody who reads it may know."""
    return OTHERS if set(report.cases) - {case.public_id} else str(report.error)


def _import(source: FollowedSource, file: Waiting) -> FileReport:
    form, kind = FOLLOWED_FORMS[FollowedKind(source.kind)], source.kind
    followed = Followed(source.case, is_shared=form.needs_number, of_one_court=kind == FollowedKind.FEED)
    # as the desk's middleware has it: the history says whose follow it was
    with pghistory.context(user=source.author_id, url=reverse("admin:docket_case_change", args=[source.case_id])):
        return import_bytes(file.name, file.data, user=source.author, followed=followed)


def note(source: FollowedSource, seen: Seen, now: datetime) -> None:
    """Keep what was seen, and when to look again; the case was checked if the look worked and counts as a check.

    Where entries went by unseen no look is a check, until the record has them.
    """
    state = FollowedState.objects.get(source=source)
    failures = state.failures + 1 if seen.did_not_answer else 0
    state.next_look = now + until_next(timedelta(hours=source.pace), failures, seen.wait)
    state.looked_at, state.failures, state.trouble = now, failures, seen.trouble
    state.failing_since = (state.failing_since or now) if seen.trouble else None
    if missed := [*state.missed, *seen.missed]:
        state.missed = still_missed(missed, known_numbers(source.case))
    if seen.reports:
        state.notes, state.read_files = seen.notes, seen.read_files
    if seen.came:
        state.came_at, state.came = now, seen.came
    if not seen.trouble:
        state.worked_at = now
        state.etag, state.last_modified = seen.brought.etag, seen.brought.last_modified
        state.sha256 = seen.brought.sha256
    with transaction.atomic():
        # a source that was changed or deleted meanwhile begins anew, or not at all
        unchanged = FollowedSource.objects.filter(pk=source.pk, row_version=source.row_version)
        if not unchanged.select_for_update().exists():
            return
        state.save()
        if source.counts_as_check and not seen.trouble and not state.missed:
            _checked(source, now)


def _checked(source: FollowedSource, now: datetime) -> None:
    today = timezone.localdate(now)
    case = Case.objects.select_for_update(no_key=True, of=("self",)).get(pk=source.case_id)
    if case.last_checked is None or case.last_checked < today:
        case.last_checked = today
        with pghistory.context(user=source.author_id, url=reverse("admin:docket_case_change", args=[case.pk])):
            case.save(update_fields=["last_checked"])
