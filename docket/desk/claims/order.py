"""What an order, judgment or award does to which claims: one outcome, and ticks for whom."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.db.models import Q
from django.http import Http404, HttpRequest

from docket.choices import CLAIM_EVENT_RULES, ClaimEffect, ClaimEventKind, DecisionGround, Prejudice, PrevailingSide
from docket.desk.claims.filing import OpenFiling, claims_against
from docket.desk.claims.outcome_kinds import OF_WHAT_ENDED, likely, possible
from docket.desk.claims.saving import by_filing
from docket.desk.claims.table import Cell, Table
from docket.desk.claims.wording import Words, words_of
from docket.desk.clearance import cleared
from docket.desk.forms.record_form import REASON, WARNING
from docket.desk.partial_dates import PartialDate, PartialDateField, partial_date_of
from docket.models import Case, ClaimEvent
from docket.models.parts import claim_rules
from docket.models.parts.columns import LARGEST_AMOUNT
from docket.publishing import screening

TEXTS = ("offense", "note")
PLACES = {name: name for name in ("kind", "with_prejudice", "date", "ground", "offense")}


class WholeOutcome(forms.Form):
    """What happened, to all that is ticked."""

    kind = forms.ChoiceField(label="What it does", error_messages={"required": "Choose what the filing does."})
    with_prejudice = forms.ChoiceField(
        choices=[("", "–"), *Prejudice.choices], required=False, label="With or without prejudice"
    )
    prevailing = forms.ChoiceField(choices=[("", "–"), *PrevailingSide.choices], required=False, label="For whom")
    ground = forms.ChoiceField(
        choices=[("", "–"), *DecisionGround.choices],
        required=False,
        label="On what ground",
        help_text="Only where the filing says so. “Found liable” is told of the merits alone.",
    )
    offense = forms.CharField(
        required=False,
        widget=AdminTextInputWidget,
        label="Offense",
        help_text="A conviction on another offense than the one charged: which.",
    )
    date = PartialDateField(required=False, label="On", help_text="As 2024-03-04 or 2024-03.")
    amount = forms.DecimalField(
        required=False, min_value=0, max_value=LARGEST_AMOUNT, decimal_places=2, help_text="Written for each of them."
    )
    currency = forms.CharField(required=False, max_length=3, initial="USD", widget=forms.TextInput(attrs={"size": 4}))
    note = forms.CharField(
        required=False, widget=AdminTextInputWidget, help_text="For the reader: shares, sentence, conditions."
    )

    def clean(self) -> dict[str, Any]:
        """What the outcome itself lacks."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        kind = given.get("kind", "")
        if words := claim_rules.needs_prejudice(kind, given.get("with_prejudice", "")):
            self.add_error("with_prejudice", words)
        if given.get("amount") is not None and kind and not CLAIM_EVENT_RULES[kind].takes_amount:
            what = ClaimEventKind(kind).label
            self.add_error("amount", f"“{what}” has no amount: leave it empty, or say it in the note.")
        return given


