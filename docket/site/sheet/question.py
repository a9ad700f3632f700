"""What a reader asks of a docket sheet, as the address says it."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

LONGEST_QUESTION = 200


@dataclass(frozen=True)
class Question:
    """Which lines, in which order, from where on. problems: what could not be understood."""

    words: str = ""
    newest_first: bool = False
    since: date | None = None
    until: date | None = None
    after: str = ""
    before: str = ""
    threads: bool = False
    problems: tuple[str, ...] = ()

    @classmethod
    def of(cls, get: QueryDict) -> Question:
        """Read `?q=`, `order=`, `from=`, `to=`, `after=`, `before=`, `view=`; a bad date is named and left out."""
        problems: list[str] = []
        return cls(
            words=get.get("q", "").replace("\x00", "").strip()[:LONGEST_QUESTION],
            newest_first=get.get("order") == "desc",
            since=_date(get.get("from", ""), problems),
            until=_date(get.get("to", ""), problems, to_its_end=True),
            after=get.get("after", "").replace("\x00", ""),
            before=get.get("before", "").replace("\x00", ""),
            threads=get.get("view") == "threads",
            problems=tuple(problems),
        )

    @property
    def narrows(self) -> bool:
        """Whether only some lines are asked for."""
        return bool(self.words or self.since or self.until)

    @property
    def by_thread(self) -> bool:
        """Whether threads are shown; what is searched for is found line by line."""
        return self.threads and not self.words

    @property
    def in_order_of_entry(self) -> str:
        """The address of the same lines, one after another."""
        return replace(self, threads=False).address()

    @property
    def in_threads(self) -> str:
        """The address of the same days by thread."""
        return replace(self, threads=True, words="").address()

    def address(self, **cursor: str) -> str:
        """The same question from another line on."""
        asked = {
            "view": "threads" if self.threads else "",
            "q": self.words,
            "order": "desc" if self.newest_first else "",
            "from": self.since.isoformat() if self.since else "",
            "to": self.until.isoformat() if self.until else "",
        }
        return f"?{urlencode({name: value for name, value in {**asked, **cursor}.items() if value})}#docket"


def _date(text: str, problems: list[str], to_its_end: bool = False) -> date | None:
    """2022-05-03, 2022-05 or 2022; a month or year stands for its first day, or its last."""
    text = text.strip()
    if not text:
        return None
    parts = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", text)
    try:
        if parts:
            year, month = int(parts[1]), int(parts[2] or (12 if to_its_end else 1))
            return date(year, month, int(parts[3] or (monthrange(year, month)[1] if to_its_end else 1)))
    except ValueError:
        pass
    problems.append(f"“{text[:20]}” is not a date. Write it as 2022-05-03, 2022-05 or 2022.")
    return None
