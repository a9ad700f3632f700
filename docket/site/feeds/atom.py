"""Entries as an Atom document (RFC 4287): the template's words without what XML cannot hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from django.template.loader import render_to_string

from docket.site.feeds.entries import Entry

# texts of courts hold such characters; XML 1.0 (2.2) has no way to write them, not even as references
NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # of a feed in which nothing stands


def atom(title: str, page: str, feed: str, entries: Sequence[Entry]) -> bytes:
    """The document. page, feed: addresses within the site, of what it follows and of itself; its id is the second.

    Nothing in it is the hour at which it was asked for: it changes when what it shows does.
    """
    updated = max((entry.updated for entry in entries), default=NEVER)
    context = {"title": title, "page": page, "feed": feed, "entries": entries, "updated": updated}
    return NO_XML.sub("", render_to_string("docket/files/feed.xml", context)).encode()
