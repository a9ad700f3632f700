"""The pages on which a spreadsheet is imported: choose it, match its columns, see what would be saved, save it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models.functions import Now
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from docket.confined import Unreadable
from docket.desk.clearance import cleared
from docket.desk.sheets import background, headings
from docket.desk.sheets.columns import DATES, KINDS, Kind, SheetColumn
from docket.desk.sheets.files import refused_rows, template_of
from docket.desk.sheets.going_through import SHOWN, Stage, end, rows_of_sheet
from docket.desk.sheets.orders import dates_of
from docket.desk.sheets.upload_form import SheetForm, kinds_for, may_import
from docket.desk.sheets.verdicts import IN_WORDS, Verdict
from docket.desk.workspace.opened import rows_of
from docket.intake.background.queue import worker_lives
from docket.intake.pasted.days import ORDERS
from docket.intake.pasted.forum_order import order_of
from docket.intake.sheets.confined_reading import read_sheet
from docket.models import Case, SheetImport

REFRESH = "2"  # seconds
RECENT = 15
EXAMPLES = 3
KEPT = timedelta(days=30)


def sheets_view(request: HttpRequest) -> HttpResponse:
    """GET: choose a file; ?case=&kind= are chosen already. POST: it is read, and its own page shows its columns."""
    if not kinds_for(request.user):
        raise PermissionDenied
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SheetForm(request.user, *sent, initial={name: request.GET.get(name, "") for name in ("case", "kind")})
    if form.is_valid():
        try:
            return redirect("admin:sheet", _read(request, form.cleaned_data).upload)
        except Unreadable as refusal:
            form.add_error("file", str(refusal))
    context = {
        **admin.site.each_context(request),
        "title": "Import a spreadsheet",
        "form": form,
        "media": form.media,
        "kinds": kinds_for(request.user),
        "recent": _own(request.user).defer("rows", "refused", "shown")[:RECENT],
    }
    return TemplateResponse(request, "admin/sheets/sheets.html", context)


def _read(request: HttpRequest, chosen: dict[str, Any]) -> SheetImport:
    found = read_sheet(chosen["file"].read())
    SheetImport.objects.filter(sent_at__lt=Now() - KEPT).delete()
    kind = KINDS[chosen["kind"]]
    mapping, orders = headings.remembered(kind, found.heads)
    if chosen["case"] and order_of(chosen["case"].forum):
        orders = {}  # the court's own order, not that of another court's file with the same headings
    return SheetImport.objects.create(
        user_id=cast(int, request.user.pk),
        kind=kind.name,
        case=chosen["case"],
        file_name=chosen["file"].name or "",
        heads=found.heads,
        mapping=mapping,
        orders=orders,
        rows=found.rows,
        rows_total=found.count,
    )


def template_view(request: HttpRequest, kind: str) -> HttpResponseBase:
    """An empty file of a kind."""
    if kind not in KINDS or not may_import(request.user, KINDS[kind]):
        raise Http404
    return _csv(HttpResponse(template_of(KINDS[kind])), f"{kind}.csv")


def refused_view(request: HttpRequest, upload: str) -> HttpResponseBase:
    """The refused rows of a file, to be set right and sent again."""
    sheet = _open(request, upload)
    return _csv(StreamingHttpResponse(refused_rows(sheet)), f"refused-{sheet.kind}.csv")


def _csv(answer: HttpResponseBase, name: str) -> HttpResponseBase:
    answer.headers["Content-Type"] = "text/csv; charset=utf-8"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _own(user: Any) -> Any:
    """A user's own, also of a case only while they may see it."""
    rows = SheetImport.objects.filter(user=user.pk).select_related("case__forum", "user")
    hidden = Case.objects.exclude(pk__in=cleared(Case.objects.all(), user).values("pk"))
    return rows.exclude(case__in=hidden)


def _open(request: HttpRequest, upload: str) -> SheetImport:
    sheet: SheetImport | None = _own(request.user).filter(upload=upload).first()
    if sheet is None:
        raise Http404("No such spreadsheet.")
    if not may_import(request.user, KINDS[sheet.kind]):
        raise PermissionDenied
    return sheet


# One spreadsheet


@transaction.non_atomic_requests
def sheet_view(request: HttpRequest, upload: str) -> HttpResponse:
    """GET: where it stands. POST: columns matched, saved, matched anew, or left."""
    sheet = _open(request, upload)
    if request.method == "POST":
        _act(request, sheet, request.POST.get("do", ""))
        return HttpResponseRedirect(request.path)
    context = {
        **admin.site.each_context(request),
        "title": sheet.file_name,
        "sheet": sheet,
        "kind": KINDS[sheet.kind],
        **_stage(request, sheet),
    }
    holds_still = "still" in request.GET
    headers = {"Refresh": REFRESH} if sheet.is_under_way and not holds_still else {}
    context["holds_still"] = holds_still
    return TemplateResponse(request, "admin/sheets/sheet.html", context, headers=headers)


