"""The page of a case's files that wait: GET lists them, POST takes files in or puts those that wait at their places."""

from __future__ import annotations

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.http import urlencode

from docket.desk.addresses import desk_list, desk_page
from docket.desk.arrivals.arriving import arrive, leave
from docket.desk.arrivals.places import Places
from docket.desk.arrivals.placing import put
from docket.desk.arrivals.rows import Row, rows
from docket.desk.workspace.opened import may_add, open_case
from docket.models import Case, Document, WaitingFile
from docket.publishing.visibility import Visibility

JSON = "application/json"


@transaction.non_atomic_requests
def files_view(request: HttpRequest, pk: int) -> HttpResponse:
    """One transaction a file: what came, or has its place, stays, whatever becomes of the next."""
    case = _open(request, pk)
    if request.method != "POST":
        return _page(request, Places(request, case))
    if "put" in request.POST:
        return _put(request, case)
    refused = _taken_in(request, case)
    if request.headers.get("Accept") == JSON:
        return JsonResponse({"refused": refused})
    for name, words in refused:
        messages.error(request, f"“{name}” was not taken: {words}")
    return HttpResponseRedirect(request.path)


def file_view(request: HttpRequest, pk: int, file: int) -> FileResponse:
    """A file that waits, to be looked at, as a download."""
    waiting = WaitingFile.objects.filter(case=_open(request, pk), pk=file).first()
    if waiting is None:
        raise Http404("No such file waits.")
    return FileResponse(
        waiting.file.open("rb"), as_attachment=True, filename=waiting.file_name, content_type="application/pdf"
    )


def _open(request: HttpRequest, pk: int) -> Case:
    case = open_case(request, pk)
    if not may_add(request, Document):
        raise PermissionDenied
    return case


def _taken_in(request: HttpRequest, case: Case) -> list[tuple[str, str]]:
    """Take in what was sent; the names of those that were refused, and why."""
    refused = []
    sent = request.FILES.getlist("files")
    for upload in sent:
        try:
            arrive(case, request.user, upload)
        except ValidationError as error:
            refused.append((upload.name or "", " ".join(error.messages)))
    return refused if sent else [("No file", "Choose some first.")]


def _put(request: HttpRequest, case: Case) -> HttpResponse:
    """Put every file at the place that is typed for it, those that have none stay; what is ticked is left."""
    places = Places(request, case)
    placed = left = 0
    listed = rows(request, places, request.POST)
    for row in listed:
        try:
            if row.is_left:
                leave(row.waiting)
                left += 1
            elif row.typed:
                _put_one(request, places, row)
                placed += 1
        except ValidationError as error:
            row.error = " ".join(error.messages)
    if placed or left:
        _tell(request, case, placed, left)
    bad = [row for row in listed if row.error]
    if bad:
        return _page(request, places, [row for row in listed if row.waiting.pk])
    if WaitingFile.objects.filter(case=case).exists():
        return HttpResponseRedirect(request.path)
    return HttpResponseRedirect(desk_page(case))


def _put_one(request: HttpRequest, places: Places, row: Row) -> None:
    place = places.read(row.typed)
    if place is None:
        raise ValidationError(
            f"No entry of this docket is “{row.typed}”: type its number, as “45”, or “45-2” for attachment 2."
        )
    put(request, places, row.waiting, place, row.title)


def _tell(request: HttpRequest, case: Case, placed: int, left: int) -> None:
    query = urlencode({"case": str(case.pk), "visibility__exact": str(Visibility.DRAFT)})
    words = '{} put at {} place; nothing of it is public yet. <a href="{}">Look at the drafts and publish them</a>.'
    if placed:
        count, whose = ("1 file", "its") if placed == 1 else (f"{placed:,} files", "their")
        messages.success(request, format_html(words, count, whose, f"{desk_list(Document)}?{query}"))
    if left:
        messages.info(request, "1 file was thrown away." if left == 1 else f"{left:,} files were thrown away.")


def _page(request: HttpRequest, places: Places, sent: list[Row] | None = None) -> HttpResponse:
    case, listed = places.case, rows(request, places) if sent is None else sent
    context = {
        **admin.site.each_context(request),
        "is_nav_sidebar_enabled": False,  # the rows take the page's width
        "title": "Files for the docket",
        "subtitle": str(case),
        "case": case,
        "case_page": desk_page(case),
        "rows": listed,
        "bad": sum(1 for row in listed if row.error),
        "places": places.listed if listed else [],
    }
    return TemplateResponse(request, "admin/arrivals/files.html", context)
