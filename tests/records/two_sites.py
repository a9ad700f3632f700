"""Two committed records that differ only in what is withheld, and every address at which their sites are asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from django.urls import URLPattern, URLResolver

from docket.site.api.expanding import expansions_of
from docket.site.exports.files import FILES, RESOURCES
from docket.site.package.descriptor import NAMES
from docket.site.package.writing import write_edition
from docket.site.views.downloads import OF_A_CASE, OF_A_MATTER
from tests import cluster
from tests.conftest import TEMPLATE
from tests.processes.asking import Answer
from tests.records.corpus import Corpus, address_of

FULL, BARE = f"{cluster.TEST_DATABASE}_full", f"{cluster.TEST_DATABASE}_bare"


class Site:
    """A committed record and what the public site answers over it."""

    def __init__(self, database: str, corpus: Corpus) -> None:
        self.database, self.corpus = database, corpus
        self.answers: dict[str, Answer] = {}


def build(database: str, corpus: Corpus) -> Site:
    cluster.make_database(database, template=TEMPLATE)
    with cluster.use_database(database):
        corpus.build()
    _freeze(database)
    with cluster.use_database(database):
        write_edition(datetime(2024, 1, 1, tzinfo=UTC))
    return Site(database, corpus)


def _freeze(database: str) -> None:
    """When a row was last changed differs between two runs whatever it holds: one time for all."""
    with cluster.connect(database=database) as admin:
        admin.execute("set session_replication_role = replica")
        rows = admin.execute(
            "select table_schema, table_name from information_schema.columns "
            "where column_name = 'updated_at' and table_schema in ('public', 'published')"
        ).fetchall()
        for schema, table in rows:
            admin.execute(f"update {schema}.{table} set updated_at = '2024-01-01' where updated_at > '1971-01-01'")
        for schema in ("public", "published"):
            admin.execute(f"update {schema}.docket_correction set at = '2024-01-01'")


# Addresses that no page links to.
EXTRA = ["/robots.txt", "/.well-known/security.txt", "/sitemap.xml", "/nowhere/", "/api/v1/", "/api/v1/nowhere/"]
EXTRA += [f"/follow/?feed=/cases/{address_of('case0')}/latest.atom", "/follow/confirm/x/", "/follow/leave/x/"]
EXTRA += [f"/data/record/{name}" for name in NAMES]
FORMS = ("csv", "xlsx")
EXTRA += [f"/{file.name}.{form}" for file in FILES for form in FORMS]
EXTRA += [f"/cases/{address_of('case0')}/{file.name}.{form}" for file in OF_A_CASE for form in FORMS]
EXTRA += [f"/matters/{address_of('matter0')}/{file.name}.{form}" for file in OF_A_MATTER for form in FORMS]


def api_addresses(corpus: Corpus) -> Iterator[str]:
    """Every resource with all that can be put into its rows, and as a row each page's own, whatever its state."""
    for file in RESOURCES:
        names = ",".join(expansions_of(file))
        yield f"/api/v1/{file.name}/?limit=100"
        yield f"/api/v1/{file.name}/?limit=20{f'&expand={names}' if names else ''}"
        yield f"/api/v1/{file.name}/{address_of('nobody')}/"
    for path in corpus.addresses:
        if (kind := path.split("/")[1]) in ROWS_OF_PAGES and is_row(path):
            yield f"/api/v1/{kind}/{path.split('/')[2]}/"


def is_row(path: str) -> bool:
    """Whether it is a row's own page, and no feed or file of it."""
    return path.count("/") == 3 and path.endswith("/") and "?" not in path


ROWS_OF_PAGES = ("matters", "cases", "filings", "parties", "documents", "hearings", "deadlines")


def routes(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route
