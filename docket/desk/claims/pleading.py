"""The sheet of a pleading: its counts as rows, the parties they are against as columns, written in one go."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms.utils import ErrorDict
from django.http import HttpRequest

from docket.choices import Relief
from docket.desk.claims import saving
from docket.desk.claims.carried_forward import Carrying
from docket.desk.claims.count_form import DOES, CountForm
from docket.desk.claims.filing import OpenFiling, role_of
from docket.desk.claims.ticks import as_ids, opened_with
from docket.desk.claims.wording import causes_of, label, listed
from docket.desk.clearance import cleared
from docket.desk.permissions import is_public_row
from docket.models import CaseParty, Claim
from docket.models.parts.claim_rules import BRINGING

BLANK_ROWS = 5
ON_A_PAGE = 40  # rows that the form shows at once: of more, the next page
MANY_ROWS = 100


@dataclass(frozen=True)
class Column:
    """A party against whom counts may be pleaded. value: its primary key, or DOES."""

    value: str
    name: str
    role: str
    is_target: bool


class WholeForm(forms.Form):
    """What is said once for the whole pleading."""

    relief = forms.MultipleChoiceField(
        choices=Relief,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Prayer for relief",
        help_text="For every new row that names no relief of its own.",
    )
    does_from = forms.IntegerField(required=False, min_value=1, max_value=32_000, label="Does from")
    does_to = forms.IntegerField(required=False, min_value=1, max_value=32_000, label="to")

    def clean(self) -> dict[str, Any]:
        """A range has two ends, in order."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = given.get("does_from"), given.get("does_to")
        if (first is None) != (last is None) or (first and last and last < first):
            self.add_error("does_from", "A range of Does has a first and a last number, in order: from 1 to 25.")
        return given


