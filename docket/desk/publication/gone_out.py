"""After an act: links to the public addresses of what went out."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from docket.desk.clearance import cleared
from docket.publishing.outcome import Outcome
from docket.publishing.sides import open_ids
from docket.publishing.wall.tables import published_tables

MOST = 8


def said(past: str, done: str, outcome: Outcome, user: Any) -> SafeString:
    """“Published: “Roe v. Poe”. The public reads: …”, each with its public address; without links where none went out.

    past: “Published”. done: on what it was done.
    """
    words = format_html("{}: {}.", past, done)
    rows, more = _open_pages(outcome, user)
    if not rows:
        return words
    links = format_html_join(", ", '<a href="{}{}">{}</a>', ((settings.PUBLIC_BASE_URL, *row) for row in rows))
    return format_html("{} The public reads: {}{}.", words, links, f" and {more} more" if more > 0 else "")


def _open_pages(outcome: Outcome, user: Any) -> tuple[list[tuple[str, str]], int]:
    """The addresses and names of the first rows with a page of their own that the public reads now, and the rest."""
    found: list[tuple[str, str]] = []
    total = 0
    for table in (t for t in published_tables() if hasattr(t.model, "get_absolute_url")):
        ids = open_ids(table, [pk for name, pk in outcome if name == table.name])
        total += len(ids)
        rows = cleared(table.model._default_manager.all(), user).in_bulk(ids[: MOST - len(found)])
        pages: list[Any] = [row for _, row in sorted(rows.items()) if getattr(row, "file", True)]
        found += [(row.get_absolute_url(), str(row)[:80]) for row in pages]
    return found, total - len(found)
