"""What a source has now: files as an import takes them, or that nothing has changed."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from django.conf import settings

from docket.choices import FollowedKind
from docket.intake.court_pages.joined_pages import joined
from docket.intake.followed.failure import Failure
from docket.intake.followed.fetch import MOST_BYTES, Answer, fetch
from docket.intake.followed.inbox import Waiting, waiting_files
from docket.models import FollowedSource, FollowedState

COURTS = re.compile(r"(?:ecf|www)\.[a-z0-9-]{2,12}\.uscourts\.gov")
SUPREME_COURT = re.compile(r"www\.supremecourt\.gov")
COURTLISTENER = re.compile(r"www\.courtlistener\.com")
API = "https://www.courtlistener.com/api/rest/v4"
SECRET = "courtlistener_token"  # noqa: S105 - the name of a file in secrets/
MOST_PAGES = 100
MOST_SECONDS = 120.0  # for all pages of a docket


@dataclass(frozen=True)
class Brought:
    """What there is to import, file by file; none: nothing has changed. The rest is remembered once it was imported."""

    files: list[Waiting] = field(default_factory=list)
    etag: str = ""
    last_modified: str = ""
    sha256: str = ""
    read_files: list[str] = field(default_factory=list)


def ask(source: FollowedSource, state: FollowedState) -> Brought:
    """Ask the source; raises Failure."""
    return ASKING[FollowedKind(source.kind)](source, state)


def _feed(source: FollowedSource, state: FollowedState) -> Brought:
    return _one_page(f"feed of {source.case.forum}", fetch(source.address, COURTS, _known(state)), state)


def _supreme_court(source: FollowedSource, state: FollowedState) -> Brought:
    url = f"https://www.supremecourt.gov/RSS/Cases/JSON/{source.address.lower()}.json"
    return _one_page(f"{source.address}.json", fetch(url, SUPREME_COURT, _known(state)), state)


def _courtlistener(source: FollowedSource, state: FollowedState) -> Brought:
    """The docket's own page and the pages of its entries: what one of them says makes no sense without the others."""
    began = time.monotonic()
    headers = {"Authorization": f"Token {_token()}"}
    pages = [fetch(f"{API}/dockets/{source.address}/", COURTLISTENER, headers).body]
    url = f"{API}/docket-entries/?docket={source.address}"
    while url:
        if len(pages) > MOST_PAGES or sum(map(len, pages)) > MOST_BYTES or time.monotonic() - began > MOST_SECONDS:
            raise Failure("The docket is too large to be asked for page by page: import it by hand.")
        pages.append(fetch(url, COURTLISTENER, headers).body)
        url = _next(pages[-1])
    return _one_page(f"CourtListener docket {source.address}", Answer(joined(pages)), state)


def _next(page: bytes) -> str:
    try:
        told = json.loads(page)
    except ValueError as fault:
        raise Failure("The source's answer is not the JSON that it should be: it may have broken off.") from fault
    following = told.get("next") if isinstance(told, dict) else None
    return following if isinstance(following, str) else ""


def _token() -> str:
    path = settings.SECRETS_FOLDER / SECRET
    try:
        token: str = path.read_text().strip()
    except OSError:
        token = ""
    if not re.fullmatch(r"[\x21-\x7e]+", token):
        raise Failure(f"CourtListener wants a token: put yours into the file secrets/{SECRET} of the data folder.")
    return token


def _inbox(source: FollowedSource, state: FollowedState) -> Brought:
    waiting, read_files = waiting_files(settings.INBOX_FOLDER / source.address, set(state.read_files))
    return Brought(waiting, read_files=read_files)


def _known(state: FollowedState) -> dict[str, str]:
    told = {"If-None-Match": state.etag, "If-Modified-Since": state.last_modified}
    return {name: value for name, value in told.items() if value}


def _one_page(name: str, answer: Answer, state: FollowedState) -> Brought:
    digest = "" if answer.is_same else sha256(answer.body).hexdigest()
    if answer.is_same or digest == state.sha256:
        return Brought([], answer.etag or state.etag, answer.last_modified or state.last_modified, state.sha256)
    return Brought([Waiting(name, answer.body)], answer.etag, answer.last_modified, digest)


ASKING: Mapping[FollowedKind, Callable[[FollowedSource, FollowedState], Brought]] = {
    FollowedKind.FEED: _feed,
    FollowedKind.SUPREME_COURT: _supreme_court,
    FollowedKind.COURTLISTENER: _courtlistener,
    FollowedKind.INBOX: _inbox,
}
