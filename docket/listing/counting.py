"""How many: exact up to a cap, “more than” beyond it, so that a count costs the same on any amount of rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from docket.listing.pagination import Keep

CAP = 1000


@dataclass(frozen=True)
class Count:
    """A number, or the cap that it exceeds."""

    number: int
    is_capped: bool = False

    def __str__(self) -> str:
        return f"{'more than ' if self.is_capped else ''}{self.number:,}"

    def of(self, one: str, many: str) -> str:
        """“1 filing”, “12 filings”, “more than 1,000 filings”."""
        return f"{self} {one if self.number == 1 and not self.is_capped else many}"


def count(queryset: QuerySet[Any], keep: Keep | None = None, cap: int = CAP) -> Count:
    """Count the rows up to the cap. keep: narrows them further, in Python; of the first rows, where there are more."""
    if keep is None:
        number = queryset.order_by()[: cap + 1].count()
        return Count(min(number, cap), number > cap)
    rows = list(queryset[: cap + 1])
    return Count(sum(map(keep, rows[:cap])), len(rows) > cap)
