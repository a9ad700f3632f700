"""Text that a spreadsheet would run as a formula is kept text by an apostrophe in front, and made bare again on import.

A cell is dangerous when it begins with = + - @ | TAB CR LF or a wide form of them, after any number of characters that
show nothing (OWASP, CSV injection). Text that itself has the apostrophe gets another one: so the way back is exact.
"""

from __future__ import annotations

import re

# spaces, control characters, joiners, marks of direction, fillers, byte order mark: all that shows nothing
NOTHING = (
    r"\u0001-\u0008\u000b\u000c\u000e-\u001f \u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5"
    r"\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
)
# ASCII, small and full-width forms, the minus sign
STARTS = r"=+@|\t\r\n\ufe66\ufe62\ufe63\ufe6b\uff1d\uff0b\uff0d\uff20\uff5c\u2212-"
DANGEROUS = rf"^'*[{NOTHING}]*[{STARTS}]"
# Nearly every text is empty or begins with one of these, "0" to "9" or "A" to "z": it is not looked at further. As a
# list of codes, which PostgreSQL hashes: one look for each text.
HARMLESS = (0, *range(48, 58), *range(65, 123))
_DANGEROUS = re.compile(DANGEROUS)
_NEUTRALISED = re.compile(rf"'(?='*[{NOTHING}]*[{STARTS}])")


def neutral_sql(column: str) -> str:
    """The SQL of a text column that no spreadsheet runs. `column` is evaluated more than once: a plain name."""
    pattern = DANGEROUS.replace("'", "''")
    harmless = ",".join(map(str, HARMLESS))
    return (
        f"case when ascii({column}) = any ('{{{harmless}}}'::int[]) then {column} "
        f"when {column} ~ '{pattern}' then '''' || {column} else {column} end"
    )


def neutral(text: str) -> str:
    """The same of one text: with an apostrophe in front where a spreadsheet would run it."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def as_it_was(text: str) -> str:
    """The text before `neutral_sql`: without the apostrophe that was set before a sign that begins a formula."""
    return text[1:] if _NEUTRALISED.match(text) else text
