"""What of a row is published, in SQL: the rule's condition and the values, generated from the tables' descriptions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import models

from docket.publishing.rules import RestsOn
from docket.publishing.wall.tables import Key, Table, neutral


class Projection:
    """The rule of all published tables together, over `public.<table>` as alias s.

    schema: where the parents' published rows are looked up; another than `published` while that is built anew.
    one_by_one: look each parent up by its key, however many rows ask: those of a drain share a few parents, and the
    planner, which cannot know that, would read all cases of the record for the filings of one.
    """

    def __init__(self, tables: list[Table], schema: str = "published", one_by_one: bool = False) -> None:
        self.tables = tables
        self.schema = schema
        self.fence = " offset 0" if one_by_one else ""
        self.by_model: dict[type[models.Model], Table] = {t.model: t for t in tables}

    def condition(self, t: Table) -> str:
        """Whether the row is published, its parents being up to date already."""
        parts = []
        if t.rule.says_so:
            parts.append(f"s.visibility in ({', '.join(map(repr, t.levels))})")
        if t.rule.presence:
            parts += ["s.visibility = 'public'", self._referred_to(t)]
        if t.rule.only_if:
            parts.append(f"({t.rule.only_if})")
        for key in (k for k in t.keys if k.mode != "blank"):
            found = self.target_shown(key)
            parts.append(f"(s.{key.column} is null or {found})" if key.nullable else found)
        return " and ".join(parts) or "true"

    def target_shown(self, key: Key) -> str:
        """Whether the row that a key points at is published and open."""
        parent = self.by_model[key.parent]
        if parent.rule.presence and key.mode != "rides":
            # its presence follows from this very row, so ask only whether it may be shown
            where = f"r.id = s.{key.column} and r.visibility = 'public'"
            return f"exists (select 1 from public.{parent.name} r where {where}{self.fence})"
        where = f"r.id = s.{key.column}{parent.open_sql}"
        return f"exists (select 1 from {self.schema}.{parent.name} r where {where}{self.fence})"

    def _referred_to(self, t: Table) -> str:
        found = [
            f"exists (select 1 from {self.schema}.{k.name} r where r.{column} = s.id)"
            for k, column in self.referrers(t)
        ]
        return f"({' or '.join(found)})"

    def referrers(self, t: Table) -> list[tuple[Table, str]]:
        """The tables and columns that give a person, firm or source its presence."""
        return [(k, key.column) for k, key in self.pointing_at(t) if not k.is_rider]

    def children(self, t: Table) -> list[tuple[Table, Key]]:
        """The tables and keys to visit when rows of t open or close."""
        found = [(k, key) for k, key in self.pointing_at(t) if k is not t]
        return [(k, key) for k, key in found if k.is_rider] if t.rule.presence else found

    def resting_on(self, t: Table) -> list[tuple[Table, RestsOn, str]]:
        """The tables of which a column follows from t's rows as filings, and by which column they are named."""
        rests = [(k, k.rule.rests_on) for k in self.tables if k.rule.rests_on]
        return [(k, rule, rule.evidence[t.name]) for k, rule in rests if t.name in rule.evidence]

    def pointing_at(self, t: Table) -> list[tuple[Table, Key]]:
        """Every foreign key that points at a table, with the table that has it."""
        return [(k, key) for k in self.tables for key in k.keys if key.parent is t.model]

    def values(self, t: Table) -> str:
        """The select list, in the order of t.columns, each under its name."""
        return ", ".join(f"{self.value(t, f)} as {f.column}" for f in t.fields)

    def value(self, t: Table, field: models.Field[Any, Any]) -> str:
        """What the public reads of a column: the value, NULL for a blank key, or what a placeholder shows instead."""
        column = field.column
        if column in t.unseen:
            return neutral(field)
        if t.rule.rests_on and t.rule.rests_on.column == column:
            return t.rule.rests_on.value.format(published=self.schema)
        value = t.rule.said_as.get(field.name, f"s.{column}")
        key = next((k for k in t.keys if k.column == column), None)
        if key and key.mode == "blank":
            value = f"case when {self.target_shown(key)} then {value} end"
        levels = t.stays(column)
        if levels == t.levels:
            return value
        return f"case when s.visibility in ({', '.join(map(repr, levels))}) then {value} else {neutral(field)} end"


def listed(names: list[str], pattern: Callable[[str], str] = str, glue: str = ", ") -> str:
    """The names in a pattern, one after the other."""
    return glue.join(pattern(name) for name in names)
