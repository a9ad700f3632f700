"""What an answer says to which claims: a table with a response in each cell, and the defences raised."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from django import forms
from django.http import HttpRequest

from docket.choices import ClaimEventKind, Defense, FilingLinkKind
from docket.desk.claims.filing import OpenFiling, claims_against
from docket.desk.claims.saving import by_filing
from docket.desk.claims.table import Cell, Table, TableRow
from docket.desk.claims.wording import listed, responses_of
from docket.desk.partial_dates import PartialDate, PartialDateField, partial_date_of
from docket.models import ClaimEvent, Filing, FilingLink, FilingParty
from docket.models.parts import claim_rules

ANSWERING_LINKS = (FilingLinkKind.ANSWERS, FilingLinkKind.RESPONDS_TO)
Defenses = tuple[str, ...]


class WholeAnswer(forms.Form):
    """What is said once for the whole filing."""

    date = PartialDateField(required=False, label="Answered on", help_text="As 2024-03-04 or 2024-03.")
    everything = forms.ChoiceField(required=False, label="Each of them")
    defenses = forms.MultipleChoiceField(
        choices=Defense, required=False, widget=forms.CheckboxSelectMultiple, label="Defences raised"
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)


class Answering:
    """The sheet of an answer, bound when something was sent."""

    def __init__(self, opened: OpenFiling, request: HttpRequest) -> None:
        self.opened = opened
        self.data: Any = request.POST if request.method == "POST" else None
        self.sent: Any = self.data or {}
        self.responses = responses_of(opened.words)
        initial = {"date": partial_date_of(opened.filing, "date_filed"), "defenses": list(self.recorded_defenses or ())}
        self.whole: Any = WholeAnswer(self.data, initial=initial)
        everything: Any = self.whole.fields["everything"]
        everything.choices = [("", "–"), *self.responses]
        if ClaimEventKind.PLEA in (kind for kind, _ in opened.words.responses):
            del self.whole.fields["defenses"]
        self.entered: list[tuple[Cell, str]] = []

    @cached_property
    def table(self) -> Table:
        """The claims against the filers; against everybody, where the filing names no filer."""
        rows = claims_against(self.opened, self.opened.case)
        if filers := {party.party_id for party in self.opened.filers}:
            rows = [row for row in rows if row.case_party.party_id in filers]
        return Table(rows, self.opened.filing.pk)

    @cached_property
    def recorded(self) -> list[ClaimEvent]:
        """The answers that this filing is recorded to have given."""
        return [event for cell in self.table for event in cell.own if self._code(event) in dict(self.responses)]

    @cached_property
    def recorded_defenses(self) -> Defenses | None:
        """The defences of all of them, None where they differ."""
        found = {tuple(sorted(event.defenses)) for event in self.recorded}
        return found.pop() if len(found) == 1 else None

    @property
    def defenses_differ(self) -> bool:
        """Whether the recorded answers raise different ones: then this form leaves them as they are."""
        return bool(self.recorded) and self.recorded_defenses is None

    def answer_of(self, cell: Cell) -> ClaimEvent | None:
        """What this filing answers there, by the record."""
        return next((event for event in cell.own if event in self.recorded), None)

    def has_box(self, cell: Cell) -> bool:
        """A claim that had ended before the filing is not answered by it."""
        return bool(self.answer_of(cell)) or not cell.had_ended(self._day)

    def chosen(self, cell: Cell) -> str:
        """What the box of a cell shows."""
        if self.data is not None:
            return str(self.data.get(cell.box, ""))
        answer = self.answer_of(cell)
        return self._code(answer) if answer else ""

    @property
    def lines(self) -> list[tuple[TableRow, str, list[dict[str, Any] | None]]]:
        """The table as the page shows it: a row, what is chosen for all of it, its cells."""
        return [
            (row, self.sent.get(row.box, ""), [self._shown(cell) if cell else None for cell in row.cells])
            for row in self.table.rows
        ]

    def _shown(self, cell: Cell) -> dict[str, Any]:
        answer = self.answer_of(cell)
        return {
            "cell": cell,
            "has_box": self.has_box(cell),
            "chosen": self.chosen(cell),
            "version": f"{answer.pk}:{answer.row_version}" if answer else "",
        }

    @property
    def _day(self) -> Any:
        if self.data is not None and self.whole.is_valid() and self.whole.cleaned_data.get("date"):
            return self.whole.cleaned_data["date"].date
        return self.opened.filing.date_filed

    def _code(self, event: ClaimEvent) -> str:
        return f"{event.kind}:{event.response}"

    # Checking and saving

    def is_valid(self) -> bool:
        """Check everything, each thing at its place."""
        if not self.whole.is_valid() or self.data is None:
            return False
        self.entered = [(cell, code) for cell, code in self._codes() if code]
        for cell, code in self.entered:
            cell.errors += self._refused(cell, code)
        for words in [*self._meanwhile(), *self._of_others()]:
            self.whole.add_error(None, words)
        for cell in self.table:
            if self.answer_of(cell) and not self.data.get(cell.box, "x"):
                cell.errors.append("Entered already: choose another response, or delete the event on its own page.")
        return bool(self.whole.is_valid() and not any(cell.errors for cell in self.table))

    def _codes(self) -> list[tuple[Cell, str]]:
        """Each cell's response: its own, else its row's, else that of the whole; of recorded ones what changed."""
        data, found = self.sent, []
        for row in self.table.rows:
            for cell in filter(None, row.cells):
                given, answer = data.get(cell.box, ""), self.answer_of(cell)
                if answer is None and self.has_box(cell):
                    given = given or data.get(row.box, "") or data.get("everything", "")
                found.append((cell, "" if answer and given == self._code(answer) else given))
        return found

    def _refused(self, cell: Cell, code: str) -> list[str]:
        if code not in dict(self.responses):
            return [f"“{code}” is none of the responses."]
        if not self.has_box(cell):
            return [f"{cell.name} had ended before ({cell.stands}): it is not answered after that."]
        event = self._event(cell, code)
        return [words for _, words in claim_rules.refusals(event)]

    def _meanwhile(self) -> list[str]:
        """What others entered on the cells of this form, or changed in its answers, after it was opened."""
        told = self.table.meanwhile([cell for cell, _ in self.entered], self.whole.cleaned_data.get("seen") or 0)
        for cell, _ in self.entered:
            answer = self.answer_of(cell)
            if answer and self.sent.get(f"{cell.box}-version") != f"{answer.pk}:{answer.row_version}":
                told.append(f"Somebody else changed the answer to {cell.name} meanwhile. Save again to keep yours.")
        return told

    def _of_others(self) -> list[str]:
        """An answer sent for a claim that is not made against those who filed it."""
        boxes, sent = {cell.box for cell in self.table}, self.sent
        foreign = [key for key, value in sent.items() if value and re.fullmatch(r"cell\d+", key) and key not in boxes]
        if not foreign:
            return []
        return [f"Only claims against those who filed it ({self.filers}) are answered by it."]

    def _event(self, cell: Cell, code: str) -> ClaimEvent:
        kind, _, response = code.partition(":")
        day: PartialDate | None = self.whole.cleaned_data.get("date")
        columns: dict[str, Any] = {"response": response, "defenses": list(self.whole.cleaned_data.get("defenses", []))}
        columns |= {"date": day.date if day else None, "date_precision": day.precision if day else "day"}
        return by_filing(self.opened.filing, cell.row, kind, **columns)

    def save(self) -> list[str]:
        """Write it; returns what was done, in words."""
        new = [self._event(cell, code) for cell, code in self.entered if self.answer_of(cell) is None]
        changed = 0
        for cell, code in self.entered:
            if answer := self.answer_of(cell):
                answer.kind, _, answer.response = code.partition(":")
                answer.save(update_fields=["kind", "response"])
                changed += 1
        changed += self._change_defenses()
        ClaimEvent.objects.bulk_create(new)
        self._enter_filers()
        self._link([event.claim_against.claim.asserted_in for event in new])
        said = [f"{len(new)} {'answer' if len(new) == 1 else 'answers'} entered"] if new else []
        return said + ([f"{changed} changed"] if changed else [])

    def _change_defenses(self) -> int:
        if self.recorded_defenses is None or "defenses" not in self.whole.changed_data:
            return 0
        for answer in self.recorded:
            answer.defenses = self.whole.cleaned_data["defenses"]
            answer.save(update_fields=["defenses"])
        return len(self.recorded)

    def _enter_filers(self) -> None:
        """Who answers is entered as a filer, where none is named."""
        if self.opened.filers:
            return
        parties = {cell.row.case_party_id for cell, _ in self.entered}
        case, filing = self.opened.case, self.opened.filing
        FilingParty.objects.bulk_create(
            FilingParty(case=case, filing=filing, case_party_id=pk) for pk in sorted(parties)
        )

    def _link(self, pleadings: list[Filing | None]) -> None:
        """The filing answers the pleadings whose claims it answers."""
        if ClaimEventKind.ANSWERED not in (kind for kind, _ in self.opened.words.responses):
            return
        filing = self.opened.filing
        known = set(filing.links_from.filter(kind__in=ANSWERING_LINKS).values_list("to_filing_id", flat=True))
        for pleading in {one.pk: one for one in pleadings if one}.values():
            if pleading.pk not in known | {filing.pk} and pleading.case_id == filing.case_id:
                FilingLink.objects.create(from_filing=filing, to_filing=pleading, kind=FilingLinkKind.ANSWERS)

    @property
    def filers(self) -> str:
        """The filers' names in a sentence, such as “Roe, Poe and Moe”."""
        return listed(party.party.name for party in self.opened.filers)
