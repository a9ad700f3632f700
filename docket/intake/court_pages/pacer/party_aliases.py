"""Other names of the parties of a bankruptcy docket, which juriscraper leaves out: read from the page itself. Pure.

The page prints them below the party's address, in the same cell: "fka" in italics, then the name in bold.
"""

import re
from dataclasses import replace
from html import unescape

from docket.intake.court_pages.pacer.page import text
from docket.intake.court_pages.pacer.party_info import alias
from docket.intake.court_pages.pacer.report import ENTRY_TABLE
from docket.intake.shape import ImportedParty

CELL = re.compile(
    r"<td\b[^>]*>\s*(?:<font\b[^>]*>\s*)?<i>\s*<b>(?P<role>[^<]+)</b>\s*</i>\s*<br[^>]*>\s*"
    r"<b>(?P<name>[^<]+)</b>(?P<under>(?:(?!</td>).){0,6000})</td>",
    re.I | re.S,
)
ALIAS = re.compile(r"<i>\s*<b>([^<]+)</b>\s*</i>\s*<br[^>]*>\s*<b>([^<]+)</b>", re.I)


def with_aliases(parties: tuple[ImportedParty, ...], html: str) -> tuple[ImportedParty, ...]:
    """The parties with the names that stand under theirs; where a name and role stand twice, in the page's order."""
    start = ENTRY_TABLE.search(html)
    found = list(parties)
    taken: set[int] = set()
    for cell in CELL.finditer(html[: start.start() if start else len(html)]):
        called = (_words(cell["role"]), _words(cell["name"]))
        places = (n for n, p in enumerate(found) if (p.role_as_filed, p.name) == called and n not in taken)
        if (place := next(places, None)) is None:
            continue
        taken.add(place)
        read = [alias(_words(kind), _words(name)) for kind, name in ALIAS.findall(cell["under"])]
        names = dict.fromkeys((*found[place].aliases, *(other for other in read if other)))
        found[place] = replace(found[place], aliases=tuple(names))
    return tuple(found)


def _words(html: str) -> str:
    return " ".join(unescape(text(html)).split())
