"""Whose value holds, the page's or the record's: one rule for every column of every row. Pure."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from docket.intake.precedence.source_rank import BY, rank_in, with_ranks

Values = Mapping[str, Any]
Stands = Callable[[str], str]
"""How well the page stands about a column; texts compare as the pages do (source_rank.py)."""


@dataclass
class Settled:
    """What to write, and what is left as staff have it although the page says otherwise."""

    changes: dict[str, Any] = field(default_factory=dict)
    conflicts: list[str] = field(default_factory=list)


def settle(now: Values, last: Values, page: Values, stands: Stands, speaks: Collection[str] = ()) -> Settled:
    """Compare the record (`now`), what earlier imports gave (`last`, as kept) and what the page says.

    A value that the page does not give changes nothing, but in a column of which the page `speaks` an empty value
    says that there is none. A value that stands as an import left it follows a page of the same or a better
    rank. One that staff entered, corrected or emptied stays, and is named as a conflict. A page of lower
    rank only fills what is empty.
    """
    settled = Settled()
    for column, value in page.items():
        old = now[column]
        imported = column in last and not is_empty(last[column])
        holds = column not in last or stands(column) >= rank_in(last, column)
        if is_empty(value):
            if column in speaks and imported and holds and as_kept(old) == last[column]:
                settled.changes[column] = value
        elif value == old:
            continue
        elif is_empty(old) and not imported:
            # a better page may have said that there is none (a closing date, gone when the case was reopened)
            if holds:
                settled.changes[column] = value
        elif imported and as_kept(old) == last[column]:
            if holds:
                settled.changes[column] = value
        else:
            settled.conflicts.append(column)
    return settled


def kept(last: Values, page: Values, stands: Stands, speaks: Collection[str] = ()) -> dict[str, Any]:
    """What to remember of a row after the import: of each column what the page of best rank said."""
    values = {column: value for column, value in last.items() if column != BY}
    ranks = {column: rank_in(last, column) for column in values}
    for column, value in page.items():
        if is_empty(value) and column not in speaks:
            continue
        if column not in values or stands(column) >= ranks[column]:
            values[column], ranks[column] = as_kept(value), stands(column)
    return with_ranks(values, ranks)


def is_empty(value: Any) -> bool:
    """Whether a value says nothing; False and 0 do say something."""
    return value is None or value == "" or value == [] or value == ()


def as_kept(value: Any) -> Any:
    """A value in the form in which JSON gives it back."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return list(value) if isinstance(value, tuple) else value
