"""Streaming a file: COPY writes the CSV, Python passes it on in pieces, and nothing of it is kept.

In a read-only transaction of its own, so that the request's is not held while a slow client reads: one snapshot, no
row of it is torn. When the client goes away the generator is closed, and psycopg cancels the COPY.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db import connections, transaction
from django.db.models import QuerySet

from docket.listing.filterset import ListFilter
from docket.listing.formula_safety import neutral_sql
from docket.site.exports.columns import WRITTEN, Column, File

PIECE = 1 << 16
FIRST = 100  # rows of a whole file that are asked for before the others
BATCH = 1000  # rows whose derived columns are computed and handed over at once
# An export may take longer than a page. No workers and no compiling: they would come before the first row.
ONE_SNAPSHOT = "set transaction isolation level repeatable read, read only"
SETTINGS = (
    ONE_SNAPSHOT,
    "set local statement_timeout = '10min'",
    "set local idle_in_transaction_session_timeout = '2min'",
    "set local max_parallel_workers_per_gather = 0",
    "set local jit = off",
)
_written: dict[tuple[str, bool, str, str], list[str]] = {}  # of each file and order
BOM = b"\xef\xbb\xbf"


def csv_of(file: File, asked: ListFilter, bom: bool = False, only: Sequence[QuerySet[Any]] = ()) -> Generator[bytes]:
    """The whole file in pieces, header first. `asked` is valid.

    only: rows of tables; of these tables every expression of the file meets no others. A query must not need a table
    that stands before its own. Within a transaction its snapshot is the caller's (`ONE_SNAPSHOT`).
    """
    connection = connections[asked.queryset.db]
    settings = SETTINGS[1:] if connection.in_atomic_block else SETTINGS
    if asked.form.cleaned_data.get("party"):
        file = file.of_a_party()
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("; ".join(settings))
        yield (BOM if bom else b"") + header(file)
        if _has_kept(cursor):
            file = file.from_kept()
        narrowed = _narrowed(only, connection)
        for sql in statements(file, asked, connection):
            with cursor.copy(sql.replace("copy (", f"copy ({narrowed}", 1)) as rows:
                yield from in_pieces(rows)


def _narrowed(only: Sequence[QuerySet[Any]], connection: Any) -> str:
    """`with docket_claim as (…) `: within the statement the name means those rows."""
    parts = []
    for rows in only:
        keys = rows.order_by().values("pk").query.get_compiler(connection=connection).as_sql()
        table, key = (
            connection.ops.quote_name(name) for name in (rows.model._meta.db_table, rows.model._meta.pk.column)
        )
        ids = connection.ops.compose_sql(*keys)
        parts.append(f"{table} as (select * from {table} where {key} in ({ids}))")
    return f"with {', '.join(parts)} " if parts else ""


def _has_kept(cursor: Any) -> bool:
    """Whether the tables read are the published ones: the staff's have nothing kept ready."""
    cursor.execute("select to_regclass('docket_filinggathered') is not null")
    return bool(cursor.fetchone()[0])


def header(file: File) -> bytes:
    """The names of the columns."""
    return ",".join(column.name for column in file.columns).encode() + b"\r\n"


def in_pieces(rows: Iterable[Any]) -> Iterator[bytes]:
    """Whole rows with the line ends of RFC 4180; the first goes out at once. COPY hands over one row at a time."""
    lines: list[bytes] = []
    waiting, enough = 0, 1
    for row in rows:
        lines.append(bytes(row[:-1]))
        waiting += len(row)
        if waiting >= enough:
            lines.append(b"")
            yield b"\r\n".join(lines)
            lines, waiting, enough = [], 0, PIECE
    if lines:
        yield b"\r\n".join([*lines, b""])


