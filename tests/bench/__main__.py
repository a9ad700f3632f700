"""The rows of the table; each is measured side by side with what it is compared with."""

from __future__ import annotations

import argparse
import os
import resource
import time
from collections.abc import Callable, Iterator
from typing import Any

from tests import cluster  # first: it names the throwaway data folder

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
NAME = f"{cluster.TEST_DATABASE}_bench"
Row = tuple[str, str, str, bool]


def milliseconds(what: Callable[[], Any], times: int = 20) -> float:
    """The 95th percentile."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        what()
        taken.append((time.perf_counter() - begun) * 1000)
    return sorted(taken)[int(times * 0.95) - 1]


def memory() -> float:
    """The most that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def export() -> Iterator[Row]:
    """All filings against the same COPY, drained by psycopg."""
    from django.db import connection, transaction
    from django.http import QueryDict

    from docket.exports.copy import SETTINGS, csv_of, statements
    from docket.exports.filings import FILINGS

    def asked() -> Any:
        found = FILINGS.filter(QueryDict(), FILINGS.listed())
        assert found.is_valid()
        return found

    def raw() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            for setting in SETTINGS:
                cursor.execute(setting)
            (sql,) = statements(FILINGS, asked(), connection)
            with cursor.copy(sql) as rows:
                for _ in rows:
                    pass

    def first_row() -> None:
        pieces = csv_of(FILINGS, asked())
        next(pieces)
        next(pieces)
        pieces.close()

    def drained() -> None:
        for _ in csv_of(FILINGS, asked()):
            pass

    drained()  # both then find the pages in memory
    first = milliseconds(first_row, 5)
    bare, before = milliseconds(raw, 2), memory()
    ours, grown = milliseconds(drained, 2), memory() - before
    yield (
        "CSV of all filings / raw COPY",
        "≤ 1.25",
        f"{ours / bare:.2f} ({ours / 1000:.1f} s / {bare / 1000:.1f} s)",
        ours <= 1.25 * bare,
    )
    yield "first data row", "≤ 50 ms", f"{first:.0f} ms", first <= 50
    yield "extra memory", "≤ 32 MB", f"{grown:.0f} MB", grown <= 32


def lists() -> Iterator[Row]:
    """Listing, search and a deep page."""
    from django.http import QueryDict

    from docket.filters import FilingFilter
    from docket.filters.listed import filings
    from docket.listing.pagination import cursor
    from docket.models import Filing
    from docket.views.listings import with_filers_and_documents

    def page(question: str, after: str = "") -> Callable[[], None]:
        def ask() -> None:
            found = FilingFilter(QueryDict(question), filings())
            assert found.is_valid()
            found.page(with_filers_and_documents, 50, after)
            found.count()

        return ask

    newest = FilingFilter.orders[0]
    rows = Filing.objects.order_by(*newest.by()).filter(date_filed__isnull=False)
    deep = cursor(rows[min(500_000, rows.count() // 2)], newest)
    page("", deep)()
    one = milliseconds(page(""))
    far = milliseconds(page("", deep))
    yield "list of filings, page 1", "≤ 50 ms", f"{one:.0f} ms", one <= 50
    yield "page 10,000 (or the middle) / page 1", "≤ 1.2", f"{far / one:.2f}", far <= 1.2 * one
    questions = {
        "rare word": "q=mandamus",
        "common word": "q=negligence",
        "common word, best first": "q=negligence&order=best",
        "type and dates": "group=order&filed_from=2010&filed_to=2012-06",
        "forum and party": "forum=bench&party=Party+1777",
    }
    for what, question in questions.items():
        taken = milliseconds(page(question), 10)
        yield f"filings by {what}", "≤ 50 ms", f"{taken:.0f} ms", taken <= 50
    taken = milliseconds(page("q=plaintiff+respondent"), 3)
    yield "two common words that never meet", "≤ 5 s", f"{taken:.0f} ms", taken <= 5000


def publishing() -> Iterator[Row]:
    """A case with 10,000 filings, as the desk."""
    from docket.models import Case, Filing
    from docket.publishing import verbs

    case = Case.objects.create(caption="Large v. Larger", category="civil")
    Filing.objects.bulk_create(Filing(case=case, sequence=n, docket_text=f"ORDER {n}") for n in range(1, 10_001))
    for verb in ("publish", "seal"):
        taken = milliseconds(lambda verb=verb: verbs.act(verb, case, actor=None, reason="bench"), 1)  # type: ignore[misc]
        yield f"{verb} a case with 10,000 filings", "≤ 1 s", f"{taken / 1000:.2f} s", taken <= 1000


def show(rows: Iterator[Row]) -> None:
    for what, goal, measured, met in rows:
        print(f"{what:<42} {goal:>9}  {measured:<28} {'met' if met else 'NOT MET'}", flush=True)


def main() -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from tests.bench.seeding import seed
    from tests.listing_records import as_public

    parts: dict[str, Callable[[], Iterator[Row]]] = {"export": export, "lists": lists, "publishing": publishing}
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--small", action="store_true", help="20,000 filings instead of 1,000,000")
    parser.add_argument("--only", choices=parts)
    asked = parser.parse_args()
    filings = 20_000 if asked.small else 1_000_000
    try:
        cluster.make_database(NAME)
        with cluster.use_database(NAME):
            call_command("migrate", database="owner", verbosity=0)
            begun = time.perf_counter()
            with cluster.connect(database=NAME) as admin:
                seed(admin, filings)
            print(f"{filings:,} filings over {filings // 10:,} cases, seeded in {time.perf_counter() - begun:.0f} s")
            for name, part in parts.items():
                if asked.only in (None, name):
                    if name == "publishing":
                        show(part())
                    else:
                        with as_public(NAME):
                            show(part())
    finally:
        cluster.pytest_unconfigure(None)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
