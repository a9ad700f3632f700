"""Every row of a spreadsheet compared with the record and tried in the desk's own form: new, changed, refused …"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.http import HttpRequest
from django.utils.html import strip_tags

from docket.desk.sheets.cells import Given, NotRead, read_cell, recorded
from docket.desk.sheets.columns import DATES, Kind, Reads, SheetColumn
from docket.desk.sheets.fill import conflicts, filled
from docket.desk.sheets.record import Record, by_case, party_of
from docket.desk.sheets.verdicts import Judged, Row, Verdict
from docket.desk.workspace.line_form import doubts_of_day
from docket.desk.workspace.pasted_rows import Known
from docket.intake.pasted.forum_order import order_of
from docket.models import Case, SheetImport
from docket.publishing.visibility import PLACEHOLDERS

BATCH = 200
UNDER_SEAL = {str(each) for each in PLACEHOLDERS}


class Refuse(Exception):
    """A whole row: the column and the words."""


@dataclass
class Near:
    """What the record has for one batch of rows."""

    rows: dict[str, Any]
    cases: dict[str, Case]
    keys: dict[str, dict[str, int]]
    lines: dict[int, Known] = field(default_factory=dict)
    names: dict[str, Any] = field(default_factory=dict)


class Judge:
    """Goes through a sheet's rows, batch by batch. What it has seen of the file it keeps: ids, and what repeats."""

    def __init__(self, sheet: SheetImport, kind: Kind, request: HttpRequest, saving: bool) -> None:
        self.sheet, self.kind, self.request = sheet, kind, request
        self.record = Record(request, kind, saving)
        self.columns = [kind.by_name[name] for name in sheet.mapping if name in kind.by_name]
        self.seen: dict[Any, int] = {}
        self.may_add = self.record.owner.has_add_permission(request)
        self.classes: dict[Any, Any] = {}

    def judged(self, rows: Iterable[Row]) -> Iterator[Judged]:
        """Each row in the file's order."""
        each = iter(rows)
        while batch := list(islice(each, BATCH)):
            near = self._near(batch)
            for row in batch:
                yield self._judge(row, near)

    def _near(self, batch: list[Row]) -> Near:
        keys = {
            column.name: self.record.keys(column, {self._cell(row, column.name) for row in batch})
            for column in self.columns
            if column.reads == Reads.KEY
        }
        near = Near(
            self.record.rows({self._id(row) for row in batch}),
            self.record.cases({self._cell(row, "case_id") for row in batch}) if self.kind.in_case else {},
            keys,
        )
        if self.kind.name == "filings":
            near.lines = self.record.lines(by_case(list(self._new_lines(batch, near))))
        if self.kind.name == "parties":
            near.names = self.record.names({self._cell(row, "name") for row in batch if not self._id(row)})
        return near

    def _new_lines(self, batch: list[Row], near: Near) -> Iterator[tuple[Case, Any, str]]:
        for row in batch:
            case = self.sheet.case or near.cases.get(self._cell(row, "case_id"))
            if case and not self._id(row):
                given = self._given(row, case, near)[0].get("date_filed")
                yield case, given.value.date if given and given.value else None, self._cell(row, "entry_number")

    # One row

    def _cell(self, row: Row, name: str) -> str:
        at = self.sheet.mapping.get(name)
        return row.cells[at].strip() if at is not None and at < len(row.cells) else ""

    def _id(self, row: Row) -> str:
        column = next(c for c in self.kind.columns if c.reads == Reads.ID)
        return self._cell(row, column.name)

    def _judge(self, row: Row, near: Near) -> Judged:
        if self._cell(row, "access") in UNDER_SEAL:
            return Judged(row, Verdict.UNCHANGED, notes=["Under seal: left as it is."])
        try:
            found = self._found(row, near)
            case = self._case(row, near, found) if self.kind.in_case else None
        except Refuse as refusal:
            return Judged(row, Verdict.REFUSED, reasons=[refusal.args])
        given, reasons = self._given(row, case, near)
        label = str(found) if found else ""
        if reasons:
            known = (found.pk, found.row_version) if found else None
            return Judged(row, Verdict.REFUSED, label, reasons, known=known)
        return self._change(row, found, given, label) if found else self._new(row, case, given, near)

    def _found(self, row: Row, near: Near) -> Any:
        """The row of the record that it is; None for a new one."""
        said, name = self._id(row), f"{self.kind.model._meta.model_name}_id"
        if not said:
            return None
        if (found := near.rows.get(said)) is None:
            raise Refuse(
                name, f"There is no {self.kind.model._meta.verbose_name} with the id “{said}” that you may see."
            )
        self._only_once(row, name, said, repeats=self.kind.name == "claims")
        return found

    def _only_once(self, row: Row, column: str, key: Any, repeats: bool = False) -> None:
        before = self.seen.setdefault(key, row.place)
        if before != row.place and not repeats:
            raise Refuse(column, f"Row {before} of this file is the same one: keep one of them.")

    def _case(self, row: Row, near: Near, found: Any) -> Case:
        said = self._cell(row, "case_id")
        case = near.cases.get(said) if said else self.sheet.case or (found.case if found else None)
        if said and case is None:
            raise Refuse("case_id", f"There is no case with the id “{said}” that you may see.")
        if case is None:
            raise Refuse("case_id", "Of which case is it? Choose the case for the whole file, or write its id.")
        if (self.sheet.case and case != self.sheet.case) or (found and found.case_id != case.pk):
            raise Refuse("case_id", "The row is of another case than it says.")
        return case

    def _given(self, row: Row, case: Case | None, near: Near) -> tuple[dict[str, Given], list[tuple[str, str]]]:
        """What the cells say by column, and what could not be read."""
        given: dict[str, Given] = {}
        reasons: list[tuple[str, str]] = []
        for column in (column for column in self.columns if column.field):
            try:
                found = read_cell(column, self.kind.model, self._cell(row, column.name), self._order(column, case))
                if found is not None:
                    given[column.name] = self._resolved(row, column, found, case, near)
            except NotRead as error:
                reasons.append((column.name, str(error)))
        return given, reasons

    def _order(self, column: SheetColumn, case: Case | None) -> str:
        if column.reads not in DATES:
            return ""
        return self.sheet.orders.get(column.name) or (order_of(case.forum) if case else "")

    def _resolved(self, row: Row, column: SheetColumn, given: Given, case: Case | None, near: Near) -> Given:
        if column.reads == Reads.KEY and given.value is not None:
            pk = near.keys[column.name].get(given.value)
            if pk is None:
                raise NotRead(f"There is no row with the id “{given.value}” that you may see.")
            return Given(pk, str(pk))
        if column.reads == Reads.PARTIES and case:
            role = self._cell(row, "against_role") if column.field == "against_too" else ""
            found = [party_of(self.record.parties(case), said.strip(), role) for said in str(given.box).split(";")]
            if wrong := next((words for words in found if isinstance(words, str)), ""):
                raise NotRead(wrong)
            pks = [party.pk for party in found if not isinstance(party, str)]
            return Given(tuple(pks), [str(pk) for pk in pks])
        return given

    # What becomes of it

    def _change(self, row: Row, found: Any, given: dict[str, Given], label: str) -> Judged:
        known = (found.pk, found.row_version)
        by_name = self.kind.by_name
        boxes = {name: each for name, each in given.items() if self._differs(by_name[name], found, each)}
        if not boxes:
            return Judged(row, Verdict.UNCHANGED, label, known=known)
        if not self.record.owner.has_change_permission(self.request, found):
            return Judged(row, Verdict.REFUSED, label, [("", "You may not change it.")], known=known)
        form = filled(self, found, boxes, self._cell(row, "last_changed"))
        judged = self._tried(row, form, Verdict.CHANGED, label)
        judged.known = known
        return judged

    def _differs(self, column: SheetColumn, found: Any, given: Given) -> bool:
        if column.reads != Reads.PARTIES:
            return bool(given.value != recorded(column, found))
        joined = {row.case_party_id for row in found.against.all()}
        return column.field == "against_too" and not joined.issuperset(given.value)

    def _new(self, row: Row, case: Case | None, given: dict[str, Given], near: Near) -> Judged:
        if not self.may_add:
            words = f"You may not add {self.kind.model._meta.verbose_name_plural}."
            return Judged(row, Verdict.REFUSED, reasons=[("", words)])
        if self.kind.any_of and not any(given[name].value for name in self.kind.any_of if name in given):
            words = "Nothing stands in this line yet: write the docket text, a number or a type."
            return Judged(row, Verdict.REFUSED, reasons=[("docket_text", words)])
        try:
            if there := self._there_already(case, given, near):
                return Judged(row, Verdict.UNCHANGED, notes=[there])
            self._once_in_file(row, case, given)
        except Refuse as refusal:
            return Judged(row, Verdict.REFUSED, reasons=[refusal.args])
        new = self.kind.model(case=case) if case else self.kind.model()
        judged = self._tried(row, filled(self, new, given), Verdict.NEW, "")
        day = given["date_filed"].value if "date_filed" in given else None
        judged.notes += doubts_of_day(case, day.date) if case and day else []
        return judged

    def _there_already(self, case: Case | None, given: dict[str, Given], near: Near) -> str:
        """In words that the docket has this line. Raises Refuse for a party of a name that is there."""
        if case and (lines := near.lines.get(case.pk)):
            text = given.get("docket_text") or given.get("title")
            day = given["date_filed"].value if "date_filed" in given else None
            notes, again = lines.notes(day.date if day else None, "", text.value if text else "")
            return notes[0][0] if again else ""
        if "name" in given and (same := near.names.get(given["name"].value.casefold())) is not None:
            raise Refuse(
                "name", f"It is there as {same.public_id}: write that id, or enter another of the name by hand."
            )
        return ""

    def _once_in_file(self, row: Row, case: Case | None, given: dict[str, Given]) -> None:
        parts = [given[name].value for name in self.kind.by_name if name in given and self._is_same(name)]
        if parts and all(parts):
            key = (case.pk if case else 0, *(part.casefold() if isinstance(part, str) else part for part in parts))
            self._only_once(row, "", key)

    def _is_same(self, name: str) -> bool:
        return self.kind.by_name[name].field in self.kind.same

    def _tried(self, row: Row, form: Any, verdict: Verdict, label: str) -> Judged:
        """By the form's own word."""
        if not form.is_valid():
            return Judged(row, Verdict.REFUSED, label, list(self._errors(form)))
        if verdict == Verdict.CHANGED and not form.has_changed():
            return Judged(row, Verdict.UNCHANGED, label)
        verdict = Verdict.PROPOSED if form.is_proposed else verdict
        return Judged(row, verdict, label or str(form.instance), changes=list(_changes(form)), form=form)

    def _errors(self, form: Any) -> Iterator[tuple[str, str]]:
        names = {column.field: column.name for column in self.columns}
        if both := conflicts(form):
            for each in both:
                yield each.label, f"{form.stale.who} changed it too, after this file was made: export it again."
            return
        for field_name, errors in form.errors.items():
            for words in errors:
                yield names.get(field_name, "" if field_name == "__all__" else field_name), strip_tags(words)
        for notice in form.notices:
            yield names.get(notice.field, notice.field), f"In it: {', '.join(notice.kinds)}."


def _changes(form: Any) -> Iterator[tuple[str, str, str]]:
    """Of a row that is there already what it says before and after."""
    if not form.instance.pk:
        return
    for name in form.changed_data:
        before, after = form.initial.get(name), form.data.getlist(form.add_prefix(name))
        yield name, "" if before is None else str(before), "; ".join(after)
