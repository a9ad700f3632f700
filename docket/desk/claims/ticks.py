"""Boxes to tick, one a party. What was ticked when the form was opened goes along: only the difference is written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms


class JoinedInput(forms.HiddenInput):
    """Several values in one hidden box."""

    def format_value(self, value: Any) -> str:
        return " ".join(str(item) for item in value or ())

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return str(data.get(name, "")).split()


class Ticks(forms.MultipleChoiceField):
    """Some of the sheet's columns. The form fills in which there are."""

    widget = forms.CheckboxSelectMultiple
    hidden_widget = JoinedInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, show_hidden_initial=True, **kwargs)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return set(map(str, initial or ())) != set(map(str, data or ()))


def opened_with(form: forms.BaseForm, name: str) -> set[str]:
    """What was ticked in a bound form when it was opened."""
    found = form.data.get(form.add_initial_prefix(name), "")
    return set(str(found).split())


def as_ids(values: Iterable[str]) -> set[int]:
    """Ticks as primary keys; a column that is not in the record yet has none."""
    return {int(value) for value in values if value.isdecimal()}
