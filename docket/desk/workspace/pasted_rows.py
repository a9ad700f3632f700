"""Pasted rows in boxes: what was read stands in them, what could not be read says why; all are saved, or none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from docket.desk.addresses import desk_page
from docket.desk.partial_dates import PartialDate
from docket.desk.workspace.line_form import doubts_of_day
from docket.desk.workspace.opened import rows_of
from docket.intake.pasted.days import Day, NotADay, read_day
from docket.intake.pasted.rows import Pasted, PastedRow, same_words
from docket.models import Case, Filing


class RowForm(forms.Form):
    """One row. order: how its day is read; near: the day of the row before. notes: words and address of what to look
    at.
    """

    order = ""
    near: date | None = None
    keep = forms.BooleanField(required=False)
    number = forms.CharField(required=False, widget=forms.TextInput(attrs={"size": 5}))
    day = forms.CharField(required=False, widget=forms.TextInput(attrs={"size": 11}))
    text = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.notes: list[tuple[str, str]] = []
        self.has_problem = False

    def clean(self) -> dict[str, Any]:
        """The day read; a row that is not kept is not asked."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("keep"):
            return cleaned
        try:
            cleaned["read"] = self._day(cleaned.get("day", ""))
        except NotADay as error:
            self.add_error("day", ValidationError(str(error)))
        if not (cleaned.get("text") or cleaned.get("number")):
            self.add_error("text", ValidationError("Nothing but a date: write the text, or leave the row out."))
        return cleaned

    def _day(self, words: str) -> Day:
        if not words.strip():
            raise NotADay("No date: write one, or leave the row out.")
        return read_day(words, self.order, self.near)


if TYPE_CHECKING:
    _FormSet = forms.BaseFormSet[RowForm]
else:
    _FormSet = forms.BaseFormSet


class RowsFormSet(_FormSet):
    """The rows in order; a day without a year follows the row before."""

    order = ""

    def full_clean(self) -> None:
        """Each row is told of the one before."""
        near: date | None = None
        for form in self.forms:
            form.order, form.near = self.order, near
            if form.is_bound and form.is_valid() and (read := form.cleaned_data.get("read")):
                near = read.date
        super().full_clean()

    @property
    def kept(self) -> list[RowForm]:
        """Those that are to be saved."""
        return [form for form in self.forms if form.cleaned_data.get("keep")]


@dataclass(frozen=True)
class Known:
    """Lines of the docket that the user may see, by day and words and by number."""

    lines: dict[tuple[date | None, str], Filing]
    numbers: dict[str, Filing]

    def notes(self, day: date | None, number: str, text: str) -> tuple[list[tuple[str, str]], bool]:
        """What to look at, and whether the row is there already."""
        if text and (same := self.lines.get((day, same_words(text)))):
            return [(f"Is in the docket already: {same}", desk_page(same))], True
        if number and (same := self.numbers.get(number)):
            return [(f"Number {number} is in the docket: {same}", desk_page(same))], False
        return [], False


def known(request: HttpRequest, case: Case, days: set[date], numbers: set[str], upto: int | None = None) -> Known:
    """What the docket has on these days and under these numbers, in two queries; up to an id, where one is given."""
    rows = rows_of(request, Filing).filter(case=case, **({} if upto is None else {"pk__lte": upto}))
    lines = {
        (row.date_filed, same_words(row.docket_text or row.title)): row for row in rows.filter(date_filed__in=days)
    }
    named = rows.filter(entry_number__in=numbers - {""})
    return Known(lines, {row.entry_number: row for row in named})


def reading(request: HttpRequest, case: Case, pasted: Pasted) -> RowsFormSet:
    """The boxes for what was read; what is in the docket already is not kept unless it is ticked."""
    there = known(request, case, {row.day.date for row in pasted.rows if row.day}, {row.number for row in pasted.rows})
    found = [there.notes(row.day.date if row.day else None, row.number, row.text) for row in pasted.rows]
    rows = make_rows(initial=[_boxes(row, not again) for row, (_, again) in zip(pasted.rows, found, strict=True)])
    for form, row, (notes, _) in zip(rows.forms, pasted.rows, found, strict=True):
        form.has_problem = bool(row.problem)
        doubts = doubts_of_day(case, row.day.date if row.day else None)
        said = [*([row.problem] if row.problem else []), *doubts, *row.notes]
        form.notes = [*notes, *((words, "") for words in said)]
    return rows


def make_rows(data: Any = None, order: str = "", **kwargs: Any) -> RowsFormSet:
    """The formset, empty, filled or sent."""
    made: Any = forms.formset_factory(RowForm, formset=RowsFormSet, extra=0, max_num=2000, absolute_max=2000)
    rows: RowsFormSet = made(data, prefix="r", **kwargs)
    rows.order = order
    return rows


def _boxes(row: PastedRow, keep: bool) -> dict[str, Any]:
    day = str(PartialDate(row.day.date, row.day.precision)) if row.day else row.day_as_pasted
    return {"keep": keep, "number": row.number, "day": day, "text": row.text}
