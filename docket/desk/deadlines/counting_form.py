"""The form in which staff change what a deadline is counted from, with the open questions of its rule."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminDateWidget, AdminTextInputWidget

from docket.choices import ProposalKind
from docket.law.deadlines.rules import RULE_SETS
from docket.law.deadlines.rules.shape import Option
from docket.models import CaseParty, Deadline, DeadlineProposal
from docket.proposals.acceptance import CHANGEABLE
from docket.proposals.counting import Place

QUESTION = "question-"
WITHOUT_DAYS = (ProposalKind.CLOSE, ProposalKind.STOP, ProposalKind.WITHDRAW, ProposalKind.REOPEN)


class CountingForm(forms.Form):
    """row: the proposal or deadline that the form begins with; `changes` is what was given otherwise."""

    reason = forms.CharField(
        required=False,
        widget=AdminTextInputWidget,
        help_text="Needed for whatever is not taken as proposed. Kept with your name. Never public.",
    )

    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, row: DeadlineProposal | Deadline, data: Any = None, *, may_publish: bool = False) -> None:
        super().__init__(data)
        self.row = row
        self.initial["version"] = row.row_version
        kind = getattr(row, "kind", ProposalKind.CHANGE)
        if kind == ProposalKind.EXTEND:
            self.fields["due"] = forms.DateField(label="Extended to", widget=AdminDateWidget)
        elif kind not in WITHOUT_DAYS:
            self._counted_from(row)
        if may_publish and kind in (ProposalKind.NEW, ProposalKind.EXTEND):
            self.fields["publish"] = forms.BooleanField(required=False, label="Show it to the public at once")
        self.order_fields([name for name in self.fields if name not in ("reason", "publish")])

    def _counted_from(self, row: DeadlineProposal | Deadline) -> None:
        fields = forms.fields_for_model(type(row), fields=[n for n in CHANGEABLE if n not in ("case_party", "options")])
        for name, field in fields.items():
            if field is not None:
                self.fields[name] = field
                self.initial[name] = getattr(row, name)
        self.fields["title"].widget = AdminTextInputWidget()
        self.fields["citation"].widget = AdminTextInputWidget()
        self.fields["trigger_date"].widget = AdminDateWidget()
        self.fields["trigger_date"].required = self.fields["title"].required = True
        parties = CaseParty.objects.filter(case=row.case).select_related("party").order_by("position", "pk")
        self.fields["case_party"] = forms.ModelChoiceField(parties, required=False, label="For whom")
        self.fields["case_party"].empty_label = "all, or not known"  # type: ignore[attr-defined]
        self.initial["case_party"] = row.case_party_id
        for option in self._questions(row.counted_by, row.trigger_date):
            choices = [
                ("", self._unanswered(option, row)),
                *((name, name.replace("_", " ")) for name in option.choices),
            ]
            self.fields[QUESTION + option.name] = forms.ChoiceField(
                choices=choices, required=False, label=option.question, help_text=option.cite
            )
            self.initial[QUESTION + option.name] = row.options.get(option.name, "")

    @staticmethod
    def _questions(counted_by: str, day: date | None) -> tuple[Option, ...]:
        return RULE_SETS[counted_by].on(day or date.max).options if counted_by else ()

    @staticmethod
    def _unanswered(option: Option, row: DeadlineProposal | Deadline) -> str:
        if option.name == "state":
            version = RULE_SETS[row.counted_by].on(row.trigger_date or date.max)
            sits_in = Place(row.case.forum).state(version) or option.default
            return f"the forum's: {sits_in}"
        return option.default.replace("_", " ") if option.default else "open: both days"

    @property
    def changes(self) -> dict[str, Any]:
        """Columns with what was given, of a valid form; as `docket.proposals.acceptance` wants them."""
        given = {name: self.cleaned_data[name] for name in CHANGEABLE if name in self.cleaned_data}
        if "trigger_date" in given:
            asked = {name for name in self.fields if name.startswith(QUESTION)}
            answers = {name.removeprefix(QUESTION): self.cleaned_data[name] for name in asked}
            given["options"] = {name: answer for name, answer in answers.items() if answer}
        return given
