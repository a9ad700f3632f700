"""Who else has a row's form open: noted as it is opened, taken back as it is saved, forgotten after some minutes.

A form that is left without saving says nothing of it, so that a note may outlive it by as much as KEPT.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone

from docket.models import OpenForm

KEPT = timedelta(minutes=10)
MOST = 5


def opened(request: HttpRequest, row: models.Model) -> list[Any]:
    """Note that this user has the form before them; the notes of the others who have it, the first one first."""
    now = timezone.now()
    OpenForm.objects.filter(opened_at__lt=now - KEPT).delete()
    mine = OpenForm(user_id=request.user.pk, opened_at=now, **_of(row))
    OpenForm.objects.bulk_create(
        [mine],
        update_conflicts=True,
        unique_fields=["label", "object_id", "user"],
        update_fields=["opened_at"],
    )
    return list(OpenForm.objects.filter(**_of(row)).exclude(user=request.user.pk).select_related("user")[:MOST])


def closed(request: HttpRequest, row: models.Model) -> None:
    """It is saved: this user has it open no more."""
    OpenForm.objects.filter(user=request.user.pk, **_of(row)).delete()


def _of(row: models.Model) -> dict[str, Any]:
    return {"label": row._meta.label_lower, "object_id": row.pk}
