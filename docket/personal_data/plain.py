"""A text in plain characters, place by place: other scripts' digits, dashes and spaces are read as ours."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

DASHES = "‐‑‒–—―−﹣－"
# Seen by nobody, so no part of a number: soft hyphen, zero-width spaces and joiners, marks of direction.
UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
QUOTES = {"‘": "'", "’": "'", "“": '"', "”": '"'}


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain characters, and the place of each in the text they are of."""

    text: str
    places: tuple[int, ...] | None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text the plain characters from start to end stand."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def plain(text: str) -> Plain:
    """The text's plain characters.

    >>> plain("123–45\u200b–6789").text
    '123-45-6789'
    """
    if text.isascii():
        return Plain(text, None)
    letters = [(_plain(letter), place) for place, letter in enumerate(text) if letter not in UNSEEN]
    return Plain("".join(letter for letter, _ in letters), tuple(place for _, place in letters))


def _plain(letter: str) -> str:
    if letter.isascii():
        return letter
    if letter in DASHES:
        return "-"
    if letter.isspace():
        return " " if letter not in "\u2028\u2029\x85" else "\n"
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    return QUOTES.get(letter) or _one(unicodedata.normalize("NFKC", letter), letter)


def _one(normal: str, letter: str) -> str:
    return normal if len(normal) == 1 else letter
