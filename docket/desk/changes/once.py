"""A form for a new row that is sent twice, by a held key or a second press, saves once."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from secrets import token_urlsafe
from typing import Any

from django.apps import apps
from django.db import models
from django.http import HttpRequest
from django.utils import timezone

from docket.models import SavedForm

BOX = "once"  # the hidden box that carries the form's token
KEPT = timedelta(days=1)


class SavedBefore(Exception):
    """The form was saved already, and made this row."""

    def __init__(self, saved: SavedForm) -> None:
        super().__init__(str(saved))
        self.saved = saved


def token(request: HttpRequest) -> str:
    """A new form's token; the same one while the form is shown again with what is to be corrected."""
    return request.POST.get(BOX) or token_urlsafe(18)


def made_by(request: HttpRequest) -> SavedForm | None:
    """What this very form made already, if it did."""
    key = _key(request)
    return SavedForm.objects.filter(pk=key).first() if key else None


def keep(request: HttpRequest, row: models.Model) -> None:
    """Note, in the transaction that made the row, that this form made it.

    Of two that are sent at once the second waits here for the first; then it raises SavedBefore, and its row is taken
    back.
    """
    key = _key(request)
    if not key:
        return
    SavedForm.objects.filter(saved_at__lt=timezone.now() - KEPT).delete()
    mine = SavedForm(key=key, label=row._meta.label_lower, object_id=row.pk)
    SavedForm.objects.bulk_create([mine], ignore_conflicts=True)
    kept = SavedForm.objects.get(pk=key)
    if kept.object_id != row.pk:
        raise SavedBefore(kept)


def row_of(saved: SavedForm) -> Any:
    """The row that it made, None where it is gone. Whether the user may still see it is for the page to ask."""
    return apps.get_model(saved.label)._default_manager.filter(pk=saved.object_id).first()


def _key(request: HttpRequest) -> str:
    """Each user's tokens are their own."""
    sent = request.POST.get(BOX, "")
    return hashlib.sha256(f"{request.user.pk}:{sent}".encode()).hexdigest() if sent else ""
