"""Expunging: the values go from the record, its history, the vault and the files.

Of the row itself an empty stub stays, so that its address is never given to another. Everything that could not be
public without it is deleted with it: a filing's documents, a case's filings, claims and notes, the people whom nothing
else of the record names. What staff printed, exported or backed up is beyond it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.files.storage import storages
from django.db import connection, models, transaction

from docket.publishing.rules import Private, publication_of
from docket.publishing.visibility import Visibility
from docket.publishing.wall.tables import APPS, Key, Table, published_tables

GONE = "expunged"
Ids = dict[type[models.Model], set[int]]


def doomed(row: models.Model) -> Ids:
    """The rows that go with an expunged one, by model; the row itself among them."""
    found: Ids = {type(row): {row.pk}}
    tables = published_tables()
    for table in (t for t in tables if not t.rule.presence and not t.is_rider):
        for key in table.keys:
            if ids := _deciding(table, key, row, found):
                pointing = table.model._default_manager.filter(**{f"{key.column}__in": ids})
                found.setdefault(table.model, set()).update(pointing.values_list("pk", flat=True))
    for model, ids in _only_theirs(tables, found).items():
        found.setdefault(model, set()).update(ids)
    _with_merged(found)
    for table in (t for t in tables if t.is_rider):
        for key in (k for k in table.keys if k.parent in found):
            riding = table.model._default_manager.filter(**{f"{key.column}__in": found[key.parent]})
            found.setdefault(table.model, set()).update(riding.values_list("pk", flat=True))
    return {model: ids for model, ids in found.items() if ids}


def _deciding(table: Table, key: Key, row: models.Model, found: Ids) -> set[int]:
    """The doomed targets of a key without which its row goes too.

    A key that may be empty spares its row when it points at the expunged row itself, of which a stub stays: a claim
    outlives the pleading that states it (and is not public). Unless the row is about nothing else.
    """
    ids = found.get(key.parent, set())
    if key.mode == "blank" or not ids:
        return set()
    says_so = {t.model for t in published_tables() if t.rule.says_so}
    about_another = any(k.parent in says_so for k in table.keys if not k.nullable)
    whole = key.parent._meta.label in ("docket.Case", "docket.Matter")
    spared = key.nullable and about_another and not whole and key.parent is type(row)
    return ids - {row.pk} if spared else ids


def _only_theirs(tables: list[Table], found: Ids) -> Ids:
    """People and sources that nothing but the doomed rows refer to."""
    theirs: Ids = {}
    for person in (t for t in tables if t.rule.presence):
        mine, others = set[int](), set[int]()
        pointing = [(t, k.column) for t in tables for k in t.keys if k.parent is person.model and not t.is_rider]
        for table, column in pointing:
            referring = table.model._default_manager.exclude(**{column: None})
            doomed_here = found.get(table.model, set())
            mine |= set(referring.filter(pk__in=doomed_here).values_list(column, flat=True))
            others |= set(referring.exclude(pk__in=doomed_here).values_list(column, flat=True))
        theirs[person.model] = mine - others
    return theirs


def _with_merged(found: Ids) -> None:
    """The rows that were merged into doomed people: nothing names them, and they hold the same person's names."""
    merges = apps.get_model("parties", "Merge").objects.filter(undone_at=None)
    for person in [t.model for t in published_tables() if t.rule.presence and t.model in found]:
        theirs, new = merges.filter(label=person._meta.label_lower), set(found[person])
        while new := set(theirs.filter(kept_id__in=new).values_list("merged_id", flat=True)) - found[person]:
            found[person] |= new


def expunge_rows(row: Any, found: Ids) -> None:
    """Delete what is doomed and leave of the row itself a stub. The event of the chain must have been written."""
    _forget(row, found)
    if row._meta.label_lower != "docket.case":
        _empty_traces(found)
    _blank_keys(found)
    _delete_files(found)
    for model, ids in _private_rows(found):
        _delete(model, ids)
    for model, ids in found.items():
        _delete(model, ids - {row.pk} if model is type(row) else ids)
    _empty(row)


def _blank_keys(found: Ids) -> None:
    """Rows that stay no longer point at rows that go."""
    for table in published_tables():
        for key in (k for k in table.keys if k.mode == "blank" and k.parent in found):
            table.model._default_manager.filter(**{f"{key.column}__in": found[key.parent]}).update(**{key.column: None})


