"""CSV: the rows of a page's own address, of a case, of a matter; and the dictionary of all columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from threading import BoundedSemaphore
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from docket.listing.filterset import ListFilter
from docket.models import Case, Matter
from docket.publishing import record_copy
from docket.site.exports.columns import File
from docket.site.exports.copy import csv_of
from docket.site.exports.files import FILES
from docket.site.views.answers import gone, is_sealed

# A slow reader holds a thread and a database session: some must be left for pages.
SLOTS = BoundedSemaphore(settings.EXPORT_SLOTS)
PATIENCE = 3  # seconds to wait for one
BY_NAME = {file.name: file for file in FILES}
OF_A_CASE = [file for file in FILES if "case" in file.filter.base_filters]
OF_A_MATTER = [file for file in FILES if "matter" in file.filter.base_filters]


@require_safe
def csv_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """A file with the filters and the order of its listing's page."""
    return _answer(request, BY_NAME[name], request.GET, name)


@require_safe
def case_csv(request: HttpRequest, public_id: str, name: str) -> HttpResponseBase:
    """A file of one case, in the order of the docket."""
    case = get_object_or_404(Case, public_id=public_id)
    if removed := gone(request, case):
        return removed
    if is_sealed(case):
        raise Http404("A case under seal has no files.")
    called = case.docket_number or slugify(case.caption_short or case.caption)[:60]
    return _answer(request, BY_NAME[name], _within(request.GET, "case", case.public_id), f"{called}_{name}")


@require_safe
def matter_csv(request: HttpRequest, public_id: str, name: str) -> HttpResponseBase:
    """A file of one matter's cases."""
    matter = get_object_or_404(Matter, public_id=public_id)
    if removed := gone(request, matter):
        return removed
    called = f"{slugify(matter.title)[:60]}_{name}"
    return _answer(request, BY_NAME[name], _within(request.GET, "matter", matter.public_id), called)


@require_safe
def data_page(request: HttpRequest) -> HttpResponse:
    """The data dictionary: every file, its grain, every column."""
    files = [(file, reverse(f"{file.name}.csv")) for file in FILES]
    edition = record_copy.newest()
    context = {
        "files": files,
        "written": record_copy.moment_of(edition) if edition else None,
        "title": "Data",
        "description": "Every file that can be taken away, what one row of it is, and what each column means.",
        "canonical": request.path,
    }
    return render(request, "docket/files/data.html", context)


def csv_addresses() -> list[URLPattern]:
    """/filings.csv, /cases/ID/filings.csv, /matters/ID/filings.csv …; named filings.csv, case-filings.csv …"""
    return [
        *(path(f"{f.name}.csv", partial(csv_file, name=f.name), name=f"{f.name}.csv") for f in FILES),
        *_below("cases", "case", case_csv, OF_A_CASE),
        *_below("matters", "matter", matter_csv, OF_A_MATTER),
    ]


def _below(folder: str, word: str, view: Callable[..., HttpResponseBase], files: list[File]) -> Iterator[URLPattern]:
    for f in files:
        yield path(f"{folder}/<slug:public_id>/{f.name}.csv", partial(view, name=f.name), name=f"{word}-{f.name}.csv")


def _within(data: QueryDict, name: str, public_id: str) -> QueryDict:
    data = data.copy()
    data[name] = public_id
    return data


def _answer(request: HttpRequest, file: File, data: QueryDict, called: str) -> HttpResponseBase:
    asked = file.filter(data, file.listed(), request=request)
    if not asked.is_valid():
        return refused(asked)
    return csv_response(file, asked, called, bom="bom" in data, head=request.method == "HEAD")


def csv_response(
    file: File,
    asked: ListFilter,
    called: str,
    *,
    bom: bool = False,
    head: bool = False,
    only: Sequence[QuerySet[Any]] = (),
) -> HttpResponseBase:
    """A file as a download, while there is a slot for one. `asked` is valid; `only` as `csv_of` takes it."""
    day = timezone.localdate()
    name = re.sub(r"[^\w.-]+", "-", called, flags=re.ASCII).strip("-.")
    headers = {
        "Content-Disposition": f'attachment; filename="{name}_{day:%Y%m%d}.csv"',
        "X-Robots-Tag": "noindex",
    }
    content_type = "text/csv; charset=utf-8; header=present"
    if head:
        return HttpResponse(b"", content_type, headers=headers)
    if not slot():
        return busy()
    return StreamingHttpResponse(OnePiece(csv_of(file, asked, bom, only)), content_type=content_type, headers=headers)


def slot() -> bool:
    """Wait for a slot for a download; whether there is one. OnePiece gives it back."""
    return SLOTS.acquire(timeout=PATIENCE)


def busy() -> HttpResponse:
    """What is said where there is none."""
    words = "Several downloads are under way. Please try again in a minute."
    return HttpResponse(words, "text/plain; charset=utf-8", 503, headers={"Retry-After": "60"})


def refused(asked: ListFilter) -> HttpResponse:
    """What is wrong with a question, in plain text."""
    lines = [f"{asked.form.fields[name].label}: {' '.join(errors)}" for name, errors in asked.form.errors.items()]
    return HttpResponse("\n".join(lines), "text/plain; charset=utf-8", 400)


class OnePiece:
    """A download that gives its slot back exactly once, also when it was never begun."""

    def __init__(self, pieces: Generator[bytes]) -> None:
        self.pieces = pieces
        self.is_open = True

    def __iter__(self) -> Iterator[bytes]:
        return self.pieces

    def close(self) -> None:
        """Called at the end of the response, however it ends."""
        if self.is_open:
            self.is_open = False
            try:
                self.pieces.close()
            finally:
                SLOTS.release()
