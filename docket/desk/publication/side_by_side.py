"""Before an act, in words: what appears, changes and disappears, and which public statuses turn; now and afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from docket.desk.addresses import desk_page
from docket.desk.clearance import cleared
from docket.desk.publication.acts import Seen
from docket.desk.publication.columns_in_words import EMPTY, in_words
from docket.desk.publication.shown import first_words
from docket.desk.publication.trial import Trial
from docket.models import ClaimAgainst, Filing
from docket.publishing.outcome import Key
from docket.publishing.preview import as_published
from docket.publishing.sides import Differing, Side, columns_shown, differing, is_shown, side_of
from docket.publishing.visibility import PLACEHOLDERS, Visibility
from docket.publishing.wall.tables import Table, published_tables

NOTHING = "nothing"
NOT_READ = "not shown"
MOST = 40


@dataclass(frozen=True)
class Line:
    """One thing, as the public reads it now and afterwards. address: where it is at the desk, or empty."""

    what: str
    address: str
    now: str
    then: str


@dataclass(frozen=True)
class Group:
    """Lines of one sort, with how many rows there are of what: “3 filings, 1 document”. more: not listed."""

    title: str
    counted: str
    lines: list[Line]
    more: int


def of_trial(trial: Trial, user: Any) -> list[Group]:
    """For the page of an act on a row; nothing where the act cannot be done now: the press says why."""
    try:
        return _statuses(trial, user) + of_rows(trial.seen, user)
    except ValidationError:
        return []


def of_rows(seen: Seen, user: Any) -> list[Group]:
    """What appears, changes and disappears by acts that were tried out."""
    with as_published():
        now = side_of(seen.moved)
    return _of_sides(now, seen.then, user)


def _of_sides(now: Side, then: Side, user: Any) -> list[Group]:
    found = differing(now, then)
    rows = _rows([*found.appear[:MOST], *found.change[:MOST], *found.disappear[:MOST]], user)
    groups = [
        _appearing(found, then, rows, user),
        _changing(found, now, then, rows, user),
        _disappearing(found, rows),
    ]
    return [group for group in groups if group.lines or group.more]


def _appearing(found: Differing, then: Side, rows: dict[Key, Any], user: Any) -> Group:
    lines = [Line(*_name(key, rows), NOTHING, _first_read(key, then, rows)) for key in found.appear[:MOST]]
    return Group("Appears", _counted(found.appear), lines, len(found.appear) - len(lines))


def _first_read(key: Key, side: Side, rows: dict[Key, Any]) -> str:
    """What the public reads of a row that appears: its words, or which placeholder stands for it."""
    visibility = side.columns.get(key, {}).get("visibility", Visibility.PUBLIC)
    if visibility in PLACEHOLDERS:
        return f"a placeholder: {visibility}"
    return first_words(rows[key]) if key in rows else "shown"


def _disappearing(found: Differing, rows: dict[Key, Any]) -> Group:
    gone = [
        Line(*_name(key, rows), first_words(rows[key]) if key in rows else "shown", NOTHING)
        for key in found.disappear[:MOST]
    ]
    return Group("Disappears", _counted(found.disappear), gone, len(found.disappear) - len(gone))


def _changing(found: Differing, now: Side, then: Side, rows: dict[Key, Any], user: Any) -> Group:
    tables, lines = _tables(), list[Line]()
    read = [key for key in found.change if key in now.columns and key in then.columns][:MOST]
    for key in read:
        lines += _columns(tables[key[0]], _name(key, rows), now.columns[key], then.columns[key], user)
    more = max(0, len(lines) - MOST) + len(found.change) - len(read)
    return Group("Changes", _counted(found.change), lines[:MOST], more)


def _columns(
    table: Table, name: tuple[str, str], now: dict[str, Any], then: dict[str, Any], user: Any
) -> Iterable[Line]:
    fields = {f.column: f for f in table.fields}
    for column in columns_shown(table):
        before, after = (_value(table, fields[column], row, user) for row in (now, then))
        if before != after and {before, after} != {EMPTY, NOT_READ}:
            yield Line(f"{name[0]}, {fields[column].verbose_name}", name[1], before, after)


def _value(table: Table, field: models.Field[Any, Any], row: dict[str, Any], user: Any) -> str:
    return in_words(field, row[field.column], user) if is_shown(table, field.column, row) else NOT_READ


def _statuses(trial: Trial, user: Any) -> list[Group]:
    """The public statuses that turn: of claims against a party, of motions and pleadings."""
    now, then = trial.told
    lines = [
        *_turning(ClaimAgainst, now.claims, then.claims, user),
        *_turning(Filing, now.filings, then.filings, user),
    ]
    shown = lines[:MOST]
    return [Group("Public statuses that turn", "", shown, len(lines) - len(shown))] if lines else []


def _turning(model: type[models.Model], now: dict[int, str], then: dict[int, str], user: Any) -> Iterable[Line]:
    turned = sorted(pk for pk in now.keys() | then.keys() if now.get(pk) != then.get(pk))
    rows = cleared(model._default_manager.all(), user).in_bulk(turned)
    for pk in turned:
        name = _name((model._meta.db_table, pk), {(model._meta.db_table, pk): rows[pk]} if pk in rows else {})
        yield Line(*name, now.get(pk, NOT_READ), then.get(pk, NOT_READ))


def _rows(keys: Iterable[Key], user: Any) -> dict[Key, Any]:
    """Those that the user may see."""
    ids: dict[str, list[int]] = {}
    for name, pk in keys:
        ids.setdefault(name, []).append(pk)
    tables = _tables()
    return {
        (name, pk): row
        for name, found in ids.items()
        for pk, row in cleared(tables[name].model._default_manager.all(), user).in_bulk(found).items()
    }


def _name(key: Key, rows: dict[Key, Any]) -> tuple[str, str]:
    """What a row is called and where it is at the desk."""
    kind = str(_tables()[key[0]].model._meta.verbose_name)
    if key not in rows:
        return f"a {kind} that you may not see", ""
    return f"{kind} “{str(rows[key])[:120]}”", desk_page(rows[key])


def _counted(keys: Iterable[Key]) -> str:
    """“3 filings, 1 document”."""
    tables = _tables()
    counts = Counter(name for name, _ in keys)
    return ", ".join(f"{count} {_kind(tables[name].model, count)}" for name, count in counts.items())


def _kind(model: type[models.Model], count: int) -> str:
    return str(model._meta.verbose_name if count == 1 else model._meta.verbose_name_plural)


def _tables() -> dict[str, Table]:
    return {table.name: table for table in published_tables()}
