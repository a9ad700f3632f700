"""How the tables of rules are written: a court's words, with the few signs of a regular expression they need.

A space stands for any white space, “…” for up to sixty characters within the sentence. Case does not count. What a
rule says must end where a word ends.
"""

import re
from collections.abc import Iterator, Sequence

GAP = r"[^.;]{0,60}?"


def pattern(wording: str) -> str:
    """One wording as a regular expression."""
    return wording.replace("…", GAP).replace(" ", r"\s+")


def any_of(wordings: Sequence[str]) -> str:
    """An alternative of wordings, tried in their order."""
    return "(?:" + "|".join(pattern(wording) for wording in wordings) + r")(?!\w)"


class Table:
    """Wordings and what each means, as one regular expression: the first rule that fits at a place holds."""

    def __init__(self, rules: Sequence[tuple[str, str]], before: str = "") -> None:
        self._meanings = [meaning for _, meaning in rules]
        named = "|".join(f"(?P<r{place}>{pattern(wording)})" for place, (wording, _) in enumerate(rules))
        self._expression = re.compile(f"{before}(?:{named})(?!\\w)", re.IGNORECASE)

    def at_start(self, text: str, position: int = 0) -> tuple[str, int] | None:
        """What the text begins with at that place, and where the wording ends."""
        return self._found(self._expression.match(text, position))

    def anywhere(self, text: str, start: int, end: int) -> tuple[str, int] | None:
        """The first wording between two places."""
        return self._found(self._expression.search(text, start, end))

    def everywhere(self, text: str, start: int, end: int) -> Iterator[str]:
        """What each wording between two places means, in their order."""
        while found := self.anywhere(text, start, end):
            meaning, start = found
            yield meaning

    def _found(self, match: re.Match[str] | None) -> tuple[str, int] | None:
        if match is None or match.lastgroup is None:
            return None
        return self._meanings[int(match.lastgroup[1:])], match.end()
