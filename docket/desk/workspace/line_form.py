"""The next line of a docket, typed at its end: number, date, text; kind and filers where the text does not say."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone

from docket.desk.forms.filing_form import FilingForm
from docket.desk.forms.filing_types import offered
from docket.desk.partial_dates import PartialDate, PartialDateField
from docket.intake.pasted.days import NotADay, read_day
from docket.intake.pasted.forum_order import order_of
from docket.models import Case, Filing

FIELDS = ("entry_number", "date_filed", "docket_text", "filing_type", "filers")
EARLIEST = date(1700, 1, 1)
AHEAD = timedelta(days=31)
BEFORE = timedelta(days=31)


class DayField(PartialDateField):
    """A date in the order of its forum; without a year it follows the line before."""

    order = ""
    near: date | None = None

    def to_python(self, value: Any) -> PartialDate | None:
        """Raises ValidationError with both readings of a day that may be either."""
        if value in self.empty_values or isinstance(value, PartialDate):
            return value or None
        if str(value).strip().casefold() in ("t", "today", "y", "yesterday"):
            return super().to_python(value)
        try:
            found = read_day(str(value), self.order, self.near)
        except NotADay as error:
            raise ValidationError(str(error)) from error
        return PartialDate(found.date, found.precision)


class TypeField(forms.CharField):
    """A type of filing by its label, or by any words that only one label has. Cleans to the type's code."""

    def __init__(self) -> None:
        box = forms.TextInput(attrs={"list": "filing-types", "placeholder": "read from the text"})
        super().__init__(required=False, label="Type", widget=box)

    def to_python(self, value: Any) -> str:
        """“dismiss” is no type, as several have the word; “compel discovery” is one."""
        words = str(value or "").strip().casefold()
        if not words:
            return ""
        labels = {name.casefold(): code for code, name in type_labels()}
        if words in labels:
            return labels[words]
        fits = [name for _, name in type_labels() if all(word in name.casefold() for word in words.split())]
        if len(fits) == 1:
            return labels[fits[0].casefold()]
        raise ValidationError(_which(str(value), fits))


def _which(value: str, fits: list[str]) -> str:
    if not fits:
        return f"No type has the words “{value}”. Leave it empty: the text is read."
    more = " …" if len(fits) > 6 else ""
    return f"Several types have the words “{value}”: {', '.join(fits[:6])}{more}. Add a word."


def type_labels(case: Case | None = None) -> list[tuple[str, str]]:
    """Every type's code and label, each label once; those of the case's kind and of its forum's country first."""
    return [(code, str(name)) for _, types in offered(case) for code, name in types]


class LineForm(FilingForm):
    """One line. What is doubtful about it is said once; sent again unchanged, it is saved. seen: filings that may be
    spoken of to this user; previous: the day of the line before.
    """

    seen: ClassVar[QuerySet[Filing]]
    case: ClassVar[Case]
    previous: ClassVar[PartialDate | None] = None
    sure = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day = DayField(label="Date", required=False)
        day.order = order_of(self.case.forum)
        day.near = self.previous.date if self.previous else timezone.localdate()
        self.fields["date_filed"] = day
        self.fields["filing_type"] = TypeField()
        text: Any = self.fields["docket_text"]
        text.widget = forms.TextInput(attrs={"autocomplete": "off", "class": "docket-text"})
        self.fields["entry_number"].widget.attrs.pop("autofocus", None)
        self.fields["entry_number"].label = "No."
        self.doubts: list[str] = []

    def _offer_types(self) -> None:
        """None here: the page lists them once, for the box in which they are typed."""

    def clean(self) -> dict[str, Any]:
        """Refuse an empty line; ask once about what is most likely mistyped."""
        cleaned = super().clean()
        if not any(cleaned.get(name) for name in ("entry_number", "docket_text", "filing_type")):
            self.add_error("docket_text", "Nothing stands in this line yet: type the docket text, a number or a type.")
        self.doubts = [] if self.errors else doubts(self.case, self.seen, cleaned)
        mark = hashlib.sha256("\n".join(self.doubts).encode()).hexdigest()
        if self.doubts and self.data.get(self.add_prefix("sure")) != mark:
            self.data = self.data.copy()
            self.data[self.add_prefix("sure")] = mark
            self.add_error(None, ValidationError([*self.doubts, "If it is right, save it once more."], code="doubtful"))
        return cleaned


def doubts(case: Case, seen: QuerySet[Filing], line: dict[str, Any]) -> list[str]:
    """What is most likely mistyped in a line (entry_number, date_filed, docket_text), in sentences."""
    found = [*doubts_of_day(case, line.get("date_filed"))]
    if (number := line.get("entry_number")) and (same := seen.filter(entry_number=number).first()):
        found.append(f"Entry number {number} is there already: “{same}”.")
    if (text := line.get("docket_text")) and seen.filter(docket_text=text, date_filed=line.get("date_filed")).exists():
        found.append("A line of the same day and text is there already.")
    return found


def doubts_of_day(case: Case, day: date | None) -> list[str]:
    """Whether a day is long before the case, or still to come."""
    if day is None:
        return []
    if day > timezone.localdate() + AHEAD:
        return [f"{day} is still to come."]
    if case.date_filed and day < case.date_filed - BEFORE:
        return [f"{day} is long before the case, which was filed on {case.date_filed}."]
    return [f"{day} is long ago."] if day < EARLIEST else []
