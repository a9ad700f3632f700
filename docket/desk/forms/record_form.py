"""The form behind every row of the record: partial dates, one case, no lost edits, nothing public by accident."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest

from docket.desk.changes import proposed, quiet, versions
from docket.desk.forms.autocomplete import MERGED, GrowingSelect, GrowingSelectMultiple, has_case
from docket.desk.partial_dates import PartialDate, partial_date_of, partial_names
from docket.desk.permissions import is_public_row, may_publish
from docket.desk.veil import is_stand_in
from docket.models import Case, ProposedChange
from docket.publishing import screening
from docket.publishing.rules import Published, publication_of
from docket.publishing.visibility import Visibility
from docket.publishing.why import in_the_way
from parties import merging

# The box in which the reason is typed, once for all forms of a page.
REASON = "personal_data_reason"
WARNING = "Personal data would be public. Take it out, or say below why it may stand there. Nothing is saved yet."

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Any]
else:
    _ModelForm = forms.ModelForm


class VersionField(forms.IntegerField):
    """The version of the row with which the form was opened; being behind is not a change."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class RecordForm(_ModelForm):
    """`request` and `start` (the key and row from which a new row starts) are set by the admin that makes the form;
    `parent` is the row in whose page an inline form stands; `proposal` is the proposed change that its boxes show.
    """

    request: ClassVar[HttpRequest]
    start: ClassVar[tuple[str, models.Model] | None] = None
    proposal: ClassVar[ProposedChange | None] = None
    opened_version = VersionField()
    stale: versions.Stale | None = None
    data: Any

    def __init__(self, *args: Any, parent: models.Model | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["opened_version"] = self.instance.row_version
        if self.proposal:
            self.initial["opened_version"] = self.proposal.opened_version
        self.is_proposed = False
        self.notices: list[screening.Notice] = []
        if self.start and not self.instance.pk:
            setattr(self.instance, *self.start)
        self.dates = [name for name in partial_names(type(self.instance)) if name in self.fields]
        for name in self.dates:
            if self.instance.pk:
                self.initial[name] = partial_date_of(self.instance, name)
        self.case_id = case_id_of(self.instance) or case_id_of(parent)
        self._prepare_choices()

    def _prepare_choices(self) -> None:
        """Keep boxes to the case, and show what is chosen without asking for it again."""
        for name, field in self.fields.items():
            widget = field.widget
            widget = widget.widget if isinstance(widget, RelatedFieldWidgetWrapper) else widget
            if not isinstance(field, forms.ModelChoiceField) or field.queryset is None:
                continue
            if isinstance(widget, GrowingSelect | GrowingSelectMultiple) and has_case(field.queryset.model):
                own = {"data-case": str(self.case_id)} if self.case_id else {"data-case-from": "case"}
                widget.attrs |= own
            if isinstance(widget, GrowingSelect) and name in self.instance._state.fields_cache:
                widget.known = self.instance._state.fields_cache[name]
            if is_stand_in(self.instance._state.fields_cache.get(name)):
                self._keep(field, name)

    def _keep(self, field: forms.ModelChoiceField[Any], name: str) -> None:
        """A key to a row that the person may not see stays as it is: neither chosen anew nor taken out."""
        field.disabled = True
        key = self.instance.__dict__[self.instance._meta.get_field(name).attname]
        field.queryset = field.queryset.model._base_manager.filter(pk=key)  # type: ignore[union-attr]

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        """What somebody proposed stands in the boxes of the editor who looks at it."""
        if self.proposal and field_name in self.proposal.values:
            return proposed.typed(self, self.proposal, field_name)
        return super().get_initial_for_field(field, field_name)

    # No lost edits

    def _clean_fields(self) -> None:
        """Compare with the record before anything is read from the form."""
        if self.instance.pk:
            self._catch_up()
        super()._clean_fields()  # type: ignore[misc]

    def _catch_up(self) -> None:
        raw = self.data.get(self.add_prefix("opened_version"), "")
        opened_with = int(raw) if str(raw).isdecimal() else None
        if opened_with == self.instance.row_version:
            return
        own = {f.name for f in type(self.instance)._meta.local_concrete_fields}
        self.stale, take_over = versions.compare(self, [n for n in self.base_fields if n in own], opened_with)
        self.data = self.data.copy()
        self.data[self.add_prefix("opened_version")] = str(self.instance.row_version)
        for name, value in take_over.items():
            self._put(name, value)

    def _put(self, name: str, value: Any) -> None:
        """Write a value into the submitted data as its box would send it."""
        key, field = self.add_prefix(name), self.fields[name]
        shown = field.prepare_value(value)
        self.data.pop(key, None)
        if isinstance(shown, list | tuple):
            self.data.setlist(key, [str(item) for item in shown])
        elif isinstance(field, forms.BooleanField):
            self.data.update({key: "on"} if shown else {})
        else:
            is_choice = isinstance(field.widget, forms.Select)  # which formats its value for its own use
            self.data[key] = (
                str("" if shown is None else shown) if is_choice else field.widget.format_value(shown) or ""
            )

    # What is checked

    def clean(self) -> dict[str, Any]:
        """Refuse to overwrite what the person has not seen; set the precision beside each partial date."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name in self.dates:
            if name in cleaned:
                found: PartialDate | None = cleaned[name]
                cleaned[name] = found.date if found else None
                setattr(self.instance, f"{name}_precision", found.precision if found else "day")
        self._refuse_merged(cleaned)
        if self.stale and self.stale.touched:
            self.add_error(
                None,
                ValidationError(
                    f"{self.stale.who} saved this row after you opened it. Nothing of yours is saved yet and nothing "
                    "is lost: compare below, then save again.",
                    code="stale",
                ),
            )
        return cleaned

    def _refuse_merged(self, cleaned: dict[str, Any]) -> None:
        """A form opened before a merge does not bring the merged row back."""
        for name in (n for n in self.changed_data if isinstance(cleaned.get(n), MERGED)):
            if (stands := merging.merge_in_force(cleaned[name])) is not None:
                self.add_error(name, f"“{cleaned[name]}” was merged into “{merging.kept_of(stands)}”: choose that one.")

    def _get_validation_exclusions(self) -> set[str]:
        """Constraints look at the precision too, which has no box of its own."""
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return excluded - {f"{name}_precision" for name in self.dates}

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        for name, words in quiet.refusals(self):
            self.add_error(name if name in self.fields else None, words)
        if not self.errors and self.has_changed():
            self._refuse_silent_publication()
            self._ask_about_personal_data()

    def _ask_about_personal_data(self) -> None:
        """What would be public when this is saved, or when an editor takes it, is not let pass without a reason."""
        if not isinstance(publication_of(type(self.instance)), Published):
            return
        if self._would_be_public():
            columns = [name for name in screening.text_columns(type(self.instance)) if name in self.changed_data]
            texts = {name: getattr(self.instance, name) for name in columns}
            found = list(screening.in_texts(type(self.instance), self.instance.pk or 0, texts))
            self.notices = screening.without_acknowledged(found)
        if self.notices and len(self._reason()) < screening.SHORTEST_REASON:
            self.add_error(None, ValidationError(WARNING, code="personal_data"))

    def _would_be_public(self) -> bool:
        """Also a new line of a case that publishes what is added to it at once: that goes out with the same press."""
        row, rule = self.instance, publication_of(type(self.instance))
        if not row.pk and getattr(row, "visibility", "") == Visibility.DRAFT:
            starts = isinstance(rule, Published) and rule.starts_public and may_publish(self.request.user)
            return bool(starts) and self._publishes_at_once()
        return self.is_proposed or is_public_row(row) or not in_the_way(row)

    def _publishes_at_once(self) -> bool:
        case = self.instance._state.fields_cache.get("case")
        if case is None:
            case = Case.objects.filter(pk=self.case_id or 0).first()
        return bool(case and case.publishes_new_filings)

    def _reason(self) -> str:
        return str(self.data.get(REASON, "")).strip()

    def _save_m2m(self) -> None:
        """The reason is kept with the row, which has its number only now; a proposal's is asked for anew."""
        super()._save_m2m()  # type: ignore[misc]
        kept = [replace(notice, pk=self.instance.pk) for notice in self.notices]
        screening.acknowledge(kept, reason=self._reason(), actor=self.request.user)

    def _refuse_silent_publication(self) -> None:
        """A row that follows its parents is public the moment it is saved: not for someone who may not publish."""
        rule = publication_of(type(self.instance))
        if proposed.is_due(self):
            if self.files:
                self.add_error(None, "A file cannot be proposed. Add it as a new document: it waits as a draft.")
            self.is_proposed = True
            return
        if isinstance(rule, Published) and not may_publish(self.request.user) and not in_the_way(self.instance):
            self.add_error(
                None,
                ValidationError("This would be public at once, and you may not publish. Ask an editor to save it."),
            )


def case_id_of(row: models.Model | None) -> int | None:
    """The case to which a row belongs, also before it is saved."""
    if row is None:
        return None
    found: int | None = row.pk if row._meta.label == "docket.Case" else getattr(row, "case_id", None)
    if found:
        return found
    parent = row._state.fields_cache.get(getattr(row, "case_from", "") or "")
    return case_id_of(parent)
