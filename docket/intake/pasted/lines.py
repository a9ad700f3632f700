"""Lines of a court's page: a line that begins with a day begins a row, and what follows without one belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docket.intake.pasted.days import CLOCK, DAY
from docket.intake.pasted.raw import MARKED, NUMBER, PLAIN, Raw, number_in

_lead = r"[\s\-*•·|>]*"
BEGINS = re.compile(
    rf"{_lead}(?:(?P<number>{MARKED}|{PLAIN})[\s|,;]+)?"
    rf"(?:(?:date )?filed:? |entered:? |date:? )?(?P<opened>[(\[])?(?P<day>{DAY}){CLOCK}(?P<rest>.*)$",
    re.IGNORECASE,
)
# a day at the beginning of a line is not the row's own where the line before breaks off for it
BREAKS_OFF = re.compile(
    r"(?:\b(?:for|on|to|until|by|of|from|dated|and|through|before|after|is|than|at)|\((?:entered|filed):?)\s*$",
    re.IGNORECASE,
)
_between = re.compile(r"^[\s)\]:;,|–—-]+")
_after = re.compile(rf"^(?:(?P<sure>{MARKED})|(?P<perhaps>{PLAIN}))(?:\s*[|;]\s*|\s+)(?=\S)", re.IGNORECASE)
HEADINGS = re.compile(
    r"(?:date filed|date|filed|entered|#|no\.?|doc\.?|docket text|description|register of actions|proceedings?"
    r"|entry|events?|number|text|docket|[\s|,;:/&]|and|of|court|case history)+",
    re.IGNORECASE,
)


@dataclass
class _Begun:
    """A row under way; line breaks of its text are blank lines. after_blank: one stands before it."""

    raw: Raw
    after_blank: bool


def read_lines(text: str) -> list[Raw]:
    """The rows, in the order of the text. What stands before the first day and is no heading is a row without one."""
    rows = [begun for begun in _begun(text) if begun.raw.day or not HEADINGS.fullmatch(begun.raw.text)]
    return _numbered([begun.raw for begun in _apart(rows)])


def _begun(text: str) -> Iterator[_Begun]:
    row: _Begun | None = None
    lines = text.split("\n")
    blank, number = False, ""
    for place, line in enumerate(lines):
        if not line.strip():
            blank = True
            continue
        begins = BEGINS.match(line)
        if begins and not (row and not blank and _goes_on(row.raw, begins)):
            if row:
                yield row
            rest = _between.sub("", begins["rest"]).strip()
            row = _Begun(Raw(number_in(begins["number"] or "") or number, begins["day"], rest), blank)
            number = ""
        elif _is_number_of_next(line, lines[place + 1 :], row):
            number = number_in(line)
        elif row and row.raw.day and not row.raw.text and not row.raw.number and NUMBER.fullmatch(line.strip()):
            row.raw = replace(row.raw, number=number_in(line))
        elif row and not (blank and not row.raw.day):
            apart = "\n" if blank and row.raw.text else " "
            row.raw = replace(row.raw, text=f"{row.raw.text}{apart}{line.strip()}".strip())
        else:
            if row:
                yield row
            row = _Begun(Raw(text=line.strip()), blank)
        blank = False
    if row:
        yield row


def _goes_on(row: Raw, begins: re.Match[str]) -> bool:
    """Whether the day at the beginning of a line is the end of a sentence of the line before."""
    closes = begins["rest"].startswith(")") and not begins["opened"]
    return closes or bool(BREAKS_OFF.search(row.text))


def _is_number_of_next(line: str, following: list[str], row: _Begun | None) -> bool:
    """Whether a line is a number alone and the next one begins a row."""
    if row and row.raw.day and not row.raw.text and not row.raw.number:
        return False
    after = next((each for each in following if each.strip()), "")
    return bool(NUMBER.fullmatch(line.strip()) and BEGINS.match(after))


def _apart(rows: list[_Begun]) -> list[_Begun]:
    """Where a blank line stands before every row, words after one are a row of their own, which has no day."""
    dated = [row for row in rows if row.raw.day]
    if len(dated) < 3 or not all(row.after_blank for row in dated[1:]):
        return [replace(row, raw=replace(row.raw, text=" ".join(row.raw.text.split()))) for row in rows]
    found = []
    for row in rows:
        first, *others = row.raw.text.split("\n")
        found.append(_Begun(replace(row.raw, text=" ".join(first.split())), row.after_blank))
        found += [_Begun(Raw(text=" ".join(words.split())), True) for words in others if words.strip()]
    return found


def _numbered(rows: list[Raw]) -> list[Raw]:
    """Numbers that stand after the days: those that say so, or that most rows have and that run one way."""
    found = [_after.match(row.text) if row.day and not row.number else None for row in rows]
    perhaps = [int(re.sub(r"\D.*", "", number_in(match["perhaps"]))) for match in found if match and match["perhaps"]]
    dated = [row for row in rows if row.day]
    runs = perhaps in (sorted(perhaps), sorted(perhaps, reverse=True)) and len(set(perhaps)) > len(perhaps) // 2
    are_numbers = len(perhaps) > 1 and runs and len(perhaps) * 3 >= len(dated) * 2
    return [
        replace(row, number=number_in(match["sure"] or match["perhaps"]), text=row.text[match.end() :])
        if match and (match["sure"] or are_numbers)
        else row
        for row, match in zip(rows, found, strict=True)
    ]
