"""Expunging: the values go from the record, its history and the vault; rows stay, empty, so that keys still hold."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import connection, models

from docket.publishing.tables import Table, published_tables
from docket.publishing.visibility import Visibility

GONE = "expunged"


def expunge_rows(row: Any) -> None:
    """Empty a row, the rows below it and the people that only they refer to; erase their history."""
    column = {"docket.case": "case_id", "docket.filing": "filing_id", "docket.matter": "matter_id"}.get(
        row._meta.label_lower, ""
    )
    tables = published_tables()
    rows: dict[Table, list[int]] = {}
    for table in tables:
        if table.model is type(row):
            rows[table] = [row.pk]
        elif column and column in table.columns:
            below = table.model._default_manager.filter(**{column: row.pk})
            rows[table] = list(below.values_list("pk", flat=True))
    people = _only_theirs(tables, rows)
    for table, ids in {**rows, **people}.items():
        if ids:
            _empty(table, ids)
    _empty_vault(row, rows, people)


def _only_theirs(tables: list[Table], rows: dict[Table, list[int]]) -> dict[Table, list[int]]:
    """People and sources that nothing but the expunged rows refer to."""
    found: dict[Table, list[int]] = {}
    for person in (t for t in tables if t.rule.presence):
        mine, others = set[int](), set[int]()
        for table in (t for t in tables if not t.is_rider):
            for key in (k for k in table.keys if k.parent is person.model):
                referring = table.model._default_manager.exclude(**{key.column: None})
                ids = rows.get(table, [])
                mine |= set(referring.filter(pk__in=ids).values_list(key.column, flat=True))
                others |= set(
                    referring.filter(**{f"{key.column}__in": mine})
                    .exclude(pk__in=ids)
                    .values_list(key.column, flat=True)
                )
        found[person] = sorted(mine - others)
    return found


def _empty(table: Table, ids: list[int]) -> None:
    values: dict[str, Any] = {}
    for field in table.fields:
        if isinstance(field, models.TextField | models.URLField):
            values[field.name] = "" if field.blank else GONE
    if "visibility" in table.columns:
        values["visibility"] = Visibility.EXPUNGED
    if table.model._meta.label == "parties.Party":
        values |= {"is_minor": False, "sort_name": ""}
    table.model._default_manager.filter(pk__in=ids).update(**values)
    _erase_history(table.model, ids)


def _erase_history(model: type[models.Model], ids: list[int]) -> None:
    history = f"{model._meta.db_table}history"
    with connection.cursor() as cursor:
        cursor.execute("select wall.erase_history(%s, %s)", [history, ids])


def _empty_traces(table: Table, ids: list[int], keep_keys: bool) -> None:
    """What imports remember of the rows. A key, a hash, stays so that the next import does not bring them back."""
    label = table.model._meta.label_lower
    traces = apps.get_model("docket", "ImportTrace").objects.filter(label=label, object_id__in=ids)
    if keep_keys:
        traces.exclude(key="").update(values={})
        traces = traces.filter(key="")
    traces.delete()


def _empty_vault(row: Any, rows: dict[Table, list[int]], people: dict[Table, list[int]]) -> None:
    """Notes, sealed texts, true names, contacts and import traces of the expunged rows."""
    for table, ids in rows.items():
        apps.get_model("docket", "SealedText").objects.filter(
            label=table.model._meta.label_lower, object_id__in=ids
        ).delete()
        _empty_traces(table, ids, keep_keys=row._meta.label_lower != "docket.case")
    for model in (
        apps.get_model("docket", "StaffNote"),
        apps.get_model("docket", "DeadlineProposal"),
        apps.get_model("parties", "ProtectedIdentity"),
        apps.get_model("parties", "AttorneyContact"),
    ):
        for field in (f for f in model._meta.local_concrete_fields if isinstance(f, models.ForeignKey)):
            ids = [pk for t, found in {**rows, **people}.items() if t.model is field.related_model for pk in found]
            doomed = model._default_manager.filter(**{f"{field.name}__in": ids})
            gone = list(doomed.values_list("pk", flat=True))
            if gone:
                doomed.delete()
                _erase_history(model, gone)
    if row._meta.label_lower == "docket.case":
        apps.get_model("docket", "ImportedFile").objects.filter(case=row).delete()
