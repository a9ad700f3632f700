"""Reader of PACER docket reports: district courts, bankruptcy courts, Court of International Trade, JPML."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from docket.importers.pacer_courts import court_in_heading, court_in_links, forum_id, pacer_id
from docket.importers.pacer_report import RECEIPT, left_out, parse
from docket.importers.party_info import aliases, capacities
from docket.importers.shape import (
    ImportedAttachment,
    ImportedAttorney,
    ImportedCharges,
    ImportedCount,
    ImportedDocket,
    ImportedEntry,
    ImportedParty,
    ImportedSource,
    Kind,
    NumberParts,
    Refused,
)
from docket.importers.sniff import HEAD, TAIL, Sniffed

DOCUMENT_ID = re.compile(r"\d{8,}")
HEADING = re.compile(
    r"<h3\b.*?</h3>|<center>.{0,600}?(?:bankruptcy petition|adversary proceeding)\s*#.*?</(?:font|center|b)>",
    re.I | re.S,
)
NUMBER = re.compile(r"#\s*:?\s*(?P<number>MDL No\.\s*\d+|[\dA-Za-z:~_/-]+)")
CASE_ID = re.compile(r"goDLS\('[^']*'\s*,\s*'(\d+)'", re.I)
OTHER_CASE_ID = re.compile(r"(?:[?&]caseid=|\bqryAscCases\.pl\?)(\d+)\b", re.I)
RECEIPT_TIME = re.compile(r"\b(\d{2}/\d{2}/\d{4} \d{2}:\d{2}:\d{2})\b")
CRITERIA = re.compile(r"Search\s+Criteria:\s*(?:<[^>]*>|\s)*([^<]*)", re.I)
FLAGS = re.compile(r"<td[^>]*align=[\"']?right[\"']?[^>]*>((?:(?!</td>).)*)</td>", re.I | re.S)
FLAG = re.compile(r"[A-Za-z0-9][\w .&/'-]{1,40}")
TAG = re.compile(r"<[^>]*>")
PRO_SE = re.compile(r"^\s*PRO SE\s*$", re.I | re.M)


def read(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> ImportedDocket:
    """One docket report as ImportedDocket. `forum` is a forum id that the page must not contradict.

    Raises Refused when the court is unknown or another one, or when the parser finds no docket in the page.
    """
    html = sniffed.text
    match = HEADING.search(html[:HEAD])
    heading = _text(match[0]) if match else ""
    court = find_court(html, heading, sniffed.kind, forum)
    report, found = parse(html, court)
    number = NUMBER.search(heading)
    entries = tuple(_entry(raw, place) for place, raw in enumerate(found["docket_entries"]))
    parties = tuple(_party(raw) for raw in found["parties"])
    return ImportedDocket(
        kind=sniffed.kind,
        source=_source(html, data, file_name),
        court_id=forum_id(court),
        docket_number=found["docket_number"],
        docket_number_as_filed=number["number"] if number else found["docket_number"],
        number_parts=NumberParts(
            office=found["federal_dn_office_code"],
            case_type=found["federal_dn_case_type"],
            assigned_initials=found["federal_dn_judge_initials_assigned"],
            referred_initials=found["federal_dn_judge_initials_referred"],
            defendant_number=found["federal_defendant_number"],
        ),
        source_case_id=case_id(html),
        caption=_clean(found["case_name"]),
        date_filed=_date(found["date_filed"]),
        date_terminated=_date(found["date_terminated"]),
        date_converted=_date(found["date_converted"]),
        date_discharged=_date(found["date_discharged"]),
        assigned_to=_clean(found["assigned_to_str"]),
        referred_to=_clean(found["referred_to_str"]),
        cause=_clean(found["cause"]),
        nature_of_suit=_clean(found["nature_of_suit"]),
        jury_demand=_clean(found["jury_demand"]),
        demand=_clean(found["demand"]),
        jurisdiction=_clean(found["jurisdiction"]),
        mdl_status=_clean(found["mdl_status"]),
        flags=flags(html, match.start() if match else 0),
        ordered_by=found["ordered_by"] or "",
        parties=parties,
        entries=entries,
        warnings=(*sniffed.warnings, *left_out(report, len(entries))),
    )


def find_court(html: str, heading: str, kind: Kind, forum: str = "") -> str:
    """PACER's id of the court, by the page's addresses and heading, checked against `forum` when given."""
    linked = court_in_links(html)
    headed = court_in_heading(heading, kind is Kind.BANKRUPTCY)
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
        raise Refused(
            f"The page's heading says {forum_id(headed)!r} and its links say {forum_id(linked)!r}.",
            "Say which court it is with --forum.",
        )
    if not named:
        raise Refused("The page does not say which court it is of.", "Say which court it is with --forum.")
    return named.pop()


def case_id(html: str) -> str:
    """PACER's number of the case, "" when no link shows it; links to member and lead cases do not count."""
    own: Counter[str] = Counter(CASE_ID.findall(html))
    if own:
        return own.most_common(1)[0][0]
    others: set[str] = set(OTHER_CASE_ID.findall(html))
    return others.pop() if len(others) == 1 else ""


