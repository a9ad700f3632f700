"""What a reader types into a box: words, "a phrase", -not. Pure; full text, names and the desk's box read it alike.

read_words('Orrell, Tasmin -clerk') == Words(("Orrell", "Tasmin"), (), ("clerk",), (("Orrell", "Tasmin"),))
read_words('“park authority” or stage').either == (("park authority",), ("stage",))
"""

from __future__ import annotations

import re
from dataclasses import dataclass

QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
PIECE = re.compile(r'(?P<no>-?)"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)')
# what stands around a word without being of it: “Orrell, Tasmin” is both words, in any order
AROUND = ",;"
OR = "or"


@dataclass(frozen=True)
class Words:
    """What must be there, word by word and as phrases, and what must not.

    either: words and phrases together; all of one of these are to be there, as “or” stands between them.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    either: tuple[tuple[str, ...], ...] = ()

    @property
    def sought(self) -> tuple[str, ...]:
        """What may be found: a phrase as one."""
        return (*self.phrases, *(word for word in self.words if word.lower() != OR))

    def __str__(self) -> str:
        """As it could be typed."""
        phrases = [f'"{phrase}"' for phrase in self.phrases]
        without = [f'-"{word}"' if " " in word else f"-{word}" for word in self.without]
        return " ".join([*self.words, *phrases, *without])


def straight(text: str) -> str:
    """With the one sort of quotation marks by which PostgreSQL knows a phrase."""
    return text.translate(QUOTES)


def tidy(text: str) -> str:
    """The words as names have them, without what stands around them."""
    return " ".join(word for part in text.split() if (word := part.strip(AROUND)))


def read_words(text: str) -> Words:
    """The parts of what was typed. A quotation mark that is never closed closes at the end."""
    found: dict[str, list[str]] = {"words": [], "phrases": [], "without": []}
    either: list[list[str]] = [[]]
    for piece in PIECE.finditer(straight(text)):
        kind, words = _read(piece)
        if not words.strip("-"):
            continue
        found[kind].append(words)
        if kind == "words" and words.lower() == OR:
            either.append([])
        elif kind != "without":
            either[-1].append(words)
    alternatives = tuple(tuple(words) for words in either if words)
    return Words(tuple(found["words"]), tuple(found["phrases"]), tuple(found["without"]), alternatives)


def _read(piece: re.Match[str]) -> tuple[str, str]:
    """Of which sort a piece is, and its words."""
    if piece["word"] is None:
        return "without" if piece["no"] else "phrases", tidy(piece["phrase"])
    word = piece["word"].strip(AROUND)
    return ("without", word.strip("-")) if word.startswith("-") else ("words", word)
