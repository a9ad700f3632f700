"""Parties and counsel in CourtListener's and the Internet Archive's JSON."""

from collections.abc import Iterable, Mapping
from typing import Any

from docket.intake.court_pages.pacer.page import clean
from docket.intake.court_pages.pacer.party_info import aliases, capacities
from docket.intake.court_pages.recap.case import iso
from docket.intake.court_pages.recap.pages import Item
from docket.intake.shape import ImportedAttorney, ImportedCharges, ImportedCount, ImportedParty

ROLES = {
    1: "ATTORNEY TO BE NOTICED",
    2: "LEAD ATTORNEY",
    4: "PRO HAC VICE",
    5: "SELF- TERMINATED: {day}",
    6: "TERMINATED: {day}",
}
"""CourtListener's numbers of what a lawyer is in a case; what is not of that case (“disbarred”) is not taken over."""
STATUSES = {1: "pending", 2: "terminated"}


def parties(listed: Iterable[Item], attorneys: Mapping[str, Item], docket: str) -> tuple[ImportedParty, ...]:
    """A party for each role in which a person takes part in the docket with that id ("" for the only one)."""
    return tuple(
        _party(raw, kind, attorneys, docket)
        for raw in listed
        for kind in raw.get("party_types") or ()
        if _is_of(kind, docket)
    )


def _is_of(raw: Item, docket: str) -> bool:
    told = str(raw.get("docket_id") or raw.get("docket") or "").rstrip("/").rpartition("/")[2]
    return not (told and docket) or told == docket


def _party(raw: Item, kind: Item, attorneys: Mapping[str, Item], docket: str) -> ImportedParty:
    extra = clean(kind.get("extra_info") or raw.get("extra_info"))
    return ImportedParty(
        name=clean(raw.get("name")),
        role_as_filed=clean(kind.get("name")) or "Unknown",
        date_terminated=iso(kind.get("date_terminated")),
        capacities=capacities(extra),
        aliases=aliases(extra),
        extra_info=extra,
        attorneys=_counsel(raw.get("attorneys") or (), attorneys, docket),
        charges=_charges(kind),
    )


def _counsel(listed: Iterable[Item], attorneys: Mapping[str, Item], docket: str) -> tuple[ImportedAttorney, ...]:
    """One row for each lawyer with all roles; those of whom no page gives the name are left out."""
    found: dict[str, ImportedAttorney] = {}
    for raw in listed:
        who = attorneys.get(str(raw.get("attorney_id") or ""), raw)
        name = clean(who.get("name"))
        if not (name and _is_of(raw, docket)):
            continue
        said = raw.get("roles")
        roles = tuple(role for each in (said if isinstance(said, list) else [raw]) if (role := _role(each)))
        before = found.get(name)
        found[name] = ImportedAttorney(
            name=name, roles=(*before.roles, *roles) if before else roles, contact=clean(who.get("contact_raw"))
        )
    return tuple(found.values())


def _role(raw: Any) -> str:
    said = raw if isinstance(raw, dict) else {"role": raw}
    words = ROLES.get(said.get("role") or 0, "") if isinstance(said.get("role"), int) else clean(said.get("role_raw"))
    day = iso(said.get("date_action"))
    return words.format(day=f"{day:%m/%d/%Y}" if day else "").removesuffix(": ")


def _charges(raw: Item) -> ImportedCharges | None:
    counts, complaints = raw.get("criminal_counts") or (), raw.get("criminal_complaints") or ()
    if not (counts or complaints):
        return None
    return ImportedCharges(
        counts=tuple(_count(count, STATUSES.get(count.get("status"), "")) for count in counts),
        complaints=tuple(_count(complaint, "") for complaint in complaints),
        highest_offense_opening=clean(raw.get("highest_offense_level_opening")),
        highest_offense_terminated=clean(raw.get("highest_offense_level_terminated")),
    )


def _count(raw: Item, status: str) -> ImportedCount:
    return ImportedCount(clean(raw.get("name")), clean(raw.get("disposition")), status)
