"""What a column and a file of an export are, and the expressions that several of them use."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, CharField, F, Func, QuerySet, TextField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, NullIf
from django.urls import reverse

from docket.listing.filterset import ListFilter

TEXT: TextField[str, str] = TextField()
SEPARATOR = "; "
EMPTY = Cast(Value(None), TEXT)


class Kind(StrEnum):
    """The type of a column, as the data dictionary calls it. Text is what people wrote; only it is neutralised."""

    TEXT = "text"
    LIST = "list"
    CODE = "code"
    ID = "id"
    ADDRESS = "address"
    DATE = "date"
    TIME = "time"
    NUMBER = "number"
    AMOUNT = "amount"
    FLAG = "true or false"


WRITTEN = (Kind.TEXT, Kind.LIST, Kind.CODE)


@dataclass(frozen=True)
class Column:
    """One column. value: an expression over the file's rows; None: derived row by row, see File.derive.

    kept: the same, read from what the published tables keep ready (docket/models/gathered.py).
    of_whole_case: what it says may be another party's; empty where the rows of one party are asked for.
    array: of a list its values one by one, for answers that need not join them.
    """

    name: str
    kind: Kind
    value: Combinable | None
    about: str
    of_whole_case: bool = False
    kept: Combinable | None = None
    array: Combinable | None = None


def found_rows(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The rows of the listing itself."""
    return rows


@dataclass(frozen=True)
class File:
    """One CSV file: its columns, in order, and which rows it has.

    grain: what one row is. filter, listed: the listing whose address the file shares. of: from the rows found there to
    the file's own, which then come in `order`. derive: what Python derives of a row, for the columns without a value;
    derive_each: the same of many rows together, by key, where they are others than the listing's.
    is_kept: columns come from what is kept ready; see from_kept. id_begins: the path to what the row's id, the first
    column, is or begins with; see row_id.
    """

    name: str
    grain: str
    filter: type[ListFilter]
    listed: Callable[[], QuerySet[Any]]
    columns: tuple[Column, ...]
    of: Callable[[QuerySet[Any]], QuerySet[Any]] = found_rows
    order: tuple[str, ...] = ()
    derive: Callable[[Any], tuple[Any, ...]] | None = None
    with_derived: Callable[[QuerySet[Any]], QuerySet[Any]] = found_rows
    derive_each: Callable[[Sequence[int]], Mapping[int, tuple[str, ...]]] | None = None
    is_kept: bool = False
    id_begins: str = "public_id"

    def of_a_party(self) -> File:
        """The same file for the rows of one party, without what is said of a whole case."""
        return replace(
            self,
            columns=tuple(
                replace(c, value=EMPTY, kept=None, array=None) if c.of_whole_case else c for c in self.columns
            ),
        )

    def from_kept(self) -> File:
        """The same file, read from what is kept ready."""
        columns = tuple(replace(c, value=c.kept) if c.kept else c for c in self.columns)
        return replace(self, columns=columns, is_kept=True)

    @property
    def joins(self) -> bool:
        """Whether its rows are others than the listing's."""
        return bool(self.order)


class Partial(Func):
    """A date no finer than it is known: 2021-10."""

    output_field = CharField()

    def as_sql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """Of a date and its precision."""
        (day, first), (precision, second) = (compiler.compile(e) for e in self.get_source_expressions())
        length = f"case {precision} when 'year' then 4 when 'month' then 7 else 10 end"
        return f"left(({day})::text, {length})", [*first, *second]


class Address(Func):
    """The absolute address of a page by its public id, read from the addresses when the file is asked for."""

    output_field = TEXT

    def as_sql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """The id between what stands before and after it."""
        before, after = reverse(self.extra["view"], args=["ID"]).split("ID")
        sql, params = compiler.compile(self.get_source_expressions()[0])
        return f"(%s || {sql} || %s)", [settings.PUBLIC_BASE_URL + before, *params, after]


def unless_empty(value: Combinable) -> NullIf:
    """The value, or NULL where it is empty text: in a file both are nothing between two commas."""
    return NullIf(value, Value(""), output_field=TEXT)


def words(*parts: str | Combinable) -> Func:
    """Text put together of fixed words and values; a NULL among them is skipped."""
    values = [Value(part, TEXT) if isinstance(part, str) else part for part in parts]
    return Func(*values, function="concat", output_field=TEXT)


def around(before: str, path: str, after: str = "") -> Func:
    """A value between fixed words; NULL, words and all, where there is none."""
    values = [Value(before, TEXT), unless_empty(F(path)), Value(after, TEXT)]
    return Func(*values, template="(%(expressions)s)", arg_joiner=" || ", output_field=TEXT)


def text(name: str, path: str, about: str) -> Column:
    """What staff or a court wrote."""
    return Column(name, Kind.TEXT, F(path), about)


