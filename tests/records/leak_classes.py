"""Leaks that Datasette, a program that publishes tables as this one does, had to mend: each class, asked here.

From its release notes of 1.0a38, 1.0a40, 1.0a43, 1.0a44, 0.65.3 and 0.65.4. Every question is asked of a record with
withheld rows and of one without them; `right` are the statuses that an answer may have at all.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from docket.site.exports.files import FILES, RESOURCES
from tests.records.corpus import Corpus
from tests.records.questions import LISTS, Question

REFUSED: Final = frozenset({301, 404})
LISTED: Final = frozenset({200, 301, 400, 404})
ROWS: Final = ("matters", "cases", "filings", "parties", "claims", "documents", "hearings", "deadlines")


@dataclass(frozen=True)
class Rows:
    """Addresses of rows that never were to the public and of rows that it reads, the ids of the former, their words."""

    withheld: list[str]
    shown: list[str]
    ids: list[str]
    words: list[str]


def rows_of(corpus: Corpus) -> Rows:
    """The rows of a record, by what the public may know of them."""
    withheld = [path for path, what in corpus.addresses.items() if what == "nothing" and _is_row(path)]
    shown = [path for path, what in corpus.addresses.items() if what == "public" and _is_row(path)]
    ids = list(dict.fromkeys(path.split("/")[2] for path in withheld))
    return Rows(withheld, shown, ids, [*corpus.canaries[::200], *(canary[:9] for canary in corpus.canaries[::300])])


@dataclass(frozen=True)
class LeakClass:
    """name: what leaked. release: of Datasette, in which it was mended. right: the statuses that answers may have."""

    name: str
    release: str
    right: frozenset[int]
    ask: Callable[[Rows], Iterator[Question]]

    def questions(self, rows: Rows) -> list[Question]:
        """Each once."""
        return list(dict.fromkeys(self.ask(rows)))


def _is_row(path: str) -> bool:
    return path.count("/") == 3 and "?" not in path and path.endswith("/") and path.split("/")[1] in ROWS


def _asked(*paths: str) -> Iterator[Question]:
    return (Question("a leak elsewhere", path) for path in paths)


def _of_itself(rows: Rows) -> Iterator[Question]:
    names = [
        "config",
        "metadata",
        "databases",
        "queries",
        "permissions",
        "api",
        "settings",
        "plugins",
        "actor",
        "threads",
    ]
    yield from _asked(*(f"/-/{name}{end}" for name in names for end in ("", ".json")))
    yield from _asked(
        "/config.json", "/schema/", "/metrics", "/admin/", "/desk/", "/debug/", "/__debug__/", "/health/x"
    )
    yield from _asked("/.env", "/.git/config", "/published/", "/wall/", "/docket_sealedtext.csv", "/staff-notes.csv")


def _own_values(rows: Rows) -> Iterator[Question]:
    """What a view puts into a question itself, given by the address too, and given twice."""
    own = [
        "case",
        "matter",
        "id",
        "pk",
        "case_id",
        "public_id",
        "visibility",
        "status",
        "words",
        "limit",
        "schema",
        "q",
    ]
    cases = [path for path in rows.shown if path.startswith(("/cases/", "/matters/"))][:4]
    for path, name in itertools.product(cases, own):
        yield from _asked(f"{path}filings.csv?{name}={rows.ids[0]}", f"{path}?{name}={rows.ids[0]}")
    for name, other in itertools.product(LISTS, own):
        yield from _asked(f"/{name}/?{other}={rows.ids[0]}&{other}=", f"/{name}.csv?{other}=sealed")


def _by_owner(rows: Rows) -> Iterator[Question]:
    by = ("owner_id", "author", "user", "party", "case", "matter", "attorney", "assigned_to")
    for name, (key, own) in itertools.product(LISTS, zip(by, itertools.cycle(rows.ids[:: len(rows.ids) // 4]))):
        yield from _asked(f"/{name}/?{key}={own}", f"/{name}.csv?{key}={own}", f"/api/v1/{name}/?{key}={own}")


def _other_names(rows: Rows) -> Iterator[Question]:
    ends = (".pdf", ".json", ".csv", ".db", "/original/", "/file.pdf", "/page/1.png", "/text/", "/download", "/.")
    documents = [path for path in rows.withheld if path.startswith(("/documents/", "/filings/"))]
    for path, end in itertools.product(documents[:: max(1, len(documents) // 12)], ends):
        yield from _asked(f"{path.rstrip('/')}{end}")
    for name in ("x.zip", "../secret", "..%2f..%2fvault", ".20260101T000000Z", "filings.csv.bak", "SHA256SUMS~"):
        yield from _asked(f"/data/record/{name}")


def _copies(rows: Rows) -> Iterator[Question]:
    names = ("docketbook.db", "published.db", "public.db", "database.sqlite", "dump.sql", "backup.zip", "record.zip")
    yield from _asked(*(f"/{name}" for name in names), *(f"/data/{name}" for name in names))
    yield from _asked(
        "/media/", "/files/", "/protected/", "/vault/", "/published/files/", "/static/../vault/", "/record/"
    )


def _acts(rows: Rows) -> Iterator[Question]:
    lists = [f"/{name}/" for name in (*LISTS, "search", "api/v1/cases", "data", "calendar")]
    for path in ["/", *lists, *rows.shown[:: len(rows.shown) // 12]]:
        yield from (Question("a leak elsewhere", path, way) for way in ("POST", "PUT", "PATCH", "DELETE", "PROPFIND"))


def _other_letters(rows: Rows) -> Iterator[Question]:
    for path in rows.withheld[:: max(1, len(rows.withheld) // 24)]:
        sort, own = path.strip("/").split("/")
        yield from _asked(f"/{sort}/{own.upper()}/", f"/{sort}/{own.title()}/", f"/{sort.upper()}/{own}/")


def _line_ends(rows: Rows) -> Iterator[Question]:
    for path in rows.withheld[:: max(1, len(rows.withheld) // 12)]:
        bare = path.rstrip("/")
        yield from _asked(
            *(f"{bare}{end}{more}" for end in ("%0a", "%0d%0a", "%20", "%00", "%e2%80%a8") for more in "/ ")
        )


def _through(rows: Rows) -> Iterator[Question]:
    """A list narrowed by what a row between says: a party by a withheld filing, a case by a link."""
    known = [path.split("/")[2] for path in rows.shown if path.startswith(("/parties/", "/cases/"))]
    keys = [(file, name) for file in FILES for name in ("party", "case", "matter") if name in file.filter.base_filters]
    for (file, name), own in itertools.product(keys, known[:: max(1, len(known) // 3)]):
        yield from _asked(f"/{file.name}.csv?{name}={own}")
    for name, own in itertools.product(LISTS, rows.ids[:3]):
        yield from _asked(f"/{name}/?_through={quote(own)}", f"/{name}/?case__parties__party={own}")
        yield from _asked(f"/api/v1/{name}/?filings__visibility=draft", f"/{name}/?case__visibility=draft")


def _keys(rows: Rows) -> Iterator[Question]:
    odd = ("' or ''='", '"', "'; select 1; --", "1 or 1=1", "\\", "[1]", "$$", f"{rows.ids[0]}'--")
    for key in map(quote, odd):
        yield from _asked(*(f"/api/v1/{file.name}/{key}/" for file in RESOURCES[:6]))
        yield from _asked(*(f"/{name}/?after={key}" for name in LISTS), *(f"/{name}/?before={key}" for name in LISTS))


def _columns(rows: Rows) -> Iterator[Question]:
    odd = ("visibility", "id", "true_name", "1;select 1", "text_vector", '"', "case__visibility", "row_version")
    for file, column in itertools.product(RESOURCES[:8], map(quote, odd)):
        yield from _asked(f"/api/v1/{file.name}/?fields={column}", f"/{file.name}.csv?order={column}")
        yield from _asked(f"/api/v1/{file.name}/?expand={column}")


def _any_letter(rows: Rows) -> Iterator[Question]:
    for word, any_one in itertools.product(rows.words, ("%", "_", "*", ":*", ".")):
        said = quote(f"{word[:8]}{any_one}")
        yield from _asked(f"/search/?q={said}", *(f"/{name}/?q={said}" for name in ("cases", "parties", "filings")))


def _kept(rows: Rows) -> Iterator[Question]:
    ways = (("cookie", "sessionid=theirs"), ("authorization", "Bearer theirs"), ("x-forwarded-user", "editor"))
    paths = [*rows.shown[:: max(1, len(rows.shown) // 12)], *rows.withheld[:: max(1, len(rows.withheld) // 12)]]
    yield from (Question("a leak elsewhere", path, headers=(way,)) for path in paths for way in ways)


def _as_data(rows: Rows) -> Iterator[Question]:
    """What has no page has no row, feed, calendar or file either."""
    for own in rows.ids[:: max(1, len(rows.ids) // 5)]:
        resources = [file.name for file in RESOURCES if file.name != "documents"]
        yield from _asked(*(f"/api/v1/{name}/{own}/" for name in resources))
        yield from _asked(*(f"/{kind}/{own}/latest.atom" for kind in ("cases", "matters", "parties", "claims")))
        yield from _asked(*(f"/{kind}/{own}/filings.csv" for kind in ("cases", "matters")))
        yield from _asked(*(f"/{kind}/{own}/calendar.ics" for kind in ("cases", "matters", "forums")))


CLASSES: tuple[LeakClass, ...] = (
    LeakClass("what the program knows of itself", "1.0a44", REFUSED, _of_itself),
    LeakClass("a value of the address in the place of the program's own", "1.0a44", LISTED, _own_values),
    LeakClass("rows by whose they are", "1.0a43", LISTED, _by_owner),
    LeakClass("a file under another name than the one that is asked about", "1.0a43", REFUSED, _other_names),
    LeakClass("a copy of everything", "1.0a43", REFUSED, _copies),
    LeakClass("an act that nobody was asked whether they may do", "1.0a43", frozenset({403, 404, 405}), _acts),
    LeakClass("a name in other letters", "0.65.4", REFUSED, _other_letters),
    LeakClass("a name with a line end", "1.0a40", REFUSED, _line_ends),
    LeakClass("rows by way of rows between", "0.65.4", LISTED, _through),
    LeakClass("a key that is read as a part of the question", "0.65.4", LISTED, _keys),
    LeakClass("a column that is read as a part of the question", "0.65.3", LISTED, _columns),
    LeakClass("a letter that stands for any", "0.65.4", LISTED, _any_letter),
    LeakClass("an answer kept for somebody else", "0.65.4", frozenset({200, 301, 404}), _kept),
    LeakClass("a page refused and its data given", "1.0a4", frozenset({404}), _as_data),
)
