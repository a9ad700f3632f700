"""Importing the collection of real pages that stands beside the checkout, all of it in one run of the command."""

from __future__ import annotations

import csv
import io
import json
import warnings
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.core.management import CommandError, call_command

from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.shape import Refused
from tests.bench.measuring import Row, once
from tests.shared import DOCKETS


def rows() -> Iterator[Row]:
    """One row: what a case takes besides the reading, and the rate; a feed is of hundreds of cases.

    None where the collection is not.
    """
    listed = DOCKETS / "index.tsv"
    if not listed.exists():
        return
    with listed.open() as lines:
        files = [DOCKETS / line["file"] for line in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    warnings.filterwarnings("ignore", category=FutureWarning, module="juriscraper")
    _read(files)  # once, so that every parser is loaded
    reading = once(lambda: _read(files))
    said = io.StringIO()
    taken = once(lambda: _import(files, said))
    taken_over = [report for report in json.loads(said.getvalue())["files"] if not report["error"]]
    entries = sum(report["filings"]["new"] + report["filings"]["changed"] for report in taken_over)
    cases = sum(len(report.get("cases", [""])) for report in taken_over)
    besides, seconds = (taken - reading) / cases, taken / 1000
    rate = f"{len(files) / seconds:.1f} files, {cases / seconds:.0f} cases, {entries / seconds:,.0f} entries a second"
    what = f"import of {len(files)} real files in one run, a case"
    yield Row(what, "≤ 60 ms", f"{besides:.0f} ms besides reading ({rate})", besides <= 60)


def _read(files: list[Path]) -> None:
    for file in files:
        data = file.read_bytes()
        with suppress(Refused):  # some are there to be refused
            read_dockets(sniff(data), data, file.name)


def _import(files: list[Path], said: io.StringIO) -> None:
    with suppress(CommandError):  # so the command ends where one was refused
        call_command("import_docket", *map(str, files), json=True, stdout=said, stderr=io.StringIO())
