"""Reader of the Los Angeles Superior Court's JSON.

juriscraper keeps the times of this file and drops the days beside them. The days are right: the site writes a day of
winter as eleven in the evening of the day before. So the file is read directly.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from docket.intake.court_pages.closure import closed_by
from docket.intake.court_pages.juriscraper_parsers import REVIEW
from docket.intake.court_pages.pacer.page import clean
from docket.intake.court_pages.page_head import between, without_tags
from docket.intake.court_pages.sniff import Sniffed
from docket.intake.shape import (
    ImportedAttorney,
    ImportedDocket,
    ImportedEntry,
    ImportedParty,
    ImportedRelated,
    ImportedSource,
    Kind,
    Refused,
)

FORUM = "calsuppctla"
ITEM_BEGINS, ITEM_ENDS = re.compile(r"<li>", re.I), re.compile(r"</li>", re.I)
COUNSEL = re.compile(r"attorney for (.+)", re.I)
NOT_TAKEN = (("FutureProceedings", "hearings to come"), ("TentativeRulings", "tentative rulings"))


def read_page(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> ImportedDocket:
    """One case of the court as ImportedDocket; raises Refused when the file has no case in it."""
    if forum not in ("", FORUM):
        raise Refused(f"The file is of the court {FORUM!r}, not {forum!r}.", "Leave the forum out.")
    listed = json.loads(sniffed.text)["ResultList"]
    if not listed or not listed[0].get("NonCriminalCaseInformation"):
        raise Refused("The file holds no civil case.", REVIEW)
    found = listed[0]["NonCriminalCaseInformation"]
    head = found["CaseInformation"]
    if not head["CaseNumber"]:
        raise Refused("The file shows no case number.", REVIEW)
    disposed = _words(head["DispositionType"])
    missed = [(len(found.get(name) or ()), what) for name, what in NOT_TAKEN]
    return ImportedDocket(
        kind=sniffed.kind,
        source=ImportedSource(file_name, hashlib.sha256(data).hexdigest()),
        court_id=FORUM,
        docket_number=_words(head["CaseNumber"]),
        source_case_id=_words(head["CaseID"]),
        caption=_words(head["CaseTitle"]),
        closed=closed_by(found, sniffed.kind) or closed_by(head, sniffed.kind),
        case_type=_words(head["CaseTypeDescription"]),
        status=_words(head["Status"]),
        date_filed=_day(head["FilingDateString"]),
        date_terminated=_day(head["StatusDate"]) if disposed else None,
        assigned_to=_words(head["JudicialOfficer"]),
        jurisdiction=_words(head["Courthouse"]),
        related=tuple(
            ImportedRelated(
                kind="related",
                numbers=(_words(other["CrossReferenceCaseNumber"]),),
                note=_words(other["CrossReferenceTypeDescription"]),
            )
            for other in found["CrossReferences"]
        ),
        parties=_parties(found["Parties"]),
        entries=_entries(found, sniffed.kind),
        warnings=(*sniffed.warnings, *(f"{number:,} {what} were not taken over." for number, what in missed if number)),
    )


def _parties(listed: list[Mapping[str, Any]]) -> tuple[ImportedParty, ...]:
    """Parties with their counsel; "Attorney for Plaintiff" is a row of its own in the file."""
    counsel = [(match[1].casefold(), row) for row in listed if (match := COUNSEL.match(row["PartyDescription"] or ""))]
    rows = [row for row in listed if not COUNSEL.match(row["PartyDescription"] or "")]
    sides = {_words(row["PartyDescription"]).casefold() for row in rows}
    rows += [row for side, row in counsel if side not in sides]
    return tuple(
        ImportedParty(
            name=_words(row["Name"]),
            role_as_filed=_words(row["PartyDescription"]) or "Unknown",
            attorneys=(
                *((ImportedAttorney(_words(row["AttorneyName"])),) if _words(row["AttorneyName"]) else ()),
                *(
                    ImportedAttorney(_words(other["Name"]))
                    for side, other in counsel
                    if side == _words(row["PartyDescription"]).casefold()
                ),
            ),
        )
        for row in rows
    )


def _entries(found: Mapping[str, Any], kind: Kind) -> tuple[ImportedEntry, ...]:
    """The register of actions, each with the image of its document where day and title are the same."""
    images = list(found["DocumentImages"])
    entries = []
    for place, action in enumerate(found["RegisterOfActions"]):
        day, title = action["RegisterOfActionDateString"], _words(action["Description"])
        image = next((i for i in images if i["docFilingDateString"] == day and _words(i["description"]) == title), None)
        if image:
            images.remove(image)
        more = [
            _words(without_tags(item))
            for item in between(ITEM_BEGINS, ITEM_ENDS, action["AdditionalInformation"] or "")
        ]
        told = [title, *(line for line in more if not line.endswith(":"))]
        entries.append(
            ImportedEntry(
                ordinal=place,
                number=None,
                date_filed=_day(day),
                date_entered=None,
                closed=closed_by(action, kind) or (closed_by(image, kind) if image else ""),
                text=" – ".join(words for words in told if words),
                source_document_id=_words(image["docId"]) if image else "",
                page_count=image["pageCount"] if image else None,
            )
        )
    return tuple(entries)


def _words(raw: Any) -> str:
    return " ".join(clean(str(raw)).split()) if raw is not None else ""


def _day(raw: str | None) -> date | None:
    return datetime.strptime(raw, "%m/%d/%Y").date() if raw else None
