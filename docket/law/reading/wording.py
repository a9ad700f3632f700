"""How the tables of rules are written: a court's words, with the few signs of a regular expression they need.

A space stands for any white space, “…” for up to sixty characters within the sentence. Case does not count. What a
rule says must end where a word ends.
"""

import re
from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

GAP = r"[^.;]{0,60}?"


def pattern(wording: str) -> str:
    """One wording as a regular expression."""
    return wording.replace("…", GAP).replace(" ", r"\s+")


def any_of(wordings: Sequence[str]) -> str:
    """An alternative of wordings, tried in their order."""
    return "(?:" + "|".join(pattern(wording) for wording in wordings) + r")(?!\w)"


class Found(NamedTuple):
    """What a wording means, where it ends, and the name of the rule that says so."""

    meaning: str
    end: int
    rule: str


def rule_name(table: str, meaning: str, wording: str) -> str:
    """The name under which a rule stays known however its table is ordered: "types.mot.dismiss.3fa2c1".

    A rule whose wording changes is another rule, with counts of its own.
    """
    return f"{table}.{meaning or 'nothing'}.{sha256(wording.encode()).hexdigest()[:6]}"


class Table:
    """Wordings and what each means, as one regular expression: the first rule that fits at a place holds."""

    def __init__(self, rules: Sequence[tuple[str, str]], before: str = "", name: str = "") -> None:
        self.rules = [(rule_name(name, meaning, wording), meaning, wording) for wording, meaning in rules]
        named = "|".join(f"(?P<r{place}>{pattern(wording)})" for place, (wording, _) in enumerate(rules))
        self._expression = re.compile(f"{before}(?:{named})(?!\\w)", re.IGNORECASE)

    def at_start(self, text: str, position: int = 0) -> Found | None:
        """What the text begins with at that place."""
        return self._found(self._expression.match(text, position))

    def anywhere(self, text: str, start: int, end: int) -> Found | None:
        """The first wording between two places."""
        return self._found(self._expression.search(text, start, end))

    def _found(self, match: re.Match[str] | None) -> Found | None:
        if match is None or match.lastgroup is None:
            return None
        rule, meaning, _ = self.rules[int(match.lastgroup[1:])]
        return Found(meaning, match.end(), rule)
