"""The form of one line of a docket: the court's number is offered, never filled in; what was read says so."""

from __future__ import annotations

from typing import Any

from django.db.models import IntegerField, Max
from django.db.models.functions import Cast

from docket.choices import Derived
from docket.desk.forms.case_parties import CasePartiesField, JoinsParties
from docket.desk.forms.filing_types import UNCLASSIFIED, offered
from docket.models import Case, Filing, FilingParty

READ_HELP = "Read from the docket text, not confirmed. What you choose instead stays."


class FilingForm(JoinsParties):
    """One line of a docket, with who filed it."""

    filers = CasePartiesField("Filed by", "The parties on whose behalf it was filed.")
    joins = {"filers": (FilingParty, "filing", True)}

    def save(self, commit: bool = True) -> Any:
        """A type that somebody chose, or took away, is no longer what was read from the text."""
        if "filing_type" in self.changed_data and self.instance.pk:
            self.instance.type_derived = Derived.CONFIRMED
        return super().save(commit)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "entry_number" in self.fields and self.case_id and not self.instance.pk:
            self.offer_number()
        self._offer_types()
        self._mark_what_was_read()

    def offer_number(self) -> None:
        """The next number stands in the empty box, pale."""
        self.fields["entry_number"].widget.attrs |= {
            "placeholder": f"next: {next_number(self.case_id)}",
            "autofocus": True,
        }

    def _offer_types(self) -> None:
        """Those of the case's kind and of its forum's country come first."""
        if "filing_type" in self.fields and self.case_id:
            field: Any = self.fields["filing_type"]
            case = Case.objects.select_related("forum").filter(pk=self.case_id).first()
            field.choices = [UNCLASSIFIED, *offered(case)]

    def _mark_what_was_read(self) -> None:
        """Beside the boxes whose content nobody has confirmed."""
        read = {
            "filing_type": self.instance.type_derived == Derived.DERIVED,
            "filers": bool(
                self.initial.get("filers") and self.instance.filing_parties.filter(is_derived=True).exists()
            ),
        }
        for name in (name for name, is_read in read.items() if is_read and name in self.fields):
            self.fields[name].help_text = READ_HELP


def next_number(case_id: int | None) -> int:
    """One more than the highest plain number of the docket: an offer, as courts skip and repeat."""
    numbered = Filing.objects.filter(case=case_id, entry_number__regex=r"^\d{1,9}$").order_by()
    highest = numbered.aggregate(highest=Max(Cast("entry_number", IntegerField())))["highest"]
    return (highest or 0) + 1
