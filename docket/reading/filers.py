"""Who filed a paper, by the words after "by": only names that the case knows are taken."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from docket.choices import COURT_ACTS, FilingType, filing_group
from docket.reading.clean import outermost

K = TypeVar("K", bound=Hashable)

LONGEST = 600
# tried in this order: the attorney files, the party on whose behalf it is done is the filer
SAID = (
    re.compile(r"\bon behalf of ", re.IGNORECASE),
    re.compile(r"\b(?:filed|submitted) ?by ", re.IGNORECASE),
    re.compile(r"\bby (?=[A-Z])"),
)
BETWEEN = re.compile(r"(?:\s|,|;|&|\band\b)+", re.IGNORECASE)
ROLE = re.compile(
    r"(?:mr|mrs|ms|dr)\.?(?=\s)|(?:joint |counter-?|cross-?|third[- ]party |intervenor )*"
    r"(?:plaintiff|defendant|petitioner|respondent|appellant|appellee|debtor|creditor|trustee|movant|claimant|interested part(?:y|ie)"
    r"|party|applicant|complainant|attorney)s?(?:\(s\))?(?:'|’)?(?=[\s,])",
    re.IGNORECASE,
)
# who acts for the court or only proves service is no filer of a paper
NO_FILER = frozenset({FilingType.SVC_CERTIFICATE_OF_SERVICE, FilingType.SVC_SUMMONS, FilingType.NOTICE_FILING_ERROR})


def filers(text: str, filing_type: str) -> str:
    """The words that name the filers, from the first name on; "" for an act of the court."""
    if filing_type in COURT_ACTS or filing_type in NO_FILER or filing_group(filing_type) in ("order", "judg"):
        return ""
    said = outermost(text)
    for words in SAID:
        if match := words.search(said):
            return said[match.end() : match.end() + LONGEST]
    return ""


class Names(Generic[K]):
    """The names of a case's parties, to be found at the beginning of a text. A name of two parties names neither."""

    def __init__(self, names: Iterable[tuple[str, K]]) -> None:
        keys: Mapping[str, set[K]] = defaultdict(set)
        for name, key in names:
            if squeezed := " ".join(name.split()).casefold():
                keys[squeezed].add(key)
        self._by_first_word: dict[str, list[tuple[str, K | None]]] = defaultdict(list)
        for name in sorted(keys, key=len, reverse=True):
            only = next(iter(keys[name])) if len(keys[name]) == 1 else None
            self._by_first_word[_first_word(name)].append((name, only))

    def listed_in(self, words: str) -> list[K]:
        """The parties with whose names the words begin, one after the other, up to the first that is none."""
        text = " ".join(words.split()).casefold()
        found: dict[K, None] = {}
        position = 0
        while position < len(text):
            if skipped := BETWEEN.match(text, position) or ROLE.match(text, position):
                position = skipped.end()
                continue
            name = self._name_at(text, position)
            if name is None:
                break
            if name[1] is not None:
                found[name[1]] = None
            position += len(name[0])
        return list(found)

    def _name_at(self, text: str, position: int) -> tuple[str, K | None] | None:
        for name, key in self._by_first_word.get(_first_word(text[position : position + 80]), ()):
            end = position + len(name)
            if text.startswith(name, position) and not text[end : end + 1].isalnum():
                return name, key
        return None


def _first_word(text: str) -> str:
    words: Sequence[str] = re.split(r"\W+", text.lstrip(), maxsplit=1)
    return words[0]
