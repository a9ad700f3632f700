"""Reader of the Supreme Court's dockets: its JSON, its present pages and its pages of before 2017."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from juriscraper.scotus import SCOTUSDocketReport, SCOTUSDocketReportHTM, SCOTUSDocketReportHTML

from docket.intake.court_pages.closure import closed_by
from docket.intake.court_pages.entry_numbers import numbered
from docket.intake.court_pages.juriscraper_parsers import REVIEW, parsed
from docket.intake.court_pages.listed_documents import documents
from docket.intake.court_pages.pacer.page import clean, day
from docket.intake.court_pages.sniff import Sniffed
from docket.intake.matching.rows import same_person
from docket.intake.shape import (
    ImportedAttorney,
    ImportedDocket,
    ImportedEntry,
    ImportedParty,
    ImportedRelated,
    ImportedSource,
    Refused,
)

SEE_ALSO = re.compile(r"\bsee also:? ([^()]{1,400})", re.I)
BESIDE = "Named by the court beside the case below: “See also”."
CONTACT = ("title", "address", "city", "state", "zip", "phone", "email")


def read_page(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> ImportedDocket:
    """One docket of the Supreme Court as ImportedDocket."""
    if forum not in ("", "scotus"):
        raise Refused(f"The file is of the court 'scotus', not {forum!r}.", "Leave the forum out.")
    if missing := _missing(sniffed.text):
        raise Refused(f"The Supreme Court's file has no {missing}.", "Download it from the court's site again.")
    found = _found(sniffed.text)
    if not found.get("docket_number") or not found.get("case_name"):
        raise Refused("The file shows no docket number or no title.", REVIEW)
    return ImportedDocket(
        kind=sniffed.kind,
        source=ImportedSource(file_name, hashlib.sha256(data).hexdigest(), _created(sniffed.text)),
        court_id="scotus",
        docket_number=clean(found["docket_number"]),
        caption=clean(found["case_name"]),
        date_filed=day(found["date_filed"]),
        closed=_closed(sniffed),
        flags=("CAPITAL CASE",) if found["capital_case"] else (),
        related=_related(found),
        parties=tuple(_party(raw) for raw in found["parties"]),
        entries=tuple(_entry(raw, place) for place, raw in enumerate(found["docket_entries"])),
        warnings=sniffed.warnings,
    )


def _missing(text: str) -> str:
    """What the court's JSON leaves out without which no case can be made; "" where it has both, and of a page."""
    if not text.lstrip().startswith("{"):
        return ""
    said = json.loads(text)
    number, title = said.get("CaseNumber"), (said.get("PetitionerTitle"), said.get("RespondentTitle"))
    wanted = (("docket number (CaseNumber)", number), ("title (PetitionerTitle, RespondentTitle)", any(title)))
    return " and no ".join(words for words, value in wanted if not value)


def _found(text: str) -> Mapping[str, Any]:
    readers: Sequence[Any] = (SCOTUSDocketReportHTML, SCOTUSDocketReportHTM)
    if text.lstrip().startswith("{"):
        readers = (SCOTUSDocketReport,)
    refusal = Refused("The file is not recognised.", REVIEW)
    for reader in readers:
        try:
            found: Mapping[str, Any] = parsed(reader, text)[1]
        except Refused as fault:
            refusal = fault
        else:
            return found
    raise refusal


def _created(text: str) -> datetime | None:
    """The day on which the court wrote its JSON; its pages do not say."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        return datetime.strptime(json.loads(text).get("sJsonCreationDate") or "", "%m/%d/%Y")
    except ValueError:
        return None


def _closed(sniffed: Sniffed) -> str:
    """The mark of closure in the court's JSON; one on a single line closes the whole file."""
    if not sniffed.text.lstrip().startswith("{"):
        return ""
    content = json.loads(sniffed.text)
    said = [content, *(content.get("ProceedingsandOrder") or ())]
    return next(filter(None, (closed_by(each, sniffed.kind) for each in said)), "")


def _related(found: Mapping[str, Any]) -> tuple[ImportedRelated, ...]:
    dates = (
        ("rehearing denied", found["lower_court_rehearing_denied_date"]),
        ("discretionary court decision", found["discretionary_court_decision"]),
        ("questions presented", found["questions_presented"]),
    )
    related = []
    below_numbers = tuple(clean(number).strip() for number in found["lower_court_case_numbers"] or ())
    named_beside = " ".join(SEE_ALSO.findall(found.get("lower_court_case_numbers_raw") or ""))
    beside = tuple(number for number in below_numbers if number in re.split(r"[\s,;]+", named_beside))
    if found["lower_court"]:
        below = ImportedRelated(
            kind="appeal_of",
            court=clean(found["lower_court"]),
            numbers=tuple(number for number in below_numbers if number not in beside),
            day=day(found["lower_court_decision_date"]),
            note="; ".join(f"{label} {told}" for label, told in dates if told),
        )
        related.append(below)
        related += [ImportedRelated("related", court=below.court, numbers=(number,), note=BESIDE) for number in beside]
    if found["links"]:
        numbers = dict.fromkeys(number.strip() for number in clean(found["links"]).split(",") if number.strip())
        related += [ImportedRelated(kind="related", court_id="scotus", numbers=(number,)) for number in numbers]
    return tuple(related)


def _party(raw: Mapping[str, Any]) -> ImportedParty:
    name = clean(raw["name"])
    return ImportedParty(
        name=name,
        role_as_filed=clean(raw["type"]) or "Unknown",
        attorneys=tuple(_attorney(counsel, name) for counsel in raw["attorneys"]),
    )


def _attorney(raw: Mapping[str, Any], party: str) -> ImportedAttorney:
    return ImportedAttorney(
        name=clean(raw["name"]),
        roles=("Counsel of Record",) if raw["is_counsel_of_record"] else (),
        contact="\n".join(clean(raw[part]).strip() for part in CONTACT if raw.get(part)),
        self_represented=same_person(raw["name"] or "", party),
    )


def _entry(raw: Mapping[str, Any], place: int) -> ImportedEntry:
    return ImportedEntry(
        ordinal=place,
        **numbered(raw["document_number"], is_number=False),
        date_filed=day(raw["date_filed"]),
        date_entered=None,
        text=clean(raw["description"]),
        **documents(raw["attachments"]),
    )