class Pleading:
    """Its forms, bound when something was sent. Nothing is written before `save`."""

    def __init__(self, opened: OpenFiling, request: HttpRequest) -> None:
        self.opened, self.request = opened, request
        self.data: Any = request.POST if request.method == "POST" else None
        self.sent: Any = self.data or {}
        number = self.data.get("rows", "") if self.data else ""
        self.rows = self._sent_rows = min(int(number), MANY_ROWS) if number.isdecimal() else BLANK_ROWS
        if self.data and self.data.get("_more") == "rows":
            self.rows = min(self.rows + BLANK_ROWS, MANY_ROWS)
        self.causes, self.kinds = causes_of(opened.case.category), [(k.value, str(k.label)) for k in opened.words.kinds]
        self.whole = WholeForm(self.data)
        self.carrying = Carrying(opened, request)
        self.earlier_choices = self.carrying.choices
        self.form_class: Any = type("PleadedCount", (CountForm,), {"request": request, "sheet": self})
        self.counts = [self._of(claim) for claim in self.claims]
        self.blanks = [self._blank(number) for number in range(self.rows)]
        if self.data and "_more" in self.data:
            forms_: list[Any] = [self.whole, *self.counts, *self.blanks]
            for form in forms_:
                form._errors = ErrorDict()  # nothing is checked before it is saved

    # What stands there

    @cached_property
    def _own(self) -> Any:
        claims = Claim.objects.filter(asserted_in=self.opened.filing).order_by("position", "pk")
        return cleared(claims, self.opened.user)

    @cached_property
    def _ids(self) -> list[int]:
        return list(self._own.values_list("pk", flat=True))

    @property
    def seen_now(self) -> str:
        """The counts that stand there as the form is shown."""
        return " ".join(map(str, self._ids))

    @property
    def width(self) -> int:
        """How many cells a row has."""
        return len(self.columns) + 5

    @cached_property
    def pages(self) -> int:
        """How many pages the pleading's counts take."""
        return max(1, -(-len(self._ids) // ON_A_PAGE))

    @cached_property
    def page_numbers(self) -> range:
        """The numbers of all pages, from 1 on."""
        return range(1, self.pages + 1)

    @cached_property
    def page(self) -> int:
        """The page asked for; the rows for new counts stand on the last one."""
        asked = self.request.GET.get("page", "")
        return min(max(int(asked), 1), self.pages) if asked.isdecimal() else self.pages

    @cached_property
    def claims(self) -> list[Claim]:
        """The counts of this page, locked when something was sent."""
        ids = self._ids[(self.page - 1) * ON_A_PAGE : self.page * ON_A_PAGE]
        rows = self._own.filter(pk__in=ids).prefetch_related("asserted_by", "against__events")
        return list(rows.select_for_update(no_key=True, of=("self",)) if self.data else rows)

    @cached_property
    def columns(self) -> list[Column]:
        """Whom it is against, then, where asked for, everybody else; a range of Does not entered yet comes last."""
        targets = {party.pk for party in self.opened.targets}
        ticked = {row.case_party_id for claim in self.claims for row in claim.against.all()}
        if self.data:
            ticked |= {pk for name in self.data if name.endswith("-against") for pk in as_ids(self.data.getlist(name))}
        everybody = "all" in self.request.GET or not targets
        own = {party.party_id for party in self.opened.asserting}
        found = [p for p in self.opened.parties if p.pk in targets | ticked or (everybody and p.party_id not in own)]
        found.sort(key=lambda party: party.pk not in targets)
        does = [Column(DOES, "Does (new)", "Doe defendant", False)] if self.takes_does else []
        return [*(Column(str(p.pk), p.party.name, role_of(p), p.pk in targets) for p in found), *does]

    @cached_property
    def hidden_parties(self) -> int:
        """How many of the case's parties have no column here."""
        return len(self.opened.parties) - len([c for c in self.columns if c.value != DOES])

    @property
    def takes_does(self) -> bool:
        """Whether unknown defendants may be sued as a range in such a proceeding."""
        return bool(self.opened.words.against == "defendant" and self.opened.words.by != "prosecution")

    # What was sent

    @cached_property
    def everyone(self) -> set[str]:
        """What “All defendants” ticks: the keys of the parties as text, and that of the Does where they are named."""
        return {str(party.pk) for party in self.opened.targets} | ({DOES} if self._does else set())

    @cached_property
    def relief(self) -> list[str]:
        """The codes of what the prayer for relief asks for; none while the form is not valid."""
        return self.whole.cleaned_data.get("relief", []) if self.whole.is_bound and self.whole.is_valid() else []

    @cached_property
    def _does(self) -> tuple[int, int] | None:
        given = self.whole.cleaned_data if self.whole.is_bound and self.whole.is_valid() else {}
        return (given["does_from"], given["does_to"]) if given.get("does_from") else None

    @cached_property
    def _seen(self) -> set[int]:
        return as_ids(str(self.data.get("seen", "")).split()) if self.data else set()

    def _of(self, claim: Claim) -> CountForm:
        ticks = {
            "against": [str(row.case_party_id) for row in claim.against.all()],
            "asserted_by": [str(row.case_party_id) for row in claim.asserted_by.all()],
        }
        sent = self.data if claim.pk in self._seen else None
        form: CountForm = self.form_class(sent, instance=claim, prefix=f"c{claim.pk}", initial=ticks)
        return form

    def _blank(self, number: int) -> CountForm:
        claim = Claim(case=self.opened.case, asserted_in=self.opened.filing, kind=self.opened.kind)
        offered = {
            "label": label(self.opened.words, len(self._ids) + number + 1),
            "asserted_by": [str(party.pk) for party in self.opened.asserting],
        }
        form: CountForm = self.form_class(
            self.data if number < self._sent_rows else None,
            instance=claim,
            prefix=f"n{number}",
            initial=offered,
            empty_permitted=True,
            use_required_attribute=False,
        )
        return form

    @cached_property
    def changed(self) -> list[CountForm]:
        """The rows in which something was entered or changed."""
        return [form for form in [*self.counts, *self.blanks] if form.is_bound and form.has_changed()]

    @property
    def stale_forms(self) -> list[CountForm]:
        """The rows that others changed meanwhile."""
        return [form for form in self.changed if form.stale and form.stale.touched]

    # Checking and saving

    def is_valid(self) -> bool:
        """Check everything, each thing at its place."""
        rows = [form.is_valid() for form in self.changed]
        sound = [self.whole.is_valid(), *rows, self.carrying.is_valid(self._replaced)]
        if all(sound):
            self._check_whole()
            for form in self.changed:
                self._check_unticked(form)
        return self.whole.is_valid() and all(form.is_valid() for form in self.changed) and self.carrying.is_sound

    @property
    def _replaced(self) -> dict[int, str]:
        """The earlier claims in whose place new rows stand, with the label of the row."""
        found = {}
        for form in self.changed:
            if (old := form.data.get(form.add_prefix("instead_of"), "")).isdecimal():
                found[int(old)] = form.data.get(form.add_prefix("label"), "")
        return found

    def _check_whole(self) -> None:
        new, said = [form for form in self.changed if not form.instance.pk], self.whole.add_error
        unseen = [claim for claim in self._own if claim.pk not in self._seen]
        if unseen and new:
            said(None, _meanwhile(unseen))
        if gone := self._seen - set(self._ids):
            said(None, f"{len(gone)} of the rows that you saw were deleted meanwhile. Look again, then save.")
        if twice := _twice([form.cleaned_data["label"] for form in new] + [claim.label for claim in self._own]):
            said(None, f"{listed(twice)} stands there twice. Give each row of the pleading a label of its own.")
        if self._does:
            self._check_does(*self._does)
        elif any(DOES in form.cleaned_data["against"] for form in self.changed):
            said("does_from", "Give the range of Does whose column is ticked: from 1 to 25.")

    def _check_does(self, first: int, last: int) -> None:
        if not any(DOES in form.cleaned_data["against"] for form in self.changed):
            self.whole.add_error("does_from", f"Tick in which rows Does {first}–{last} are sued.")
        for party in self.opened.parties:
            if party.doe_from and party.doe_to and party.doe_from <= last and first <= party.doe_to:
                words = f"Does {party.doe_from}–{party.doe_to} are in the case already: tick their column."
                self.whole.add_error("does_from", words)

    def _check_unticked(self, form: CountForm) -> None:
        """A claim against somebody to whom something happened is ended, not taken away."""
        gone = as_ids(opened_with(form, "against")) - as_ids(form.cleaned_data["against"])
        for row in form.instance.against.all() if form.instance.pk and gone else []:
            happened = [event for event in row.events.all() if event.kind not in BRINGING]
            if row.case_party_id in gone and (happened or is_public_row(row)):
                name = next(p.party.name for p in self.opened.parties if p.pk == row.case_party_id)
                why = "is public" if not happened else f"has events ({happened[-1].get_kind_display().lower()})"
                words = f"{form.row_name} against {name} {why}: tick it again, and enter what ended it instead."
                form.add_error("against", ValidationError(words))

    @transaction.atomic
    def save(self) -> list[str]:
        """Write what was entered; returns what was done, in words."""
        does = self._enter_does() if self._does else None
        done = saving.Done(self.opened)
        position = max([claim.position for claim in self._own], default=-1)
        for form in self.changed:
            if not form.instance.pk:
                form.instance.position = position = position + 1
                form.instance.carried_from_id = int(form.cleaned_data.get("instead_of") or 0) or None
                done.new_claims += 1
            claim = form.save()
            done.claimants(claim, as_ids(opened_with(form, "asserted_by")), as_ids(form.cleaned_data["asserted_by"]))
            ticked = as_ids(form.cleaned_data["against"])
            if does and DOES in form.cleaned_data["against"]:
                ticked.add(does.pk)
            done.against(claim, as_ids(opened_with(form, "against")) if claim.pk in self._seen else set(), ticked)
        done.write()
        return [*done.words(), *self.carrying.save()]

    def _enter_does(self) -> CaseParty:
        first, last = self._does or (0, 0)
        position = max((party.position for party in self.opened.parties), default=-1) + 1
        return saving.enter_does(self.opened.case, first, last, position)


def _meanwhile(unseen: list[Claim]) -> str:
    names = listed(claim.label or claim.title for claim in unseen)
    return (
        f"Somebody else entered {names} after you opened this form: they stand above now. Nothing of yours is saved "
        "yet and nothing is lost: take out what stands there twice, then save again."
    )


def _twice(labels: list[str]) -> list[str]:
    given = [label for label in labels if label]
    return sorted({label for label in given if given.count(label) > 1})
