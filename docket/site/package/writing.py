"""Writing an edition: every file from one snapshot of the published tables, then the other forms, then in place."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import duckdb
from django.db import DatabaseError, connection, transaction
from django.http import QueryDict

from docket.publishing import record_copy
from docket.site.exports.columns import File
from docket.site.exports.copy import SETTINGS, header, in_pieces, statements
from docket.site.exports.files import FILES
from docket.site.package.descriptor import CHECKSUMS, DESCRIPTION, descriptor
from docket.site.package.forms import write_json_lines, write_parquet

PUBLISHED_ONLY = "set local search_path to published, extensions"


def write_edition(now: datetime) -> Path:
    """A new edition, in the place of the one before. The staff's role reads the published tables alone.

    Raises record_copy.Withdrawn where something was withheld meanwhile; the one before is gone then too.
    """
    folder = record_copy.begin(now)
    try:
        _write_tables(folder)
        for file in FILES:
            lines = folder / f"{file.name}.jsonl"
            write_json_lines(file, folder / f"{file.name}.csv", lines)
            write_parquet(file, lines, folder / f"{file.name}.parquet")
        _describe(folder, now)
    except (OSError, duckdb.Error, DatabaseError) as error:
        if folder.exists():
            shutil.rmtree(folder, ignore_errors=True)
            raise
        raise record_copy.Withdrawn(record_copy.WITHDRAWN) from error
    return record_copy.put_in_place(folder)


def _write_tables(folder: Path) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("; ".join([*SETTINGS, PUBLISHED_ONLY]))
        for file in FILES:
            with (folder / f"{file.name}.csv").open("wb") as target:
                target.writelines(_table(file.from_kept()))


def _table(file: File) -> Iterator[bytes]:
    """The whole file as CSV, within a transaction that looks at the published tables."""
    yield header(file)
    asked = file.filter(QueryDict(), file.listed())
    asked.is_valid()  # nothing is asked but all rows
    with connection.cursor() as cursor:
        for sql in statements(file, asked, connection):
            with cursor.copy(sql) as rows:
                yield from in_pieces(rows)


def _describe(folder: Path, now: datetime) -> None:
    sums = {path.name: (path.stat().st_size, _digest(path)) for path in sorted(folder.iterdir())}
    (folder / DESCRIPTION).write_text(json.dumps(descriptor(sums, now), ensure_ascii=False, indent=1) + "\n")
    sums[DESCRIPTION] = (0, _digest(folder / DESCRIPTION))
    (folder / CHECKSUMS).write_text("".join(f"{digest}  {name}\n" for name, (_, digest) in sorted(sums.items())))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
