"""What waits for somebody at the desk, each with its count and the list that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from docket.choices import ProposalState, RequestDecision
from docket.desk.addresses import desk_list
from docket.desk.changes import assigned
from docket.desk.changes.checked import PACE, due_for_checking
from docket.desk.changes.proposed import waiting_for
from docket.desk.clearance import cleared
from docket.desk.imports.conflicts import with_conflicts
from docket.desk.imports.followed import RECENT, brought, failing, missing
from docket.desk.imports.queued import visible_to
from docket.desk.permissions import may_publish
from docket.intake.files import PERMISSION as IMPORT
from docket.models import (
    Case,
    Deadline,
    DeadlineProposal,
    DerivedDate,
    Filing,
    FilingLink,
    FollowedSource,
    ImportedFile,
    Matter,
    ProposedChange,
    QueuedImport,
    ReaderRequest,
    StaffNote,
)
from docket.publishing.visibility import Visibility

CAP = 1000
SOON = timedelta(days=7)
# refused files stay in the queue; after so long nobody sends them again
LATELY = timedelta(days=14)


@dataclass(frozen=True)
class Waiting:
    """Something that waits: how many, in words, where."""

    count: str
    words: str
    address: str


@dataclass(frozen=True)
class Asked:
    """Rows that may wait, the words for one and for several, and where they are."""

    rows: QuerySet[Any]
    one: str
    many: str
    address: str


def waiting(user: Any) -> list[Waiting]:
    """What is due first, then what waits to be published, decided, confirmed and looked at."""
    found = []
    today = timezone.localdate()
    brought = (*_imports(user), *_followed(user))
    for asked in (*_mine(user), *_due(user, today), *_drafts(), *_questions(user), *_read(user, today), *brought):
        rows = asked.rows if asked.rows.model in (ProposedChange, QueuedImport) else cleared(asked.rows, user)
        if count := rows.order_by()[: CAP + 1].count():
            shown = f"{CAP:,}+" if count > CAP else f"{count:,}"
            found.append(Waiting(shown, asked.one if count == 1 else asked.many, asked.address))
    return found


def _mine(user: Any) -> Iterator[Asked]:
    """Requests of readers, and the cases that the user looks after."""
    if user.has_perm("docket.view_readerrequest"):
        rows = ReaderRequest.objects.filter(decision=RequestDecision.OPEN)
        where = f"{desk_list(ReaderRequest)}?decision__exact={RequestDecision.OPEN}"
        yield Asked(rows, "request of a reader is open", "requests of readers are open", where)
    if user.has_perm("docket.view_case"):
        where = f"{desk_list(Case)}?assigned="
        one = "case that you look after was changed since you last looked"
        many = "cases that you look after were changed since you last looked"
        yield Asked(assigned.changed(user), one, many, f"{where}changed")
        yield Asked(assigned.of_user(user), "case is yours", "cases are yours", f"{where}me")


def _due(user: Any, today: date) -> Iterator[Asked]:
    """Deadlines past and near, cases to compare with the court's docket."""
    if user.has_perm("docket.view_deadline"):
        deadlines = Deadline.objects
        where = f"{desk_list(Deadline)}?stands="
        overdue = deadlines.overdue(on=today)
        yield Asked(overdue, "open deadline is past", "open deadlines are past", f"{where}overdue")
        soon = today + SOON
        words = (f"deadline falls within {SOON.days} days", f"deadlines fall within {SOON.days} days")
        near = deadlines.pending(on=today).filter(earliest__lte=soon)
        yield Asked(near, *words, f"{where}pending&earliest__lte={soon}")
    if user.has_perm("docket.view_case"):
        rows, lately = due_for_checking(Case.objects.all()), f"for {PACE.days} days"
        words = (f"open case was not checked {lately}", f"open cases were not checked {lately}")
        yield Asked(rows, *words, f"{desk_list(Case)}?checked=due")


