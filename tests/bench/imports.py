"""Importing a docket page into a new case, against juriscraper's own reading of that page."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import unwrap

from django.core.management import call_command
from juriscraper.pacer import DocketReport, docket_report

from docket.intake.files import import_bytes
from tests.bench.measuring import Row, once, ratio, usual, within
from tests.court_pages import pacer_pages

ROUNDS = {20: 25, 1000: 5, 20_000: 1}
COURT = "cand"
TEXT = (
    "MOTION to Dismiss for Failure to State a Claim filed by Brightwater Pictures, LLC. Motion Hearing set for "
    "10:00 AM before Judge Quentin R. Sable. (Attachments: # 1 Proposed Order)(Harbottle, Quill) (Entered: 03/05/2021)"
)


def rows() -> Iterator[Row]:
    """Small pages by what they take besides the reading, large ones by how many times the reading all of it takes.

    In a court with its rules, so that deadlines are looked for. The first imports of a process load the parser, and
    PostgreSQL makes a plan of its own for each of the first five times that a trigger's statement is run.
    """
    call_command("load_forums", verbosity=0)
    for number in range(6):
        _import(_page(20, 100 + number))
    for entries, rounds in ROUNDS.items():
        read, imported = [], []
        for number in range(1, rounds + 1):
            html = _page(entries, number)
            read.append(once(lambda html=html: parse(html)))  # type: ignore[misc]
            imported.append(once(lambda html=html: _import(html)))  # type: ignore[misc]
        if entries < 1000:
            least = f" (least {min(imported) - min(read):,.0f} ms)"
            yield within(f"import of {entries} entries, besides reading", 60, usual(imported) - usual(read), least)
        else:
            yield ratio(f"import of {entries:,} entries / reading", 1.5, usual(imported), usual(read))


def _page(entries: int, number: int) -> str:
    lines = [
        pacer_pages.Row(str(n), TEXT, f"{1 + n // 28 % 12:02}/{1 + n % 28:02}/2021", document=f"035{n:08}", sequence=n)
        for n in range(1, entries + 1)
    ]
    blocks = pacer_pages.BLOCKS * 2
    office = list(ROUNDS).index(entries) + 1
    return pacer_pages.district(
        rows=lines, blocks=blocks, number=f"{office}:21-cv-{number:05}-QRS", case=f"37{office}{number:05}"
    )


def parse(html: str) -> None:
    """As juriscraper does alone, without what our adapter makes faster."""
    ours = docket_report.convert_date_string
    docket_report.convert_date_string = unwrap(ours)
    try:
        report = DocketReport(COURT)
        report._parse_text(html)
        assert report.data["docket_entries"]
    finally:
        docket_report.convert_date_string = ours


def _import(html: str) -> None:
    report = import_bytes("page.html", html.encode())
    assert report.error is None, report.error
    assert report.filings.new
