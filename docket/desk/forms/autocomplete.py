"""Choosing a row of a table that can grow: always by typing, never from a list of everything.

A box may be kept to one case: to a fixed one (`data-case`), or to the one chosen in another box of the same form
(`data-case-from`). Where the kind of a row decides whether it may leave the case (`data-kind-from`), the kind is sent
along and the server decides. The model's own `clean` has the last word.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db import models
from django.db.models import Case, IntegerField, QuerySet, Value, When

from docket.models.claims import CROSS_CASE_CLAIM_EVENTS
from docket.models.filings import CROSS_CASE_LINKS
from parties import merging
from parties.models import Attorney, Firm, Party

# the rows whose kind may let a key leave the case, with those kinds
CROSSING = {
    "docket.filinglink": frozenset(CROSS_CASE_LINKS),
    "docket.claimevent": frozenset(kind.value for kind in CROSS_CASE_CLAIM_EVENTS),
}
MERGED = (Party, Attorney, Firm)  # of which one row may have been merged into another
SCRIPT = forms.Media(js=["admin/js/autocomplete.js", "admin/desk/choosing.js"])


class GrowingSelect(AutocompleteSelect):
    """Django's autocomplete, which shows the present choice without asking for it again."""

    known: models.Model | None = None  # the row that the form has loaded already

    def optgroups(self, name: str, value: Any, attr: Any = None) -> list[Any]:
        """Only the chosen row is an option; the rest comes by typing."""
        known = self.known
        if known is None or [str(v) for v in value] != [str(known.pk)]:
            return list(super().optgroups(name, value, attr))
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options.append(self.create_option(name, known.pk, str(known), True, len(options)))
        return [(None, options, 0)]

    @property
    def media(self) -> forms.Media:
        """Django's scripts, then ours, which sends the case along."""
        return super().media + SCRIPT


class GrowingSelectMultiple(AutocompleteSelectMultiple):
    """Several rows of a table that can grow."""

    @property
    def media(self) -> forms.Media:
        """Django's scripts, then ours, which sends the case along."""
        return super().media + SCRIPT


class ChoicesView(AutocompleteJsonView):
    """The rows that a box offers: those of its case only, and only what the user may see."""

    model_admin: Any
    source_field: Any

    def get_queryset(self) -> QuerySet[Any]:
        """Own case only; a kind that may cross offers the own case first, then every other."""
        rows: QuerySet[Any] = super().get_queryset()
        rows = merging.unmerged(rows) if rows.model in MERGED else rows
        case = self.request.GET.get("case", "")
        if not has_case(rows.model):
            return rows
        rows = rows.select_related("case")
        if not case.isdecimal():
            return rows
        if self.request.GET.get("kind") in CROSSING.get(self.source_field.model._meta.label_lower, ()):
            own = Case(When(case_id=case, then=Value(0)), default=Value(1), output_field=IntegerField())
            return rows.order_by(own, *rows.query.order_by)
        return rows.filter(case_id=case)

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        """A row of another case says which."""
        label = self.model_admin.choice_label(obj)
        if has_case(type(obj)) and str(obj.case_id) != self.request.GET.get("case"):
            label = f"{label} · {obj.case}"
        return {"id": str(getattr(obj, to_field_name)), "text": label}


def has_case(model: type[models.Model]) -> bool:
    """Whether the rows of a model belong to one case each."""
    return any(field.name == "case" and not field.null for field in model._meta.local_fields)
