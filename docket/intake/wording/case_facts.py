"""What a page says of the case itself, in the record's own columns and words. Pure."""

from datetime import date
from typing import Any

from docket.choices import CaptionKind, CaseCategory, CaseStatus, CaseType, JurisdictionBasis, JuryDemand
from docket.forums.pacer_courts import is_appellate, is_bankruptcy
from docket.intake.page_kinds.row import About
from docket.intake.page_kinds.table import PAGE_KINDS
from docket.intake.shape import ImportedDocket
from docket.law import nature_of_suit
from docket.law.reading.endings import Ending, ending

CRIMINAL_TYPES = {"cr", "crcor", "mj", "po", "tp"}
JURISDICTIONS = {basis.label.casefold(): basis.value for basis in JurisdictionBasis}
JURIES = {jury.label.casefold(): jury.value for jury in JuryDemand if jury.value} | {"no": "none", "yes": "yes"}
STAYED = {"STAYED", "STAY", "ADMSTAY"}


def facts(docket: ImportedDocket) -> dict[str, Any]:
    """Column of Case → value, as far as the page says; an empty value is one it does not say."""
    if PAGE_KINDS[docket.kind].about is About.RECORD:
        said = {"caption": docket.caption, "category": docket.category, "last_checked": None}
        return {"docket_number": docket.docket_number, **said}
    ended = end_in_entries(docket)
    return {
        "docket_number": docket.docket_number,
        "docket_number_as_filed": docket.docket_number_as_filed,
        "caption": docket.caption,
        "caption_kind": caption_kind(docket) if docket.caption else "",
        "category": category(docket),
        "case_type": case_type(docket),
        "case_type_as_filed": docket.case_type,
        "nature_of_suit": suit_code(docket.nature_of_suit),
        "nature_of_suit_as_filed": docket.nature_of_suit,
        "cause": docket.cause,
        "jurisdiction_basis": JURISDICTIONS.get(docket.jurisdiction.casefold(), ""),
        "jurisdiction_as_filed": docket.jurisdiction,
        "jury_demand": JURIES.get(docket.jury_demand.casefold(), ""),
        "demand": docket.demand,
        "fee_status": docket.fee_status,
        "date_filed": docket.date_filed,
        "date_terminated": ended.day if ended else None if closed_before_filed(docket) else docket.date_terminated,
        "date_converted": docket.date_converted,
        "date_discharged": docket.date_discharged,
        "status": ended.status if ended else status(docket),
        "disposition": ended.disposition if ended else "",
        "ending_as_read": ended.as_kept if ended else "",
        "status_as_filed": docket.status,
        "mdl_status": docket.mdl_status,
        "flags": list(docket.flags),
        "court_case_id": docket.source_case_id,
        "last_checked": last_checked(docket),
        "coverage_note": coverage(docket),
    }


def last_checked(docket: ImportedDocket) -> date | None:
    """The day on which the whole docket was read from the court."""
    served = docket.source.retrieved_at
    return served.date() if served and PAGE_KINDS[docket.kind].about not in (About.ENTRIES, About.HEAD) else None


def coverage(docket: ImportedDocket) -> str:
    """What a page leaves out of the docket, in words for the reader; "" for a whole docket."""
    if always := PAGE_KINDS[docket.kind].coverage:
        return always
    asked = docket.source.search_criteria.removeprefix(docket.docket_number_as_filed).strip()
    lowered = asked.lower()
    if "starting with document" in lowered or "ending with document" in lowered or "start date" in lowered:
        return f"Only part of the docket: the court was asked for “{asked}”."
    return ""


def end_in_entries(docket: ImportedDocket) -> Ending | None:
    """The case's end as its own last entries surely tell it, where such a page tells it nowhere else."""
    if "status" not in PAGE_KINDS[docket.kind].speaks_of:
        return None
    found = ending(docket.court_id, [(entry.date_filed, entry.text) for entry in docket.entries])
    return None if found and docket.date_filed and found.day < docket.date_filed else found


def closed_before_filed(docket: ImportedDocket) -> bool:
    """Whether the page's two dates contradict each other; the record refuses such a pair."""
    filed, closed = docket.date_filed, docket.date_terminated
    return bool(filed and closed and closed < filed)


def category(docket: ImportedDocket) -> CaseCategory:
    """Bankruptcy and appeal by the court, criminal by the letters of the number, else civil; OTHER: not to be told."""
    if PAGE_KINDS[docket.kind].is_appeal or is_appellate(docket.court_id):
        return CaseCategory.APPEAL
    if is_bankruptcy(docket.court_id):
        return CaseCategory.BANKRUPTCY
    if not docket.docket_number:
        return CaseCategory.OTHER
    criminal = (docket.number_parts.case_type or "").lower() in CRIMINAL_TYPES
    return CaseCategory.CRIMINAL if criminal else CaseCategory.CIVIL


def case_type(docket: ImportedDocket) -> str:
    """An adversary proceeding; other types are for staff to choose."""
    adversary = is_bankruptcy(docket.court_id) and is_adversary(docket)
    return CaseType.BANKRUPTCY_ADVERSARY if adversary else ""


def is_adversary(docket: ImportedDocket) -> bool:
    """Whether a bankruptcy docket is of a suit within the bankruptcy."""
    return docket.number_parts.case_type == "ap" or docket.caption.endswith("Adversary Proceeding")


def caption_kind(docket: ImportedDocket) -> CaptionKind:
    """How the title reads: by its first words, and a petition in bankruptcy is “In re” its debtor."""
    title = docket.caption.casefold()
    if title.startswith(("in the matter of", "matter of")):
        return CaptionKind.MATTER_OF
    if title.startswith("in re") or (is_bankruptcy(docket.court_id) and not is_adversary(docket)):
        return CaptionKind.IN_RE
    return CaptionKind.EX_PARTE if title.startswith("ex parte") else CaptionKind.ADVERSARY


def status(docket: ImportedDocket) -> str:
    """Where the case stood when the page was served: closed, stayed or open; "" where such a page does not say."""
    if docket.date_terminated:
        return CaseStatus.DISPOSED
    if STAYED & {flag.upper() for flag in docket.flags}:
        return CaseStatus.PENDING_INACTIVE
    speaks = PAGE_KINDS[docket.kind].speaks_of
    says_no_end = "date_terminated" not in speaks or "status" in speaks
    return "" if says_no_end else CaseStatus.PENDING_ACTIVE


def suit_code(text: str) -> int | None:
    """The cover sheet's code at the head of "360 P.I.: Other"; None when it is none of the list."""
    head = text.split(maxsplit=1)[0] if text else ""
    return int(head) if head.isdigit() and int(head) in nature_of_suit.codes() else None