def _act(request: HttpRequest, sheet: SheetImport, do: str) -> None:
    if do == "columns" and sheet.stage in (Stage.READ, Stage.CHECKED):
        _match(request, sheet)
        background.go_on(sheet, Stage.TO_CHECK)
    elif do == "again" and sheet.stage == Stage.CHECKED:
        SheetImport.objects.filter(pk=sheet.pk).update(stage=Stage.READ)
    elif do == "save" and sheet.stage == Stage.CHECKED and request.POST.get("mark") == sheet.mark:
        background.go_on(sheet, Stage.TO_SAVE)
    elif do == "stop" and sheet.is_under_way and background.is_for_worker(sheet):
        SheetImport.objects.filter(pk=sheet.pk).update(is_to_stop=True)
    elif do == "stop" and sheet.finished_at is None:
        end(sheet, Stage.STOPPED)
    else:
        messages.warning(request, "It has moved on meanwhile: below is where it stands.")


def _match(request: HttpRequest, sheet: SheetImport) -> None:
    """Take what was chosen for each of our columns, and remember it for this heading line."""
    kind = KINDS[sheet.kind]
    chosen = {c.name: request.POST.get(f"column-{c.name}", "") for c in kind.columns}
    places = range(len(sheet.heads))
    mapping = {name: int(at) for name, at in chosen.items() if at.isdecimal() and int(at) in places}
    said = {c.name: request.POST.get(f"order-{c.name}", "") for c in kind.columns}
    orders = {name: order for name, order in said.items() if order in ORDERS and name in mapping}
    headings.remember(kind, sheet.heads, mapping, orders)
    shown = {name: found.order for name, found in dates_of(kind, mapping, bytes(sheet.rows or b"")).items()}
    orders = {name: order for name in mapping if (order := orders.get(name) or shown.get(name, ""))}
    values = {"mapping": mapping, "orders": orders, "reason": request.POST.get("reason", "").strip()}
    SheetImport.objects.filter(pk=sheet.pk).update(**values)
    sheet.refresh_from_db()


@dataclass(frozen=True)
class Box:
    """One of our columns on the page: where it stands in the file, what is in it, what comes first in its dates."""

    column: SheetColumn
    at: int | None
    examples: list[str]
    is_date: bool
    order: str
    asks: str


def _stage(request: HttpRequest, sheet: SheetImport) -> dict[str, Any]:
    if sheet.stage == Stage.READ:
        return {"boxes": boxes(sheet), "unused": _unused(sheet)}
    if sheet.is_under_way:
        return {"no_worker": not worker_lives()}
    return {"groups": _groups(sheet, _seen(request, sheet)), "to_save": _to_save(sheet), "shown_most": SHOWN}


def boxes(sheet: SheetImport) -> list[Box]:
    """All our columns of its kind."""
    kind: Kind = KINDS[sheet.kind]
    first = [row for row, _ in zip(rows_of_sheet(sheet), range(EXAMPLES), strict=False)]
    dates = dates_of(kind, sheet.mapping, bytes(sheet.rows or b""))
    by_forum = order_of(sheet.case.forum) if sheet.case else ""
    found = []
    for column in kind.columns:
        at = sheet.mapping.get(column.name)
        examples = [row.cells[at] for row in first if row.cells[at]] if at is not None else []
        seen = dates.get(column.name)
        order = sheet.orders.get(column.name) or (seen.order if seen else "") or (by_forum if seen else "")
        asks = seen.either if seen and seen.either else ""
        found.append(Box(column, at, examples, column.reads in DATES, order, asks))
    return found


def _unused(sheet: SheetImport) -> list[str]:
    used = set(sheet.mapping.values())
    return [head for at, head in enumerate(sheet.heads) if at not in used and head]


def _seen(request: HttpRequest, sheet: SheetImport) -> list[dict[str, Any]]:
    """The kept rows; of a row of the record that the user may see no more, nothing but its place."""
    pks = {row["pk"] for row in sheet.shown if row["pk"]}
    seen = set(rows_of(request, KINDS[sheet.kind].model).filter(pk__in=pks).values_list("pk", flat=True))
    bare = {"label": "", "changes": [], "reasons": [], "notes": []}
    return [row if not row["pk"] or row["pk"] in seen else row | bare for row in sheet.shown]


def _groups(sheet: SheetImport, seen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The sorts of rows, each with its count and the first of them."""
    return [
        {
            "words": IN_WORDS[verdict],
            "verdict": str(verdict),
            "count": sheet.counts.get(str(verdict), 0),
            "rows": [row for row in seen if row["verdict"] == verdict],
        }
        for verdict in Verdict
    ]


def _to_save(sheet: SheetImport) -> int:
    return sum(sheet.counts.get(str(each), 0) for each in (Verdict.NEW, Verdict.CHANGED, Verdict.PROPOSED))
