"""The desk's own form of a row, filled from a spreadsheet's cells as a person would have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.http import QueryDict

from docket.desk.forms.record_form import REASON
from docket.desk.sheets.cells import Given

if TYPE_CHECKING:
    from docket.desk.sheets.judging import Judge

_stamp = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def filled(judge: Judge, row: Any, given: Mapping[str, Given], stamp: str = "") -> Any:
    """A bound form with only these boxes, by column; of a new row also those that it must have.

    stamp: when the file was made, as our own files say it. What others changed since then stays; a box that they
    changed too refuses the row.
    """
    fields = {judge.kind.by_name[name].field: each for name, each in given.items()}
    version = _version_at(row, stamp) if row.pk else None
    if version is None:
        return _bound(judge, row, fields, row.row_version)
    # a form writes into its row what it was sent, also where it is not saved
    form = _bound(judge, copy(row), fields, version)
    if form.is_valid() or not form.stale or conflicts(form):
        return form
    # others changed other boxes, which now say what the record says
    return type(form)(form.data, instance=row)


def conflicts(form: Any) -> list[Any]:
    """The boxes of a form that is behind which others changed too, and otherwise."""
    return [each for each in form.stale.differences if each.yours is not None] if form.stale else []


def _bound(judge: Judge, row: Any, fields: Mapping[str, Given], version: int) -> Any:
    data = QueryDict(mutable=True)
    for name, given in fields.items():
        boxes = given.box if isinstance(given.box, list) else [given.box]
        if boxes != [""] or name not in _flags(judge):
            data.setlist(name, boxes)
    data[REASON] = judge.sheet.reason
    if row.pk:
        data["opened_version"] = str(version)
    names = tuple(fields) if row.pk else tuple(dict.fromkeys([*fields, *judge.kind.must]))
    return _class(judge, row, names)(data, instance=row)


def _class(judge: Judge, row: Any, names: tuple[str, ...]) -> Any:
    """One for each set of boxes: to make one takes longer than to fill it."""
    key = (names, bool(row.pk))
    if key not in judge.classes:
        obj = row if row.pk else None
        judge.classes[key] = judge.record.owner.get_form(
            judge.request,
            obj,
            change=bool(obj),
            form=judge.kind.form or judge.record.owner.form,
            fields=[*names, "opened_version"],
        )
    return judge.classes[key]


def _flags(judge: Judge) -> set[str]:
    """Boxes to tick, which send nothing where they are empty."""
    return {column.field for column in judge.columns if column.reads == "true or false"}


def _version_at(row: Any, stamp: str) -> int | None:
    """The version that the row had at a moment, where it has moved on since, 0 where nobody knows; None where it has
    not.
    """
    if not _stamp.fullmatch(stamp):
        return None
    moment = datetime.strptime(stamp, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    if row.updated_at.replace(microsecond=0) <= moment:
        return None
    events = row.history.filter(updated_at__lt=moment.replace(microsecond=999_999)).order_by("-row_version")
    return events.values_list("row_version", flat=True).first() or 0
