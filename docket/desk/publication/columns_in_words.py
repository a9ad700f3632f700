"""A published column's value in words, for people at the desk."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.text import Truncator

from docket.desk.clearance import cleared

EMPTY = "nothing"
LONGEST = 400  # characters


def in_words(field: models.Field[Any, Any], value: Any, user: Any) -> str:
    """`True` → “yes”, a date → “3 May 2024”, a choice → its label, a key → the row's name if the user may see it."""
    if value is None or value in ("", [], {}):
        return EMPTY
    if isinstance(field, models.ForeignKey):
        return _row(field, value, user)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return date_format(value, "j F Y, H:i" if isinstance(value, datetime) else "j F Y")
    choices: dict[Any, Any] = dict(field.flatchoices)
    return Truncator(str(choices.get(value, value))).chars(LONGEST)


def _row(field: models.ForeignKey[Any, Any], pk: int, user: Any) -> str:
    model: Any = field.related_model
    row = cleared(model._default_manager.filter(pk=pk), user).first()
    return f"“{row}”" if row else f"a {model._meta.verbose_name} that you may not see"
