"""Followed sources to look at: those that do not work or ask, missed entries, or brought something lately."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from docket.models import FollowedSource

RECENT = timedelta(days=7)


def failing() -> QuerySet[FollowedSource]:
    """Those that do not work, or whose answer staff must decide about."""
    return FollowedSource.objects.failing()


def missing() -> QuerySet[FollowedSource]:
    """Those of which entries went by unseen."""
    return FollowedSource.objects.missing()


def brought() -> QuerySet[FollowedSource]:
    """Those that brought something lately."""
    return FollowedSource.objects.brought(timezone.now() - RECENT)


class Lately(admin.SimpleListFilter):
    """The choices by which sources are found that do not work, or that brought something lately."""

    title = "what came"
    parameter_name = "lately"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("failing", "Does not work"),
            ("missed", "Missed entries"),
            ("came", f"Brought something in {RECENT.days} days"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        chosen = {"failing": failing, "missed": missing, "came": brought}.get(self.value() or "")
        return queryset & chosen() if chosen else None
