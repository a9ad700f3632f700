"""Ticking parties of a case: who filed a filing, who asserts a claim, against whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib.admin import site
from django.db import models

from docket.desk.forms.autocomplete import GrowingSelectMultiple
from docket.desk.forms.record_form import RecordForm
from docket.models import CaseParty

FEW = 24  # up to so many parties stand there as boxes to tick; of more, one types


if TYPE_CHECKING:
    _Several = forms.ModelMultipleChoiceField[CaseParty]
else:
    _Several = forms.ModelMultipleChoiceField


class CasePartiesField(_Several):
    """Parties of one case. The form fills in which; what was ticked when it was opened goes along."""

    def __init__(self, label: str, help_text: str) -> None:
        super().__init__(
            CaseParty.objects.none(), required=False, label=label, help_text=help_text, show_hidden_initial=True
        )

    def get_bound_field(self, form: Any, field_name: str) -> forms.BoundField:
        """The box goes with what was ticked in the record, also where a proposal is shown in it."""
        return _Ticked(form, self, field_name)


class _Ticked(forms.BoundField):
    def as_hidden(self, attrs: Any = None, **kwargs: Any) -> Any:
        if not kwargs.get("only_initial") or self.form.is_bound:
            return super().as_hidden(attrs, **kwargs)
        box = self.field.hidden_widget()
        return box.render(self.html_initial_name, self.form.initial.get(self.name), attrs)


class JoinsParties(RecordForm):
    """joins: field → the table between, its key to this form's row, and whether unticking takes away.

    Only the difference from what was ticked when the form was opened is written: a party that somebody else added
    meanwhile stays.
    """

    joins: ClassVar[dict[str, tuple[type[models.Model], str, bool]]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not any(name in self.fields for name in self.joins):
            return
        parties = CaseParty.objects.filter(case=self.case_id).select_related("party")
        many = parties.order_by()[: FEW + 1].count() > FEW
        for name, (between, key, unticks) in self.joins.items():
            if name not in self.fields:
                continue
            field: Any = self.fields[name]
            joined = between._default_manager.filter(**{key: self.instance.pk}) if self.instance.pk else None
            ids = list(joined.values_list("case_party_id", flat=True)) if joined is not None else []
            self.initial[name] = ids if unticks else []
            field.queryset = parties if unticks else parties.exclude(pk__in=ids)
            if many:
                box = GrowingSelectMultiple(between._meta.get_field("case_party"), site)
                box.attrs["data-case"] = str(self.case_id)
                box.is_required = False
                field.widget = box
            else:
                field.widget = forms.CheckboxSelectMultiple()
            field.widget.choices = field.choices

    def _save_m2m(self) -> None:
        super()._save_m2m()
        for name, (between, key, _) in self.joins.items():
            if name in self.fields and name in self.changed_data:
                self._write(name, between, key)

    def _write(self, name: str, between: type[models.Model], key: str) -> None:
        ticked = {party.pk for party in self.cleaned_data[name]}
        opened = {int(pk) for pk in self._opened_with(name)}
        theirs = between._default_manager.filter(**{key: self.instance})
        for row in theirs.filter(case_party__in=opened - ticked):
            row.delete()
        present = set(theirs.values_list("case_party_id", flat=True))
        for pk in sorted(ticked - opened - present):
            between._default_manager.create(**{key: self.instance, "case_party_id": pk})

    def _opened_with(self, name: str) -> list[str]:
        hidden = self.fields[name].hidden_widget()
        found = hidden.value_from_datadict(self.data, self.files, self.add_initial_prefix(name))
        return [value for value in found or [] if str(value).isdecimal()]
