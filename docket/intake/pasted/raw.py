"""A row as it was pasted, before its day is read, and the entry numbers of courts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_mark = r"(?:no\.? ?|doc(?:ket)?\.? ?(?:no\.? ?)?|ecf ?(?:no\.? ?)?|dkt\.? ?|#)"
# a number that says of itself that it is one, and one that could also be the text's own
MARKED = rf"(?:{_mark}\d{{1,5}}(?:[.-]\d{{1,3}})?|\[\d{{1,5}}(?:-\d{{1,3}})?\])[.):]?"
PLAIN = r"\(?\d{1,5}(?:[.-]\d{1,3})?[.):]?"
NUMBER = re.compile(rf"(?:{MARKED}|{PLAIN})", re.IGNORECASE)
_digits = re.compile(r"\d{1,5}(?:[.-]\d{1,3})?")


@dataclass(frozen=True)
class Raw:
    """number: as the court gives it; day: the words that say when; text: the rest. told: what was done to read it."""

    number: str = ""
    day: str = ""
    text: str = ""
    told: tuple[str, ...] = ()

    def with_more(self, words: str) -> Raw:
        """The text goes on in the next line."""
        return replace(self, text=f"{self.text} {words.strip()}".strip())


def number_in(words: str) -> str:
    """“[12]”, “#12”, “12.”, “Doc. 12-1” → the number alone; "" for other words."""
    if not NUMBER.fullmatch(words.strip()):
        return ""
    found = _digits.search(words)
    return found[0] if found else ""
