"""Whose value holds, the page's or the record's: one rule for every column of every row. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Values = Mapping[str, Any]


@dataclass
class Settled:
    """What to write, and what is left as staff have it although the page says otherwise."""

    changes: dict[str, Any] = field(default_factory=dict)
    conflicts: list[str] = field(default_factory=list)


def settle(now: Values, last: Values, page: Values, newer: bool = True) -> Settled:
    """Compare the record (`now`), what the last import gave (`last`, as kept) and what the page says.

    A value that the page does not give changes nothing. One that stands as the last import left it follows a
    newer page. One that staff entered, corrected or emptied stays, and is named as a conflict. A page older than
    the last import only fills what is empty.
    """
    settled = Settled()
    for column, value in page.items():
        old = now[column]
        if is_empty(value) or value == old:
            continue
        imported = column in last and not is_empty(last[column])
        if is_empty(old) and not imported:
            # a newer page may have said that there is none (a closing date, gone when the case was reopened)
            if newer or column not in last:
                settled.changes[column] = value
        elif imported and as_kept(old) == last[column]:
            if newer:
                settled.changes[column] = value
        else:
            settled.conflicts.append(column)
    return settled


def kept(last: Values, page: Values, newer: bool = True) -> dict[str, Any]:
    """What to remember of a row after the import: the page's values over those of the last one."""
    said = {column: as_kept(value) for column, value in page.items() if not is_empty(value)}
    return {**last, **said} if newer else {**said, **last}


def is_empty(value: Any) -> bool:
    """Whether a value says nothing; False and 0 do say something."""
    return value is None or value == "" or value == [] or value == ()


def as_kept(value: Any) -> Any:
    """A value in the form in which JSON gives it back."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