def _drafts() -> Iterator[Asked]:
    draft = {"visibility": Visibility.DRAFT}
    held = Filing.objects.filter(**draft, case__visibility=Visibility.PUBLIC)
    of = {model: f"{desk_list(model)}?visibility__exact={Visibility.DRAFT}" for model in (Matter, Case)}
    yield Asked(Matter.objects.filter(**draft), "matter is a draft", "matters are drafts", of[Matter])
    yield Asked(Case.objects.filter(**draft), "case is a draft", "cases are drafts", of[Case])
    words = ("filing of a public case is held", "filings of public cases are held")
    yield Asked(held, *words, f"{desk_list(Filing)}?held=1")


def _questions(user: Any) -> Iterator[Asked]:
    """Proposed changes and deadlines, “same person?”."""
    words = ("proposed change waits", "proposed changes wait")
    if not may_publish(user):
        words = ("change that you proposed waits", "changes that you proposed wait")
    yield Asked(waiting_for(user), *words, reverse("admin:proposed_changes"))
    same = StaffNote.objects.filter(kind=StaffNote.Kind.SAME_PERSON, resolved_at=None)
    yield Asked(same, "question “same person?”", "questions “same person?”", reverse("admin:same_person"))
    if user.has_perm("docket.view_deadline"):
        proposed = DeadlineProposal.objects.filter(state=ProposalState.OPEN)
        yield Asked(proposed, "proposed deadline waits", "proposed deadlines wait", reverse("admin:proposals"))


def _read(user: Any, today: date) -> Iterator[Asked]:
    """Days and links that were read from docket texts and that nobody has confirmed."""
    if user.has_perm("docket.view_hearing"):
        ahead = DerivedDate.objects.filter(state=ProposalState.OPEN, date__gte=today)
        words = ("day to come stands in a docket text only", "days to come stand in docket texts only")
        yield Asked(ahead, *words, f"{desk_list(DerivedDate)}?state__exact=open&date__gte={today}")
    if user.has_perm("docket.view_filinglink"):
        links = FilingLink.objects.filter(is_derived=True)
        words = ("link read from a docket text is to be confirmed", "links read from docket texts are to be confirmed")
        yield Asked(links, *words, f"{desk_list(FilingLink)}?is_derived__exact=1")


def _imports(user: Any) -> Iterator[Asked]:
    """Corrections of staff that imports kept; files that were not imported."""
    if user.has_perm("docket.view_importedfile"):
        words = ("import kept a correction of staff", "imports kept corrections of staff")
        yield Asked(with_conflicts(ImportedFile.objects.all()), *words, f"{desk_list(ImportedFile)}?conflicts=1")
    if user.has_perm(IMPORT):
        since, lately = timezone.now() - LATELY, f"in {LATELY.days} days"
        refused = visible_to(user).filter(stage=QueuedImport.Stage.REFUSED, finished_at__gte=since)
        asks = visible_to(user).filter(stage=QueuedImport.Stage.ASKS)
        words = ("file asks before it is imported", "files ask before they are imported")
        yield Asked(asks, *words, reverse("admin:import"))
        words = (f"file was not imported {lately}", f"files were not imported {lately}")
        yield Asked(refused, *words, reverse("admin:import"))


def _followed(user: Any) -> Iterator[Asked]:
    """Followed sources that do not work or that staff must decide, and those that brought something."""
    if not user.has_perm("docket.view_followedsource"):
        return
    where, week = f"{desk_list(FollowedSource)}?lately=", f"in {RECENT.days} days"
    words = ("followed source does not work, or asks", "followed sources do not work, or ask")
    yield Asked(failing(), *words, f"{where}failing")
    words = ("followed source missed entries", "followed sources missed entries")
    yield Asked(missing(), *words, f"{where}missed")
    words = (f"followed source brought something {week}", f"followed sources brought something {week}")
    yield Asked(brought(), *words, f"{where}came")
