"""Imports that found staff's corrections against the court's page: kept, and to be looked at."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from docket.models import ImportedFile

RECENT = timedelta(days=30)


def with_conflicts(rows: QuerySet[ImportedFile]) -> QuerySet[ImportedFile]:
    """The last import of each case, where it was a recent one that met corrections of staff."""
    later = ImportedFile.objects.filter(case=OuterRef("case"), imported_at__gt=OuterRef("imported_at"))
    recent = rows.filter(imported_at__gte=timezone.now() - RECENT)
    return recent.filter(~Exists(later), report__conflicts__gt=0)


class Conflicts(admin.SimpleListFilter):
    """The choices by which imports are found that met corrections of staff."""

    title = "conflicts"
    parameter_name = "conflicts"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("1", "Corrections of staff were kept")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        return with_conflicts(queryset) if self.value() == "1" else None
