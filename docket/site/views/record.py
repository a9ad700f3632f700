"""The whole record: the files of its newest edition, as they are."""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from pathlib import Path
from typing import BinaryIO

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from docket.publishing import record_copy
from docket.site.package.descriptor import CHECKSUMS, NAMES
from docket.site.views.downloads import OnePiece, busy, slot

PIECE = 1 << 18
TYPES = {
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8; header=present",
    ".jsonl": "application/jsonl; charset=utf-8",
    ".parquet": "application/vnd.apache.parquet",
}
BEING_WRITTEN = (
    "The whole record is being written anew: something in it was withheld, or no edition was written yet. "
    "Please try again in a quarter of an hour.\n"
)


@require_safe
def record_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """A file of the newest edition; 503 while there is none."""
    if name not in NAMES:
        raise Http404
    if not (found := _open(name)):
        return HttpResponse(BEING_WRITTEN, "text/plain; charset=utf-8", 503, headers={"Retry-After": "900"})
    file, digest = found
    size, _ = file.seek(0, 2), file.seek(0)
    headers = {"ETag": f'"{digest[:24]}"', "Content-Length": str(size), "X-Robots-Tag": "noindex"}
    content_type = TYPES.get(Path(name).suffix, "text/plain; charset=utf-8")
    response = get_conditional_response(request, etag=headers["ETag"])
    if response is None and request.method == "HEAD":
        response = HttpResponse(b"", content_type, headers=headers)
    if response is None and not slot():
        response = busy()
    if response is not None:
        file.close()
        return response
    return StreamingHttpResponse(OnePiece(_pieces(file)), content_type=content_type, headers=headers)


def _open(name: str) -> tuple[BinaryIO, str] | None:
    """The file, with its checksum; None where there is no edition, or where it is taken away this very moment."""
    if (edition := record_copy.newest()) is None:
        return None
    try:
        sums = (edition / CHECKSUMS).read_text()
        digests = {named: digest for digest, named in (line.split("  ") for line in sums.splitlines())}
        digest = digests.get(name) or hashlib.sha256(sums.encode()).hexdigest()
        return (edition / name).open("rb"), digest
    except FileNotFoundError:
        return None


def _pieces(file: BinaryIO) -> Generator[bytes]:
    with file:
        while piece := file.read(PIECE):
            yield piece
