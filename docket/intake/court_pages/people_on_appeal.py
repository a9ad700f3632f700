"""Parties and counsel as dockets of appeal print them: name, role, counsel with roles in brackets and an address."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from docket.intake.court_pages.pacer.page import clean, day
from docket.intake.shape import ImportedAttorney, ImportedParty

PRO_SE = re.compile(r"\bpro se\b", re.I)
KNOWN = ("name", "type", "attorneys", "date_terminated", "unparsed")


def parties(listed: Iterable[Mapping[str, Any]]) -> tuple[ImportedParty, ...]:
    """Every party; whatever else is printed under a name goes to the vault."""
    return tuple(_party(raw) for raw in listed)


def _party(raw: Mapping[str, Any]) -> ImportedParty:
    under = [*raw.get("unparsed", ()), *(f"{key}: {raw[key]}" for key in raw if key not in KNOWN)]
    return ImportedParty(
        name=clean(raw["name"]),
        role_as_filed=clean(raw["type"]) or "Unknown",
        date_terminated=day(raw.get("date_terminated")),
        extra_info="\n".join(clean(str(line)).strip() for line in under),
        attorneys=tuple(_attorney(counsel) for counsel in raw.get("attorneys", ())),
    )


def _attorney(raw: Mapping[str, Any]) -> ImportedAttorney:
    return ImportedAttorney(
        name=clean(raw["name"]),
        roles=tuple(clean(role) for role in raw["roles"]),
        contact=clean(raw["contact"]),
        self_represented=any(PRO_SE.search(role) for role in raw["roles"]),
    )
