"""Reader of ACMS, the newer system of the Second and Ninth Circuits: JSON as its pages load it."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from juriscraper.pacer import ACMSDocketReport

from docket.intake.court_pages.closure import closed_by
from docket.intake.court_pages.entry_numbers import numbered
from docket.intake.court_pages.juriscraper_parsers import parsed
from docket.intake.court_pages.pacer.appellate import agreed_court, lower_court
from docket.intake.court_pages.pacer.page import clean, day
from docket.intake.court_pages.people_on_appeal import parties
from docket.intake.court_pages.sniff import Sniffed
from docket.intake.shape import ImportedDocket, ImportedEntry, ImportedSource
from docket.intake.wording.alien_numbers import without_alien_numbers

GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
ADDRESS = re.compile(r"\b(?:cdn|www)\.(ca\d{1,2})\.uscourts\.gov", re.I)


def read_page(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> ImportedDocket:
    """One ACMS docket as ImportedDocket, without alien registration numbers."""
    named = ADDRESS.search(sniffed.text)
    # words and addresses in the entries are of any court
    court = agreed_court("", named[1].lower() if named else "", forum)
    _, found = parsed(lambda: ACMSDocketReport(court), sniffed.text)
    content = json.loads(sniffed.text)
    case, listed = content["caseDetails"], content["docketInfo"]
    docket = ImportedDocket(
        kind=sniffed.kind,
        source=ImportedSource(file_name, hashlib.sha256(data).hexdigest()),
        court_id=court,
        docket_number=clean(found["docket_number"]),
        source_case_id=clean(found["pacer_case_id"]),
        caption=clean(found["case_name"]),
        closed=closed_by(case, sniffed.kind) or closed_by(listed, sniffed.kind),
        case_type=clean(found["case_type_information"]),
        fee_status=clean(found["fee_status"]),
        date_filed=day(found["date_filed"]),
        related=lower_court(found["appeal_from"], found.get("originating_court_information", {})),
        parties=parties(found["parties"]),
        entries=tuple(
            _entry(raw, place, closed_by(row, sniffed.kind))
            for place, (raw, row) in enumerate(zip(found["docket_entries"], listed["docketEntries"], strict=True))
        ),
        warnings=(*sniffed.warnings, *_of_a_participant(listed)),
    )
    return without_alien_numbers(docket)


def _of_a_participant(listed: Mapping[str, Any]) -> tuple[str, ...]:
    if not listed.get("isUserCaseParticipant"):
        return ()
    return ("The page was saved by a participant of the case: it may show what the court does not show to everyone.",)


def _entry(raw: Mapping[str, Any], place: int, closed: str) -> ImportedEntry:
    document_id = raw["pacer_doc_id"] or ""
    return ImportedEntry(
        ordinal=place,
        **numbered(raw["document_number"]),
        date_filed=day(raw["date_filed"]),
        date_entered=day(raw["date_entered"]),
        text=clean(raw["description"]),
        closed=closed,
        source_document_id=document_id if GUID.fullmatch(document_id) else "",
        # no pages: an entry without a document
        page_count=raw["page_count"] or None,
    )
