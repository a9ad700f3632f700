"""Which courts count time by which rules, as a folder of `jurisdictions` says it."""

import re
from dataclasses import dataclass
from functools import cache

from docket.law.deadlines.jurisdictions import rows


@dataclass(frozen=True)
class Courts:
    """The forums of a rule set: by slug, or by the jurisdiction that they belong to and their name.

    pattern: what the whole of a forum's name matches ("": only the slugs). jurisdiction: "" for any.
    calendar: that of its holidays.
    """

    rule_set: str
    calendar: str
    jurisdiction: str = ""
    pattern: str = ""
    slugs: tuple[str, ...] = ()

    def has(self, slug: str, jurisdiction: str, name: str) -> bool:
        """Whether that forum is one of them."""
        if slug in self.slugs:
            return True
        there = self.jurisdiction in ("", jurisdiction)
        return bool(self.pattern) and there and bool(re.fullmatch(self.pattern, name))


def courts_of(slug: str, jurisdiction: str, name: str) -> Courts | None:
    """The first row that has the forum; None where no rules are held for it."""
    return next((courts for courts in _rows() if courts.has(slug, jurisdiction, name)), None)


@cache
def _rows() -> tuple[Courts, ...]:
    return tuple(rows("courts"))
