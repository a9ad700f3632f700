"""An upload that the worker imports: what is happening to it, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Max, Min, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from docket.desk.clearance import cleared, is_cleared
from docket.desk.forms.autocomplete import GrowingSelect
from docket.desk.imports.court_form import CourtForm
from docket.desk.imports.matter_of_cases import offered
from docket.desk.imports.reports import ShownReport, matters_of, shown_to
from docket.intake.background.queue import take_up, worker_lives
from docket.intake.files import PERMISSION
from docket.intake.reading_confirmed import confirm
from docket.intake.report import FileReport
from docket.models import Case, QueuedImport

Stage = QueuedImport.Stage
REFRESH = "2"  # seconds
RECENT = 15
UNFINISHED = Q(finished_at=None)
NOT_SO = (
    "{user} said that the table is not read rightly. Put the day of each line into the first column and its words "
    "behind it, or paste the lines into the docket on the case's own page."
)


NO_COURT = "{user} did not say of which court it is."


def visible_to(user: Any) -> QuerySet[QueuedImport]:
    """One's own uploads; those of others name cases that nobody has looked at, so they need clearance."""
    rows = cleared(QueuedImport.objects.all(), user)
    return rows if is_cleared(user) else rows.filter(user=user)


def recent_uploads(user: Any) -> QuerySet[QueuedImport, dict[str, Any]]:
    """The last uploads, one row each, newest first."""
    return (
        visible_to(user)
        .order_by()
        .values("upload")
        .annotate(
            last=Max("pk"),
            name=Min("file_name"),
            files=Count("pk"),
            left=Count("pk", filter=UNFINISHED),
            asks=Count("pk", filter=Q(stage=Stage.ASKS)),
            refused=Count("pk", filter=Q(stage=Stage.REFUSED)),
            sent=Min("queued_at"),
            by=Min("user__username"),
        )
        .order_by("-last")[:RECENT]
    )


@transaction.non_atomic_requests
def queued_import_view(request: HttpRequest, upload: str) -> HttpResponse:
    """Asks for itself again every two seconds until all is done, unless the reader wants it to hold still.

    POST: the answer to what a file asks.
    """
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    rows = list(visible_to(request.user).filter(upload=upload).defer("data").select_related("user", "forum"))
    if not rows:
        raise Http404("No such upload.")
    if request.method == "POST":
        _answer(request, upload)
        return HttpResponseRedirect(request.get_full_path())
    left = [row for row in rows if row.finished_at is None]
    earlier = QueuedImport.objects.unfinished().filter(pk__lt=rows[0].pk).values("upload").distinct()
    current = next((row for row in left if row.stage != Stage.WAITING), None)
    done = _done(request.user, [row for row in rows if row.finished_at])
    holds_still = "still" in request.GET
    context = {
        **admin.site.each_context(request),
        "title": f"Import of {rows[0].file_name}" if len(rows) == 1 else f"Import of {len(rows):,} files",
        "rows": rows,
        "left": left,
        "finished": len(rows) - len(left),
        "current": current,
        "step": _step(current) if current else "",
        "earlier": earlier.count() if left else 0,
        "no_worker": bool(left) and not worker_lives(),
        "holds_still": holds_still,
        "media": GrowingSelect(Case._meta.get_field("forum"), admin.site).media,
        "done": done,
        "matters": matters_of(request.user, done),
        "new_matter": None if left else offered(request.user, done),
    }
    headers = {"Refresh": REFRESH} if left and not holds_still else {}
    return TemplateResponse(request, "admin/imports/queued_import.html", context, headers=headers)


def _done(user: Any, rows: Iterable[QueuedImport]) -> list[ShownReport]:
    told = [(FileReport.restored(row.report), row if row.stage == Stage.ASKS else None) for row in rows]
    return shown_to(user, [report for report, _ in told], [asks for _, asks in told])


def _answer(request: HttpRequest, upload: str) -> None:
    """Import the file as of the court chosen; or what of the upload is read so, which is remembered; or drop it."""
    asking = visible_to(request.user).filter(upload=upload, stage=Stage.ASKS).defer("data")
    pk, said = request.POST.get("row", ""), request.POST.get("answer", "")
    row = asking.select_related("forum").filter(pk=pk).first() if pk.isdecimal() else None
    if row is None:
        messages.warning(request, "Somebody has answered this meanwhile.")
    elif said == "court":
        _answer_court(request, row)
    elif said == "so" and row.forum:
        kind, reading = row.report["kind"], row.report["question"]["reading"]
        alike = asking.filter(forum=row.forum, report__kind=kind, report__question__reading=reading)
        confirm(row.forum, kind, reading, request.user)
        _take_up(request, list(alike))
    elif said == "no":
        report = FileReport(file=row.file_name, error=_declined(row, request.user))
        with transaction.atomic():
            if QueuedImport.objects.asking().filter(pk=row.pk).again():
                row.finish(Stage.REFUSED, asdict(report))


def _declined(row: QueuedImport, user: Any) -> str:
    return (NOT_SO if row.report["question"]["reading"] else NO_COURT).format(user=user.get_username())


def _answer_court(request: HttpRequest, row: QueuedImport) -> None:
    form = CourtForm(request.user, row.pk, request.POST)
    if not form.is_valid():
        messages.error(request, f"Choose the court of {row.file_name}.")
    elif QueuedImport.objects.asking().filter(pk=row.pk).update(forum=form.cleaned_data["forum"]):
        _take_up(request, [row])


def _take_up(request: HttpRequest, answered: Sequence[QueuedImport]) -> None:
    if busy := take_up(answered):
        messages.warning(request, busy)


def _step(row: QueuedImport) -> str:
    if row.stage == Stage.ENTRIES:
        return f"{row.entries_done:,} of {row.entries_total:,} entries."
    if row.stage == Stage.WRITING:
        return f"All {row.entries_total:,} entries were read; they are being written into the record."
    return "Reading the page. A large one takes half a minute."
