"""Rows entered in the page of the row they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from docket.desk.forms.options import DeskOptions
from docket.desk.permissions import may_change
from docket.publishing.rules import Published, publication_of

if TYPE_CHECKING:
    _FormSet = BaseInlineFormSet[Any, Any, Any]
    _Tabular = admin.TabularInline[Any, Any]
    _Stacked = admin.StackedInline[Any, Any]
else:
    _FormSet, _Tabular, _Stacked = BaseInlineFormSet, admin.TabularInline, admin.StackedInline


class RecordFormSet(_FormSet):
    """Rows about to be saved are locked after the row in whose page they stand."""

    def get_queryset(self) -> QuerySet[Any]:
        """Locked when something was submitted."""
        if self.is_bound and not hasattr(self, "_queryset"):
            rows: Any = self.queryset
            self.queryset = rows.select_for_update(no_key=True, of=("self",))
        return super().get_queryset()


class RecordInline(DeskOptions, _Tabular):
    """A table below a form: one line for each row, and none empty until it is asked for."""

    formset = RecordFormSet
    extra = 0

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """The forms know who is asking."""
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.form.request = request
        return formset

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A row of a public page would be public at once."""
        return super().has_add_permission(request, obj) and self._may(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A row of a public page is changed by those who may publish."""
        return super().has_change_permission(request, obj) and self._may(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A row of a public page is taken away by those who may publish."""
        return super().has_delete_permission(request, obj) and self._may(request, obj)

    def _may(self, request: HttpRequest, parent: models.Model | None) -> bool:
        """The vault is open to all staff whose permissions reach it."""
        is_published = isinstance(publication_of(self.model), Published)
        return not is_published or may_change(request.user, parent)


class StackedRecordInline(RecordInline):
    """One block a row, for rows with much text."""

    template = "admin/edit_inline/stacked.html"
