"""What the public read before it was corrected, written by PostgreSQL itself as it brings published rows up to date."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models.functions import Now

from docket.models.cases import Case
from docket.models.claims import Claim, ClaimEvent
from docket.models.filings import Filing
from docket.models.matters import Matter
from docket.models.people_in_case import CaseParty
from docket.models.prose import Summary, Update
from docket.publishing.rules import Published
from parties.models import Party


def subject(model: type[models.Model]) -> models.ForeignKey[Any, Any]:
    """A key to what was corrected; the line is public while that is."""
    return models.ForeignKey(
        model,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="corrections",
        help_text="What was corrected, or to what it belongs.",
    )


class Correction(models.Model):
    """One column of one published row that says something else than the public read before.

    The old value stands in it for dates and sums only: a name or a text that was wrong is not said again. It says what
    was public, never what stood in a draft, as it is written by the drain from the two published rows.
    """

    at = models.DateTimeField(db_default=Now(), editable=False, help_text="When the public page changed.")
    what = models.CharField(max_length=60, editable=False, help_text="The model and column: filing.date_filed.")
    was = models.TextField(db_default="", editable=False, help_text="A date or sum as it stood there: 2023-05-02.")
    matter = subject(Matter)
    case = subject(Case)
    party = subject(Party)
    case_party = subject(CaseParty)
    filing = subject(Filing)
    claim = subject(Claim)
    claim_event = subject(ClaimEvent)
    summary = subject(Summary)
    update = subject(Update)

    publication = Published(
        rides=("party",),
        evidence=("matter", "case", "case_party", "filing", "claim", "claim_event", "summary", "update"),
    )

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.what} was {self.was}" if self.was else self.what
