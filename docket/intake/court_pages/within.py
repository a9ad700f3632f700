"""What runs in the confined process that recognises and reads a court page; importing it loads every reader.

Once confined it can open no file. So all that the parsers load when they first need it is loaded here: the module is
imported before the process is forked.
"""

from __future__ import annotations

import encodings.cp1252
import encodings.utf_8_sig
import xml.sax.expatreader
from datetime import datetime
from importlib import import_module
from io import BytesIO
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

import dateutil.zoneinfo  # type: ignore[import-untyped]
import feedparser
from dateutil.tz import gettz  # type: ignore[import-untyped]
from juriscraper.pacer.utils import parse_datetime_for_us_timezone

from docket.confined.codec import dumps
from docket.forums.pacer_courts import ZONES
from docket.intake.court_pages.confined_reading import Dockets
from docket.intake.court_pages.first_page import PAGE
from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.page_kinds.table import ROWS
from docket.intake.shape import CourtUnknown, Refused

LOADED = (dateutil.zoneinfo, encodings.cp1252, encodings.utf_8_sig, xml.sax.expatreader)


def read_within(given: BinaryIO, made: BinaryIO, told: Any) -> dict[str, Any]:
    """Write the dockets of a file; answers with its kind; when refused, why, the remedy, whether it asks its court."""
    kind = ""
    data = given.read()
    try:
        sniffed = sniff(data)
        kind = str(sniffed.kind)
        made.write(dumps(read_dockets(sniffed, data, told["name"], told["forum"]), Dockets))
    except Refused as refusal:
        if isinstance(refusal.__cause__, MemoryError):  # the parsers' guard takes it for a fault of the page
            raise
        asks = isinstance(refusal, CourtUnknown)
        return {"kind": kind, "refused": [refusal.reason, refusal.remedy], "asks_court": asks}
    return {"kind": kind, "refused": None}


def _load() -> None:
    for reader in {row.reader for row in ROWS}:
        import_module(f"docket.intake.court_pages.{reader}")
    datetime.strptime("2021", "%Y")
    gettz("UTC")
    dateutil.zoneinfo.get_zonefile_instance()
    parse_datetime_for_us_timezone("Thu, 04 Mar 2021 10:00:00 EST")
    feedparser.parse("<rss version='2.0'/>")
    for zone in (*ZONES, "America/New_York"):
        ZoneInfo(zone)
    read_within(BytesIO(PAGE.encode()), BytesIO(), {"name": "", "forum": ""})


_load()