def statements(file: File, asked: ListFilter, connection: Any) -> Iterator[str]:
    """The COPY statements: one, or one a batch where Python derives something of each row."""
    if file.derive_each:
        for rows in _batches(file, asked):
            found = asked.queryset.filter(pk__in=[row.pk for row in rows])
            yield from _derived_each(file, file.of(found).order_by(*file.order), connection, file.derive_each)
    elif file.derive or asked.keep:
        for rows in _batches(file, asked):
            found = asked.queryset.filter(pk__in=[row.pk for row in rows])
            if file.derive:
                yield from _copy(file, found, connection, [(row.pk, *file.derive(row)) for row in rows])
            else:
                yield from _copy(file, file.of(found).order_by(*file.order), connection)
    elif file.joins:
        yield from _copy(file, file.of(asked.rows.order_by()).order_by(*file.order), connection)
    elif asked.active or asked.queryset.query.where != file.listed().query.where:
        yield from _copy(file, asked.in_order(), connection)  # filtered, or some rows only: those that staff chose
    else:
        yield from _of_everything(file, asked, connection)


def _derived_each(
    file: File, rows: QuerySet[Any], connection: Any, derive: Callable[[Sequence[int]], Mapping[int, tuple[str, ...]]]
) -> Iterator[str]:
    """A statement for each batch of rows that are others than the listing's; a row of which nothing is told is ""."""
    keys = list(rows.values_list("pk", flat=True))
    nothing = ("",) * sum(column.value is None for column in file.columns)
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        told = derive(batch)
        yield from _copy(file, rows.filter(pk__in=batch), connection, [(pk, *told.get(pk, nothing)) for pk in batch])


def _of_everything(file: File, asked: ListFilter, connection: Any) -> list[str]:
    """What is asked for most is written once, as that takes longer than the first row. It must not know the day.

    The first rows are asked for by themselves: an index gives them at once. For all others together PostgreSQL reads
    whole tables and sorts, a third of the time that the index would take. One snapshot, and the order leaves no ties.
    """
    key = file.name, file.is_kept, asked.chosen.code, settings.PUBLIC_BASE_URL
    if key not in _written:
        rows = asked.in_order()
        _written[key] = [sql for part in (rows[:FIRST], rows[FIRST:]) for sql in _copy(file, part, connection)]
    return _written[key]


def _batches(file: File, asked: ListFilter) -> Iterator[list[Any]]:
    after = ""
    while True:
        page = asked.page(file.with_derived, BATCH, after)
        if page.rows:
            yield page.rows
        if not page.after:
            return
        after = page.after


def _copy(
    file: File, rows: QuerySet[Any], connection: Any, derived: list[tuple[Any, ...]] | None = None
) -> Iterator[str]:
    """One statement; none where the filters leave nothing to ask the database."""
    values = {f"x_{c.name}": c.value for c in file.columns if c.value is not None}
    if derived is not None:
        rows = rows.order_by()
    named = rows.annotate(**values).values_list("pk", *values)
    try:
        sql = connection.ops.compose_sql(*named.query.get_compiler(connection=connection).as_sql())
    except EmptyResultSet:
        return
    # an offset keeps each expression from being computed once for every time that its name is used
    source = f"({sql}{'' if rows.query.is_sliced else ' offset 0'}) as rows"
    if derived is not None:
        source += _derived(file, derived, connection)
    written = ", ".join(_outside(column) for column in file.columns)
    quoted = ", ".join(f'"{column.name}"' for column in file.columns if column.kind in WRITTEN)
    order = " order by derived.place" if derived is not None else ""
    yield (
        f"copy (select {written} from {source}{order}) "
        f"to stdout with (format csv, encoding 'utf8', force_quote ({quoted}))"
    )


def _outside(column: Column) -> str:
    name = f'"x_{column.name}"'
    value = neutral_sql(name) if column.kind in WRITTEN else name
    return f'{value} as "{column.name}"'


def _derived(file: File, derived: list[tuple[Any, ...]], connection: Any) -> str:
    """Join what Python derived, in the order of the list; "" is NULL."""
    names = [f'"x_{column.name}"' for column in file.columns if column.value is None]
    arrays = [list(values) for values in zip(*derived, strict=True)]
    types = ["bigint[]", *["text[]"] * len(names)]
    sql = connection.ops.compose_sql(", ".join(f"%s::{kind}" for kind in types), arrays)
    filled = ", ".join(f"nullif({name}, '') as {name}" for name in names)
    rows = f"unnest({sql}) with ordinality as u(id, {', '.join(names)}, place)"
    return f" join (select id, {filled}, place from {rows}) as derived on derived.id = rows.pk"
