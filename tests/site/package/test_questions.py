"""The three questions that the page of data works out: run as they stand there, over an edition of the whole record."""

from __future__ import annotations

import html
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest
from django.test import Client

from docket.models import Filing, FilingLink
from docket.publishing import verbs
from docket.site.package.writing import write_edition
from tests.records.listing_records import as_public, make_claim, make_filing
from tests.site.api.whole import Whole

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.urls("config.urls_public")]
BLOCK = re.compile(r'<pre tabindex="0" id="(\w+-(?:duckdb|pandas))">(.*?)</pre>', re.DOTALL)


@pytest.fixture
def cast(committed: None) -> Whole:
    """Two motions that were ruled on, one of them twice, and one that was put off; two claims, one answered."""
    whole = Whole()
    first, second, third = (
        make_filing(whole.suit, f"MOTION {day}", filing_type="mot.dismiss", date_filed=date(2022, 5, day))
        for day in (1, 2, 3)
    )
    for motion, day, outcome in (
        (first, 11, "granted"),
        (first, 30, "denied"),
        (second, 22, "denied"),
        (third, 4, "deferred"),
    ):
        order = make_filing(whole.suit, f"ORDER {day}", filing_type="order", date_filed=date(2022, 5, day))
        FilingLink.objects.create(from_filing=order, to_filing=motion, kind="rules_on", outcome=outcome)
    make_claim(whole.suit, "Fraud", whole.roe, whole.poe, {"kind": "served", "date": date(2022, 3, 1)})
    answered = {"kind": "answered", "date": date(2022, 4, 1)}
    make_claim(whole.suit, "Nuisance", whole.roe, whole.poe, answered)
    whole.publish()
    verbs.publish_drafts(whole.suit, actor=None, reason="more")
    return whole


@pytest.fixture
def rows(
    cast: Whole, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, list[tuple[Any, ...]]]:
    """What each block of the page finds."""
    settings.RECORD_FOLDER = tmp_path / "record"
    monkeypatch.chdir(write_edition(datetime(2026, 3, 2, tzinfo=UTC)))
    with as_public():
        page = Client().get("/data/").content.decode()
    return {name: _run(name, html.unescape(code)) for name, code in BLOCK.findall(page)}


def _run(name: str, code: str) -> list[tuple[Any, ...]]:
    if name.endswith("duckdb"):
        found: Any = duckdb.sql(code)
        return [tuple(row) for row in found.fetchall()]
    told: dict[str, Any] = {}
    exec(code, told)  # noqa: S102 - the page's own lines
    table = told["found"].astype(object)
    return [tuple(row) for row in table.where(table.notna(), None).itertuples(index=False)]


def test_both_ways_give_the_same_rows_and_the_right_ones(cast: Whole, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    questions = {name.partition("-")[0] for name in rows}
    assert questions == {"unanswered", "rulings", "filings"}
    for question in questions:
        assert rows[f"{question}-duckdb"] == rows[f"{question}-pandas"], question
    unanswered = [row[3] for row in rows["unanswered-duckdb"]]
    assert "Fraud" in unanswered
    assert "Nuisance" not in unanswered
    ((_, days, motions),) = rows["rulings-duckdb"]
    assert (days, motions) == (15.0, 2)
    filed = {row[1] for row in rows["filings-duckdb"]}
    expected = Filing.objects.filter(filing_parties__case_party__role="defendant")
    assert filed == set(expected.values_list("public_id", flat=True)) != set()
