"""A row's history for a reader: who, when, and each field before and after, from what the database itself recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models

from docket.choices.dates import iso
from docket.desk.changes.authors import Authors
from docket.desk.clearance import cleared
from docket.desk.partial_dates import partial_names
from docket.publishing.chain import SealEvent

SHOWN = 200  # of the newest events
UNTOLD = {
    "id",
    "row_version",
    "updated_at",
    "sequence",
    "public_id",
    "sort_name",
    "text_vector",
    "docket_number_normal",
}
WORDS = {"insert": "added", "update": "changed", "delete": "deleted"}


@dataclass
class Entry:
    """One event: `what` happened to `thing`, with (field, before, after) of each change."""

    at: datetime
    who: str
    what: str
    thing: str
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    reason: str = ""
    number: int | None = None  # of the event, where it is a change that may be taken back


def of(row: Any, user: Any, below: Iterable[tuple[type[models.Model], str]] = ()) -> list[Entry]:
    """Newest first: the row's own events, those of its rows `below` as (model, key), and its publication events."""
    events = list(_events(row.history.all()))
    for model, key in below:
        events += _events(model.history.rel.related_model.objects.filter(**{key: row.pk}))  # type: ignore[attr-defined]
    names, authors = _Names(events, user), Authors(events)
    entries = [entry for group in _by_row(events) for entry in _entries(group, names, authors)]
    entries += [
        Entry(e.at, e.actor_name, e.verb, row._meta.verbose_name, reason=f"{e.reason} {e.authority}".strip())
        for e in SealEvent.objects.filter(label=row._meta.label_lower, object_id=row.pk)[:SHOWN]
    ]
    # what one transaction did has one time: the later event stands above
    in_order = sorted(enumerate(entries), key=lambda numbered: (numbered[1].at, numbered[0]), reverse=True)
    return [entry for _, entry in in_order[:SHOWN]]


def _events(history: Any) -> Any:
    return history.select_related("pgh_context").order_by("-pgh_id")[: SHOWN + 1]


def _by_row(events: list[Any]) -> list[list[Any]]:
    """The events of each row, oldest first."""
    groups: dict[tuple[type[Any], int], list[Any]] = {}
    for event in sorted(events, key=lambda e: e.pgh_id):
        groups.setdefault((type(event), event.pgh_obj_id), []).append(event)
    return list(groups.values())


def _entries(events: list[Any], names: _Names, authors: Authors) -> list[Entry]:
    entries, before = [], None
    for event in events:
        thing = str(event.pgh_tracked_model._meta.verbose_name)
        changes = [] if event.pgh_label == "delete" else _changes(before, event, names)
        if changes or event.pgh_label != "update":
            what, number = WORDS.get(event.pgh_label, ""), event.pgh_id if event.pgh_label == "update" else None
            entries.append(Entry(event.pgh_created_at, authors.of(event), what, thing, changes, number=number))
        before = event
    return entries


def _changes(before: Any, event: Any, names: _Names) -> list[tuple[str, str, str]]:
    """What differs; of a new row what is not as every new row is."""
    found = []
    for column in _columns(event):
        if before is None and getattr(event, column.attname) == column.get_default():
            continue
        old, new = names.text(column, before) if before else "", names.text(column, event)
        if old != new:
            found.append((str(column.verbose_name), old, new))
    return found


def _columns(event: Any) -> list[models.Field[Any, Any]]:
    """Of the tracked model, but for what is counted or stamped; a precision is told with its date."""
    model = event.pgh_tracked_model
    untold = UNTOLD | {f"{name}_precision" for name in partial_names(model)}
    return [f for f in model._meta.local_concrete_fields if f.name not in untold]


class _Names:
    """The names behind the keys that the events hold, asked for once a model, and only those that the user may see."""

    def __init__(self, events: list[Any], user: Any) -> None:
        ids: dict[type[models.Model], set[int]] = {}
        for event in events:
            for column in _columns(event):
                if isinstance(column, models.ForeignKey):
                    to: Any = column.related_model
                    ids.setdefault(to, set()).add(getattr(event, column.attname))
        self.names = {
            (to, row.pk): str(row)
            for to, wanted in ids.items()
            for row in cleared(_with_labels(to).filter(pk__in=wanted - {None}), user)
        }

    def text(self, column: models.Field[Any, Any], event: Any) -> str:
        """The value of a column as a reader knows it."""
        value = getattr(event, column.attname)
        if value is not None and hasattr(event, f"{column.name}_precision"):
            return iso(value, getattr(event, f"{column.name}_precision"))
        if value is None or value == "" or value == []:
            return ""
        if isinstance(column, models.ForeignKey):
            to: Any = column.related_model
            return self.names.get((to, value), "(no longer to be seen)")
        labels = {str(key): str(label) for key, label in column.flatchoices}
        if isinstance(value, list):
            return ", ".join(str(item) for item in value)
        return labels.get(str(value), {"True": "yes", "False": "no"}.get(str(value), str(value)))


def _with_labels(model: type[models.Model]) -> Any:
    """A case party is called by its party's name, and so on: one join instead of a query a row."""
    deep = [f.name for f in model._meta.local_concrete_fields if isinstance(f, models.ForeignKey) and not f.null]
    return model._default_manager.select_related(*deep) if deep else model._default_manager.all()
