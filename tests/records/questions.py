"""Very many questions to the public site: every address, list and file asked in every way that is known or tried.

A question is a method, an address and headers. They are drawn from kinds in turn, so that any number of them asks in
every way; of the same record always the same ones, in the same order.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from docket.choices import PartyRole
from docket.site.exports.columns import File
from docket.site.exports.files import FILES, RESOURCES
from docket.site.package.descriptor import NAMES
from tests.records.corpus import Corpus, address_of

LISTS = ("matters", "cases", "filings", "parties", "claims", "forums")
SORTS = (*LISTS[:5], "documents", "hearings", "deadlines", "calendar/cases", "calendar/matters")
SEARCHED = ("cases", "parties", "counsel", "claims", "filings", "matters")
SEED = 7


@dataclass(frozen=True)
class Question:
    """One request. kind: the way in which it asks, for the count by kind."""

    kind: str
    path: str
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Asked:
    """What is asked of: a record, and the addresses that its pages lead to, with the ETag of each that has one."""

    corpus: Corpus
    known: Mapping[str, str]

    @property
    def paths(self) -> list[str]:
        """Every address of the record, whatever its state, and all that pages lead to."""
        return list(dict.fromkeys([*self.known, *self.corpus.addresses]))

    @property
    def ids(self) -> list[str]:
        """The id of every row that has a page, of any state."""
        return list(dict.fromkeys(path.split("/")[2] for path in self.corpus.addresses if path.count("/") > 2))

    @property
    def words(self) -> list[str]:
        """Words that the public may find and words that it must not, and how they begin."""
        whole = [*self.corpus.markers, *self.corpus.canaries]
        return ["nobody", *whole, *(word[:length] for length in (12, 9, 6, 3) for word in whole)]


Kind = Callable[[Asked], Iterator[Question]]


def questions(asked: Asked, count: int) -> list[Question]:
    """So many, of every kind in turn; fewer only where there are no more."""
    lots = random.Random(SEED)
    kinds = []
    for kind, share in SHARES.items():
        drawn = list(dict.fromkeys(kind(asked)))
        lots.shuffle(drawn)
        kinds += [drawn[first::share] for first in range(share)]
    in_turn = itertools.chain.from_iterable(itertools.zip_longest(*kinds))
    return [question for question in in_turn if question][:count]


def again(asked: Asked) -> Iterator[Question]:
    """With the ETag of what one holds already, with another's, with a day."""
    for path, etag in asked.known.items():
        if etag:
            yield Question("again", path, headers=(("if-none-match", etag),))
        yield Question("again", path, headers=(("if-none-match", '"another"'),))
    for path in asked.paths:
        yield Question("again", path, headers=(("if-modified-since", "Tue, 01 Jan 2030 00:00:00 GMT"),))
        yield Question("again", path, headers=(("if-none-match", "*"),))


def by_method(asked: Asked) -> Iterator[Question]:
    """By every method."""
    for path in asked.paths:
        yield from (Question("method", path, method) for method in ("HEAD", "OPTIONS", "POST", "PUT", "DELETE"))


def in_part(asked: Asked) -> Iterator[Question]:
    """A part of what is there, of files above all."""
    files = [path for path in asked.paths if path.startswith("/documents/") or ".csv" in path]
    for path in [*files, *(f"/data/record/{name}" for name in NAMES), *asked.paths[:200]]:
        for part in ("bytes=0-99", "bytes=-50", "bytes=100000000-", "bytes=0-9,20-29"):
            yield Question("part", path, headers=(("range", part),))


def in_language(asked: Asked) -> Iterator[Question]:
    """In other languages, forms and compressions; as another site's script, by way of another host's name."""
    ways = (
        ("accept-language", "de"),
        ("accept", "application/json"),
        ("accept", "text/csv"),
        ("accept-encoding", "gzip"),
        ("origin", "https://elsewhere.example"),
        ("x-forwarded-host", "elsewhere.example"),
        ("x-http-method-override", "PUT"),
        ("x-requested-with", "XMLHttpRequest"),
        ("cookie", "sessionid=guessed"),
        ("authorization", "Basic c3RhZmY6c3RhZmY="),
    )
    for path in asked.paths:
        yield from (Question("language and form", path, headers=(way,)) for way in ways)


def filtered(asked: Asked) -> Iterator[Question]:
    """Every filter of every list, file and resource with words, ids of any state, days, and values of its own."""
    ids, words = asked.ids, asked.words
    lots = random.Random(SEED)
    for file in FILES:
        names = list(file.filter.base_filters)
        for name, way in itertools.product(names, _ways(file.name)):
            values = [*lots.sample(ids, 12), *lots.sample(words, 6), "2023", "2023-01-11", "*", "%", "_", "", "%00"]
            for value in [*values, *_own_values(file, name)]:
                yield Question("filter", f"{way}?{name}={quote(value, safe='%')}")
        for one, two in itertools.combinations(names, 2):
            for way in _ways(file.name):
                yield Question("filter", f"{way}?{one}={lots.choice(ids)}&{two}={lots.choice(words)}")


def _ways(name: str) -> list[str]:
    page = [f"/{name}/"] if name in LISTS else []
    api = [f"/api/v1/{name}/"] if name in {file.name for file in RESOURCES} else []
    return [*page, *api, f"/{name}.csv"]


