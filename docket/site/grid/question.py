"""What a reader asks of a claims grid, as the address says it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

from docket.choices import ClaimEffect

STATUSES = [pair for pair in ClaimEffect.choices if pair[0] != ClaimEffect.NONE]
MOST_PAGES = 10_000


@dataclass(frozen=True)
class GridQuestion:
    """Which claims against whom, and which window of them. party, claimant: public ids; on: as of that day.

    matrix: whether the full table is asked for although nothing narrows it.
    """

    party: str = ""
    claimant: str = ""
    status: str = ""
    claims: int = 1
    parties: int = 1
    on: date | None = None
    problems: tuple[str, ...] = ()
    matrix: bool = False

    @classmethod
    def of(cls, get: QueryDict, on: date | None = None) -> GridQuestion:
        """Read `?party=`, `claimant=`, `status=`, `claims=`, `parties=`; what is not understood is named."""
        problems: list[str] = []
        status = get.get("status", "")
        if status and status not in dict(STATUSES):
            known = ", ".join(code for code, _ in STATUSES)
            problems.append(f"“{status[:20]}” is not where a claim can stand. Write one of {known}.")
            status = ""
        return cls(
            party=_id(get.get("party", "")),
            claimant=_id(get.get("claimant", "")),
            status=status,
            claims=_page("claims", get, problems),
            parties=_page("parties", get, problems),
            on=on,
            problems=tuple(problems),
            matrix=get.get("matrix") == "1",
        )

    @property
    def narrows(self) -> bool:
        """Whether only some claims are asked for."""
        return bool(self.party or self.claimant or self.status or self.claims > 1 or self.parties > 1)

    @property
    def is_tabled(self) -> bool:
        """Whether the answer is the table of claims against parties, and not the rows."""
        return self.matrix or self.narrows or bool(self.problems)

    @property
    def whole_table(self) -> str:
        """The address of the table of all claims against all parties."""
        return GridQuestion(on=self.on).address()

    @property
    def is_of_a_party(self) -> bool:
        """Whether it is about what one party claims, or what is claimed from it."""
        return bool(self.party or self.claimant)

    def address(self, **changes: int | str) -> str:
        """The same question with these changes."""
        changed = replace(self, **changes)  # type: ignore[arg-type]
        asked = {field.name: getattr(changed, field.name) for field in fields(self)[:5]}
        said = {name: value for name, value in asked.items() if value and value != 1}
        said |= {"as_of": self.on.isoformat()} if self.on else {"matrix": "1"}
        return f"?{urlencode(said)}#claims"


def _id(text: str) -> str:
    return text.replace("\x00", "").strip()[:12]


def _page(name: str, get: QueryDict, problems: list[str]) -> int:
    text = get.get(name, "") or "1"
    if text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= MOST_PAGES:
        return int(text[:6])
    problems.append(f"“{text[:20]}” is not the number of a page. Write 1 for the first.")
    return 1
