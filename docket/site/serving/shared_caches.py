"""What a cache between the site and its readers may keep, for how long, and by which key it is told to drop it.

Only with SHARED_CACHE_SECONDS, and only what an act of publication is told of: whole answers of this server's own
database. A replica learns of a seal after the caches do, so nobody may keep what it answers.
"""

from __future__ import annotations

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponseBase

# what stands first in an address -> the key of what follows it
KINDS = {"cases": "case", "matters": "matter", "parties": "party"}
SHARED = "shared"
REVALIDATED = "no-cache"
KEPT_BY_NOBODY = "private, no-store"


def lifetime(request: HttpRequest, response: HttpResponseBase) -> None:
    """Say how long caches may keep an answer: browsers not at all without asking, a shared one some seconds."""
    is_left_open = response.headers.get("Cache-Control", REVALIDATED) == REVALIDATED
    if settings.DESK and is_left_open:
        response.headers["Cache-Control"] = KEPT_BY_NOBODY
    elif is_left_open and _may_be_kept(request, response):
        most = settings.SHARED_CACHE_SECONDS
        response.headers["Cache-Control"] = f"public, max-age=0, s-maxage={most}, must-revalidate"
        response.headers["Surrogate-Key"] = response.headers["Cache-Tag"] = key_of(request.path_info)
    else:
        response.headers.setdefault("Cache-Control", REVALIDATED)


def key_of(path: str) -> str:
    """`case-ID` of all that is below a case's address, so of matters and parties; `shared` of everything else.

    `/cases/k3x9q/latest.atom` is "case-k3x9q", `/cases/` is "shared".
    """
    kind, _, rest = path.strip("/").partition("/")
    of = rest.partition("/")[0]
    return f"{KINDS[kind]}-{of}" if kind in KINDS and of else SHARED


def _may_be_kept(request: HttpRequest, response: HttpResponseBase) -> bool:
    """What is streamed has any length, and would push all else out of a cache: unless it is of one case."""
    return (
        settings.SHARED_CACHE_SECONDS > 0
        and request.method in ("GET", "HEAD")
        and response.status_code == 200
        and not getattr(connection, "is_replica", False)
        and (not response.streaming or key_of(request.path_info).startswith("case-"))
    )
