"""Federal courts: their full names from courts-db's short ones, their level and the rules that govern them."""

import re
from dataclasses import replace

from docket.choices import DocketPattern, ForumLevel
from docket.forums.table.shape import ForumRow
from docket.law.forum_names import DIRECTIONS
from docket.law.places import place_named

DISTRICT = "United States District Court for the "
BANKRUPTCY = "United States Bankruptcy Court for the "
CIRCUIT = "United States Court of Appeals for the "

TRIAL_COURT = re.compile(r"(?:United States )?(District|Bankruptcy) Court,? (?:for the )?(.+)")
_DIRECTION = "|".join(DIRECTIONS.values())
DISTRICT_OF = re.compile(
    rf"(?:(?P<letter>[CEMNSW])\. ?D\. |D\. |(?P<word>{_DIRECTION})? ?District (?:of )?)?(?P<state>.+?)"
    rf"(?: (?P<after>{_DIRECTION}))?",
    re.IGNORECASE,
)

# districts whose court sits in another time zone than most of their state
TIME_ZONES = {
    "tned": "America/New_York",
    "tneb": "America/New_York",
    "kywd": "America/Kentucky/Louisville",
    "kywb": "America/Kentucky/Louisville",
}


def as_federal_court(row: ForumRow, sitting: bool) -> ForumRow:
    """The row with its full name, level and, if the court still sits, the shape of its numbers and its rules."""
    row = replace(
        row,
        name=full_name(row.name, row.citation_form),
        short_name=row.citation_form,
        time_zone=TIME_ZONES.get(row.slug, row.time_zone),
    )
    if row.name.startswith(DISTRICT):
        row = replace(row, level=ForumLevel.GENERAL)
        return _sitting_district(row) if sitting else row
    if row.name.startswith(BANKRUPTCY):
        row = replace(row, level=ForumLevel.LIMITED)
        return _sitting_bankruptcy(row) if sitting else row
    if row.name.startswith(CIRCUIT) and row.name.endswith("Circuit"):
        return _circuit(row)
    return row


def full_name(name: str, citation: str) -> str:
    """“District Court, D. New Mexico” → “United States District Court for the District of New Mexico”."""
    if name.startswith("Court of Appeals for the ") and name.endswith("Circuit"):
        return f"United States {name}".replace("D.C. Circuit", "District of Columbia Circuit")
    court = TRIAL_COURT.fullmatch(name)
    district = DISTRICT_OF.fullmatch(court[2]) if court else None
    if not court or not district:
        return name
    if "Columbia" in name:
        where = "District of Columbia"
    elif place := place_named(district["state"].removeprefix("of ").strip()):
        the = "the " if place.name.endswith("Islands") else ""
        letter = district["letter"] or (district["word"] or district["after"] or "")[:1]
        where = f"{DIRECTIONS.get(letter.lower(), '').capitalize()} District of {the}{place.name}".strip()
    else:
        return name
    return (BANKRUPTCY if "Bankr" in court[1] or citation.startswith("Bankr") else DISTRICT) + where


def _sitting_district(row: ForumRow) -> ForumRow:
    return replace(
        row,
        docket_pattern=DocketPattern.US_DISTRICT,
        deadline_rules="frcp6",
        holiday_calendar="us_federal",
        aliases=(*row.aliases, row.name.removeprefix(DISTRICT)),
    )


def _sitting_bankruptcy(row: ForumRow) -> ForumRow:
    return replace(row, docket_pattern=DocketPattern.US_BANKRUPTCY, holiday_calendar="us_federal")


def _circuit(row: ForumRow) -> ForumRow:
    return replace(
        row,
        level=ForumLevel.INTERMEDIATE_APPELLATE,
        jurisdiction="United States",
        docket_pattern=DocketPattern.US_APPELLATE,
        deadline_rules="frap26",
        holiday_calendar="us_federal",
    )
