"""What was corrected, told to a reader: “Corrected 3 May 2026, entry 12: date filed was 2 May 2026.”"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils import timezone

from docket.choices import DatePrecision
from docket.choices.dates import show
from docket.models import Case, CaseParty, Correction
from docket.publishing.rules import Corrected, Published, publication_of
from docket.publishing.wall.tables import APPS

MOST = 200
SUBJECTS = ("filing", "claim_event", "claim", "case_party", "party", "summary", "update", "case", "matter")
PRECISIONS = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}


@dataclass(frozen=True)
class Told:
    """One correction: when, of what, which column, what stood there (empty where it is not said again), where it is.

    anchor: the id of its line, which no other correction has. goes_on: nobody has recorded that it was wrong.
    """

    at: datetime
    of: str
    column: str
    was: str
    address: str
    anchor: str
    goes_on: bool

    @property
    def verb(self) -> str:
        """What was done: “Changed” of what may have become otherwise without having been wrong."""
        return "Changed" if self.goes_on else "Corrected"

    @property
    def words(self) -> str:
        """Without its date: “Entry 12: date filed was 2 May 2026”, “Roe, Jane: name changed”."""
        return f"{self.of}: {self.column} " + (f"was {self.was}" if self.was else self.verb.lower())

    @property
    def day(self) -> date:
        """The day on which the page changed, here."""
        return timezone.localdate(self.at)


def corrections() -> QuerySet[Correction]:
    """Every correction of what is public, with what tells of it."""
    related = ("case", "matter", "party", "case_party__party", "filing", "claim", "summary", "update")
    return Correction.objects.select_related(*related, "claim_event__claim_against__claim")


def of_case(case: Case) -> QuerySet[Correction]:
    """Of a case, its rows and the names of its parties; newest first."""
    parties = CaseParty.objects.filter(case=case).values("party")
    return corrections().filter(Q(case=case) | Q(party__in=parties)).order_by("-at", "-pk")


def told(rows: Iterable[Correction]) -> list[Told]:
    """In words."""
    return [_told(row) for row in rows]


def _told(row: Correction) -> Told:
    subject: Any = next(getattr(row, name) for name in SUBJECTS if getattr(row, f"{name}_id"))
    owner = subject.party if hasattr(subject, "party") else subject
    anchor = f"c-{row.at:%Y%m%d%H%M%S}-{row.what.replace('.', '-')}-{owner.public_id}"
    column = column_of(row.what)
    return Told(row.at, _named(subject), column.words, shown(row.was), _address(subject), anchor, column.goes_on)


def column_of(what: str) -> Corrected:
    """The column, such as filing.date_filed; of one that an earlier release told of no more than that it is a text."""
    return columns().get(what) or Corrected(what, "text", goes_on=True)


def words_of(what: str) -> str:
    """The column in words: “date filed” of filing.date_filed."""
    return column_of(what).words


@cache
def columns() -> dict[str, Corrected]:
    """Every column of which a correction is told, by the name under which it is."""
    found = {}
    for model in (m for app in APPS for m in apps.get_app_config(app).get_models()):
        rule = publication_of(model)
        for column in rule.corrected if isinstance(rule, Published) else ():
            found[f"{model._meta.model_name}.{column.column}"] = column
    return found


def shown(was: str) -> str:
    """A date as a reader writes it, no finer than it was known; a sum as it stood there."""
    precision = PRECISIONS.get(len(was))
    if precision is None or was[-3:].isalpha():
        return was
    return show(date.fromisoformat(f"{was}-01-01"[:10]), precision)


def _named(subject: Any) -> str:
    label = subject._meta.model_name
    if label == "filing":
        return f"Entry {subject.entry_number}" if subject.entry_number else "An entry without a number"
    if label == "claimevent":
        return f"{subject.claim_against.claim}, an event"
    if label == "caseparty":
        return str(subject.party)
    if label in ("summary", "update", "case", "matter"):
        return f"The {subject._meta.verbose_name}"
    return str(subject)


def _address(subject: Any) -> str:
    label = subject._meta.model_name
    if label == "claimevent":
        return f"{subject.claim_against.claim.get_absolute_url()}#e-{subject.public_id}"
    owner = subject.case or subject.matter if label in ("summary", "update") else subject
    owner = subject.party if label == "caseparty" else owner
    return str(owner.get_absolute_url())
