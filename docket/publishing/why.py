"""Is a row public, and if not, why not: the words that every row of the desk carries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db import connection, models

from docket.publishing.visibility import Visibility
from docket.publishing.wall.tables import Key, Table, published_tables


@dataclass(frozen=True)
class Reason:
    """One thing that keeps a row from the public: the row in the way and what to do about it."""

    blocker: models.Model
    words: str


def published_ids(model: type[models.Model], ids: list[int]) -> set[int]:
    """Which of these rows are wholly public now."""
    table = _table(model)
    with connection.cursor() as cursor:
        cursor.execute(f"select r.id from published.{table.name} r where r.id = any(%s){table.open_sql}", [ids])
        return {row[0] for row in cursor.fetchall()}


def is_public(row: models.Model) -> bool:
    """Whether the row is wholly public now."""
    return row.pk in published_ids(type(row), [row.pk])


def why_not(row: Any) -> list[Reason]:
    """What keeps the row from the public; empty when it is public."""
    return why_not_each([row])[row.pk]


def why_not_each(rows: Iterable[Any]) -> dict[int, list[Reason]]:
    """`why_not` of many rows of one model by primary key, in as many queries as of one."""
    rows = list(rows)
    return _Asked().reasons(type(rows[0]), rows) if rows else {}


def in_the_way(row: Any) -> list[Reason]:
    """What would keep a row, as it stands in memory, from the public once it is saved; empty: it would be public."""
    table = _table(type(row))
    if table.rule.presence:
        return [Reason(row, "nothing public refers to it")]
    found = _own(row, table) + _Asked().of_parents(table, [row]).get(row.pk, [])
    for key in table.keys:
        # a parent entered in the same form has no id yet
        parent = row._state.fields_cache.get(key.column.removesuffix("_id"))
        if parent is not None and parent.pk is None and key.mode != "blank":
            found += in_the_way(parent)
    return found


@dataclass
class _Asked:
    """What is known so far of the rows above; each level of them is asked for once."""

    known: dict[tuple[type[models.Model], int], list[Reason]] = field(default_factory=dict)

    def reasons(self, model: type[models.Model], rows: list[Any]) -> dict[int, list[Reason]]:
        table = _table(model)
        public = published_ids(model, [row.pk for row in rows])
        withheld = [row for row in rows if row.pk not in public]
        above = self.of_parents(table, withheld)
        found: dict[int, list[Reason]] = {row.pk: [] for row in rows}
        for row in withheld:
            found[row.pk] = _own(row, table) + above.get(row.pk, [])
            if table.rule.presence and not found[row.pk]:
                found[row.pk] = [Reason(row, "nothing public refers to it")]
        return found

    def of_parents(self, table: Table, rows: list[Any]) -> dict[int, list[Reason]]:
        """The reasons that lie in the rows that these must point at, each blocker once."""
        found: dict[int, list[Reason]] = {}
        for key in table.keys:
            ids = {getattr(row, key.column) for row in rows} - {None}
            if key.mode == "blank" or not ids:
                continue
            self._ask(key, ids)
            for row in rows:
                mine = found.setdefault(row.pk, [])
                reasons = self.known.get((key.parent, getattr(row, key.column)), [])
                mine += [reason for reason in reasons if reason not in mine]
        return found

    def _ask(self, key: Key, ids: set[int]) -> None:
        parent = key.parent
        unknown = [pk for pk in ids if (parent, pk) not in self.known]
        rows = list(parent._default_manager.filter(pk__in=unknown)) if unknown else []
        if _table(parent).rule.presence and key.mode != "rides":
            # a person is present by this very row: only whether it may be shown counts
            self.known |= {(parent, row.pk): _own(row, _table(parent), named=True) for row in rows}
            return
        for pk, reasons in self.reasons(parent, rows).items():
            self.known[parent, pk] = [
                Reason(r.blocker, f"{parent._meta.verbose_name} “{r.blocker}”: {r.words}")
                if (type(r.blocker), r.blocker.pk) == (parent, pk)
                else r
                for r in reasons
            ]


def _own(row: Any, table: Table, named: bool = False) -> list[Reason]:
    """What the row itself says against being public."""
    found = []
    if getattr(row, "visibility", Visibility.PUBLIC) != Visibility.PUBLIC:
        what = f"{row._meta.verbose_name} “{row}”" if named else "it"
        found.append(Reason(row, f"{what} is {row.get_visibility_display().lower()}"))
    if getattr(row, "disclosure", "") == "withheld":
        found.append(Reason(row, "it is withheld"))
    return found


def _table(model: type[models.Model]) -> Table:
    return _tables()[model]


@cache
def _tables() -> dict[type[models.Model], Table]:
    return {table.model: table for table in published_tables()}
