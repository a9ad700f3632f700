"""The form above a calendar: what is listed, from which day, as a list or as a month."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.urls import reverse

from docket.listing.filter_by_row import NamedField
from docket.models import Case, Forum, Matter
from docket.site.filters.search import forums_named, matters_named
from docket.site.schedule.entries import Calendar, Question
from docket.site.schedule.month import Month
from docket.site.schedule.wording import BY_WHOM

FIRST_YEAR, LAST_YEAR = 1900, 2200
CERTAINTIES = [("", "Any"), *((code.value, words[:1].upper() + words[1:]) for code, words in BY_WHOM.items())]
KINDS = [("", "Hearings and deadlines"), ("hearings", "Hearings"), ("deadlines", "Deadlines")]


class CalendarForm(forms.Form):
    """Everything is optional. `from` is a day, `month` a month; with a month the calendar is shown as a grid."""

    kind = forms.ChoiceField(label="Show", choices=KINDS, required=False)
    certainty = forms.ChoiceField(label="Certainty", choices=CERTAINTIES, required=False)
    forum = NamedField(label="Forum", find=forums_named, what="forums", required=False)
    matter = NamedField(label="Matter", find=matters_named, what="matters", required=False)
    month = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: QueryDict, calendar: Calendar) -> None:
        super().__init__(data)
        # `from` cannot be declared above: it is a word of Python's
        self.fields["from"] = forms.DateField(
            label="From", required=False, widget=forms.DateInput(attrs={"type": "date"}), input_formats=["%Y-%m-%d"]
        )
        if calendar.of is not None:
            del self.fields["forum"], self.fields["matter"]

    def clean_month(self) -> Month | None:
        """A Month, or None for the list."""
        text = self.cleaned_data["month"]
        if not text:
            return None
        try:
            month = Month.read(text)
        except ValueError as error:
            raise forms.ValidationError(f"“{text[:20]}” is no month: write 2026-05.") from error
        if not FIRST_YEAR <= month.year <= LAST_YEAR:
            raise forms.ValidationError(f"Give a month from {FIRST_YEAR} to {LAST_YEAR}.")
        return month

    def clean(self) -> dict[str, Any]:
        """Keep to years that a docket can have."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if (start := cleaned.get("from")) and not FIRST_YEAR <= start.year <= LAST_YEAR:
            self.add_error("from", f"Give a day from {FIRST_YEAR} to {LAST_YEAR}.")
        return cleaned

    @property
    def question(self) -> Question:
        """What is asked, of a valid form."""
        forum, matter = self.cleaned_data.get("forum"), self.cleaned_data.get("matter")
        return Question(
            self.cleaned_data["kind"],
            self.cleaned_data["certainty"],
            tuple(forum.ids) if forum else None,
            tuple(matter.ids) if matter else None,
        )

    @property
    def start(self) -> date | None:
        """The first day asked for."""
        day: date | None = self.cleaned_data["from"]
        return day

    @property
    def month_asked(self) -> Month | None:
        """The month asked for; a day that is asked for as well says which."""
        month: Month | None = self.cleaned_data["month"]
        return Month.of(self.start) if month and self.start else month


def files(form: CalendarForm, calendar: Calendar, first: date) -> list[tuple[str, str]]:
    """The CSV files of what a valid form asks for, from a day on or of its month: (what, address)."""
    asked = {name: form.data.get(name, "") for name in ("certainty", "forum", "matter") if name in form.fields}
    if month := form.month_asked:
        asked |= {"day_from": str(month), "day_to": str(month)}
    else:
        asked["day_from"] = first.isoformat()
    prefix, named = "", []
    match calendar.of:
        case Case() as case:
            prefix, named = "case-", [case.public_id]
        case Matter() as matter:
            prefix, named = "matter-", [matter.public_id]
        case Forum() as forum:
            asked["forum"] = forum.slug
    query = urlencode({name: value for name, value in asked.items() if value})
    kinds = [form.question.kind] if form.question.kind else ["hearings", "deadlines"]
    return [(kind, f"{reverse(f'{prefix}{kind}.csv', args=named)}?{query}") for kind in kinds]


def address(data: QueryDict, **changes: str) -> str:
    """The same question with another place in time; an empty value takes a word out."""
    asked = data.copy()
    for name in ("from", "month"):
        asked.pop(name, None)
    for name, value in changes.items():
        asked[name.rstrip("_")] = value
    for name in [name for name, values in asked.lists() if not any(values)]:
        del asked[name]
    return f"?{asked.urlencode()}" if asked else "?"
