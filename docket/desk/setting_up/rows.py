"""The rows of the page: a party with its role, its attorney and firm; a row without a party is more counsel of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpRequest

from docket.choices import PARTY_ROLE_SIDE, PartyRole, Side
from docket.desk.setting_up.name_box import NEW, NameBox

SHOWN = 8
MOST = 200
PRO_SE = frozenset({"pro se", "self", "in pro per", "in propria persona"})


class Row:
    """One row of the page. error: what is wrong with it as a whole; role: the one that is meant, also “as above”."""

    def __init__(self, number: int, data: Mapping[str, Any]) -> None:
        self.number = number
        self.party = NameBox("party", f"row{number}-party", f"Party {number}", data)
        self.attorney = NameBox("attorney", f"row{number}-attorney", f"Attorney {number}", data)
        self.firm = NameBox("firm", f"row{number}-firm", f"Firm {number}", data)
        self.chosen_role = str(data.get(f"row{number}-role", "" if number > 1 else PartyRole.PLAINTIFF))
        self.role = self.chosen_role
        self.error = ""
        self.is_pro_se = self.attorney.text.casefold() in PRO_SE
        if self.is_pro_se:
            self.attorney.text = ""

    @property
    def boxes(self) -> tuple[NameBox, ...]:
        """In the order in which they are typed."""
        return self.party, self.attorney, self.firm

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed into it; a role alone is nothing."""
        return not self.is_pro_se and not any(box.text for box in self.boxes)

    @property
    def attorney_typed(self) -> str:
        """What stands in the attorney's box."""
        return "pro se" if self.is_pro_se else self.attorney.text

    @property
    def side(self) -> Side:
        """The side follows from the role."""
        return PARTY_ROLE_SIDE[self.role]

    @property
    def errors(self) -> list[str]:
        """What keeps it from being saved."""
        return [words for words in (self.error, *(box.error for box in self.boxes)) if words]


def read(data: Mapping[str, Any]) -> list[Row]:
    """The rows that were sent, or the empty ones with which the page begins."""
    sent = str(data.get("rows", ""))
    count = int(sent) if sent.isascii() and sent.isdecimal() and len(sent) < 5 else SHOWN
    return [Row(number, data) for number in range(1, min(max(count, 1), MOST) + 1)]


def decide(request: HttpRequest, rows: list[Row]) -> None:
    """Find out whom each name means and which role each party has; what is wrong stands with its row."""
    before: dict[tuple[str, str], str] = {}
    for row in rows:
        for box in row.boxes:
            box.decide(request, before)
            if box.text and box.pick:
                before.setdefault(box.key, box.pick)
    _roles(rows)
    _check(rows)


def _roles(rows: list[Row]) -> None:
    above = ""
    for row in rows:
        row.role = row.chosen_role or above
        if row.party.text:
            above = row.role


def _check(rows: list[Row]) -> None:
    party: Row | None = None
    parties: dict[tuple[Any, str], int] = {}
    counsel: dict[tuple[int, Any], int] = {}
    for row in (row for row in rows if not row.is_empty):
        row.error = " ".join(_wrong(row, party))
        party = row if row.party.text else party
        if row.party.text:
            _once(row, parties, (who(row.party), row.role), "has that role")
        if row.attorney.text and party is not None:
            _once(row, counsel, (party.number, who(row.attorney)), "is counsel of that party")


def _wrong(row: Row, party: Row | None) -> Iterator[str]:
    if row.party.text and row.role not in PartyRole.values:
        yield "Choose a role."
    if not row.party.text and party is None:
        yield "Name the party first: counsel without a party belongs to the party above."
    if not row.party.text and row.is_pro_se:
        yield "Write “pro se” in the row of the party itself."
    if row.firm.text and not row.attorney.text:
        yield "Name the attorney too: a firm appears by an attorney."


def _once(row: Row, seen: dict[Any, int], key: Any, words: str) -> None:
    if key in seen:
        row.error = f"{row.error} The same one {words} in row {seen[key]} already.".strip()
    seen.setdefault(key, row.number)


def who(box: NameBox) -> tuple[str, str]:
    """One for each person: a known row's number, a new one's name."""
    return (box.sort, box.pick) if box.pick and box.pick != NEW else box.key
