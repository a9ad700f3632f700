"""What a reader asks of a docket sheet, as the address says it."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

LONGEST_QUESTION = 200
# What a docket is narrowed to, in the order in which it is offered; `page.narrowed` says which lines each means.
KINDS = {"motions": "Motions", "orders": "Orders", "pleadings": "Pleadings", "exhibits": "Exhibits"}
KINDS["documents"] = "With documents"


@dataclass(frozen=True)
class Question:
    """Which lines, in which order, from where on. problems: what could not be understood.

    kind: one of `KINDS`; first, last: the range of entry numbers.
    """

    words: str = ""
    newest_first: bool = False
    since: date | None = None
    until: date | None = None
    after: str = ""
    before: str = ""
    threads: bool = False
    kind: str = ""
    first: int | None = None
    last: int | None = None
    problems: tuple[str, ...] = ()

    @classmethod
    def of(cls, get: QueryDict) -> Question:
        """Read `?q=`, `order=`, `from=`, `to=`, `after=`, `before=`, `view=`, `kind=`, `first=`, `last=`.

        A date, kind or number that is none is named and left out.
        """
        problems: list[str] = []
        return cls(
            words=get.get("q", "").replace("\x00", "").strip()[:LONGEST_QUESTION],
            newest_first=get.get("order") == "desc",
            since=_date(get.get("from", ""), problems),
            until=_date(get.get("to", ""), problems, to_its_end=True),
            after=get.get("after", "").replace("\x00", ""),
            before=get.get("before", "").replace("\x00", ""),
            threads=get.get("view") == "threads",
            kind=_kind(get.get("kind", ""), problems),
            first=_number(get.get("first", ""), problems),
            last=_number(get.get("last", ""), problems),
            problems=tuple(problems),
        )

    @property
    def has_bounds(self) -> bool:
        """Whether days or entry numbers are asked for."""
        return bool(self.since or self.until) or self.first is not None or self.last is not None

    @property
    def narrows(self) -> bool:
        """Whether only some lines are asked for."""
        return bool(self.words or self.since or self.until or self.is_by_line)

    @property
    def is_by_line(self) -> bool:
        """Whether lines of a kind or of some numbers are asked for."""
        return bool(self.kind or self.first is not None or self.last is not None)

    @property
    def by_thread(self) -> bool:
        """Whether threads are shown; what is searched for is found line by line."""
        return self.threads and not self.words and not self.is_by_line

    @property
    def views(self) -> list[tuple[str, str, bool]]:
        """How the docket can be listed: words, address, whether it is listed so."""
        lines = replace(self, threads=False)
        threads = replace(self, threads=True, words="", kind="", first=None, last=None)
        old, new = replace(lines, newest_first=False), replace(lines, newest_first=True)
        return [
            ("Oldest first", old.address(), not self.by_thread and not self.newest_first),
            ("Newest first", new.address(), not self.by_thread and self.newest_first),
            ("By thread", threads.address(), self.by_thread),
        ]

    @property
    def kinds(self) -> list[tuple[str, str, bool]]:
        """What it can be narrowed to: words, address, whether it is."""
        every = [("", "All"), *KINDS.items()]
        return [(words, replace(self, kind=kind).address(), kind == self.kind) for kind, words in every]

    @property
    def kind_words(self) -> str:
        """“motions”; “” where none is asked for."""
        return KINDS.get(self.kind, "").lower()

    def address(self, **cursor: str) -> str:
        """The same question from another line on."""
        asked = {
            "view": "threads" if self.threads else "",
            "kind": self.kind,
            "first": "" if self.first is None else str(self.first),
            "last": "" if self.last is None else str(self.last),
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


def _kind(text: str, problems: list[str]) -> str:
    if text and text not in KINDS:
        problems.append(f"“{text[:20]}” is no kind of entry here. Write one of {', '.join(KINDS)}.")
        return ""
    return text


def _number(text: str, problems: list[str]) -> int | None:
    text = text.strip()
    if not text:
        return None
    if text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    problems.append(f"“{text[:20]}” is not the number of an entry. Write it as 14.")
    return None
