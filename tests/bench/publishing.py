"""Publishing and sealing a case with 10,000 filings, its documents, parties and claims, as the desk does."""

from __future__ import annotations

from collections.abc import Iterator

from docket.models import Case
from docket.publishing import verbs
from tests.bench.measuring import Row, once, with_busy, within


def rows(verb: str, case: Case) -> Iterator[Row]:
    """The verb, until it is visible in the next request."""
    taken, busy = with_busy(lambda: once(lambda: verbs.act(verb, case, actor=None, reason="benchmark")))
    yield within(f"{verb} a case with 10,000 filings", 1000, taken, f" ({busy:,.0f} busy)")
