"""One rule for dates of which only the month or year is known: the filters' SQL and the words of statuses agree."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db.models import Q

from docket.choices import dates
from docket.models import Case, Filing
from docket.site.filters.periods import over_by, perhaps_by, since, until
from tests.records.listing_records import make_case, make_filing

KNOWN = [
    (date(2024, 2, 28), "day"),
    (date(2024, 2, 1), "month"),
    (date(2024, 3, 1), "month"),
    (date(2023, 1, 1), "year"),
    (date(2024, 1, 1), "year"),
    (date(2024, 12, 31), "day"),
    (None, "day"),
]
DAYS = [date(2024, 2, 28) + timedelta(days=n) for n in range(-1, 4)]
DAYS += [date(2023, 12, 31), date(2024, 1, 1), date(2024, 3, 31), date(2024, 12, 30), date(2024, 12, 31)]


@pytest.fixture
def case(db: None) -> Case:
    made = make_case("Roe v. Poe")
    for day, precision in KNOWN:
        filing = make_filing(made, f"PAPER {day} {precision}")
        Filing.objects.filter(pk=filing.pk).update(date_filed=day, date_filed_precision=precision)
    return made


def found(case: Case, condition: Q) -> set[tuple[date | None, str]]:
    rows = Filing.objects.filter(case=case).filter(condition)
    return set(rows.values_list("date_filed", "date_filed_precision"))


def test_what_is_over_by_a_day_and_what_may_be_is_the_same_in_lists_on_earlier_days_and_in_statuses(case: Case) -> None:
    for on in DAYS:
        assert found(case, over_by("date_filed", on)) == {k for k in KNOWN if dates.happened_by(*k, on)}, on
        assert found(case, perhaps_by("date_filed", on)) == {k for k in KNOWN if dates.may_have_happened_by(*k, on)}, on


def test_every_dated_filing_is_over_by_a_day_or_reaches_past_it(case: Case) -> None:
    for on in DAYS:
        past = found(case, since("date_filed", on + timedelta(days=1)))
        assert found(case, over_by("date_filed", on)) == {k for k in KNOWN if k[0]} - past
        assert found(case, over_by("date_filed", on)) <= found(case, until("date_filed", on))
