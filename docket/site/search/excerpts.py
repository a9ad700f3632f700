"""What of a row is shown: names with the words marked, and of a long docket text the places where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from docket.site.sheet.fetch import fetch

# Control characters that no docket text has a use for: they are taken out of it first.
START, STOP = "\x02", "\x03"
READ = 20_000  # of a docket text, characters in which the words are looked for
HEADLINES = """
select id, ts_headline('english', translate(left({column}, {read}), %(marks)s, ''),
  websearch_to_tsquery('english', %(words)s), %(options)s) as text
from {table} where id = any(%(ids)s) and {column} <> ''
"""
IN_FILINGS = HEADLINES.format(table="docket_filing", column="docket_text", read=READ)
IN_PAGES = HEADLINES.format(table="docket_documentpage", column="text", read=READ)
OPTIONS = f'StartSel={START}, StopSel={STOP}, MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "'


def marked(text: str, words: Sequence[str]) -> SafeString:
    """The text escaped, with the words marked wherever they stand in it."""
    if not words:
        return escape(text)
    wanted = re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)), re.IGNORECASE)
    pieces, position = [], 0
    for found in wanted.finditer(text):
        pieces += [escape(text[position : found.start()]), _mark(found[0])]
        position = found.end()
    # every piece is escaped
    return mark_safe("".join([*pieces, escape(text[position:])]))  # noqa: S308


def headlines(filings: Iterable[int], words: str) -> dict[int, SafeString]:
    """By the filing's key, where in its docket text the words stand; one query for the few that are shown."""
    return _headlines(IN_FILINGS, filings, words)


def page_headlines(pages: Iterable[int], words: str) -> dict[int, SafeString]:
    """By the key of a document's page, where in its text the words stand; one query."""
    return _headlines(IN_PAGES, pages, words)


def _headlines(statement: str, keys: Iterable[int], words: str) -> dict[int, SafeString]:
    asked = {"ids": list(keys), "words": words, "options": OPTIONS, "marks": START + STOP}
    return {row.id: _from_headline(row.text) for row in fetch(statement, asked)} if asked["ids"] and words else {}


def _from_headline(text: str) -> SafeString:
    pieces = escape(text).replace(START, "<mark>").replace(STOP, "</mark>")
    return mark_safe(pieces)  # noqa: S308 - escaped just above


def _mark(text: str) -> str:
    return f"<mark>{escape(text)}</mark>"
