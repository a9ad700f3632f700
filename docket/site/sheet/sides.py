"""The parties of a case by side, in the order of the caption, each with roles, capacities and counsel; one query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from docket.choices import PartyRole, Side, capacity_phrase
from docket.models import Case
from docket.models.parts.nested import instance
from docket.site.sheet.fetch import fetch
from parties.models import Party

EACH_SIDE = 25
SIDE_WORDS = {
    Side.INITIATING: "Bringing the case",
    Side.RESPONDING: "Answering the case",
    Side.NEUTRAL: "Others in the case",
}

PARTIES = """
select * from (
  select c.side, c.role, c.position, c.id, c.date_terminated, c.date_terminated_precision, c.doe_from, c.doe_to,
    c.is_pro_se, row_to_json(p) as party,
    (select json_agg(json_build_array(kind, object) order by position, id)
      from docket_capacity where case_party_id = c.id) as capacities,
    (select json_agg(json_build_array(a.name, m.name, x.date_terminated, x.date_terminated_precision)
      order by x.position, x.id) from docket_appearance x join parties_attorney a on a.id = x.attorney_id
      left join parties_firm m on m.id = x.firm_id where x.case_party_id = c.id) as counsel,
    (select q.name from docket_caseparty o join parties_party q on q.id = o.party_id
      where o.id = c.substituted_for_id) as in_place_of,
    row_number() over (partition by c.side order by c.position, c.id) as place,
    count(*) over (partition by c.side) as of_side
  from docket_caseparty c
  join lateral (select id, public_id, name, kind, sort_name from parties_party where id = c.party_id) p on true
  where c.case_id = %(case)s
) roles where place <= %(each_side)s order by position, id
"""


@dataclass(frozen=True)
class Counsel:
    """An attorney with the firm of that time; until: when the appearance ended."""

    name: str
    firm: str
    date_terminated: date | None
    date_terminated_precision: str


@dataclass
class PartyLine:
    """One party on one side, with all its roles there."""

    party: Party
    first: Any
    roles: list[str] = field(default_factory=list)
    capacities: str = ""
    counsel: list[Counsel] = field(default_factory=list)
    is_pro_se: bool = False

    @property
    def role_is_all(self) -> bool:
        """Whether its role is all that there is to say of it: a side of one role says that above."""
        first = self.first
        return len(self.roles) == 1 and not (first.doe_from or first.date_terminated or first.in_place_of)

    @property
    def role_words(self) -> str:
        """All roles, the first with a capital letter: “Defendant, third-party plaintiff”."""
        return ", ".join([self.roles[0], *(role[:1].lower() + role[1:] for role in self.roles[1:])])


@dataclass
class SideOfCase:
    """One side of the caption; `total` counts roles, of which only the first may be listed."""

    side: str
    label: str
    lines: list[PartyLine]
    listed: int
    total: int
    has_one_role: bool


def sides_of(case: Case) -> list[SideOfCase]:
    """The parties by side; of a side with very many only the first."""
    by_side: dict[str, list[Any]] = {str(side): [] for side in SIDE_WORDS}
    for row in fetch(PARTIES, {"case": case.pk, "each_side": EACH_SIDE}):
        by_side[row.side].append(row)
    return [_side(side, rows) for side, rows in by_side.items() if rows]


def _side(side: str, rows: list[Any]) -> SideOfCase:
    has_one_role = len({row.role for row in rows}) == 1
    return SideOfCase(side, _side_label(side, rows), _party_lines(rows), len(rows), rows[0].of_side, has_one_role)


def _side_label(side: str, rows: list[Any]) -> str:
    roles = {row.role for row in rows}
    if len(roles) > 1:
        return SIDE_WORDS[Side(side)]
    role = PartyRole(roles.pop())
    return str(role.label) if rows[0].of_side == 1 else plural(role)


def plural(role: PartyRole) -> str:
    """“Plaintiffs”; roles that do not take an s stay as they are."""
    label = str(role.label)
    if role in (PartyRole.PROSECUTION, PartyRole.OTHER, PartyRole.IN_RE_SUBJECT):
        return label
    return f"{label[:-1]}ies" if label.endswith("y") else f"{label}s"


def _party_lines(rows: list[Any]) -> list[PartyLine]:
    lines: dict[str, PartyLine] = {}
    for row in rows:
        line = lines.setdefault(row.party["public_id"], PartyLine(instance(Party, row.party), row))
        line.roles.append(_role_words(row))
        line.capacities = line.capacities or capacity_words(row.capacities or [])
        line.counsel += [one for one in map(_counsel, row.counsel or []) if one not in line.counsel]
        line.is_pro_se = line.is_pro_se or row.is_pro_se
    return list(lines.values())


def _counsel(row: tuple[str, str | None, str | None, str]) -> Counsel:
    name, firm, until, precision = row
    name = name or "name not in the record"
    return Counsel(name, firm or "", date.fromisoformat(until) if until else None, precision)


def _role_words(row: Any) -> str:
    words = str(PartyRole(row.role).label)
    if row.doe_from:
        words += f" {row.doe_from}–{row.doe_to}" if row.doe_to != row.doe_from else f" {row.doe_from}"
    return words


def capacity_words(capacities: Iterable[tuple[str, str]]) -> str:
    """“individually, and as next friend of A.R., a minor”. capacities: kind and object of each, in order."""
    phrases = [capacity_phrase(kind, of_whom) for kind, of_whom in capacities]
    return ", and ".join([", ".join(phrases[:-1]), phrases[-1]]) if len(phrases) > 1 else "".join(phrases)