def _own_values(file: File, name: str) -> list[str]:
    """The values that the filter offers, withheld states among those that it does not."""
    offered = file.filter.base_filters[name].extra.get("choices", ())
    pairs = offered() if callable(offered) else offered
    own = [str(value) for value, words in pairs if isinstance(words, str)]
    return [*own[:8], "draft", "hidden", "sealed", "expunged"]


def sorted_and_paged(asked: Asked) -> Iterator[Question]:
    """In every order, from places that nobody was given, in pages of any size, of some fields."""
    places = ("0", "1", "-1", "99999999", "WyIyMDIzLTAxLTA5IiwgMV0", "%00", "null")
    for file in FILES:
        orders = [order.code for order in (*file.filter.orders, *file.filter.at_times)]
        for way in _ways(file.name):
            yield from (Question("order and place", f"{way}?order={order}") for order in [*orders, "visibility", "id"])
            for place, at in itertools.product(places, ("after", "before")):
                yield from (Question("order and place", f"{way}?{at}={place}&order={order}") for order in orders)
                yield Question("order and place", f"{way}?{at}={place}")
            for limit in ("1", "2", "7", "100", "101", "0", "x"):
                yield Question("order and place", f"{way}?limit={limit}")
            for column in [*(column.name for column in file.columns), "visibility", "id", "pk"]:
                yield Question("order and place", f"{way}?fields={column}")


def by_word(asked: Asked) -> Iterator[Question]:
    """Searched for, in whole and in part, in every sort of row."""
    for word in asked.words:
        yield from (Question("word", f"/search/?q={word}&what={kind}") for kind in SEARCHED)
        yield from (Question("word", f"/search/?q={word}{more}") for more in ("", "&all=1", "&order=newest"))
        yield from (Question("word", f"/{name}/?q={asked_for}") for name in LISTS for asked_for in (word, f"-{word}"))
        yield from (Question("word", f"/{name}.csv?q={word}") for name in LISTS)
        yield from (Question("word", f"/api/v1/{name}/?q={word}&limit=5") for name in LISTS[:3])


def by_id(asked: Asked) -> Iterator[Question]:
    """Each row's id as that of every other sort of row, with every page, feed and file below it; ids of nobody."""
    below = ("", "latest.atom", "calendar.ics", "record/corrections/", "entry/1/", "entry/4/", "entry/99/", "smith/")
    files = [f"{file.name}.csv" for file in FILES]
    for own in [*asked.ids, *(address_of(f"nobody{number}") for number in range(600))]:
        yield from (Question("id", f"/{sort}/{own}/") for sort in SORTS)
        yield from (Question("id", f"/{sort}/{own}/{page}") for sort in ("cases", "matters") for page in below)
        yield from (Question("id", f"/{sort}/{own}/{page}") for sort in ("cases", "matters") for page in files)
        yield from (Question("id", f"/api/v1/{file.name}/{own}/") for file in RESOURCES)
        yield from (Question("id", f"/search/?q={own}{more}") for more in ("", "&all=1"))


def by_role(asked: Asked) -> Iterator[Question]:
    """A party in a role, in a list, a search or a file."""
    parties = [path.split("/")[2] for path in asked.corpus.addresses if path.startswith("/parties/")]
    for party, role in itertools.product(dict.fromkeys(parties), PartyRole.values[:12]):
        yield from (Question("role", f"/{name}/?party={party}&role={role}") for name in ("cases", "filings"))
        yield Question("role", f"/search/?party={party}&role={role}")
        yield Question("role", f"/case_parties.csv?party={party}&role={role}")


def of_days(asked: Asked) -> Iterator[Question]:
    """Pages as of other days, months of the calendar, ranges of days."""
    days = ("2022-12-31", "2023-01-09", "2023-01-10", "2023-01-15", "2023-02", "2024", "2099-05-03", "2099-06", "soon")
    for path in (path for path in asked.paths if path.count("/") == 3 and "?" not in path and "." not in path):
        yield from (Question("day", f"{path}?{name}={day}") for name in ("as_of", "since") for day in days)
    for month in ("2023-01", "2024-06", "2099-05", "2099-06", "0001-01", "x"):
        yield from (Question("day", f"/calendar/{where}?month={month}") for where in ("", *_calendars(asked)))
        yield from (Question("day", f"/{name}/?filed_from={month}") for name in ("cases", "filings", "claims"))


def _calendars(asked: Asked) -> Iterator[str]:
    for path in asked.corpus.addresses:
        if path.startswith(("/cases/", "/matters/", "/forums/")) and path.count("/") == 3 and "?" not in path:
            yield path.removeprefix("/")


def oddly(asked: Asked) -> Iterator[Question]:
    """Addresses spelled as others read them: endings, other letters, line ends, dots, doubled encodings."""
    odd = ("?format=csv", "?format=json", "index.json", "%2e%2e/", ";a", "%0a", "%00", "?q=%00", ".json", ".csv", "//")
    for path in asked.paths:
        plain = path.partition("?")[0]
        yield from (Question("spelling", f"{plain}{end}") for end in odd)
        yield from (Question("spelling", other) for other in (plain.upper(), plain.title(), plain.rstrip("/")))
        yield Question("spelling", plain.replace("/", "//"))
        yield Question("spelling", f"/{quote(quote(plain[1:], safe=''), safe='')}")


# how often in each turn: what is refused costs a tenth of a page
SHARES: dict[Kind, int] = {
    **dict.fromkeys((by_method, by_id, oddly, in_part, of_days), 3),
    **dict.fromkeys((again, in_language, filtered, sorted_and_paged, by_word, by_role), 1),
}
