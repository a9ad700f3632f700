"""What a reader types into a box: words, "a phrase", -not. Pure; full text, names and the desk's box read it alike.

read_words('Orrell, Tasmin -clerk') == Words(("Orrell", "Tasmin"), (), ("clerk",))
read_words('“park authority” stage') == Words(("stage",), ("park authority",), ())
"""

from __future__ import annotations

import re
from dataclasses import dataclass

QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
PIECE = re.compile(r'(?P<no>-?)"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)')
# what stands around a word without being of it: “Orrell, Tasmin” is both words, in any order
AROUND = ",;"


@dataclass(frozen=True)
class Words:
    """What must be there, word by word and as phrases, and what must not."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    @property
    def sought(self) -> tuple[str, ...]:
        """What must be there: a phrase as one."""
        return (*self.phrases, *self.words)

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
    words, phrases, without = [], [], []
    for piece in PIECE.finditer(straight(text)):
        word = (piece["word"] or "").strip(AROUND)
        if piece["word"] is None:
            phrase = tidy(piece["phrase"])
            (without if piece["no"] else phrases).append(phrase)
        elif word.startswith("-"):
            without.append(word.strip("-"))
        else:
            words.append(word)
    return Words(*(tuple(one for one in ones if one.strip("-")) for ones in (words, phrases, without)))
