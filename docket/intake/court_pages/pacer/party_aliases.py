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

# Everything that repeats has an upper limit: a page cannot make the search long.
TITLED = (
    r"<i>\s{0,100}<b>(?P<role>[^<]{1,300})</b>\s{0,100}</i>\s{0,100}<br[^>]{0,100}>\s{0,100}"
    r"<b>(?P<name>[^<]{1,2000})</b>"
)
CELL = re.compile(rf"<td\b[^>]{{0,300}}>\s{{0,100}}(?:<font\b[^>]{{0,300}}>\s{{0,100}})?{TITLED}", re.I)
CELL_ENDS = re.compile(r"</td>", re.I)
ALIAS = re.compile(TITLED, re.I)
LONGEST = 6_000  # characters under a name


def with_aliases(parties: tuple[ImportedParty, ...], html: str) -> tuple[ImportedParty, ...]:
    """The parties with the names that stand under theirs; where a name and role stand twice, in the page's order."""
    start = ENTRY_TABLE.search(html)
    found = list(parties)
    taken: set[int] = set()
    for cell in CELL.finditer(html, 0, start.start() if start else len(html)):
        ended = CELL_ENDS.search(html, cell.end(), cell.end() + LONGEST)
        if ended is None:
            continue
        called = (_words(cell["role"]), _words(cell["name"]))
        places = (n for n, p in enumerate(found) if (p.role_as_filed, p.name) == called and n not in taken)
        if (place := next(places, None)) is None:
            continue
        taken.add(place)
        read = [alias(_words(kind), _words(name)) for kind, name in ALIAS.findall(html, cell.end(), ended.start())]
        names = dict.fromkeys((*found[place].aliases, *(other for other in read if other)))
        found[place] = replace(found[place], aliases=tuple(names))
    return tuple(found)


def _words(html: str) -> str:
    return " ".join(unescape(text(html)).split())
