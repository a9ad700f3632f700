"""What every form of the desk, whole or inline, has in common: its boxes, its rows, its permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.admin.widgets import AdminTextInputWidget, RelatedFieldWidgetWrapper
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.forms import SimpleArrayField
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst

from docket.desk.clearance import cleared
from docket.desk.forms.autocomplete import GrowingSelect, has_case
from docket.desk.forms.record_form import RecordForm
from docket.desk.partial_dates import PartialDateField, partial_date_of, partial_names

if TYPE_CHECKING:
    _Options = BaseModelAdmin[Any]
else:
    _Options = BaseModelAdmin

# text of more than a line; every other text column gets a box of one line
LONG = {"docket_text", "text", "note", "coverage_note", "contact", "identifiers", "outcome", "heading_note"}


class DeskOptions(_Options):
    """Mixed into ModelAdmin and InlineModelAdmin.

    related: the keys whose rows a list or a label of this model reads. tall: text columns of several lines here.
    crossing: keys whose `kind` may let them leave the case.
    """

    form = RecordForm
    related: tuple[str, ...] = ()
    tall: frozenset[str] = frozenset()
    crossing: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in partial_names(self.model):
            # what someone who may only look sees of a date: no more than is known
            setattr(self, f"shown_{name}", _shown(self.model, name))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """What the user may see, with what its labels read."""
        rows = cleared(super().get_queryset(request), request.user)
        return rows.select_related(*self.related) if self.related else rows

    def get_exclude(self, request: HttpRequest, obj: Any = None) -> Any:
        """The precision of a date is typed with the date."""
        precisions = [f"{name}_precision" for name in partial_names(self.model)]
        return [*(super().get_exclude(request, obj) or ()), *precisions]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The version of the row goes along, unseen; to someone who may only look, dates show what is known."""
        fieldsets = list(super().get_fieldsets(request, obj))
        if not self._is_editable(request, obj):
            return [(name, {**of, "fields": self._for_reading(of["fields"])}) for name, of in fieldsets]
        if "opened_version" not in flatten_fieldsets(fieldsets):
            name, of = fieldsets[0]
            fieldsets[0] = (name, {**of, "fields": [*of["fields"], "opened_version"]})
        return fieldsets

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The dates as they are shown are no columns."""
        fixed = super().get_readonly_fields(request, obj)
        if self._is_editable(request, obj):
            return fixed
        return [*fixed, *(f"shown_{name}" for name in partial_names(self.model))]

    def _is_editable(self, request: HttpRequest, obj: Any) -> bool:
        return self.has_change_permission(request, obj) if obj else True

    def _for_reading(self, names: Any) -> list[Any]:
        dates = partial_names(self.model)
        return [
            self._for_reading(name) if isinstance(name, list | tuple) else f"shown_{name}" if name in dates else name
            for name in names
            if name != "opened_version"
        ]

    # The boxes

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A box that fits the column."""
        common = {
            "label": capfirst(db_field.verbose_name),
            "required": not db_field.blank,
            "help_text": db_field.help_text,
        }
        if db_field.name in partial_names(self.model):
            known = db_field.help_text.partition(" Known only")[0]
            return PartialDateField(**{**common, "help_text": f"{known} As 2021-10-04, 2021-10 or 2021."})
        if isinstance(db_field, ArrayField) and db_field.base_field.choices:
            choices = db_field.base_field.choices
            return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **common)
        if isinstance(db_field, ArrayField) and isinstance(db_field.base_field, models.TextField):
            lines = forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})
            return SimpleArrayField(forms.CharField(), delimiter="\n", widget=lines, **common)
        if isinstance(db_field, models.DateTimeField):
            box = forms.DateTimeInput(attrs={"class": "vTextField", "placeholder": "2024-05-01 14:00"})
            return forms.DateTimeField(widget=box, **common)
        if isinstance(db_field, models.URLField):
            kwargs.setdefault("assume_scheme", "https")
        if isinstance(db_field, models.TextField) and not db_field.choices and db_field.name not in LONG | self.tall:
            kwargs.setdefault("widget", AdminTextInputWidget)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False
            # what belongs to a case is added from the case
            field.widget.can_add_related &= not has_case(db_field.remote_field.model)
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Every key is chosen by typing, among what the user may see."""
        to = db_field.remote_field.model
        if "widget" not in kwargs:
            kwargs["widget"] = GrowingSelect(db_field, self.admin_site)
            if db_field.name in self.crossing:
                kwargs["widget"].attrs["data-kind-from"] = "kind"
        if "queryset" not in kwargs and self.admin_site.is_registered(to):
            kwargs["queryset"] = self.admin_site.get_model_admin(to).get_queryset(request)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


def _shown(model: type[models.Model], name: str) -> Any:
    column: Any = model._meta.get_field(name)

    @admin.display(description=str(column.verbose_name))
    def show(row: models.Model) -> str:
        return str(partial_date_of(row, name) or "–")

    return show
