"""A date that may be known only to its month or year: one box to type in, two columns in the database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from docket.choices.dates import iso

SHAPES = {
    "day": ("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y", "%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y"),
    "month": ("%Y-%m", "%m/%Y", "%B %Y", "%b %Y"),
    "year": ("%Y",),
}


@dataclass(frozen=True)
class PartialDate:
    """A date and how much of it is known: day, month or year. Its text shows no more than that."""

    date: date
    precision: str = "day"

    def __str__(self) -> str:
        return iso(self.date, self.precision)


def parse(text: str, today: date) -> PartialDate:
    """Read 2021-10-04, 2021-10, 2021, 10/4/2021, “Oct. 4, 2021”, “October 2021”, t (today) or y (yesterday).

    Slashes are read as American courts write them. Raises ValueError.
    """
    words = re.sub(r"\s+", " ", text.strip()).replace(". ", " ").replace("Sept ", "Sep ")
    if words.lower() in ("t", "today", "y", "yesterday"):
        return PartialDate(today - timedelta(days=words[0].lower() == "y"))
    for precision, shapes in SHAPES.items():
        for shape in shapes:
            try:
                found = datetime.strptime(words, shape).date()
            except ValueError:
                continue
            if found.year >= 1000:
                return PartialDate(found, precision)
    raise ValueError(text)


class PartialDateField(forms.Field):
    """Cleans to a PartialDate or None."""

    widget = forms.TextInput(
        attrs={"class": "vPartialDate", "size": 12, "placeholder": "2021-10-04", "autocomplete": "off"}
    )

    def to_python(self, value: Any) -> PartialDate | None:
        if value in self.empty_values or isinstance(value, PartialDate):
            return value or None
        try:
            return parse(str(value), timezone.localdate())
        except ValueError as error:
            raise ValidationError(
                f"“{value}” is no date. Write 2021-10-04, 2021-10 or 2021; or 10/4/2021, October 2021, t for today."
            ) from error

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, PartialDate) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != self.to_python(initial)
        except ValidationError:
            return True


def partial_names(model: type[models.Model]) -> list[str]:
    """The date columns of a model beside which a precision stands."""
    names = {field.name for field in model._meta.local_concrete_fields}
    return sorted(name for name in names if f"{name}_precision" in names)


def partial_date_of(row: models.Model, name: str) -> PartialDate | None:
    """The date and its precision as a row has them."""
    found = getattr(row, name)
    return PartialDate(found, getattr(row, f"{name}_precision")) if found else None
