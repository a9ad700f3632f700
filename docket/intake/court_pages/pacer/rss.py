"""Reader of the courts' RSS feeds: one entry an item, of many cases, with a short description at most."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from email.utils import parsedate
from typing import Any
from zoneinfo import ZoneInfo

from juriscraper.pacer import PacerRssFeed

from docket.forums.pacer_courts import forum_id, zone
from docket.intake.court_pages.entry_numbers import numbered
from docket.intake.court_pages.juriscraper_parsers import OFFLINE, parsed
from docket.intake.court_pages.pacer.page import clean, document_id, find_court, number_parts
from docket.intake.court_pages.sniff import Sniffed
from docket.intake.shape import ImportedDocket, ImportedEntry, ImportedSource, Refused


def read_page(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> tuple[ImportedDocket, ...]:
    """Every case of a feed; several items of one case are entries of one ImportedDocket, the oldest first."""
    text = sniffed.text.lstrip()
    if not text.startswith("<"):
        # the parser takes what looks like an address for one, and would fetch it
        raise Refused("The feed does not begin with a tag.", "Save the feed again.")
    court = find_court(text, "", False, forum)
    feed, found = parsed(lambda: PacerRssFeed(court, **OFFLINE), text)
    source = ImportedSource(file_name, hashlib.sha256(data).hexdigest(), _built(feed))
    unread = sum(1 for item in feed.feed.entries if not _is_read(feed, item))
    said = (f"{unread:,} items of the feed have no docket number or date and were left out.",) if unread else ()
    cases: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for item in found:
        cases.setdefault((item["docket_number"], item["pacer_case_id"] or ""), []).append(item)
    dockets = [
        ImportedDocket(
            kind=sniffed.kind,
            source=source,
            court_id=forum_id(court),
            docket_number=number,
            number_parts=number_parts(items[0]),
            source_case_id=case,
            caption=clean(items[0]["case_name"]),
            # a feed has the newest first
            entries=tuple(_entry(item, place, forum_id(court)) for place, item in enumerate(reversed(items))),
            warnings=(*sniffed.warnings, *said) if first else (),
        )
        for first, ((number, case), items) in zip([True] + [False] * len(cases), cases.items(), strict=False)
    ]
    return tuple(dockets)


def _is_read(feed: Any, item: Any) -> bool:
    try:
        return bool(feed.metadata(item)["docket_number"] and feed.docket_entries(item))
    except AttributeError:
        return False


def _built(feed: Any) -> datetime | None:
    """When the court wrote the feed, in the zone that it writes."""
    said = parsedate(feed.feed.feed.get("updated") or feed.feed.feed.get("published") or "")
    try:
        return datetime(*said[:6]) if said else None
    except ValueError:
        return None


def _entry(item: Mapping[str, Any], place: int, court: str) -> ImportedEntry:
    raw = item["docket_entries"][0]
    return ImportedEntry(
        ordinal=place,
        **numbered(raw["document_number"]),
        # when an item was published is when its entry was entered
        date_filed=None,
        date_entered=_local_day(raw["date_filed"], court),
        text=clean(raw["description"]),
        short_text=clean(raw["short_description"]),
        source_document_id=document_id(raw["pacer_doc_id"]),
        source_sequence=raw["pacer_seq_no"] or "",
    )


def _local_day(told: datetime, court: str) -> date:
    """The court's own day: feeds that write universal time are turned to the court's zone."""
    if told.tzinfo is not None and told.utcoffset() == UTC.utcoffset(None):
        told = told.astimezone(ZoneInfo(zone(court)))
    return told.date()
