"""The names of a case's parties as they stand in a docket's text: in full, or as clerks shorten them."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from docket.law.reading.tables.names import AFTER_SHORT, FORMS, NAME_ENDS, SAME
from docket.law.reading.wording import pattern

K = TypeVar("K", bound=Hashable)

SHORTEST = 4  # letters of a shortened name that can mean nobody else
BETWEEN = re.compile(r"(?:\s|,|;|&|\band\b)+", re.IGNORECASE)
ROLE = re.compile(
    r"(?:mr|mrs|ms|dr)\.?(?=\s)|(?:joint |counter-?|cross-?|third[- ]party |intervenor )*"
    r"(?:plaintiff|defendant|petitioner|respondent|appellant|appellee|debtor(?:[- ]in[- ]possession)?|creditor|trustee"
    r"|movant|claimant|interested part(?:y|ie)|party|applicant|complainant|attorney|u\.s\. trustee)"
    r"s?(?:\(s\))?(?:'|’)?(?=[\s,])",
    re.IGNORECASE,
)
_ends = re.compile("|".join(pattern(words) for words in NAME_ENDS), re.IGNORECASE)
_form = re.compile(rf"(?:{FORMS})+$", re.IGNORECASE)
_after_short = re.compile(AFTER_SHORT)


@dataclass(frozen=True, slots=True)
class Spelling(Generic[K]):
    """One way to name a party. key: None where two parties can be meant; is_short: not the whole name."""

    name: str
    key: K | None
    is_short: bool


class Names(Generic[K]):
    """The names of a case's parties, to be found at the beginning of a text. A name of two parties names neither."""

    def __init__(self, names: Iterable[tuple[str, K]]) -> None:
        full: dict[str, set[K]] = defaultdict(set)
        short: dict[str, set[K]] = defaultdict(set)
        for name, key in names:
            if squeezed := _squeezed(name):
                full[squeezed].add(key)
                for other in _shortened(squeezed):
                    short[other].add(key)
        spellings = [Spelling(name, _only(keys), False) for name, keys in full.items()]
        spellings += [Spelling(name, _only(keys), True) for name, keys in short.items() if name not in full]
        self._by_first_word: dict[str, list[Spelling[K]]] = defaultdict(list)
        for spelling in sorted(spellings, key=lambda spelling: len(spelling.name), reverse=True):
            self._by_first_word[_first_word(spelling.name)].append(spelling)

    def first_listed(self, beginnings: Iterable[str]) -> list[K]:
        """The parties listed in the first text that begins with the name of one."""
        return next((found for words in beginnings if (found := self.listed_in(words))), [])

    def listed_in(self, words: str) -> list[K]:
        """The parties with whose names the words begin, one after the other, up to the first that is none."""
        text = _squeezed(words)
        found: dict[K, None] = {}
        position = 0
        while position < len(text):
            if skipped := BETWEEN.match(text, position) or ROLE.match(text, position):
                position = skipped.end()
                continue
            spelling = self._at(text, position)
            if spelling is None:
                break
            if spelling.key is not None:
                found[spelling.key] = None
            position += len(spelling.name)
        return list(found)

    def _at(self, text: str, position: int) -> Spelling[K] | None:
        for spelling in self._by_first_word.get(_first_word(text[position : position + 80]), ()):
            end = position + len(spelling.name)
            if not text.startswith(spelling.name, position) or text[end : end + 1].isalnum():
                continue
            if not spelling.is_short or _after_short.match(text, end):
                return spelling
        return None


def _shortened(name: str) -> Iterator[str]:
    """The ways in which clerks shorten a name that is squeezed already."""
    end = _ends.search(name)
    proper = name[: end.start()] if end else name
    for short in (proper, _form.sub("", proper), *SAME.get(proper, ())):
        short = short.strip(" ,")
        if short != name and (len(short) >= SHORTEST or short in SAME):
            yield short


def _only(keys: set[K]) -> K | None:
    return next(iter(keys)) if len(keys) == 1 else None


def _squeezed(text: str) -> str:
    return " ".join(text.split()).casefold()


def _first_word(text: str) -> str:
    return re.split(r"\W+", text.lstrip(), maxsplit=1)[0]
