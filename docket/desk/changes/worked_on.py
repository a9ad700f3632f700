"""The cases and matters in which a user last changed something, for the desk's sidebar."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone

from docket.desk.clearance import cleared
from docket.models import Case, Matter, WorkedOn

MOST = 8
KINDS: tuple[type[models.Model], ...] = (Case, Matter)


def note(request: HttpRequest, row: models.Model) -> None:
    """The user changed this row: the case or matter that it is, or belongs to, is worked on."""
    whole = next((found for found in (row, *(_above(row, kind) for kind in KINDS)) if isinstance(found, KINDS)), None)
    if whole is None or request.user.pk is None:
        return
    mine = WorkedOn(
        user_id=request.user.pk,
        label=whole._meta.label_lower,
        object_id=whole.pk,
        changed_at=timezone.now(),
    )
    WorkedOn.objects.bulk_create(
        [mine],
        update_conflicts=True,
        unique_fields=["user", "label", "object_id"],
        update_fields=["changed_at"],
    )


def worked_on(user: Any) -> list[models.Model]:
    """At most MOST, the last first; only what the user may see. Three queries, however many there are."""
    newest = list(WorkedOn.objects.filter(user=user.pk)[: MOST * 2])
    seen: dict[tuple[str, int], models.Model] = {}
    for kind in KINDS:
        label = kind._meta.label_lower
        ids = [row.object_id for row in newest if row.label == label]
        if ids and user.has_perm(f"docket.view_{kind._meta.model_name}"):
            rows = cleared(kind._default_manager.filter(pk__in=ids), user)
            seen |= {(label, row.pk): row for row in rows}
    return [seen[at] for row in newest if (at := (row.label, row.object_id)) in seen][:MOST]


def _above(row: models.Model, kind: type[models.Model]) -> Any:
    """The case or matter that a row's key leads to."""
    return getattr(row, str(kind._meta.model_name), None)