class OutcomeSheet:
    """The sheet of a filing that does something to claims, bound when something was sent."""

    def __init__(self, opened: OpenFiling, request: HttpRequest) -> None:
        self.opened = opened
        self.data: Any = request.POST if request.method == "POST" else None
        self.sent: Any = self.data or {}
        self.case = self._case_asked(request.GET.get("of", ""))
        groups = possible(self.case.category, self.is_crossing)
        day = partial_date_of(opened.filing, "date_filed")
        initial = {"kind": likely(opened.filing.filing_type, groups), "date": day, "currency": "USD"}
        self.whole: Any = WholeOutcome(self.data, initial=initial)
        kinds: Any = self.whole.fields["kind"]
        kinds.choices = [("", "–"), *groups]
        self.events: list[tuple[Cell, ClaimEvent]] = []
        self.notices: list[screening.Notice] = []

    @property
    def is_crossing(self) -> bool:
        """Whether the claims are of another case than the filing."""
        return self.case.pk != self.opened.case.pk

    @property
    def words(self) -> Words:
        """Of the case whose claims they are."""
        return words_of(self.case.category)

    @cached_property
    def others(self) -> list[Case]:
        """The cases linked to the filing's, whose claims it may decide: below an appeal, behind an award, stayed."""
        case = self.opened.case
        linked = Case.objects.filter(Q(links_from__to_case=case) | Q(links_to__from_case=case)).distinct()
        return list(cleared(linked.select_related("forum"), self.opened.user).order_by("pk")[:20])

    def _case_asked(self, asked: str) -> Case:
        if not asked or asked == str(self.opened.case.pk):
            return self.opened.case
        found = next((case for case in self.others if str(case.pk) == asked), None)
        if found is None:
            raise Http404
        return found

    @cached_property
    def table(self) -> Table:
        """Every claim of the case, by party."""
        return Table(claims_against(self.opened, self.case), self.opened.filing.pk)

    @cached_property
    def ticked(self) -> list[Cell]:
        """The cells ticked, one by one or by row, column or all together."""
        data, found = self.sent, []
        ended = data.get("kind") in OF_WHAT_ENDED
        for row in self.table.rows:
            for column, cell in zip(self.table.columns, row.cells, strict=True):
                if cell is None:
                    continue
                together = row.box in data or column.box in data or "everything" in data
                fits = (cell.effect in (ClaimEffect.DISPOSED, ClaimEffect.ON_APPEAL)) == ended
                if cell.box in data or (together and fits):
                    found.append(cell)
        return found

    @property
    def marked(self) -> set[str]:
        """The boxes that stay ticked when the form comes back."""
        return {name for name in self.sent if name.startswith(("cell", "row", "column", "everything"))}

    def is_valid(self) -> bool:
        """Check everything, each thing at its place."""
        if not self.whole.is_valid():
            return False
        if not self.ticked:
            words = self.words
            self.whole.add_error(None, f"Tick which {words.claims} it concerns, and against whom.")
        self.events = [(cell, self._event(cell)) for cell in self.ticked]
        told: set[tuple[str | None, str]] = set()
        for cell, event in self.events:
            for name, words_ in claim_rules.refusals(event):
                told.add((PLACES.get(name), words_))
            cell.errors += self._impossible(cell, event)
        self._ask_about_personal_data()
        seen = str(self.sent.get("seen", ""))
        told |= {(None, w) for w in self.table.meanwhile(self.ticked, int(seen) if seen.isdecimal() else 0)}
        for place, sentence in sorted(told, key=str):
            self.whole.add_error(place, sentence)
        return bool(self.whole.is_valid() and not any(cell.errors for cell in self.ticked))

    def _ask_about_personal_data(self) -> None:
        """What would be public when it is saved is not let pass without a reason."""
        if self.opened.is_public:
            texts = {name: self.whole.cleaned_data.get(name) for name in TEXTS}
            self.notices = list(screening.in_texts(ClaimEvent, 0, texts))
        if self.notices and len(self._reason) < screening.SHORTEST_REASON:
            self.whole.add_error(None, WARNING)

    @property
    def _reason(self) -> str:
        return str(self.sent.get(REASON, "")).strip()

    def _impossible(self, cell: Cell, event: ClaimEvent) -> list[str]:
        if event.kind == ClaimEventKind.STAY_LIFTED and cell.effect != ClaimEffect.STAYED:
            return [f"{cell.name} is not stayed: there is no stay to lift."]
        if any(own.kind == event.kind for own in cell.own):
            return [f"Entered already for {cell.name}: change it on its own page."]
        return []

    def _event(self, cell: Cell) -> ClaimEvent:
        given = self.whole.cleaned_data
        day: PartialDate | None = given.get("date")
        names = ("with_prejudice", "prevailing", "ground", "offense", "amount", "note")
        columns = {name: given.get(name) for name in names} | {"currency": given.get("currency") or "USD"}
        columns |= {"date": day.date if day else None, "date_precision": day.precision if day else "day"}
        event = by_filing(self.opened.filing, cell.row, given["kind"], **columns)
        same_day = [one.position for one in cell.events if one.date == event.date]
        event.position = max(same_day, default=-1) + 1
        return event

    @property
    def already_ended(self) -> list[Cell]:
        """The cells that had ended before the filing ends them once more."""
        kind = self.whole.cleaned_data["kind"]
        if CLAIM_EVENT_RULES[kind].effect != ClaimEffect.DISPOSED or kind in OF_WHAT_ENDED:
            return []
        return [cell for cell in self.ticked if cell.effect == ClaimEffect.DISPOSED]

    def save(self) -> list[str]:
        """Write it; returns what was done, in words."""
        made = ClaimEvent.objects.bulk_create(event for _, event in self.events)
        kept = [replace(notice, pk=event.pk) for notice in self.notices for event in made]
        screening.acknowledge(kept, reason=self._reason, actor=self.opened.user)
        claims = len({event.claim_against.claim_id for _, event in self.events})
        what = str(ClaimEventKind(self.whole.cleaned_data["kind"]).label).lower()
        words = self.words
        parties = len({cell.row.case_party_id for cell in self.ticked})
        return [
            f"{what}: {claims} {words.claim if claims == 1 else words.claims} "
            f"against {parties} {'party' if parties == 1 else 'parties'}"
        ]
