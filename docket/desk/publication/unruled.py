"""Motions and pleadings of which the public page would conclude what is not so: a person chooses what is said.

The page concludes that no ruling is linked to a motion, that a ruling stands, that a pleading is the operative one.
What is withheld can make that false; then it can say “record incomplete” instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from docket.desk.clearance import cleared, unseen
from docket.desk.publication import told
from docket.desk.publication.trial import Trial
from docket.desk.veil import UNNAMED
from docket.models import Filing, FilingLink
from docket.publishing.preview import as_published
from docket.publishing.visibility import WITHHELD_FOR_GOOD
from docket.site.sheet.motions import said_of

INCOMPLETE, SHOWN = "incomplete", "shown"
CHOICES = [(INCOMPLETE, "Shown as “record incomplete”"), (SHOWN, "Shown with what its page concludes")]


@dataclass(frozen=True)
class Misread:
    """A filing of which the record says one thing, and the public page would conclude another."""

    row: Filing
    truly: str
    publicly: str
    choices: list[tuple[str, str]]

    @property
    def name(self) -> str:
        """The name of its box."""
        return f"record-{self.row.pk}"


def misread(trial: Trial, user: Any) -> list[Misread]:
    """The motions and pleadings of the row's case that would be misread once the act is done.

    A user without clearance is asked of each to which a filing under seal is linked, whatever that one says.
    """
    row = trial.row
    case = told.case_of(row)
    if case is None or not trial.act:
        return []
    truly = said_of([case])
    if not truly or _all_goes_public(row, case):
        return []
    publicly = trial.told[1].filings
    truly |= dict.fromkeys(_with_unseen_links(case, user) & publicly.keys(), UNNAMED)
    wrong = sorted(pk for pk, said in publicly.items() if truly.get(pk, said) != said)
    rows = cleared(Filing.objects.all(), user).in_bulk(wrong)
    return [Misread(rows[pk], truly[pk], publicly[pk], CHOICES) for pk in wrong if pk in rows]


def _with_unseen_links(case: int, user: Any) -> set[int]:
    """The case's filings to which links lead that the user may not see, also by way of a ruling that was vacated."""
    hidden = unseen(FilingLink.objects.filter(to_filing__case=case), user)
    linked = set(hidden.values_list("to_filing", flat=True))
    rulings = FilingLink.objects.filter(from_filing__in=linked).values_list("to_filing", flat=True)
    return linked | set(rulings)


def settle(rows: Iterable[Any]) -> int:
    """After several acts of which nobody was asked: what would be misread is said to be incomplete. How many."""
    cases = sorted({case for case in map(told.case_of, rows) if case})
    truly = said_of(cases)
    with as_published():
        publicly = said_of(cases)
    wrong = [pk for pk, said in publicly.items() if truly.get(pk, said) != said]
    return Filing.objects.filter(pk__in=wrong).update(record_incomplete=True)


def _all_goes_public(row: Any, case: int) -> bool:
    """Whether a case is opened in which nothing is withheld for good: then nothing can be misread."""
    withheld = Filing.objects.filter(case=case, visibility__in=WITHHELD_FOR_GOOD)
    return row._meta.label == "docket.Case" and not withheld.exists()


def hold(found: Iterable[Misread]) -> None:
    """Lock what `choose` will change."""
    rows = Filing.objects.filter(pk__in=[each.row.pk for each in found])
    list(rows.select_for_update(no_key=True).order_by("pk").values_list("pk"))


def choose(answers: Mapping[str, Any], found: list[Misread]) -> None:
    """Write down what a person chose for each."""
    for each in found:
        if answers.get(each.name) == INCOMPLETE:
            Filing.objects.filter(pk=each.row.pk).update(record_incomplete=True)
