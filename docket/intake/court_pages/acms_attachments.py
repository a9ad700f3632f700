"""Reader of the JSON in which ACMS gives the documents of one entry (Second and Ninth Circuits)."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from docket.forums.pacer_courts import HOST as HOST_OF_COURT
from docket.intake.court_pages.closure import closed_by
from docket.intake.court_pages.entry_numbers import numbered
from docket.intake.court_pages.pacer.appellate import find_court, lower_court
from docket.intake.court_pages.pacer.other_proceedings import NUMBER
from docket.intake.court_pages.pacer.page import clean
from docket.intake.court_pages.page_head import without_tags
from docket.intake.court_pages.sniff import Sniffed
from docket.intake.shape import ImportedAttachment, ImportedDocket, ImportedEntry, ImportedRelated, ImportedSource, Kind
from docket.intake.wording.alien_numbers import without_alien_numbers

HOST = re.compile(r"https://ca0?(\d{1,2})\.sharepoint\.com/", re.I)
PUBLIC = "public"
ENDING = re.compile(r"\.[a-z0-9]{2,5}\Z", re.I)


def read_page(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> ImportedDocket:
    """One case with one entry and its documents; those that are not public are left out."""
    content = json.loads(sniffed.text)
    case, row = content["caseDetails"], content["docketEntry"]
    host = HOST.search(sniffed.text)
    listed = sorted(content["docketEntryDocuments"], key=lambda document: _place(document["documentNumber"]))
    shown = [document for document in listed if _is_public(document, sniffed.kind)]
    said = (f"{len(listed) - len(shown):,} documents are not public and were left out.",) if shown != listed else ()
    docket = ImportedDocket(
        kind=sniffed.kind,
        source=ImportedSource(file_name, hashlib.sha256(data).hexdigest()),
        court_id=find_court("", forum or (f"ca{host[1]}" if host else "")),
        docket_number=clean(case["caseNumber"]),
        source_case_id=clean(case["caseId"]),
        closed=closed_by(case, sniffed.kind),
        related=tuple(_under_review(case)),
        entries=(_entry(row, shown, sniffed.kind),),
        warnings=(*sniffed.warnings, *said),
    )
    return without_alien_numbers(docket)


def _under_review(case: Mapping[str, Any]) -> Iterator[ImportedRelated]:
    """The proceedings below: "3:25-mc-80278-SK" is 3:25-mc-80278 of the court in its address, else of that named."""
    for below in case.get("originatingCasesInformation") or ():
        number = clean(below.get("originCaseNumber"))
        found, court = NUMBER.match(number), HOST_OF_COURT.match(below.get("pacerDocketUrl") or "")
        judged = str(below.get("judgmentDate") or "")[:10]
        said = {
            "docket_number": found[0] if found else number,
            "court_id": court[1].lower() if court else "",
            "date_judgment": date.fromisoformat(judged) if judged else None,
        }
        yield from lower_court(clean(below.get("abbreviatedName")), said)


def _is_public(document: Mapping[str, Any], kind: Kind) -> bool:
    """Whether a document has the court's own permission for everyone, and no mark of closure."""
    return str(document.get("documentPermission") or "").lower() == PUBLIC and not closed_by(document, kind)


def _entry(row: Mapping[str, Any], documents: list[Mapping[str, Any]], kind: Kind) -> ImportedEntry:
    main = next((document for document in documents if _place(document["documentNumber"]) == 1), None)
    return ImportedEntry(
        ordinal=0,
        **numbered(row["entryNumber"]),
        date_filed=datetime.strptime(row["endDateFormatted"], "%m/%d/%Y").date(),
        date_entered=None,
        text="",
        closed=closed_by(row, kind),
        source_document_id=clean(row["docketEntryId"]),
        page_count=main["pageCount"] if main else None,
        main_title=_title(main["name"]) if main else "",
        attachments=tuple(
            ImportedAttachment(
                number=_place(document["documentNumber"]) - 1,
                description=_title(document["name"]),
                page_count=document["pageCount"],
                source_document_id=clean(document["docketDocumentDetailsId"]),
            )
            for document in documents
            if document is not main
        ),
    )


def _place(number: str) -> int:
    """The place of a document within its entry: 2 of "4.2"."""
    return int(str(number).rpartition(".")[2])


def _title(name: str) -> str:
    """The court's words of "25-6348 004-02 - Order - Order to Show Cause (OSC) - Order.pdf": the last ones."""
    return ENDING.sub("", clean(without_tags(name)).rsplit(" - ", maxsplit=1)[-1])
