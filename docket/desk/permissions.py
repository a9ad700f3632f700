"""Who may do what at the desk: beyond Django's permission by model, what is public changes by publishers only."""

from __future__ import annotations

from typing import Any

from django.db import models

from docket.publishing.rules import Published, publication_of
from docket.publishing.why import is_public

PUBLISH = "docket.publish_record"


def may_publish(user: Any) -> bool:
    """Whether a user may publish, and so change what is public."""
    return bool(user.has_perm(PUBLISH))


def is_public_row(row: models.Model | None) -> bool:
    """Whether a saved row is public now; asked for once in the life of the object."""
    if row is None or row.pk is None or not isinstance(publication_of(type(row)), Published):
        return False
    if not hasattr(row, "_is_public"):
        row._is_public = is_public(row)  # type: ignore[attr-defined]
    return bool(row._is_public)  # type: ignore[attr-defined]


def may_change(user: Any, row: models.Model | None) -> bool:
    """Whether a user may change a row as far as publication goes."""
    return may_publish(user) or not is_public_row(row)
