"""Charts of filings: over time, and days from motion to ruling by forum; counted over the rows of the list."""

from __future__ import annotations

import html
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from docket.models import FilingLink
from docket.publishing import verbs
from docket.site.charts import counted as counted_in
from docket.site.charts import over_time
from tests.records.page_record import Record

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]
TIME, RULINGS = "/charts/filings/", "/charts/rulings/"


@pytest.fixture
def record() -> Any:
    return Record()


def rows(page: str) -> dict[str, list[str]]:
    """The table's rows: what heads each, and the cells beside it."""
    table = page[page.index('<table class="numbers') :] if '<table class="numbers' in page else ""
    found = {}
    for row in re.findall(r"<tr>(<th scope=\"row\".*?)</tr>", table, re.DOTALL):
        cells = [html.unescape(re.sub(r"<[^>]+>", "", cell)).strip() for cell in re.split(r"</t[hd]>", row)]
        found[cells[0]] = [cell for cell in cells[1:] if cell]
    return found


def numbers(page: str) -> dict[str, int]:
    return {label: int(cells[0]) for label, cells in rows(page).items()}


def filings(record: Any, *days: date | None, **columns: Any) -> list[Any]:
    case = record._case("Chart v. Graph", "1:24-cv-00077", "civil")
    made = [record.filing(case, str(place), "NOTICE", day, **columns) for place, day in enumerate(days, 1)]
    record.chart = case
    return made


def ruled(record: Any, filed: date, ruling: date, **link: Any) -> Any:
    motion, order = filings(record, filed, ruling)
    type(motion).objects.filter(pk=motion.pk).update(filing_type="mot.dismiss")
    type(order).objects.filter(pk=order.pk).update(filing_type="order.other")
    FilingLink.objects.create(**{"from_filing": order, "to_filing": motion, "kind": "rules_on"} | link)
    return motion, order


class TestOverTime:
    def test_each_month_is_counted_and_none_is_left_out(self, record: Any, read: Any) -> None:
        filings(record, date(2020, 1, 5), date(2020, 1, 31), date(2020, 4, 1))
        page = read(f"{TIME}?case={record.chart.public_id}")
        assert numbers(page) == {"January 2020": 2, "February 2020": 0, "March 2020": 0, "April 2020": 1}
        assert 'aria-label="Filings by month, January 2020 to April 2020; the most in January 2020: 2"' in page

    def test_a_long_time_is_drawn_by_years(self, record: Any, read: Any) -> None:
        filings(record, date(2010, 1, 5), date(2015, 12, 31), None)
        page = read(f"{TIME}?case={record.chart.public_id}")
        assert numbers(page) == {"2010": 1, "2011": 0, "2012": 0, "2013": 0, "2014": 0, "2015": 1}
        assert "1 more have no date" in page

    def test_sixty_months_are_months_and_one_more_is_years(self, record: Any, read: Any) -> None:
        filings(record, date(2015, 1, 31), date(2019, 12, 1))
        assert len(numbers(read(f"{TIME}?case={record.chart.public_id}"))) == 60
        record.filing(record.chart, "9", "NOTICE", date(2020, 1, 1))
        assert len(numbers(read(f"{TIME}?case={record.chart.public_id}"))) == 6

    def test_a_day_of_which_only_the_year_is_known_stands_in_no_month(self, record: Any, read: Any) -> None:
        filings(record, date(2020, 1, 1), date(2020, 1, 1), date_filed_precision="year")
        record.filing(record.chart, "9", "NOTICE", date(2020, 3, 1), date_filed_precision="month")
        page = read(f"{TIME}?case={record.chart.public_id}")
        assert numbers(page) == {"March 2020": 1}
        assert "Of 2 more only the year is known" in page

    def test_the_filters_of_the_list_narrow_it_and_a_wrong_one_is_said(self, record: Any, read: Any) -> None:
        filings(record, date(2020, 1, 5), date(2020, 4, 1))
        page = read(f"{TIME}?case={record.chart.public_id}&filed_from=2020-02")
        assert numbers(page) == {"April 2020": 1}
        assert "is not a date" in read(f"{TIME}?filed_from=soon", 400)
        assert not rows(read(f"{TIME}?q=nothinglikeit"))

    def test_more_than_can_be_counted_are_not_counted_in_part(self, record: Any, read: Any, monkeypatch: Any) -> None:
        filings(record, date(2020, 1, 5), date(2020, 4, 1))
        for module in (counted_in, over_time):
            monkeypatch.setattr(module, "MOST", 1)
        page = read(f"{TIME}?case={record.chart.public_id}")
        assert "narrow them" in page
        assert not rows(page)


