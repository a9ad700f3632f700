"""What CourtListener's and the Internet Archive's JSON say of a case itself."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from docket.forums.pacer_courts import forum_id, pacer_id
from docket.intake.court_pages.juriscraper_parsers import REVIEW
from docket.intake.court_pages.pacer.page import clean
from docket.intake.shape import ImportedRelated, NumberParts, Refused

COURT = re.compile(r"[a-z0-9]{2,15}", re.I)
NUMBER = re.compile(r"(?:(?P<office>\d{1,2}):)?\d\d-(?P<type>[a-z]{1,5})-\d{1,7}", re.I)
TOLD = (
    ("assigned_to_str", "trial judge"),
    ("ordering_judge_str", "ordering judge"),
    ("court_reporter", "court reporter"),
)


def court_of(raw: Mapping[str, Any], forum: str) -> str:
    """The forum's id of the court, checked against `forum`; raises Refused when there is none or another one."""
    court = _court(raw.get("court_id") or raw.get("court"))
    if not court:
        raise Refused("The file does not say which court it is of.", REVIEW)
    if forum and pacer_id(forum) != pacer_id(court):
        raise Refused(f"The file is of the court {court!r}, not {forum!r}.", "Leave the forum out.")
    return court


def _court(told: Any) -> str:
    """The forum's id of "cand", or of an address that ends with "/courts/cand/"; "" for anything else."""
    label = str(told or "").rstrip("/").rpartition("/")[2].lower()
    return forum_id(label) if COURT.fullmatch(label) else ""


def facts(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an ImportedDocket that tell of the case, beside its court."""
    told = clean(str(raw.get("docket_number") or ""))
    if not told:
        raise Refused("The file shows no docket number.", REVIEW)
    number = NUMBER.match(told)
    return {
        "docket_number": number[0] if number else told,
        "docket_number_as_filed": told if number and number[0] != told else "",
        "number_parts": _parts(raw, number),
        "source_case_id": clean(str(raw.get("pacer_case_id") or "")),
        "caption": clean(raw.get("case_name")),
        "date_filed": iso(raw.get("date_filed")),
        "date_terminated": iso(raw.get("date_terminated")),
        "assigned_to": clean(raw.get("assigned_to_str")),
        "referred_to": clean(raw.get("referred_to_str")),
        "cause": clean(raw.get("cause")),
        "nature_of_suit": clean(raw.get("nature_of_suit")),
        "jury_demand": clean(raw.get("jury_demand")),
        "jurisdiction": clean(raw.get("jurisdiction_type")),
        "mdl_status": clean(raw.get("mdl_status")),
        "case_type": clean(raw.get("appellate_case_type_information")),
        "fee_status": clean(raw.get("appellate_fee_status")),
        "related": related(raw),
    }


def related(raw: Mapping[str, Any]) -> tuple[ImportedRelated, ...]:
    """The proceeding under review, where a docket of appeal names one."""
    below = raw.get("original_court_info")
    below = below if isinstance(below, dict) else {}
    court, number = clean(raw.get("appeal_from_str")), clean(below.get("docket_number"))
    if not (court or number):
        return ()
    return (
        ImportedRelated(
            kind="appeal_of",
            court=court,
            court_id=_court(raw.get("appeal_from")),
            numbers=(number,) if number else (),
            day=iso(below.get("date_judgment") or below.get("date_disposed")),
            note="; ".join(f"{label} {clean(str(below[key]))}" for key, label in TOLD if below.get(key)),
        ),
    )


def _parts(raw: Mapping[str, Any], number: re.Match[str] | None) -> NumberParts:
    def part(name: str) -> str | None:
        return clean(str(raw[name])) if raw.get(name) else None

    return NumberParts(
        office=part("federal_dn_office_code") or (number["office"] if number else None),
        case_type=part("federal_dn_case_type") or (number["type"] if number else None),
        assigned_initials=part("federal_dn_judge_initials_assigned"),
        referred_initials=part("federal_dn_judge_initials_referred"),
        defendant_number=part("federal_defendant_number"),
    )


def iso(raw: Any) -> date | None:
    """A day as written in JSON ("2021-03-04", also with a time behind it)."""
    return date.fromisoformat(str(raw)[:10]) if raw else None
