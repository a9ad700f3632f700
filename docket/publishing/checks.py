"""Start-up checks: every model says what the public may see of it, and says it completely."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core import checks
from django.core.exceptions import ImproperlyConfigured

from docket.publishing.rules import publication_of
from docket.publishing.wall.tables import APPS, published_tables


@checks.register(checks.Tags.models)
def every_model_says(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """docket.E001: a model without `publication`; docket.E002: a nullable key that is neither blank nor evidence."""
    errors: list[checks.CheckMessage] = [
        checks.Error(
            f"{model.__name__} does not say what the public may see of it.",
            hint="Give it `publication = Published(…)` or `publication = Private(why)`.",
            obj=model,
            id="docket.E001",
        )
        for app in APPS
        for model in apps.get_app_config(app).get_models()
        if publication_of(model) is None and not hasattr(model, "pgh_tracked_model")
    ]
    try:
        for table in published_tables():
            errors += _private_parents(table)
    except ImproperlyConfigured as problem:
        errors.append(checks.Error(str(problem), id="docket.E002"))
    return errors


def _private_parents(table: Any) -> list[checks.CheckMessage]:
    """docket.E003: a published row that points at a private one would name it."""
    published = {t.model for t in published_tables()}
    return [
        checks.Error(
            f"{table.model.__name__}.{key.column} points at {key.parent.__name__}, which is not published.",
            hint="Move the column to a table of the vault.",
            obj=table.model,
            id="docket.E003",
        )
        for key in table.keys
        if key.parent not in published
    ]