class TestMotionsToRulings:
    def test_the_days_of_each_forum_are_told_with_how_many_were_ruled_on(self, record: Any, read: Any) -> None:
        ruled(record, date(2020, 1, 1), date(2020, 1, 11), outcome="granted")
        (cells,) = rows(read(f"{RULINGS}?case={record.chart.public_id}")).values()
        assert cells == ["1", "10 days", "10 to 10 days", "10 days"]

    def test_of_several_rulings_the_first_counts(self, record: Any, read: Any) -> None:
        motion, _ = ruled(record, date(2020, 1, 1), date(2020, 2, 11), outcome="granted")
        again = record.filing(record.chart, "9", "ORDER", date(2020, 1, 4))
        FilingLink.objects.create(from_filing=again, to_filing=motion, kind="rules_on", outcome="denied")
        (cells,) = rows(read(f"{RULINGS}?case={record.chart.public_id}")).values()
        assert cells == ["1", "3 days", "3 to 3 days", "3 days"]

    @pytest.mark.parametrize(
        ("link", "order"),
        [
            ({"outcome": "deferred"}, {}),
            ({"outcome": ""}, {}),
            ({"outcome": "", "kind": "refers_to"}, {}),
            ({"outcome": "granted"}, {"state": "stricken"}),
            ({"outcome": "granted"}, {"date_filed": date(2019, 12, 31)}),
            ({"outcome": "granted"}, {"date_filed": date(2020, 2, 1), "date_filed_precision": "month"}),
        ],
    )
    def test_what_decides_nothing_or_has_no_day_is_not_counted(
        self, record: Any, read: Any, link: dict[str, str], order: dict[str, Any]
    ) -> None:
        _, ruling = ruled(record, date(2020, 1, 1), date(2020, 1, 11), **link)
        type(ruling).objects.filter(pk=ruling.pk).update(**order)
        page = read(f"{RULINGS}?case={record.chart.public_id}")
        assert not rows(page)
        assert "No motion among these" in page

    def test_a_sealed_motion_or_ruling_is_not_counted(self, record: Any, read: Any, public: Any) -> None:
        motion, order = ruled(record, date(2020, 1, 1), date(2020, 1, 11), outcome="granted")
        record.publish()
        verbs.act("publish", record.chart, actor=None, reason="test")
        with public():
            assert rows(read(f"{RULINGS}?case={record.chart.public_id}"))
        for row in (motion, order):
            verbs.act("seal", row, actor=None, reason="test")
            assert not rows(read(f"{RULINGS}?case={record.chart.public_id}"))
            with public():
                assert not rows(read(f"{RULINGS}?case={record.chart.public_id}"))
            verbs.act("unseal", row, actor=None, reason="test", authority="Order of the court")

    def test_motions_of_samples_are_said_to_tell_nothing_of_a_court(self, record: Any, read: Any) -> None:
        ruled(record, date(2020, 1, 1), date(2020, 1, 11), outcome="granted")
        pages = [f"{address}?case={record.chart.public_id}" for address in (TIME, RULINGS)]
        assert not [page for page in pages if "sample matters" in read(page)]
        type(record.chart).objects.filter(pk=record.chart.pk).update(is_sample=True)
        assert ["2 of what is counted" in read(pages[0]), "1 of what is counted" in read(pages[1])] == [True, True]

    def test_its_questions_do_not_grow_with_the_record(self, record: Any, read: Any) -> None:
        def asked(address: str) -> int:
            with CaptureQueriesContext(
                connection,
            ) as queries:
                read(address)
            return len(queries)

        few = {address: asked(address) for address in (TIME, RULINGS)}
        filings(record, *(date(2020, 1, 1) + timedelta(days=day) for day in range(50)))
        assert {address: asked(address) for address in few} == few


def test_the_list_of_filings_leads_to_both_with_its_filters(record: Any, read: Any) -> None:
    page = html.unescape(read("/filings/?group=mot"))
    assert f'href="{TIME}?group=mot"' in page
    assert f'href="{RULINGS}?group=mot"' in page
