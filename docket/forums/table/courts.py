"""The courts of the Free Law Project's courts-db, by its ids, with the names and rules that it lacks."""

import json
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from docket.choices import ForumKind, ForumLevel, ForumSystem
from docket.forums.table.courts_corrected import CORRECTIONS
from docket.forums.table.federal import as_federal_court
from docket.forums.table.shape import ForumRow
from docket.law.places import place_named

LEVELS = {
    "colr": ForumLevel.LAST_RESORT,
    "iac": ForumLevel.INTERMEDIATE_APPELLATE,
    "gjc": ForumLevel.GENERAL,
    "gjc & iac": ForumLevel.GENERAL,
    "ljc": ForumLevel.LIMITED,
}
SYSTEMS = {
    "federal": ForumSystem.FEDERAL,
    "state": ForumSystem.STATE,
    "special": ForumSystem.STATE,
    "tribal": ForumSystem.TRIBAL,
    "international": ForumSystem.INTERNATIONAL,
}
# the dates of these are wrong: New Jersey was not abolished in 1801, these three states were divided long ago
STILL_SITS = {"njd": True, "ncd": False, "okd": False, "wvad": False}
FOREIGN_ZONES = {"England": "Europe/London", "Berlin": "Europe/Berlin", "Panama": "America/Panama"}


@cache
def records() -> tuple[dict[str, Any], ...]:
    """The records of the installed courts-db; read as data, because importing it compiles 2,800 expressions."""
    return tuple(json.loads((files("courts_db") / "data" / "courts.json").read_text(encoding="utf-8")))


def courts() -> list[ForumRow]:
    """Every court of courts-db, corrected and completed."""
    return [court_row(record) for record in records()]


def court_row(record: dict[str, Any]) -> ForumRow:
    """The forum that a record of courts-db describes."""
    place = place_named(record["location"])
    name = " ".join(record["name"].split())
    row = ForumRow(
        slug=record["id"],
        courts_db_id=record["id"],
        kind=ForumKind.AGENCY if record["type"] == "ag" else ForumKind.COURT,
        name=name,
        citation_form=record["citation_string"],
        jurisdiction=place.name if place else record["location"],
        system=SYSTEMS.get(record["system"], ForumSystem.OTHER),
        level=LEVELS.get(record["level"] or "", ""),
        time_zone=place.time_zone if place else FOREIGN_ZONES.get(record["location"], "America/New_York"),
        parent=record.get("parent") or "",
        url=_https(record.get("court_url") or ""),
        aliases=(name, record["citation_string"], record.get("name_abbreviation") or ""),
    )
    if row.system == ForumSystem.FEDERAL:
        row = as_federal_court(row, sitting=STILL_SITS.get(row.slug, not record["dates"][-1].get("end")))
    corrected = CORRECTIONS.get(row.slug, {})
    aliases = (*row.aliases, *corrected.get("aliases", ()))
    return replace(row, **(corrected | {"aliases": aliases}))


def _https(address: str) -> str:
    return address if address.startswith(("http://", "https://")) else ""
