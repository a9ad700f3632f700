"""What an act makes of the published tables, row by row: so that what is published is what was shown, or nothing.

An outcome has the rows that newly go out, and the public ones that would read otherwise, each with a fingerprint of
what the public would read. Rows that go from the public are not in it: more silence than was shown harms nobody.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db import connection

from docket.publishing.wall.tables import Table, published_tables

Key = tuple[str, int]  # a table, and the id of a row
Outcome = dict[Key, str]
# Change with every act, or follow from what else is compared.
NOT_COMPARED = {"row_version", "updated_at"}
# Of a published copy, made when the act is done; its original stands for it.
OF_THE_COPY = {"docket_document": {"file", "sha256", "byte_size", "page_count"}}
ORIGINAL = "(select (o.id, o.file, o.sha256)::text from public.docket_documentoriginal o where o.document_id = p.id)"
# Written with the copy: the check of its original has the same text, and is looked at instead.
WITHOUT_ORIGINAL = "not exists (select from public.docket_documentoriginal o where o.document_id = p.document_id)"
WITH_THE_COPY = {"docket_documentpage": WITHOUT_ORIGINAL}
# Beyond so many rows a page remembers only that something has changed, not what.
MOST_REMEMBERED = 50_000


def done(do: Callable[[], Any]) -> Outcome:
    """The outcome of what is done now: see `watched`."""
    return read(watched(do))


def watched(do: Callable[[], Any]) -> dict[str, list[int]]:
    """The rows that what is done now touches, by table: also those that it takes from the public.

    It is done within the caller's transaction, which holds off every other drain from here on. Whoever goes on in it
    locks first, in `do`, what it will still change: another session may hold a row and wait for the drain.
    """
    with connection.cursor() as cursor:
        cursor.execute("select wall.watch()")
        do()
        cursor.execute("set constraints wall.drain immediate")
        cursor.execute("set constraints wall.drain deferred")
        noted = "select tbl, array_agg(distinct i order by i) from wall.watched(), unnest(ids) i"
        cursor.execute(f"{noted} where tbl <> '' group by tbl")
        return dict(cursor.fetchall())


def read(rows: Mapping[str, list[int]]) -> Outcome:
    """Fingerprints of what the public reads of rows, in the tables as they are now; nothing of rows it does not."""
    found: Outcome = {}
    with connection.cursor() as cursor:
        for table in (t for t in published_tables() if t.name in rows):
            cursor.execute(_fingerprints(table), [rows[table.name]])
            found |= {(table.name, pk): fingerprint for pk, fingerprint in cursor.fetchall()}
    return found


def _fingerprints(table: Table) -> str:
    columns = [f"p.{column}" for column in compared_columns(table)]
    if table.name in OF_THE_COPY:
        columns.append(ORIGINAL)
    these = f"p.id = any(%s) and {WITH_THE_COPY.get(table.name, 'true')}"
    return f"select p.id, md5(row({', '.join(columns)})::text) from published.{table.name} p where {these}"


def compared_columns(table: Table) -> list[str]:
    """The columns of which a change counts: not what changes with every act or follows from the others."""
    left_out = NOT_COMPARED | OF_THE_COPY.get(table.name, set())
    return [f.column for f in table.fields if f.column not in left_out and not _is_vector(f)]


def _is_vector(field: Any) -> bool:
    return isinstance(field, SearchVectorField)


def fingerprint(*texts: str) -> str:
    """Of words that a page shows besides rows."""
    return hashlib.md5(json.dumps(texts).encode(), usedforsecurity=False).hexdigest()


@dataclass(frozen=True)
class Differences:
    """How one outcome differs from another that was shown before; unknown: it does, and nobody remembers in what."""

    added: tuple[Key, ...] = ()
    changed: tuple[Key, ...] = ()
    gone: tuple[Key, ...] = ()
    unknown: bool = False

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.gone or self.unknown)


def remembered(outcome: Outcome) -> str:
    """What a form carries of the outcome that its page shows: a digest that decides, and what tells the difference."""
    rows: dict[str, list[Any]] = {}
    if len(outcome) <= MOST_REMEMBERED:
        for (table, pk), fingerprint in sorted(outcome.items()):
            rows.setdefault(table, []).append([pk, fingerprint[:8]])
    packed = zlib.compress(json.dumps(rows, separators=(",", ":")).encode(), 9)
    return f"{_digest(outcome)}.{base64.urlsafe_b64encode(packed).decode()}"


def since(shown: str, outcome: Outcome) -> Differences:
    """What differs from what a form remembers; `unknown` where it remembers nothing that can be read."""
    digest, _, packed = shown.partition(".")
    if digest == _digest(outcome):
        return Differences()
    before = _unpacked(packed)
    if not before:
        return Differences(unknown=True)
    now = {key: fingerprint[:8] for key, fingerprint in outcome.items()}
    found = Differences(
        added=tuple(sorted(now.keys() - before.keys())),
        changed=tuple(sorted(key for key in now.keys() & before.keys() if now[key] != before[key])),
        gone=tuple(sorted(before.keys() - now.keys())),
    )
    return found or Differences(unknown=True)


def _digest(outcome: Mapping[Key, str]) -> str:
    return hashlib.sha256(json.dumps(sorted(outcome.items())).encode()).hexdigest()


def _unpacked(packed: str) -> Outcome:
    """Nothing where it is not what `remembered` made, or too much."""
    try:
        reader = zlib.decompressobj()
        text = reader.decompress(base64.urlsafe_b64decode(packed), 50 * MOST_REMEMBERED)
        rows = json.loads(text)
        return {(str(table), int(pk)): str(mark) for table, found in rows.items() for pk, mark in found}
    except (binascii.Error, zlib.error, ValueError, TypeError, AttributeError):
        return {}
