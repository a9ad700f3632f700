"""The parties of a case by side, in the order of the caption, each with roles, capacities and counsel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from docket.choices import PartyRole, Side, capacity_phrase
from docket.models import Case, CaseParty

EACH_SIDE = 25
SIDE_WORDS = {
    Side.INITIATING: "Bringing the case",
    Side.RESPONDING: "Answering the case",
    Side.NEUTRAL: "Others in the case",
}


@dataclass
class PartyLine:
    """One party on one side, with all its roles there."""

    party: Any
    first: CaseParty
    roles: list[str]
    capacities: str
    counsel: list[Any]
    is_pro_se: bool

    @property
    def role_words(self) -> str:
        """“Defendant, third-party plaintiff”."""
        return ", ".join([self.roles[0], *(role[:1].lower() + role[1:] for role in self.roles[1:])])


@dataclass
class SideOfCase:
    """One side of the caption; `total` counts roles, of which only the first may be listed."""

    side: str
    label: str
    lines: list[PartyLine]
    listed: int
    total: int


def sides_of(case: Case) -> list[SideOfCase]:
    """The parties by side, in the order of the caption; one query."""
    by_side: dict[str, list[Any]] = {str(side): [] for side in SIDE_WORDS}
    for row in CaseParty.objects.filter(case=case).for_page(EACH_SIDE):
        by_side[row.side].append(row)
    return [
        SideOfCase(side, _side_label(side, rows), _party_lines(rows), len(rows), rows[0].of_side)
        for side, rows in by_side.items()
        if rows
    ]


def _side_label(side: str, rows: list[Any]) -> str:
    roles = {row.get_role_display() for row in rows}
    if len(roles) > 1:
        return SIDE_WORDS[Side(side)]
    role = str(roles.pop())
    return role if rows[0].of_side == 1 else plural(role)


def plural(role: str) -> str:
    """“Plaintiffs”; roles that do not take an s stay as they are."""
    if role in (PartyRole.PROSECUTION.label, PartyRole.OTHER.label, PartyRole.IN_RE_SUBJECT.label):
        return role
    return f"{role[:-1]}ies" if role.endswith("y") else f"{role}s"


def _party_lines(rows: list[Any]) -> list[PartyLine]:
    lines: dict[int, PartyLine] = {}
    for row in rows:
        line = lines.setdefault(row.party_id, PartyLine(row.party, row, [], "", [], False))
        line.roles.append(_role_words(row))
        line.capacities = line.capacities or capacity_words(row.in_capacities)
        known = {(c.attorney_name, c.firm_name) for c in line.counsel}
        line.counsel += [c for c in row.counsel if (c.attorney_name, c.firm_name) not in known]
        line.is_pro_se = line.is_pro_se or row.is_pro_se
    return list(lines.values())


def _role_words(row: CaseParty) -> str:
    words = str(row.get_role_display())
    if row.doe_from:
        words += f" {row.doe_from}–{row.doe_to}" if row.doe_to != row.doe_from else f" {row.doe_from}"
    return words


def capacity_words(capacities: Iterable[Any]) -> str:
    """“individually, and as next friend of A.R., a minor”."""
    phrases = [capacity_phrase(c.kind, c.object) for c in capacities]
    return ", and ".join([", ".join(phrases[:-1]), phrases[-1]]) if len(phrases) > 1 else "".join(phrases)
