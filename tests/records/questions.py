"""Very many public addresses of a record: every list, search and file asked for its words, and odd spellings."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from tests.records.corpus import Corpus, address_of

SEARCHED = ("cases", "parties", "counsel", "claims", "filings", "matters")
LISTS = ("matters", "cases", "filings", "parties", "claims", "forums")
ASKED_OF_LISTS = ("q={}", "q={}&order=newest", "q={}&page=2", "q=%22{}%22", "q=-{}")
NAMED_IN_LISTS = ("case={}", "party={}", "matter={}", "forum={}")
ODD = (
    "?format=csv",
    "?page=2",
    "?page=99999",
    "?q=%00",
    "?as_of=2023-01-11",
    "?since=2023-01-10",
    "index.json",
    "%2e%2e/",
    ";a",
)


def questions(corpus: Corpus, count: int, known: Iterable[str]) -> list[str]:
    """So many different addresses, always the same ones; `known`: those that the pages themselves lead to.

    Words are asked for that the public may find, that it must not, their beginnings, and words of nobody.
    """
    found = dict.fromkeys([*known, *corpus.addresses])
    more = list(dict.fromkeys(itertools.chain(_odd(list(found)), _words(corpus), _ids(corpus))))
    random.Random(7).shuffle(more)
    return list(dict.fromkeys([*found, *more]))[:count]


def _words(corpus: Corpus) -> Iterator[str]:
    words = [*corpus.markers, *corpus.canaries]
    for word in [*words, *(word[:length] for word in words for length in (3, 6, 9, 12)), "nobody"]:
        said = quote(word)
        yield from (f"/search/?q={said}&what={kind}" for kind in SEARCHED)
        yield from (f"/search/?q={said}{more}" for more in ("", "&all=1", "&page=2"))
        for name in LISTS:
            yield from (f"/{name}/?{asked.format(said)}" for asked in ASKED_OF_LISTS)
            yield from (f"/{name}/?{asked.format(said)}" for asked in NAMED_IN_LISTS)
            yield f"/{name}.csv?q={said}"


def _odd(addresses: list[str]) -> Iterator[str]:
    for address in addresses:
        plain = address.partition("?")[0]
        yield from (f"{plain}{odd}" for odd in ODD)
        yield from (f"{plain}entry/{number}/" for number in range(1, 4) if plain.startswith("/cases/"))


def _ids(corpus: Corpus) -> Iterator[str]:
    """Addresses that nobody has, and each row's under every other sort of page."""
    ids = [path.split("/")[2] for path in corpus.addresses if path.count("/") > 2]
    sorts = ("matters", "cases", "filings", "parties", "claims", "documents", "hearings", "deadlines", "forums")
    for own in [*dict.fromkeys(ids), *(address_of(f"nobody{number}") for number in range(2000))]:
        yield from (f"/{sort}/{own}/" for sort in sorts)


# Names that configurations, introspection and downloads have elsewhere.
INTROSPECTION = (
    *("/-/config", "/-/config.json", "/-/metadata.json", "/-/databases.json", "/-/queries", "/-/permissions", "/-/api"),
    *("/config.json", "/schema/", "/openapi.json", "/metrics", "/admin/", "/desk/", "/.env", "/.git/config", "/debug/"),
)
COPIES = (
    *("/docketbook.db", "/published.db", "/database.sqlite", "/dump.sql", "/backup.zip"),
    *("/media/", "/files/", "/protected/"),
)
# Columns of rows, and what the program's own questions call their values.
OWN_NAMES = (
    *("visibility=sealed", "owner_id=1", "id=1", "pk=1", "case_id=1"),
    *("cases=1", "status=draft", "words=1", "_through=1"),
)


def kinds_elsewhere(corpus: Corpus) -> dict[str, list[str]]:
    """Addresses of each kind of leak that a program like this one had to mend.

    What the program knows of itself, told to anybody; a value that takes the place of one of the program's own; a
    filter by whose row it is, or by way of another row; a file under another name than the one that is asked about; a
    name in other letters; a name with what a pattern reads as any letter.
    """
    withheld = [path for path, what in corpus.addresses.items() if what != "public" and path.count("/") == 3]
    ids = list(dict.fromkeys(path.split("/")[2] for path in withheld))
    documents = [path for path in withheld if path.startswith("/documents/")]
    words = [*corpus.canaries[:8], *(canary[:8] for canary in corpus.canaries[:8])]
    return {
        "introspection": list(INTROSPECTION),
        "a copy of everything": list(COPIES),
        "own names": [f"/{name}/?{own}" for name in LISTS for own in OWN_NAMES],
        "by owner or by way of": [
            f"/{name}/?{by}={own}" for name in LISTS for by in ("case", "party", "matter", "forum") for own in ids[:16]
        ],
        "a file by another name": [
            f"{path.rstrip('/')}{more}"
            for path in documents
            for more in (".pdf", ".db", "/original/", "/file.pdf", ".json")
        ],
        "other letters": [
            f"/{sort}/{odd}/"
            for sort, own in (path.strip("/").split("/") for path in withheld)
            for odd in (own.upper(), own.title(), own.swapcase())
            if odd != own
        ],
        "any letter": [
            f"/{name}/?q={quote(word[:6] + wild)}" for name in LISTS for word in words for wild in ("%", "_", "*")
        ],
    }
