"""CSV and XLSX: the rows of a page's own address, of a case, of a matter; and the dictionary of all columns."""

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
from docket.site.exports.spreadsheet import CONTENT_TYPE, MOST, has_too_many, xlsx_of
from docket.site.views.answers import gone, is_sealed

# A slow reader holds a thread and a database session: some must be left for pages.
SLOTS = BoundedSemaphore(settings.EXPORT_SLOTS)
PATIENCE = 3  # seconds to wait for one
BY_NAME = {file.name: file for file in FILES}
OF_A_CASE = [file for file in FILES if "case" in file.filter.base_filters]
OF_A_MATTER = [file for file in FILES if "matter" in file.filter.base_filters]


@require_safe
def file_of_all(request: HttpRequest, name: str, form: str) -> HttpResponseBase:
    """A file with the filters and the order of its listing's page. form: "csv" or "xlsx"."""
    return _answer(request, BY_NAME[name], request.GET, name, form)


@require_safe
def file_of_case(request: HttpRequest, public_id: str, name: str, form: str) -> HttpResponseBase:
    """A file of one case, in the order of the docket."""
    case = get_object_or_404(Case, public_id=public_id)
    if removed := gone(request, case):
        return removed
    if is_sealed(case):
        raise Http404("A case under seal has no files.")
    called = case.docket_number or slugify(case.caption_short or case.caption)[:60]
    return _answer(request, BY_NAME[name], _within(request.GET, "case", case.public_id), f"{called}_{name}", form)


@require_safe
def file_of_matter(request: HttpRequest, public_id: str, name: str, form: str) -> HttpResponseBase:
    """A file of one matter's cases."""
    matter = get_object_or_404(Matter, public_id=public_id)
    if removed := gone(request, matter):
        return removed
    called = f"{slugify(matter.title)[:60]}_{name}"
    return _answer(request, BY_NAME[name], _within(request.GET, "matter", matter.public_id), called, form)


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


def file_addresses() -> list[URLPattern]:
    """/filings.csv, /cases/ID/filings.csv, /matters/ID/filings.csv, named filings.csv, case-filings.csv …; or .xlsx."""
    return [one for form in ("csv", "xlsx") for one in _addresses(form)]


def _addresses(form: str) -> Iterator[URLPattern]:
    for f in FILES:
        called = f"{f.name}.{form}"
        yield path(called, partial(file_of_all, name=f.name, form=form), name=called)
    yield from _below("cases", "case", file_of_case, OF_A_CASE, form)
    yield from _below("matters", "matter", file_of_matter, OF_A_MATTER, form)


def _below(
    folder: str, word: str, view: Callable[..., HttpResponseBase], files: list[File], form: str
) -> Iterator[URLPattern]:
    for f in files:
        called = f"{f.name}.{form}"
        yield path(
            f"{folder}/<slug:public_id>/{called}", partial(view, name=f.name, form=form), name=f"{word}-{called}"
        )


def _within(data: QueryDict, name: str, public_id: str) -> QueryDict:
    data = data.copy()
    data[name] = public_id
    return data


def _answer(request: HttpRequest, file: File, data: QueryDict, called: str, form: str) -> HttpResponseBase:
    asked = file.filter(data, file.listed(), request=request)
    if not asked.is_valid():
        return refused(asked)
    if form == "xlsx":
        return xlsx_response(file, asked, called, head=request.method == "HEAD")
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
    content_type = "text/csv; charset=utf-8; header=present"
    return _download(lambda: csv_of(file, asked, bom, only), content_type, f"{called}.csv", head)


def xlsx_response(file: File, asked: ListFilter, called: str, *, head: bool = False) -> HttpResponseBase:
    """The same as a spreadsheet, of so many rows as one is written of. `asked` is valid."""
    if has_too_many(file, asked):
        words = f"A spreadsheet is written of up to {MOST:,} rows. Ask for fewer with the filters, or take the CSV."
        return HttpResponse(words, "text/plain; charset=utf-8", 400)
    return _download(lambda: xlsx_of(file, asked), CONTENT_TYPE, f"{called}.xlsx", head)


def _download(pieces: Callable[[], Generator[bytes]], content_type: str, called: str, head: bool) -> HttpResponseBase:
    """The answer, named by what it is and the day."""
    stem, _, form = called.rpartition(".")
    name = re.sub(r"[^\w.-]+", "-", stem, flags=re.ASCII).strip("-.")
    headers = {
        "Content-Disposition": f'attachment; filename="{name}_{timezone.localdate():%Y%m%d}.{form}"',
        "X-Robots-Tag": "noindex",
    }
    if head:
        return HttpResponse(b"", content_type, headers=headers)
    if not slot():
        return busy()
    return StreamingHttpResponse(OnePiece(pieces()), content_type=content_type, headers=headers)


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
