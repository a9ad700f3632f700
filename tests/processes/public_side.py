"""What the public's own role reads, on its own connection."""

from __future__ import annotations

from typing import Any

from django.db import connections, models


def rows(model: type[models.Model]) -> list[Any]:
    """Every published row of a model, as the public site's role."""
    return list(model._default_manager.using("published").order_by("pk"))


def ids(model: type[models.Model]) -> list[int]:
    return [row.pk for row in rows(model)]


def row(shown: models.Model) -> Any:
    """The published twin of a row, or None."""
    return type(shown)._default_manager.using("published").filter(pk=shown.pk).first()


def sees(*asked: models.Model) -> list[bool]:
    return [row(each) is not None for each in asked]


def revision(case: models.Model) -> int | None:
    with connections["published"].cursor() as cursor:
        cursor.execute("select number from docket_caserevision where case_id = %s", [case.pk])
        found = cursor.fetchone()
        return found[0] if found else None
