"""Small rows of a parent, fetched within the parent's own query: a page's number of queries stays constant and low.

    Case.objects.annotate(judges=Nested(children(Case, "officials"), "name", "role"))

gives each case a list of CaseOfficial instances with those two fields loaded. Not for rows that may be many.
"""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import F, JSONField, Model, OuterRef, QuerySet
from django.db.models.functions import JSONObject


def children(parent: type[Model], relation: str) -> QuerySet[Any]:
    """The rows that point at the outer query's row by the foreign key behind `relation`."""
    reverse: Any = parent._meta.get_field(relation)
    rows: QuerySet[Any] = reverse.related_model._default_manager.filter(**{reverse.field.name: OuterRef("pk")})
    return rows


def instance(model: type[Model], row: dict[str, Any]) -> Any:
    """A JSON object as an instance of a model; values that are no columns become attributes.

    Columns that were not asked for are deferred, so that a page that needs them shows up in its queries.
    """
    columns = [field for field in model._meta.concrete_fields if field.attname in row]
    names = [field.attname for field in columns]
    made: Any = model.from_db(connection.alias, names, [f.to_python(row[f.attname]) for f in columns])
    for name in row.keys() - set(names):
        setattr(made, name, row[name])
    return made


class RowField(JSONField):
    """A JSON object of the database as an instance of a model; values that are no columns become attributes."""

    def __init__(self, model: type[Model]) -> None:
        super().__init__()
        self.model_of_row = model

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """What a JSONField would give, as an instance."""
        return instance(self.model_of_row, super().from_db_value(value, expression, connection))


class Nested(ArraySubquery):
    """The rows of a queryset as a list of instances with these fields, in the queryset's order."""

    def __init__(self, queryset: QuerySet[Any], *fields: str, **extra: F) -> None:
        self.row_field = RowField(queryset.model)
        super().__init__(queryset.values(row=JSONObject(**{name: name for name in fields}, **extra)))

    @property
    def output_field(self) -> ArrayField[Any, Any]:
        """An array whose members are the rows, in the order of the query."""
        return ArrayField(self.row_field)
