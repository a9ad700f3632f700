"""Lists and searches over the whole record, a deep page, and the same over a hundredth of it."""

from __future__ import annotations

from collections.abc import Iterator

from docket.listing.pagination import cursor
from docket.models import Filing
from docket.site.filters import FilingFilter
from tests.bench.asking import ask, over, page
from tests.bench.measuring import Row, again, in_turn, ratio, usual, with_busy, within, worst

TIMES = 20
ROUNDS = 3
GOAL = 50
QUESTIONS = {
    "filings": "/filings/",
    "cases": "/cases/",
    "parties": "/parties/",
    "filings by a rare word": "/filings/?q=mandamus",
    "filings by a common word": "/filings/?q=negligence",
    "filings by a common word, best first": "/filings/?q=negligence&order=best",
    "filings by two words": "/filings/?q=venue+damages",
    "filings by sort and dates": "/filings/?group=order&filed_from=2010&filed_to=2012-06",
    "filings by forum and party": "/filings/?forum=bench&party=Party+1777",
    "cases by words of the caption": "/cases/?q=Roe+Poe",
    "parties by name": "/parties/?q=Party+1777",
    "search, a rare word": "/search/?q=mandamus",
    "search, a common word": "/search/?q=negligence",
    "search, a common word, best first": "/search/?q=negligence&what=filings&order=best",
    "search, a phrase": "/search/?q=%22granting+mandamus%22",
    "search, two words and one left out": "/search/?q=venue+damages+-respondent",
    "search, by forum and dates": "/search/?q=negligence&forum=other&filed_from=2010&filed_to=2012",
    "search, a name": "/search/?q=Party+1777",
    "search, a name spelled nearly so": "/search/?q=Partty+Roee",
    "search, a docket number": "/search/?q=20cv1777&all=1",
    "search, motions without a ruling": "/search/?motions=no_ruling",
}
MOST = 5500  # the role's statement_timeout and the page that says so
NEVER_MEET = "/filings/?q=plaintiff+respondent"


def rows(smaller: str) -> Iterator[Row]:
    """smaller: the name of a database with a hundredth of the filings."""
    asked = {what: page(address) for what, address in QUESTIONS.items()}
    near, deep = page("/filings/"), page(f"/filings/?after={_middle()}")
    again(deep, 2)
    one, far = in_turn(near, deep, times=TIMES)
    yield ratio("filings, a page in the middle / page 1", 1.2, usual(far), usual(one))
    large: dict[str, list[float]] = {what: [] for what in asked}
    small: dict[str, list[float]] = {what: [] for what in asked}
    busy = dict.fromkeys(asked, 0.0)
    for _ in range(ROUNDS):
        for what, asking in asked.items():
            asking()
            taken, spent = with_busy(lambda asking=asking: again(asking, TIMES // ROUNDS + 1))  # type: ignore[misc]
            large[what] += taken
            busy[what] += spent
        with over(smaller):
            for what, asking in asked.items():
                asking()
                small[what] += again(asking, TIMES // ROUNDS + 1)
    for what in asked:
        yield within(what, GOAL, worst(large[what]), f" ({busy[what] / len(large[what]):.0f} busy)")
        yield ratio("… grown a hundredfold", 1.5, usual(large[what]), usual(small[what]))
    status, _, _ = ask(NEVER_MEET)
    never = worst(again(page(NEVER_MEET, status[:3]), 3))
    met = never <= MOST and status[:3] in ("200", "503")
    yield Row("two common words that never meet, or a 503", f"≤ {MOST:,} ms", f"{never:,.0f} ms, {status[:3]}", met)


def _middle() -> str:
    """The place in the middle of all dated filings, the newest first."""
    newest = FilingFilter.orders[0]
    dated = Filing.objects.order_by(*newest.by()).filter(date_filed__isnull=False)
    return cursor(dated[dated.count() // 2], newest)
