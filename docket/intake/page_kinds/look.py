"""By what a kind of file is recognised: words of its page, marks of its raw text, names in its JSON."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """By what a file of a kind is recognised (court_pages/sniff.py), and where it ends."""

    words: re.Pattern[str] | None
    """In a page's text without tags, in lower case; of several kinds the one whose words stand first is meant."""
    raw: re.Pattern[str] | None
    """In the raw beginning, before any tag is taken out."""
    raw_within: int
    """Characters of the beginning in which `raw` must stand."""
    lines: re.Pattern[str] | None
    """In a file that nothing else makes a kind: three lines of it, or rows of its tables, are like this."""
    keys: tuple[frozenset[str], ...]
    """Of a JSON object: it has all names of one of these sets."""
    end: str | None
    """The tag that closes such a file; "" for a page's own end, None where the end cannot be seen."""


def page(words: str) -> Look:
    """Of a page that ends as pages do; words: a regular expression, such as `docket for case ?#`."""
    return Look(words=re.compile(words), raw=None, raw_within=0, lines=None, keys=(), end="")


def json_object(*names: frozenset[str], words: str | None = None) -> Look:
    """Of a JSON object that has all names of one of the sets; words: of a page that the same court also serves."""
    return Look(words=re.compile(words) if words else None, raw=None, raw_within=0, lines=None, keys=names, end="")
