"""Choosing a forum or a matter for pages that are imported, from boxes that offer what the user may see."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin

from docket.desk.clearance import cleared
from docket.desk.forms.autocomplete import GrowingSelect
from docket.models import Case, Forum


def offer(form: forms.Form, name: str, key: Any, user: Any) -> None:
    """Let a box of a form offer the rows that `key` may point at, found by typing, as far as the user may see them."""
    field: Any = form.fields[name]
    field.queryset = cleared(field.queryset, user)
    field.widget = GrowingSelect(key, admin.site)
    field.widget.is_required, field.widget.choices = False, field.choices


class CourtForm(forms.Form):
    """The court of one kept file."""

    forum = forms.ModelChoiceField(Forum.objects.all(), label="Its court")

    def __init__(self, user: Any, pk: int, sent: Any = None) -> None:
        super().__init__(sent, prefix=f"file{pk}")
        offer(self, "forum", Case._meta.get_field("forum"), user)
