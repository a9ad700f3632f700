"""What every page of a federal court's site shows alike: court, case id, receipt, ids of documents, dates."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from docket.forums.pacer_courts import court_in_heading, court_in_links, forum_id, pacer_id
from docket.intake.court_pages.pacer.report import RECEIPT
from docket.intake.court_pages.page_head import without_tags
from docket.intake.court_pages.sniff import TAIL
from docket.intake.shape import CourtUnknown, ImportedAttachment, ImportedSource, NumberParts, Refused

DOCUMENT_ID = re.compile(r"\d{8,}")
CASE_ID = re.compile(r"goDLS\('[^']*'\s*,\s*'(\d+)'", re.I)
OTHER_CASE_ID = re.compile(r"(?:[?&]caseid=|\bqryAscCases\.pl\?)(\d+)\b", re.I)
RECEIPT_TIME = re.compile(r"\b(\d{2}/\d{2}/\d{4} \d{2}:\d{2}:\d{2})\b")
CRITERIA = re.compile(r"Search\s+Criteria:\s*(?:<[^>]*>|\s)*([^<]*)", re.I)
UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def find_court(html: str, heading: str, bankruptcy: bool, forum: str = "") -> str:
    """PACER's id of the court, by the page's addresses and heading, checked against `forum` when given."""
    linked = court_in_links(html)
    headed = court_in_heading(heading, bankruptcy)
    named = {court for court in (linked, headed) if court}
    if forum:
        wanted = pacer_id(forum)
        if named and wanted not in named:
            raise Refused(
                f"The page is of the court {forum_id(headed or linked)!r}, not {forum!r}.",
                f"Leave the forum out, or give {forum_id(headed or linked)!r}.",
            )
        return wanted
    if len(named) > 1:
        raise CourtUnknown(f"The page's heading says {forum_id(headed)!r} and its links say {forum_id(linked)!r}.")
    if not named:
        raise CourtUnknown("The page does not say which court it is of.")
    return named.pop()


def case_id(html: str) -> str:
    """PACER's number of the case, "" when no link shows it; links to member and lead cases do not count."""
    own: Counter[str] = Counter(CASE_ID.findall(html))
    if own:
        return own.most_common(1)[0][0]
    others: set[str] = set(OTHER_CASE_ID.findall(html))
    return others.pop() if len(others) == 1 else ""


def source(html: str, data: bytes, file_name: str) -> ImportedSource:
    """The file, and what the receipt at its end says of the time and of what was asked for."""
    tail = html[-TAIL:]
    receipt = RECEIPT.search(tail)
    served = RECEIPT_TIME.search(tail, receipt.end()) if receipt else None
    criteria = CRITERIA.search(tail, receipt.end()) if receipt else None
    return ImportedSource(
        file_name=file_name,
        sha256=hashlib.sha256(data).hexdigest(),
        retrieved_at=datetime.strptime(served[1], "%m/%d/%Y %H:%M:%S") if served else None,
        search_criteria=text(criteria[1]) if criteria else "",
    )


def number_parts(found: Mapping[str, Any]) -> NumberParts:
    """The parts of a federal docket number, as juriscraper names them."""
    return NumberParts(
        office=found["federal_dn_office_code"],
        case_type=found["federal_dn_case_type"],
        assigned_initials=found["federal_dn_judge_initials_assigned"],
        referred_initials=found["federal_dn_judge_initials_referred"],
        defendant_number=found["federal_defendant_number"],
    )


def attachments(raw: Mapping[str, Any]) -> tuple[ImportedAttachment, ...]:
    """The attachments from 1; some courts list the main document among them, as number 1 or further down."""
    listed = raw.get("attachments", ())
    main = next((int(part["attachment_number"]) for part in listed if is_main(part, raw)), None)
    others = [(int(part["attachment_number"]), part) for part in listed if not is_main(part, raw)]
    found = [_attachment(part, number - (main is not None and number > main)) for number, part in others]
    return tuple(attachment for attachment in found if attachment.number > 0)


def is_main(part: Mapping[str, Any], entry: Mapping[str, Any]) -> bool:
    """Whether a listed document is the entry's own."""
    return bool(part["pacer_doc_id"]) and part["pacer_doc_id"] == entry["pacer_doc_id"]


def _attachment(raw: Mapping[str, Any], number: int) -> ImportedAttachment:
    return ImportedAttachment(
        number=number,
        description=clean(raw["description"]),
        page_count=raw.get("page_count"),
        size_bytes=raw.get("file_size_bytes"),
        source_document_id=document_id(raw["pacer_doc_id"]),
    )


def document_id(raw: str | None) -> str:
    """An id of a document; the parser gives "sho0_doc.pl" for links that lead to a script instead of a document."""
    return raw if raw and DOCUMENT_ID.fullmatch(raw) else ""


def day(raw: date | None) -> date | None:
    """A date, also of what the parser gives with a time."""
    return raw.date() if isinstance(raw, datetime) else raw


def clean(raw: str | None) -> str:
    """Text without what PostgreSQL cannot store: NUL and halves of characters, smuggled in as references."""
    return UNSTORABLE.sub("", raw or "")


def text(html: str) -> str:
    """Words of a piece of HTML in one line."""
    return " ".join(without_tags(html).replace("&nbsp;", " ").split())
