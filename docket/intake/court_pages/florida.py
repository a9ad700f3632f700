"""Reader of the JSON of Florida's courts of appeal: a case, its entries and its parties are pages of their own.

Only the case's page says which case it is: the others are read when they come with it, in one folder or one upload.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from docket.intake.court_pages.closure import closed_by
from docket.intake.court_pages.pacer.page import clean
from docket.intake.court_pages.sniff import Sniffed
from docket.intake.shape import (
    CourtUnknown,
    ImportedAttorney,
    ImportedDocket,
    ImportedEntry,
    ImportedParty,
    ImportedRelated,
    ImportedSource,
    Kind,
    Refused,
)

ZONE = "America/New_York"
DISTRICT = re.compile(r"([1-6])D(?:CA)?\d", re.I)
SUPREME = re.compile(r"SC\d", re.I)
TAKES_PART = re.compile(r"party|amicus", re.I)
ALONE = (
    "These are entries or parties of a case in Florida without the case's own page.",
    "Put the case's page beside them, in one folder or one upload.",
)
SEVERAL = (
    "These are pages of several cases in Florida, and entries do not say of which.",
    "Import each case by itself.",
)
Item = Mapping[str, Any]


def read_page(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> tuple[ImportedDocket, ...]:
    """The cases of a file; entries and parties only where there is one case."""
    content = json.loads(sniffed.text)
    items = list(_items(content))
    cases = {clean(item["caseHeader"]["caseNumber"]): item for item in items if _is_case(item)}
    entries = [item["docketEntryHeader"] for item in items if "docketEntryHeader" in item]
    parties = [item for item in items if "partyHeader" in item]
    if not cases:
        raise Refused(*ALONE)
    if len(cases) > 1 and (entries or parties):
        raise Refused(*SEVERAL)
    source = ImportedSource(file_name, hashlib.sha256(data).hexdigest())
    first, *others = (_docket(sniffed, item, entries, parties, source, forum) for item in cases.values())
    return (replace(first, warnings=(*first.warnings, *_missing(content, len(entries)))), *others)


def _missing(content: Any, read_: int) -> tuple[str, ...]:
    """The court gives twenty entries a page, and says on each how many there are."""
    pages = content if isinstance(content, list) else [content]
    counted = max((_counted(page) for page in pages if isinstance(page, dict)), default=0)
    return (f"The court counts {counted:,} entries, and {read_:,} were read.",) if counted > read_ else ()


def _counted(page: Item) -> int:
    results = (page.get("_embedded") or {}).get("results") or ()
    return int(page["page"]["totalElements"]) if any("docketEntryHeader" in item for item in results) else 0


def _items(content: Any) -> Iterable[Item]:
    for page in content if isinstance(content, list) else [content]:
        within = page.get("_embedded") if isinstance(page, dict) else None
        for item in within["results"] if within else [page]:
            if isinstance(item, dict):
                yield item


def _is_case(item: Item) -> bool:
    return "partyHeader" not in item and bool((item.get("caseHeader") or {}).get("caseNumber"))


def _docket(
    sniffed: Sniffed, item: Item, entries: list[Item], parties: list[Item], source: ImportedSource, forum: str
) -> ImportedDocket:
    case = item["caseHeader"]
    shown = [raw for raw in parties if not closed_by(raw, sniffed.kind) and _takes_part(raw)]
    withheld = sum(1 for raw in parties if closed_by(raw, sniffed.kind))
    said = (f"{withheld:,} parties are not public and were left out.",) if withheld else ()
    listed = sorted(entries, key=lambda raw: str(raw["filedDate"]))
    return ImportedDocket(
        kind=sniffed.kind,
        source=source,
        court_id=_court(case["caseNumber"], forum),
        docket_number=clean(case["caseNumber"]),
        source_case_id=clean(case["caseInstanceUUID"]),
        caption=" ".join(clean(case["caseTitle"]).split()),
        closed=closed_by(case, sniffed.kind) or closed_by(item, sniffed.kind),
        case_type=clean(case.get("caseClassification")),
        date_filed=local_day(case.get("filedDate")),
        related=tuple(_below(raw) for raw in case.get("originatingCourtCases") or ()),
        parties=tuple(_party(raw) for raw in shown),
        entries=tuple(_entry(raw, place, sniffed.kind) for place, raw in enumerate(listed)),
        warnings=(*sniffed.warnings, *said),
    )


def _court(number: str, forum: str) -> str:
    district = DISTRICT.match(number)
    court = f"fladistctapp{district[1]}" if district else "fla" if SUPREME.match(number) else ""
    if forum and court and forum != court:
        raise Refused(f"The file is of the court {court!r}, not {forum!r}.", "Leave the forum out.")
    if not (forum or court):
        raise CourtUnknown(f"The number {number!r} does not show the court.")
    return forum or court


def local_day(raw: str | None) -> date | None:
    """The court's own day of a time in universal time."""
    return datetime.fromisoformat(raw).astimezone(ZoneInfo(ZONE)).date() if raw else None


def _below(raw: Item) -> ImportedRelated:
    numbers = (number.strip() for number in clean(raw.get("originatingCaseNumber")).split(";"))
    court = clean(raw.get("originatingCourtName"))
    return ImportedRelated(kind="appeal_of", court=court, numbers=tuple(number for number in numbers if number))


def _takes_part(raw: Item) -> bool:
    """Whether somebody is a party or an amicus; judges and clerks of the court below are listed as well."""
    header = raw["partyHeader"]
    return bool(TAKES_PART.fullmatch(header["partyType"]) or TAKES_PART.match(header["partySubType"]))


def _party(raw: Item) -> ImportedParty:
    header = raw["partyHeader"]
    return ImportedParty(
        name=clean(header["partyActorInstance"]["displayName"]),
        role_as_filed=clean(header["partySubType"]) or "Unknown",
        attorneys=tuple(
            ImportedAttorney(name=clean(each["attorneyPartyHeader"]["partyActorInstance"]["displayName"]))
            for each in raw.get("legalRepresentations") or ()
        ),
    )


def _entry(raw: Item, place: int, kind: Kind) -> ImportedEntry:
    name, more = (" ".join(clean(raw.get(key)).split()) for key in ("docketEntryName", "docketEntryDescription"))
    return ImportedEntry(
        ordinal=place,
        number=None,
        date_filed=local_day(raw["filedDate"]),
        date_entered=None,
        text=name if more in name else f"{name} – {more}",
        closed=closed_by(raw, kind),
        source_sequence=clean(raw.get("docketEntryUUID")),
    )