def flags(html: str, before: int) -> tuple[str, ...]:
    """The court's tokens at the top right: ("CLOSED", "CASREF")."""
    cells = FLAGS.findall(html[:before])
    tokens = [token.strip() for token in _text(cells[-1]).split(",")] if cells else []
    return tuple(token for token in tokens if FLAG.fullmatch(token))


def _source(html: str, data: bytes, file_name: str) -> ImportedSource:
    tail = html[-TAIL:]
    receipt = RECEIPT.search(tail)
    served = RECEIPT_TIME.search(tail, receipt.end()) if receipt else None
    criteria = CRITERIA.search(tail, receipt.end()) if receipt else None
    return ImportedSource(
        file_name=file_name,
        sha256=hashlib.sha256(data).hexdigest(),
        retrieved_at=datetime.strptime(served[1], "%m/%d/%Y %H:%M:%S") if served else None,
        search_criteria=_text(criteria[1]) if criteria else "",
    )


def _entry(raw: Mapping[str, Any], place: int) -> ImportedEntry:
    return ImportedEntry(
        ordinal=place,
        number=str(raw["document_number"]) if raw["document_number"] is not None else None,
        date_filed=_date(raw["date_filed"]),
        date_entered=_date(raw["date_entered"]),
        text=_clean(raw["description"]),
        source_document_id=_document_id(raw["pacer_doc_id"]),
        source_sequence=raw["pacer_seq_no"] or "",
        page_count=raw.get("page_count"),
        size_bytes=raw.get("file_size_bytes"),
        attachments=_attachments(raw),
    )


def _attachments(raw: Mapping[str, Any]) -> tuple[ImportedAttachment, ...]:
    """The attachments from 1; bankruptcy courts list the main document among them, as number 1."""
    listed = raw.get("attachments", ())
    main = next((int(part["attachment_number"]) for part in listed if _is_main(part, raw)), 0)
    found = [_attachment(part, int(part["attachment_number"]) - main) for part in listed if not _is_main(part, raw)]
    return tuple(attachment for attachment in found if attachment.number > 0)


def _is_main(part: Mapping[str, Any], entry: Mapping[str, Any]) -> bool:
    return bool(part["pacer_doc_id"]) and part["pacer_doc_id"] == entry["pacer_doc_id"]


def _attachment(raw: Mapping[str, Any], number: int) -> ImportedAttachment:
    return ImportedAttachment(
        number=number,
        description=_clean(raw["description"]),
        page_count=raw.get("page_count"),
        size_bytes=raw.get("file_size_bytes"),
        source_document_id=_document_id(raw["pacer_doc_id"]),
    )


def _party(raw: Mapping[str, Any]) -> ImportedParty:
    extra = _clean(raw.get("extra_info"))
    return ImportedParty(
        name=_clean(raw.get("name")),
        role_as_filed=_clean(raw["type"]),
        date_terminated=_date(raw.get("date_terminated")),
        capacities=capacities(extra),
        aliases=aliases(extra),
        extra_info=extra,
        attorneys=tuple(_attorney(counsel) for counsel in raw.get("attorneys", ())),
        charges=_charges(raw["criminal_data"]) if raw.get("criminal_data") else None,
    )


def _attorney(raw: Mapping[str, Any]) -> ImportedAttorney:
    return ImportedAttorney(
        name=_clean(raw["name"]),
        roles=tuple(_clean(role) for role in raw["roles"]),
        contact=_clean(raw["contact"]),
        self_represented=bool(PRO_SE.search(raw["contact"]) or any(PRO_SE.match(role) for role in raw["roles"])),
    )


def _charges(raw: Mapping[str, Any]) -> ImportedCharges:
    return ImportedCharges(
        counts=tuple(_count(count) for count in raw["counts"]),
        complaints=tuple(_count(complaint) for complaint in raw["complaints"]),
        highest_offense_opening=_clean(raw["highest_offense_level_opening"]),
        highest_offense_terminated=_clean(raw["highest_offense_level_terminated"]),
    )


def _count(raw: Mapping[str, Any]) -> ImportedCount:
    return ImportedCount(_clean(raw["name"]), _clean(raw["disposition"]), _clean(raw.get("status")))


def _document_id(raw: str | None) -> str:
    # The parser gives "sho0_doc.pl" for links that lead to a script instead of a document.
    return raw if raw and DOCUMENT_ID.fullmatch(raw) else ""


def _date(raw: date | None) -> date | None:
    return raw.date() if isinstance(raw, datetime) else raw


def _clean(raw: str | None) -> str:
    # PostgreSQL cannot store NUL; the page may smuggle one in as a character reference.
    return (raw or "").replace("\0", "")


def _text(html: str) -> str:
    return " ".join(TAG.sub(" ", html).replace("&nbsp;", " ").split())
