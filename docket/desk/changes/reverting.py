"""One change taken back from a row's history: its columns say again what they said before, checked as any save is."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from docket.desk.changes.history import UNTOLD
from docket.desk.permissions import may_change
from docket.publishing import screening
from docket.publishing.visibility import CONTENT_WITHHELD

# what acts, and not edits, change
NEVER = {*UNTOLD, "visibility"}


def columns_of(before: Any, event: Any) -> list[models.Field[Any, Any]]:
    """The columns that an event changed and that may be taken back."""
    fields = event.pgh_tracked_model._meta.local_concrete_fields
    found = [f for f in fields if f.name not in NEVER and hasattr(event, f.attname)]
    return [f for f in found if getattr(before, f.attname) != getattr(event, f.attname)]


def sent(request: HttpRequest, row: Any, may: bool) -> HttpResponse:
    """The button of a change in the page of a row's history: taken back, or refused in words."""
    number = request.POST.get("revert", "")
    if not may:
        raise PermissionDenied
    try:
        names = revert(row, int(number) if number.isdecimal() and len(number) < 18 else 0, request.user)
        messages.success(request, f"Taken back: {', '.join(names)}.")
    except ValidationError as refused:
        for words in refused.messages:
            messages.error(request, words)
    return HttpResponseRedirect(request.get_full_path())


@transaction.atomic
def revert(row: Any, number: int, user: Any) -> list[str]:
    """Take back the change that one event of the row's history recorded; returns the names of its columns.

    Raises PermissionDenied where the user may not change the row, and ValidationError where there is no such change,
    where a column was changed again since, where the row would not be right, or where personal data would stand in it.
    """
    row = type(row)._default_manager.select_for_update(no_key=True).get(pk=row.pk)
    if not may_change(user, row):
        raise PermissionDenied("This row is public: only somebody who may publish can change it.")
    if getattr(row, "visibility", "") in CONTENT_WITHHELD:
        raise ValidationError("Its words are withheld: act on its publication first.")
    event = row.history.filter(pgh_id=number, pgh_label="update").first()
    before = row.history.filter(pgh_id__lt=number).order_by("-pgh_id").first() if event else None
    fields = columns_of(before, event) if before else []
    if not fields:
        raise ValidationError("There is no such change to take back.")
    for field in fields:
        if getattr(row, field.attname) != getattr(event, field.attname):
            raise ValidationError(
                f"{str(field.verbose_name).capitalize()} was changed again since: take that back first."
            )
        setattr(row, field.attname, getattr(before, field.attname))
    row.full_clean()
    _refuse_personal_data(row, {field.name for field in fields})
    row.save()
    return [str(field.verbose_name) for field in fields]


def _refuse_personal_data(row: Any, names: set[str]) -> None:
    texts = {name: getattr(row, name) for name in screening.text_columns(type(row)) if name in names}
    found = screening.without_acknowledged(list(screening.in_texts(type(row), row.pk, texts)))
    if found:
        raise ValidationError("Personal data would stand there again. Write what is right into the row's form instead.")
