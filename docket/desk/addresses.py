"""Where a row is at the desk."""

from __future__ import annotations

from django.contrib import admin
from django.db import models
from django.urls import reverse


def desk_page(row: models.Model, page: str = "change") -> str:
    """The address of a row's form (or its history, publication, delete); empty where it has no page of its own."""
    if not admin.site.is_registered(type(row)):
        return ""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}", args=[row.pk])


def desk_list(model: type[models.Model], page: str = "changelist") -> str:
    """The address of a model's list, or with "add" of its empty form."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}")
