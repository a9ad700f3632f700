"""One row of the sheet: a count with the parties against whom it is pleaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.safestring import SafeString

from docket.choices import CauseOfAction, ClaimKind, Relief
from docket.desk.claims.ticks import Ticks
from docket.desk.forms.record_form import RecordForm
from docket.models import Claim
from docket.models.parts import claim_rules

if TYPE_CHECKING:
    from docket.desk.claims.pleading import Pleading

DOES = "does"  # the column of a range of Does that is entered with the form
# may be put to the forum without anybody on the other side
WITHOUT_ANYONE = (ClaimKind.PETITION, ClaimKind.ISSUE_ON_APPEAL, ClaimKind.PROOF_OF_CLAIM)
OFFERED = ("label", "asserted_by", "kind", "currency")
MORE = ("instead_of", "asserted_by", "legal_basis", "amount", "currency", "amount_note", "relief", "kind")
BOXES = {
    "label": forms.TextInput(attrs={"size": 10}),
    "title": forms.TextInput(attrs={"class": "pleaded"}),
    "legal_basis": forms.TextInput(attrs={"class": "vTextField"}),
    "amount_note": forms.TextInput(attrs={"class": "vTextField"}),
    "currency": forms.TextInput(attrs={"size": 4}),
}


@dataclass(frozen=True)
class Cell:
    """Where a row and a column meet."""

    name: str
    value: str
    ticked: bool
    label: str
    is_target: bool


class CountForm(RecordForm):
    """`sheet` is set by the sheet that makes the form."""

    sheet: ClassVar[Pleading]
    against = Ticks()
    everyone = forms.BooleanField(required=False)
    asserted_by = Ticks(label="Made by", help_text="Who makes it.")
    relief = forms.MultipleChoiceField(
        choices=Relief, required=False, widget=forms.CheckboxSelectMultiple, help_text="What is asked for."
    )
    instead_of = forms.ChoiceField(
        required=False,
        label="In place of",
        help_text="The earlier version’s, where this took its place.",
    )

    class Meta:
        model = Claim
        fields = (
            *("label", "title", "cause_of_action", "kind"),
            *("legal_basis", "relief", "amount", "currency", "amount_note"),
        )
        widgets = BOXES

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sheet, fields = self.sheet, self.fields
        fields["title"].required = False  # a cause alone will do
        fields["currency"].required = fields["kind"].required = False
        fields["cause_of_action"].choices = _with(sheet.causes, self.instance.cause_of_action, CauseOfAction)  # type: ignore[attr-defined]
        fields["kind"].choices = _with(sheet.kinds, self.instance.kind, ClaimKind)[1:]  # type: ignore[attr-defined]
        fields["against"].choices = [(column.value, column.name) for column in sheet.columns]  # type: ignore[attr-defined]
        fields["asserted_by"].choices = [(str(p.pk), str(p)) for p in sheet.opened.parties]  # type: ignore[attr-defined]
        if sheet.earlier_choices and not self.instance.pk:
            fields["instead_of"].choices = [("", "a new one"), *sheet.earlier_choices]  # type: ignore[attr-defined]
        else:
            del fields["instead_of"]
        for name, box in fields.items():
            words = f"{box.label or name}, {self.row_name}"
            if name in ("label", "title", "cause_of_action"):
                box.widget.attrs["aria-label"] = words

    def has_changed(self) -> bool:
        """A label that was offered does not make a row."""
        offered = () if self.instance.pk else OFFERED
        return any(name not in offered for name in self.changed_data)

    @property
    def row_name(self) -> str:
        """How the row is called where its label may be empty."""
        return self.instance.label or str(self.initial.get("label") or self.instance.title or "count")

    @property
    def cells(self) -> list[Cell]:
        """One a column of the sheet."""
        ticked = set(map(str, self["against"].value() or ()))
        name = self.add_prefix("against")
        return [
            Cell(name, c.value, c.value in ticked, f"{self.row_name} against {c.name}", c.is_target)
            for c in self.sheet.columns
        ]

    @property
    def against_opened(self) -> SafeString:
        """The ticks with which the form was opened, hidden."""
        return self["against"].as_hidden(only_initial=True)

    @property
    def more(self) -> list[BoundField]:
        """What most rows leave as it is."""
        return [self[name] for name in MORE if name in self.fields]

    @property
    def opens(self) -> bool:
        """Whether something there is to be mended."""
        return any(name in self.errors for name in MORE)

    def clean(self) -> dict[str, Any]:
        """Fill in what follows from the rest, then say what cannot be."""
        given = super().clean()
        cause = given.get("cause_of_action", "")
        given["title"] = given.get("title") or (str(CauseOfAction(cause).label) if cause else "")
        if not cause and given["title"]:
            given["cause_of_action"] = self._named(given["title"])
        given["currency"] = given.get("currency") or "USD"
        given["kind"] = given.get("kind") or self.instance.kind
        if not self.instance.pk and not given.get("relief"):
            given["relief"] = self.sheet.relief
        given["against"] = set(given.get("against", ())) | (self.sheet.everyone if given.get("everyone") else set())
        if not given["title"]:
            self.add_error("title", f"Write what {self.row_name} is called in the pleading, or choose a cause.")
        self._check_parties(given)
        return given

    def _named(self, title: str) -> str:
        """The cause that is called just so."""
        return next((value for value, label in self.sheet.causes if label.casefold() == title.casefold()), "")

    def _check_parties(self, given: dict[str, Any]) -> None:
        if not given["against"] and "against" not in self.errors and given["kind"] not in WITHOUT_ANYONE:
            self.add_error("against", f"Tick against whom {self.row_name} is pleaded.")
        by = [party for party in self.sheet.opened.parties if str(party.pk) in given.get("asserted_by", ())]
        for party in by:
            if words := claim_rules.cannot_assert(party):
                self.add_error("asserted_by", words)
        makers = {party.party_id for party in by}
        for party in self.sheet.opened.parties:
            if str(party.pk) in given.get("against", ()) and party.party_id in makers:
                itself = f"{party.party.name} makes {self.row_name} and cannot be the one it is against: untick one."
                self.add_error("against", ValidationError(itself))


def _with(choices: list[tuple[str, str]], value: str, vocabulary: Any) -> list[tuple[str, str]]:
    """The choices, and the row's own where it is another."""
    known = {"", *(key for key, _ in choices)}
    return [("", "–"), *choices, *([] if value in known else [(value, str(vocabulary(value).label))])]
