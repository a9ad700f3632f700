"""The log of who read what is under seal: written with the page that shows it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models

from docket.desk.clearance import is_cleared, open_rows
from docket.models import SealedReading


def note_reading(user: Any, rows: Iterable[models.Model], page: SealedReading.Page) -> None:
    """Note those of the rows, all of one model, that are under seal; whoever may not see them was not shown them."""
    rows = [row for row in rows if row.pk is not None]
    if not rows or not is_cleared(user):
        return
    model, ids = type(rows[0]), {row.pk for row in rows}
    seen = open_rows(model._default_manager.filter(pk__in=ids))
    if sealed := ids - set(seen.order_by().values_list("pk", flat=True)):
        note(user, ((model._meta.label_lower, pk) for pk in sorted(sealed)), page)


def note(user: Any, rows: Iterable[tuple[str, int]], page: SealedReading.Page) -> None:
    """Note rows by model and id."""
    name = user.get_username()
    SealedReading.objects.bulk_create(
        SealedReading(reader=user, reader_name=name, label=label, object_id=pk, page=page) for label, pk in rows
    )
