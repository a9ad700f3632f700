"""The publishable tables, read off the models: columns, keys, order. `projection.py` turns them into SQL."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ImproperlyConfigured
from django.db import models

from docket.publishing.rules import Published, publication_of
from docket.publishing.visibility import Visibility

APPS = ("docket", "parties")
# The type's own empty value, so that a page which forgets to ask for the visibility shows nothing.
NEUTRAL: dict[type[models.Field[Any, Any]], str] = {
    ArrayField: "'{}'",
    models.JSONField: "'[]'",
    models.BooleanField: "false",
    models.DateField: "'epoch'",
    models.IntegerField: "0",
    models.DecimalField: "0",
    models.CharField: "''",
    models.TextField: "''",
}
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
    """A published model with its rule: its table stands in the staff's schema and in `published`."""

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
        """The names of the stored columns, in the order of the model's fields."""
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
        if field.related_model is self.model and mode != "blank":
            raise ImproperlyConfigured(f"{self.model.__name__}.{field.name}: a key to its own table must be blank.")
        parent = field.related_model
        return Key(field.column, parent, mode, field.null)  # type: ignore[arg-type]

    @cached_property
    def is_rider(self) -> bool:
        """Whether it follows a person's presence instead of giving it."""
        return bool(self.rule.rides)

    @cached_property
    def levels(self) -> list[str]:
        """The visibilities under which a row is published, wholly or as a placeholder."""
        return [Visibility.PUBLIC.value, *map(str, self.rule.placeholder)]

    @cached_property
    def unseen(self) -> set[str]:
        """Columns that are neutral in every published row."""
        names = {"row_version", *self.rule.unseen}
        return {f.column for f in self.fields if f.name in names}

    def stays(self, column: str) -> list[str]:
        """The visibilities under which a column keeps its value."""
        name = next(f.name for f in self.fields if f.column == column)
        kept = {str(level): names for level, names in self.rule.placeholder.items()}
        return [v for v in self.levels if v not in kept or column in ALWAYS or name in kept[v]]

    @cached_property
    def has_visibility(self) -> bool:
        """Whether its rows say what the public may see of them; a person is public from the start."""
        return self.rule.says_so or self.rule.presence

    @cached_property
    def open_sql(self) -> str:
        """What a published row, alias r, must be for its children to be published: not a placeholder."""
        return " and r.visibility = 'public'" if self.rule.placeholder else ""


@cache
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
    """The SQL value of a column that is not shown. Raises ImproperlyConfigured for a type that has none."""
    if field.null or isinstance(field, models.ForeignKey):
        return "null"
    for kind, value in NEUTRAL.items():
        if isinstance(field, kind):
            return value
    raise ImproperlyConfigured(f"{field}: no neutral value for a {type(field).__name__}; make the column nullable.")