def _private_rows(found: Ids) -> Iterator[tuple[type[models.Model], set[int]]]:
    """Notes, true names, contacts, originals and import traces of the doomed rows."""
    for model in (m for app in APPS for m in apps.get_app_config(app).get_models()):
        if not isinstance(publication_of(model), Private) or not model._meta.managed:
            continue
        fields = model._meta.local_concrete_fields
        about: list[dict[str, Any]] = [
            {f"{field.attname}__in": found[target]}
            for field in fields
            for target in found
            if isinstance(field, models.ForeignKey) and field.related_model is target
        ]
        if model._meta.label in ("docket.SealedText", "docket.ProposedChange", "docket.AcknowledgedData"):
            about += [{"label": target._meta.label_lower, "object_id__in": ids} for target, ids in found.items()]
        yield model, {pk for q in about for pk in model._default_manager.filter(**q).values_list("pk", flat=True)}


def _empty_traces(found: Ids) -> None:
    """What imports remember of the rows. A key, a hash, stays so that the next import does not bring them back."""
    for model, ids in found.items():
        traces = apps.get_model("docket", "ImportTrace").objects.filter(
            label=model._meta.label_lower, object_id__in=ids
        )
        traces.filter(key="").delete()
        traces.update(values={})


def _delete(model: type[models.Model], ids: set[int]) -> None:
    """In SQL: foreign keys are looked at when all of it is gone. The history of the deletion goes too."""
    if not ids:
        return
    with connection.cursor() as cursor:
        table = connection.ops.quote_name(model._meta.db_table)
        cursor.execute(f"delete from {table} where {model._meta.pk.column} = any(%s)", [list(ids)])
    _erase_history(model, ids)


def _erase_history(model: type[models.Model], ids: set[int]) -> None:
    if f"{model._meta.model_name}history" not in apps.all_models[model._meta.app_label]:
        return
    with connection.cursor() as cursor:
        cursor.execute("select wall.erase_history(%s, %s)", [f"{model._meta.db_table}history", list(ids)])


def _empty(row: Any) -> None:
    table = next(t for t in published_tables() if t.model is type(row))
    must = {k.column for k in table.keys if k.mode != "blank"}
    values = {
        f.column: _nothing(f, row.pk)
        for f in table.fields
        if f.column not in must and f.name not in ("id", "public_id", "row_version", "updated_at", "sequence")
    }
    values["visibility"] = Visibility.EXPUNGED
    table.model._default_manager.filter(pk=row.pk).update(**values)
    _erase_history(table.model, {row.pk})


def _nothing(field: models.Field[Any, Any], pk: int) -> Any:
    if field.null:
        return None
    if isinstance(field, models.DateField):
        return "1970-01-01"
    if field.unique:
        return f"{GONE}-{pk}"
    if field.has_default():
        return field.get_default()
    return "" if field.blank else GONE if isinstance(field, models.CharField | models.TextField) else 0


def _delete_files(found: Ids) -> None:
    """The published copies and the originals, once the transaction has committed."""
    documents = found.get(apps.get_model("docket", "Document"), set())
    published = apps.get_model("docket", "Document").objects.filter(pk__in=documents).exclude(file="")
    originals = apps.get_model("docket", "DocumentOriginal").objects.filter(document__in=documents).exclude(file="")
    names = [("published", name) for name in published.values_list("file", flat=True)]
    names += [("originals", name) for name in originals.values_list("file", flat=True)]
    cases = found.get(apps.get_model("docket", "Case"), set())
    waiting = apps.get_model("docket", "WaitingFile").objects.filter(case__in=cases)
    names += [("originals", name) for name in waiting.values_list("file", flat=True)]

    def delete() -> None:
        for storage, name in names:
            storages[storage].delete(name)

    transaction.on_commit(delete)


def _forget(row: Any, found: Ids) -> None:
    """What the admin's log and the reports of imports quote."""
    for model, ids in found.items():
        apps.get_model("admin", "LogEntry").objects.filter(
            content_type__app_label=model._meta.app_label,
            content_type__model=model._meta.model_name,
            object_id__in=map(str, ids),
        ).update(object_repr="", change_message="")
    case_party = apps.get_model("docket", "CaseParty")
    parts = case_party.objects.filter(pk__in=found.get(case_party, ()))
    cases = {getattr(row, "case_id", None), *parts.values_list("case_id", flat=True)} - {None}
    apps.get_model("docket", "ImportedFile").objects.filter(case__in=cases).update(report={})
    case_model = apps.get_model("docket", "Case")
    named = case_model.objects.filter(pk__in=cases | found.get(case_model, set())).values_list("public_id", flat=True)
    queued = apps.get_model("docket", "QueuedImport")
    for case in named:
        queued.objects.filter(report__cases__contains=[case]).delete()
    # what still asks before it is imported names no case yet: it may be of this one
    courts = case_model.objects.filter(public_id__in=named).values("forum")
    queued.objects.filter(models.Q(forum__in=courts) | models.Q(forum=None), stage="asks").delete()
