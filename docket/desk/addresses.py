"""Where a row is at the desk."""

from __future__ import annotations

from django.contrib import admin
from django.db import models
from django.urls import reverse

# where one works on a row that has more than its form
WORKSPACES = {"docket.Case": "workspace"}
# where one begins a row that is more than its form
BEGUN = {"docket.Case": "set_up"}


def desk_page(row: models.Model, page: str = "") -> str:
    """The address where a row is worked on: a case's workspace, any other row's form; or of its "change" form, its
    history, publication, delete. Empty where it has no page of its own.
    """
    if not admin.site.is_registered(type(row)):
        return ""
    name = page or WORKSPACES.get(row._meta.label, "change")
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{name}", args=[row.pk])


def anchor(row: models.Model) -> str:
    """The id of a row's line on a page that holds several: "filing-12"."""
    return f"{row._meta.model_name}-{row.pk}"


def desk_list(model: type[models.Model], page: str = "changelist") -> str:
    """The address of a model's list, or with "add" of where a new row begins: its empty form, a case's set-up."""
    name = BEGUN.get(model._meta.label, page) if page == "add" else page
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}")
