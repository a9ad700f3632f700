"""The page of a case with 10,000 filings: rendered, kept, and confirmed as unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.test import RequestFactory

from docket.models import Case
from docket.site.views.case import case_page
from tests.bench.addresses import Bare
from tests.bench.asking import ask, page, sql_of
from tests.bench.measuring import Row, again, in_turn, ratio, usual, with_busy, within, worst

TIMES = 60
MOST_QUERIES = 12
LARGEST = 60_000


def rows(public_id: str) -> Iterator[Row]:
    """Of the first hundred lines of its docket."""
    address = Case.objects.get(public_id=public_id).get_absolute_url()
    rendered = f"{address}?order=asc"  # a question goes past the kept pages
    _, headers, body = ask(address)
    yield Row("case page, HTML", f"≤ {LARGEST // 1000} kB", f"{len(body) / 1000:.1f} kB", len(body) <= LARGEST)
    sql = sql_of(rendered)
    yield Row("case page, queries", f"≤ {MOST_QUERIES}", str(len(sql)), len(sql) <= MOST_QUERIES)
    answer: Any = case_page(RequestFactory().get(rendered), public_id)
    Bare.sql, Bare.context = tuple(sql), answer.context_data
    ours, same = in_turn(page(rendered), page("/bare-page/"), times=TIMES)
    _, busy = with_busy(lambda: again(page(rendered), TIMES))
    yield within("case page", 40, worst(ours), f" ({busy / TIMES:.0f} busy)")
    yield ratio("case page / bare view, same SQL and template", 1.5, usual(ours), usual(same))
    kept, confirmed, nothing = in_turn(
        page(address, HTTP_ACCEPT_ENCODING="gzip"),
        page(address, "304", HTTP_IF_NONE_MATCH=headers["ETag"]),
        page("/bare/"),
        times=TIMES * 5,
    )
    yield _share("unchanged case page, of a bare view's requests/s", usual(nothing), usual(kept))
    yield _share("304 of a case page, of a bare view's requests/s", usual(nothing), usual(confirmed))


def _share(what: str, bare: float, ours: float) -> Row:
    says = f"{bare / ours:.0%} ({1000 / ours:,.0f} / {1000 / bare:,.0f})"
    return Row(what, "≥ 25 %", says, bare >= 0.25 * ours)
