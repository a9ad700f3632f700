"""No lost edits: what a form was opened with, what stands in the record now, and what was typed, field by field.

PostgreSQL counts a row's versions; the form carries the one that it was opened with. When the row has moved on
meanwhile, the history knows what the person saw. Fields that only the others changed take the others' value; fields
that this person changed keep what was typed; nothing is saved before the person has seen both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models

from docket.desk.changes.authors import Authors


@dataclass(frozen=True)
class Difference:
    """One field that others changed meanwhile. Texts for the reader; `yours` is None where it was not touched."""

    label: str
    opened: str
    saved: str
    yours: str | None


@dataclass(frozen=True)
class Stale:
    """A form whose row has moved on. touched: whether this person changed anything at all."""

    who: str
    differences: list[Difference]
    touched: bool


def compare(form: forms.ModelForm[Any], names: list[str], opened_with: int | None) -> tuple[Stale, dict[str, Any]]:
    """What happened to the row since a bound form was opened, and the values that the form should take over."""
    now = form.instance
    before = _as_it_was(now, opened_with)
    was = type(form)(instance=before) if before else None
    differences, take_over, touched = [], {}, False
    for name in names:
        field, typed = form.fields[name], form.fields[name].widget.value_from_datadict
        raw = typed(form.data, form.files, form.add_prefix(name))
        saved = form.get_initial_for_field(field, name)
        opened = was.get_initial_for_field(was.fields[name], name) if was else None
        mine = field.has_changed(opened, raw) if was else field.has_changed(saved, raw)
        touched |= mine
        if was and text(field, opened) == text(field, saved):
            continue
        if not mine:
            take_over[name] = saved
        elif not field.has_changed(saved, raw):
            continue
        differences.append(
            Difference(
                str(field.label or name),
                text(field, opened) if was else "not known",
                text(field, saved),
                text(field, cleaned(field, raw)) if mine else None,
            )
        )
    return Stale(_who(now), differences, touched), take_over


def _as_it_was(row: Any, version: int | None) -> Any:
    """The row as history holds it at a version; None where history has no such version."""
    event = row.history.filter(row_version=version).order_by("-pgh_id").first() if version else None
    if event is None:
        return None
    fields = [f for f in type(row)._meta.local_concrete_fields if hasattr(event, f.attname)]
    return type(row)(**{f.attname: getattr(event, f.attname) for f in fields})


def _who(row: Any) -> str:
    """Who saved last, by the history's context."""
    event = row.history.select_related("pgh_context").order_by("-pgh_id").first()
    return Authors([event] if event else []).of(event)


def cleaned(field: forms.Field, raw: Any) -> Any:
    """What was typed, as the field reads it; as it stands where it cannot."""
    try:
        return field.to_python(raw)
    except forms.ValidationError:
        return raw


def text(field: forms.Field, value: Any) -> str:
    """A value as a reader knows it: the label of a choice, the name of a row."""
    if isinstance(value, models.Model):
        return str(value)
    if isinstance(field, forms.ModelMultipleChoiceField) and field.queryset is not None:
        chosen = field.queryset.filter(pk__in=[getattr(item, "pk", item) for item in value or []])
        return ", ".join(map(str, chosen)) or "(empty)"
    if isinstance(field, forms.ModelChoiceField) and value not in field.empty_values:
        found = field.queryset.filter(pk=value).first() if field.queryset is not None else None
        return str(found) if found else str(value)
    choices = {str(key): str(label) for key, label in _flat(getattr(field, "choices", []))}
    if isinstance(value, list | tuple | set):
        return ", ".join(choices.get(str(v), str(v)) for v in value)
    if value is None or value == "":
        return "(empty)"
    return choices.get(str(value), str(value))


def _flat(choices: Any) -> list[tuple[Any, Any]]:
    if not isinstance(choices, list | tuple):
        choices = list(choices) if hasattr(choices, "__iter__") and not hasattr(choices, "queryset") else []
    flat: list[tuple[Any, Any]] = []
    for key, label in choices:
        flat += _flat(label) if isinstance(label, list | tuple) else [(key, label)]
    return flat
