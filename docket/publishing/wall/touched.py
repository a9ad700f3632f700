"""Which cases' pages show a row: the way from each published table to the cases whose revision it bumps."""

from __future__ import annotations

from dataclasses import dataclass

from docket.publishing.wall.projection import Projection
from docket.publishing.wall.tables import Key, Table

CASE = "docket.Case"


@dataclass(frozen=True)
class Way:
    """From rows of a table, alias x, through joins of published tables to a column with a case's id."""

    joins: str
    column: str

    def select(self, rows: str) -> str:
        """The cases reached from the rows."""
        return f"select {self.column} as case_id from {rows} x{self.joins}"


def ways(projection: Projection, t: Table) -> list[Way]:
    """Every way from t to the cases that show its rows."""
    return _onward(projection, t, "x", "")


def cases_of(projection: Projection, t: Table, rows: str) -> str:
    """SQL: the ids of the cases whose pages show these rows; empty where no case does."""
    return " union ".join(way.select(rows) for way in ways(projection, t))


def _onward(projection: Projection, t: Table, alias: str, joins: str) -> list[Way]:
    own = _own(projection, t, alias, joins)
    found = list(own)
    for k, key in projection.pointing_at(t):
        if k is t or k.is_rider or _is_either_or(k, key):
            continue
        hop = f"{alias}{len(found)}"
        join = f"{joins} join published.{k.name} {hop} on {hop}.{key.column} = {alias}.id"
        if not own:
            found += _onward(projection, k, hop, join)
        elif len(_direct(k)) > 1:  # other rows of the same case are on a page that is counted already
            one, other = _direct(k)
            found += _own(projection, k, hop, f"{join} and {hop}.{one} <> {hop}.{other}")
    return found


def _is_either_or(k: Table, key: Key) -> bool:
    """Whether a row that points here points at no case: one of several targets, the others being empty."""
    to_cases = [c for c in k.keys if c.parent._meta.label == CASE]
    return key.nullable and bool(to_cases) and all(c.nullable for c in to_cases)


def _own(projection: Projection, t: Table, alias: str, joins: str) -> list[Way]:
    """The cases of the row itself: its own columns, or where those may be empty, those of what it points at."""
    found = [Way(joins, f"{alias}.{column}") for column in _direct(t)]
    if t.model._meta.label == CASE or any(not k.nullable for k in t.keys if k.parent._meta.label == CASE):
        return found
    for key in t.keys:
        parent = projection.by_model[key.parent]
        hop = f"{alias}_{key.column}"
        if t.is_rider:
            join = f"{joins} join published.{parent.name} {hop} on {hop}.id = {alias}.{key.column}"
            found += _onward(projection, parent, hop, join)
        elif parent is not t and not parent.rule.presence and parent.model._meta.label != CASE:
            join = f"{joins} join published.{parent.name} {hop} on {hop}.id = {alias}.{key.column}"
            found += [Way(join, f"{hop}.{column}") for column in _direct(parent)]
    return found


def _direct(t: Table) -> list[str]:
    if t.model._meta.label == CASE:
        return ["id"]
    return [k.column for k in t.keys if k.parent._meta.label == CASE]
