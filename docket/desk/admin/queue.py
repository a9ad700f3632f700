"""The queue's own tables have no pages at the desk: an upload's page says what became of it."""

from __future__ import annotations

from django.contrib import admin
from procrastinate.contrib.django import admin as shown_by_default
from procrastinate.contrib.django import models

__all__ = ["shown_by_default"]

for model in list(admin.site._registry):
    if model.__module__ == models.__name__:
        admin.site.unregister(model)