def of_whole_case(column: Column) -> Column:
    """The column, left empty in a file of one party's cases."""
    about = f"{column.about} Empty in a file that is asked for by party: it may be another party's outcome."
    return replace(column, about=about, of_whole_case=True)


def code(name: str, path: str, about: str) -> Column:
    """A word of a vocabulary, as stored; empty text means that nothing is stored."""
    return Column(name, Kind.CODE, unless_empty(F(path)), about)


def label(path: str, choices: Iterable[tuple[Any, Any]]) -> Func:
    """The words of a code."""
    words = json.dumps({str(value): str(words) for value, words in choices}, ensure_ascii=False)
    return Func(Value(words), F(path), template="(%(expressions)s)", arg_joiner="::jsonb ->> ", output_field=TEXT)


def label_of(name: str, path: str, choices: Iterable[tuple[Any, Any]], about: str) -> Column:
    """The words of a code as a column."""
    return Column(name, Kind.TEXT, label(path, choices), about)


def identity(name: str, path: str, about: str) -> Column:
    """A public id: letters and digits."""
    return Column(name, Kind.ID, F(path), about)


def row_id(name: str, *parts: str | Combinable, about: str) -> Column:
    """The id of a row that has no address of its own, of the ids and codes that make it the only one: “ID-ID-role”."""
    values = [F(part) if isinstance(part, str) else part for part in parts]
    joined = [values[0], *(one for value in values[1:] for one in ("-", value))]
    return Column(name, Kind.ID, words(*joined), about)


def address(name: str, view: str, path: str, about: str) -> Column:
    """The permanent address of a page: absolute, without the slug that changes with a name."""
    return Column(name, Kind.ADDRESS, Address(F(path), view=view), about)


def partial_date(name: str, path: str, about: str) -> tuple[Column, Column]:
    """A date and its precision."""
    known = Case(When(**{f"{path}__isnull": False}, then=F(f"{path}_precision")))
    return (
        Column(name, Kind.DATE, Partial(F(path), F(f"{path}_precision")), f"{about} No finer than it is known."),
        Column(f"{name}_precision", Kind.CODE, known, "How much of that date is known: day, month or year."),
    )


def day(name: str, path: str, about: str) -> Column:
    """A date known to the day."""
    return Column(name, Kind.DATE, F(path), about)


def number(name: str, value: str | Combinable, about: str) -> Column:
    """A number, written without separators."""
    return Column(name, Kind.NUMBER, F(value) if isinstance(value, str) else value, about)


def money(path: str, about: str) -> tuple[Column, Column]:
    """An amount and, where there is one, its currency."""
    currency = Case(When(**{f"{path}__isnull": False}, then=F(f"{path.removesuffix('amount')}currency")))
    return (
        Column("amount", Kind.AMOUNT, F(path), about),
        Column("currency", Kind.CODE, currency, "Its currency (ISO 4217)."),
    )


def flag(name: str, path: str, about: str) -> Column:
    """Yes or no, written true or false."""
    yes_or_no = Func(F(path), template="(%(expressions)s)::text", output_field=CharField())
    return Column(name, Kind.FLAG, yes_or_no, about)


def last_changed(path: str = "updated_at") -> Column:
    """When the row was last changed."""
    moment = Func(
        F(path),
        # to_char says the same and takes a fifth of a whole row's time
        template="(replace(left((nullif(%(expressions)s, 'epoch') at time zone 'UTC')::text, 19), ' ', 'T') || 'Z')",
        output_field=CharField(),
    )
    return Column("last_changed", Kind.TIME, moment, "When this row was last changed here, in UTC.")


def several(values: ArraySubquery) -> Combinable:
    """The values of other rows in their order, joined by “; ”; NULL where there are none."""
    return unless_empty(Func(values, Value(SEPARATOR), function="array_to_string", output_field=TEXT))


def several_of(name: str, rows: QuerySet[Any], value: str | Combinable, about: str, kept: str = "") -> Column:
    """Values of other rows as a column; `kept`: the path to where they are kept ready."""
    values = ArraySubquery(rows.values_list(F(value) if isinstance(value, str) else value))
    ready = F(kept) if kept else None
    return Column(name, Kind.LIST, several(values), f"{about} Joined by “; ”.", kept=ready, array=values)


def array_of(name: str, path: str, about: str) -> Column:
    """The values of an array."""
    joined = Func(F(path), Value(SEPARATOR), function="array_to_string", output_field=TEXT)
    return Column(name, Kind.LIST, unless_empty(joined), f"{about} Joined by “; ”.", array=F(path))


def how_many(name: str, rows: QuerySet[Any], about: str, kept: str = "") -> Column:
    """A number of other rows, 0 where there are none; `kept`: the path to where it is kept ready."""
    ids = ArraySubquery(rows.order_by().values_list("pk"))
    ready = Coalesce(kept, 0) if kept else None
    return Column(name, Kind.NUMBER, Func(ids, function="cardinality"), about, kept=ready)
