"""What a feed of the public site says now, and what of it is new to somebody."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import httpx
from django.conf import settings
from django.utils.html import strip_tags
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
PATIENCE = 20.0  # seconds
LARGEST = 5_000_000  # bytes
# rows of one transaction become public together, but were changed before: so far back is looked
OVERLAP = timedelta(hours=1)
GONE = (404, 410)
AWAY = (429, 502, 503, 504)


class Unanswered(Exception):
    """The public site did not answer: it is away, or too busy."""


class NoFeed(Exception):
    """It answered, and not with a feed: a filter that it does not understand, a fault of its own."""


@dataclass(frozen=True)
class News:
    """One entry of a feed. content: its words, a line each, without marks."""

    address: str
    title: str
    updated: datetime
    content: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The entry as it is now: what changes is told again."""
        return f"{self.updated.isoformat()} {self.address}"


@dataclass(frozen=True)
class Feed:
    """What a feed says. page: the page that it follows."""

    title: str
    page: str
    entries: list[News]


def ask(address: str) -> Feed | None:
    """The feed at an address within the public site, read by the public role; None where there is none any more.

    Raises Unanswered and NoFeed.
    """
    try:
        answer = httpx.get(settings.PUBLIC_BASE_URL + address, timeout=PATIENCE, follow_redirects=True)
    except httpx.HTTPError as error:
        raise Unanswered(f"{settings.PUBLIC_BASE_URL}: {error}") from error
    return read(answer.status_code, answer.content)


def read(status: int, body: bytes) -> Feed | None:
    """An answer of the public site as a feed. Raises Unanswered and NoFeed."""
    if status in GONE:
        return None
    if status in AWAY:
        raise Unanswered(f"{settings.PUBLIC_BASE_URL} answered {status}.")
    if status != 200 or len(body) > LARGEST:
        raise NoFeed(f"{settings.PUBLIC_BASE_URL} answered {status}, {len(body)} bytes.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise NoFeed(f"{settings.PUBLIC_BASE_URL} answered what is no feed: {error}") from error
    entries = [_news(entry) for entry in root.iterfind(f"{ATOM}entry")]
    return Feed(_text(root, "title"), root.find(f"{ATOM}link[@rel='alternate']").get("href"), entries)


def _news(entry: Any) -> News:
    words = unescape(strip_tags(_text(entry, "content")))
    lines = [" ".join(line.split()) for line in words.splitlines()]
    return News(
        _text(entry, "id"),
        " ".join(_text(entry, "title").split()),
        datetime.fromisoformat(_text(entry, "updated")),
        [line for line in lines if line],
    )


def _text(element: Any, name: str) -> str:
    return element.findtext(f"{ATOM}{name}") or ""


def new_to(since: datetime, told: list[str], feed: Feed) -> list[News]:
    """What changed after that moment, or shortly before it and was not told."""
    return [entry for entry in feed.entries if entry.updated > since - OVERLAP and entry.key not in told]


def remembered(since: datetime, told: list[str], new: list[News]) -> tuple[datetime, list[str]]:
    """The same two after these were told."""
    until = max([since, *(entry.updated for entry in new)])
    keys = [*told, *(entry.key for entry in new)]
    return until, [key for key in keys if datetime.fromisoformat(key.partition(" ")[0]) > until - OVERLAP]
