"""The words of the box taken apart: the case whose number is among them, words, phrases, what must not be there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from docket.listing.words import Words, read_words

# what people write before a number
LABELS = frozenset(
    {
        *("no", "nos", "number", "#", "case", "docket", "cause", "index", "civil", "criminal", "action"),
        *("appeal", "petition", "reference", "ref", "file"),
    }
)
SHORTEST = 5  # of a number among other words: a year or an amount is none
FEWEST_DIGITS = 2
MOST_NUMBERS = 3


@dataclass(frozen=True)
class Part:
    """A part of the question in words, and the question without it."""

    label: str
    words: str
    rest: str


@dataclass(frozen=True)
class Question:
    """What was typed. number: the one, as typed, that is of `cases`; words: the others, none where it is the whole."""

    text: str
    words: Words
    number: str = ""
    cases: tuple[Any, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether nothing but a number was typed."""
        return bool(self.number) and not (self.words.sought or self.words.without)

    @property
    def names_a_case(self) -> bool:
        """Whether it asks for one case and nothing else; 2021 alone may be a number and is surely a year."""
        return self.is_number and len(self.cases) == 1 and not (self.number.isdigit() and len(self.number) < SHORTEST)

    @property
    def finds(self) -> str:
        """What each kind of row is searched for; a number alone is looked for in every text too."""
        return self.text if self.is_number else str(self.words)

    @property
    def marked(self) -> tuple[str, ...]:
        """What is marked where it is found."""
        numbers = (self.number, *(case.docket_number for case in self.cases)) if self.number else ()
        return tuple(one for one in (*self.words.sought, *numbers) if one)

    @property
    def parts(self) -> Iterator[Part]:
        """Each in words, with the question as it would be without it."""
        words, number = self.words, self.number
        if number:
            named = self.cases[0].docket_number if len(self.cases) == 1 else number
            yield Part("in the case" if len(self.cases) == 1 else "in cases numbered", named, str(words))
        if words.words:
            label = "with the word" if len(words.words) == 1 else "with the words"
            yield Part(label, " ".join(words.words), _typed(number, replace(words, words=())))
        for phrase in words.phrases:
            others = tuple(one for one in words.phrases if one != phrase)
            yield Part("with the phrase", f"“{phrase}”", _typed(number, replace(words, phrases=others)))
        for word in words.without:
            others = tuple(one for one in words.without if one != word)
            yield Part("without", f"“{word}”", _typed(number, replace(words, without=others)))


def read_question(text: str, cases_numbered: Callable[[str], list[Any]]) -> Question:
    """Take the words apart. cases_numbered: the cases that a text is the number of."""
    words = read_words(text)
    is_all = not (words.phrases or words.without)
    for first, last in list(_spans(words.words))[:MOST_NUMBERS]:
        number, others = " ".join(words.words[first:last]), _around(words.words, first, last)
        is_tried = (is_all and not others) or _looks_like_one(number)
        if is_tried and (cases := cases_numbered(number)):
            return Question(text, replace(words, words=others), number, tuple(cases))
    return Question(text, words)


def _spans(words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where a number may stand: from the first word with a digit to the last, “24 STCV 09871”; then single words."""
    with_digits = [at for at, word in enumerate(words) if any(letter.isdigit() for letter in word)]
    if len(with_digits) > 1:
        yield with_digits[0], with_digits[-1] + 1
    for at in with_digits:
        yield at, at + 1


def _looks_like_one(number: str) -> bool:
    return len(number) >= SHORTEST and sum(letter.isdigit() for letter in number) >= FEWEST_DIGITS


def _around(words: tuple[str, ...], first: int, last: int) -> tuple[str, ...]:
    """The others, without what says only that it is a number, and without the initials behind it: “(ABC)”."""
    while first and words[first - 1].strip(".:").lower() in LABELS:
        first -= 1
    while last < len(words) and words[last].startswith("(") and words[last].endswith(")"):
        last += 1
    return (*words[:first], *words[last:])


def _typed(number: str, words: Words) -> str:
    return f"{number} {words}".strip()
