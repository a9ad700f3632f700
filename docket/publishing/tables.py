"""The publishable tables, read off the models: columns, keys, order. Pure description; `drain.py` turns it into SQL."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ImproperlyConfigured
from django.db import models

from docket.publishing.rules import Published, publication_of
from docket.publishing.visibility import Visibility

APPS = ("docket", "parties")
# Stay on a placeholder of any kind.
ALWAYS = ("id", "public_id", "visibility")


@dataclass(frozen=True)
class Key:
    """A foreign key of a published table. mode: must, blank or rides; evidence counts as must where not NULL."""

    column: str
    parent: type[models.Model]
    mode: str
    nullable: bool


@dataclass(frozen=True, eq=False)
class Table:
    """One published model."""

    model: type[models.Model]
    rule: Published

    @cached_property
    def name(self) -> str:
        """The table's name, the same in both schemas."""
        return self.model._meta.db_table

    @cached_property
    def fields(self) -> list[models.Field[Any, Any]]:
        """The stored columns, primary key first; generated ones follow by themselves."""
        return [f for f in self.model._meta.local_concrete_fields if not getattr(f, "generated", False)]

    @cached_property
    def columns(self) -> list[str]:
        """The stored columns' names."""
        return [f.column for f in self.fields]

    @cached_property
    def keys(self) -> list[Key]:
        """The foreign keys with what the rule says of each."""
        return [self._key(f) for f in self.fields if isinstance(f, models.ForeignKey)]

    def _key(self, field: models.ForeignKey[Any, Any]) -> Key:
        if field.name in self.rule.rides:
            mode = "rides"
        elif field.name in self.rule.blank:
            mode = "blank"
        elif not field.null or field.name in self.rule.evidence:
            mode = "must"
        else:
            raise ImproperlyConfigured(f"{self.model.__name__}.{field.name}: declare it blank or evidence.")
        parent = field.related_model
        return Key(field.column, parent, mode, field.null)  # type: ignore[arg-type]

    @cached_property
    def self_keys(self) -> list[Key]:
        """Keys to the table itself."""
        return [k for k in self.keys if k.parent is self.model]

    @cached_property
    def is_rider(self) -> bool:
        """Whether it follows a person's presence instead of giving it."""
        return bool(self.rule.rides)

    def stays(self, column: str) -> list[str]:
        """The visibilities under which a column keeps its value, of a table that says so itself."""
        levels = [Visibility.PUBLIC.value]
        names = {f.column: f.name for f in self.fields}
        for level, kept in self.rule.placeholder.items():
            if column in ALWAYS or names[column] in kept:
                levels.append(str(level))
        return levels

    @cached_property
    def open_sql(self) -> str:
        """What a published row, alias r, must be for its children to be published: not a placeholder."""
        return " and r.visibility = 'public'" if self.rule.placeholder else ""


def published_tables() -> list[Table]:
    """Every published table: parents before children, then people and sources, then what rides on them."""
    tables = []
    for model in (m for app in APPS for m in apps.get_app_config(app).get_models()):
        rule = publication_of(model)
        if isinstance(rule, Published):
            tables.append(Table(model, rule))
    plain = [t for t in tables if not t.rule.presence and not t.is_rider]
    return _in_order(plain) + [t for t in tables if t.rule.presence] + [t for t in tables if t.is_rider]


def _in_order(tables: list[Table]) -> list[Table]:
    """Parents before children; the models' own keys decide."""
    waiting, done, ordered = list(tables), set[type[models.Model]](), []
    plain = {t.model for t in tables}
    while waiting:
        ready = [
            t for t in waiting if all(k.parent in done or k.parent is t.model or k.parent not in plain for k in t.keys)
        ]
        if not ready:
            raise ImproperlyConfigured(f"Published tables refer to each other in a circle: {[t.name for t in waiting]}")
        ordered += ready
        done |= {t.model for t in ready}
        waiting = [t for t in waiting if t not in ready]
    return ordered


def neutral(field: models.Field[Any, Any]) -> str:
    """The SQL value of a column that a placeholder does not show."""
    if field.null:
        return "null"
    if isinstance(field, ArrayField):
        return "'{}'"
    if isinstance(field, models.JSONField):
        return "'[]'"
    if isinstance(field, models.BooleanField):
        return "false"
    if isinstance(field, models.DateTimeField):
        return "'epoch'"
    if isinstance(field, models.IntegerField | models.DecimalField):
        return "0"
    return "''"
