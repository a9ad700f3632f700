"""Reader of a case's page on the portal that many state courts use (Odyssey): what it prints as a register of actions.

Of people only names, roles and counsel are read: what the portal prints beside them (addresses, days of birth, race,
telephone numbers) is not.
"""

import hashlib
import re
from datetime import date, datetime
from typing import Any

import lxml.html

from docket.intake.court_pages.closure import closed_heading
from docket.intake.court_pages.juriscraper_parsers import REVIEW
from docket.intake.court_pages.pacer.page import clean
from docket.intake.court_pages.sniff import Sniffed
from docket.intake.shape import (
    ImportedAttorney,
    ImportedDocket,
    ImportedEntry,
    ImportedParty,
    ImportedSource,
    Refused,
)

EVENT = re.compile(r"(\d\d/\d\d/\d{4})\s+(\S.*)", re.S)
BARE = ("Comment",)  # labels that say no more than that something follows
SELF = re.compile(r"\bpro se\b", re.I)


def read_page(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> ImportedDocket:
    """One case as ImportedDocket. Its court is named in words of its own: court_id is `forum`."""
    page = lxml.html.document_fromstring(sniffed.text)
    told = _facts(page)
    number = told.get("Case Number", "")
    if not number:
        raise Refused("The page shows no case number.", REVIEW)
    head = _words(page, '//*[@id="divCaseInformation_body"]//p[@class="text-primary"]')
    entries = _entries(page)
    return ImportedDocket(
        kind=sniffed.kind,
        source=ImportedSource(file_name, hashlib.sha256(data).hexdigest()),
        court_id=forum,
        docket_number=number,
        caption=head.partition(" | ")[2],
        closed=closed_heading(" ".join([head, *told.values()]), sniffed.kind),
        case_type=told.get("Case Type", ""),
        status=told.get("Case Status", ""),
        date_filed=_day(told.get("File Date", "")),
        assigned_to=told.get("Judicial Officer", ""),
        parties=tuple(_party(row) for row in page.xpath('//*[@id="divPartyInformation_body"]/div[.//h1 or .//p]')),
        entries=entries,
        warnings=(*sniffed.warnings, *_not_taken(page)),
    )


def _facts(page: Any) -> dict[str, str]:
    """What stands under each label of the case's own section: {"Case Number": "18CV001704", …}."""
    found: dict[str, str] = {}
    for label in page.xpath('//*[@id="divCaseInformation_body"]//span[contains(@class, "text-muted")]'):
        name = _text(label)
        found.setdefault(name, _text(label.getparent()).removeprefix(name).strip())
    return found


def _party(row: Any) -> ImportedParty:
    (shown,) = row.xpath('./div[contains(@class, "col-md-8")]//p[span[contains(@class, "text-primary")]]')[:1] or (row,)
    role = _words(shown, './span[contains(@class, "text-primary")]')
    name = _text(shown).removeprefix(role).strip()
    counsel = row.xpath(
        './div[contains(@class, "col-md-4")]//span[contains(@class, "text-muted")]'
        '[normalize-space()="Lead Attorney" or normalize-space()="Attorney"]'
    )
    beside = _words(row, './div[contains(@class, "col-md-4")]')
    return ImportedParty(
        name=name,
        role_as_filed=role or "Unknown",
        attorneys=(
            *(ImportedAttorney(_text(label.getparent()).removeprefix(_text(label)).strip()) for label in counsel),
            *((ImportedAttorney(name, self_represented=True),) if SELF.search(beside) and not counsel else ()),
        ),
    )


def _entries(page: Any) -> tuple[ImportedEntry, ...]:
    rows = page.xpath('//*[@id="eventsInformationDiv"]//li[contains(@class, "list-group-item")]')
    found = [(row, EVENT.fullmatch(_words(row, './/p[contains(@class, "text-primary")]'))) for row in rows]
    if any(event is None for _, event in found):
        raise Refused("An event of the register shows no date.", REVIEW)
    return tuple(
        ImportedEntry(
            ordinal=place,
            number=None,
            date_filed=_day(event[1]),
            date_entered=None,
            text=" – ".join(part for part in (event[2].strip(), _details(row)) if part),
        )
        for place, (row, event) in enumerate(found)
        if event
    )


def _details(row: Any) -> str:
    """What an event says below its title: "Judicial Officer: Wood; Result: Heard"; the names of documents are left."""
    said = []
    for label in row.xpath('.//p[not(.//a)]/span[contains(@class, "text-muted")]'):
        name = _text(label)
        value = _text(label.getparent()).removeprefix(name).strip()
        if value.strip("*"):
            said.append(value if name in BARE else f"{name}: {value}")
    return "; ".join(said)


def _not_taken(page: Any) -> tuple[str, ...]:
    number = len(page.xpath('//*[@id="dispositionInformationDiv"]//p[contains(@class, "text-primary")]'))
    return (f"{number:,} disposition events were not taken over.",) if number else ()


def _words(within: Any, path: str) -> str:
    return next((_text(found) for found in within.xpath(path)), "")


def _text(element: Any) -> str:
    return " ".join(clean(" ".join(element.itertext())).replace("\ufeff", " ").split())


def _day(raw: str) -> date | None:
    return datetime.strptime(raw, "%m/%d/%Y").date() if raw else None
