"""Days that were read from the docket text: proposed to staff, who make hearings and deadlines of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from docket.choices import DerivedDateKind, HearingKind, ProposalState
from docket.models.cases import Case
from docket.models.filings import Filing
from docket.models.parts.in_case import InCase
from docket.models.parts.read_from_text import rule_name
from docket.publishing.bases import Record, tracked
from docket.publishing.rules import Private


class DerivedDate(InCase, Record):
    """A hearing or an ordered day in the words of one line. Never public: accepted, it becomes a row of its own."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="derived_dates", editable=False)
    filing = models.ForeignKey(Filing, models.PROTECT, related_name="derived_dates", help_text="The line that says so.")
    kind = models.CharField(max_length=10, choices=DerivedDateKind, help_text="What sort of day.")
    hearing_kind = models.CharField(max_length=40, choices=HearingKind, blank=True, help_text="What sort of hearing.")
    title = models.TextField(help_text="The court's words for it.")
    date = models.DateField(help_text="The day, in the forum's time zone.")
    time = models.TimeField(null=True, blank=True, help_text="The forum's local time; empty: not said.")
    rule = rule_name()
    state = models.CharField(
        max_length=20, choices=ProposalState, default=ProposalState.OPEN, help_text="What staff made of it."
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)

    case_from = "filing"
    publication = Private("what staff have not decided yet")

    class Meta(Record.Meta):
        verbose_name = "date in the docket text"
        verbose_name_plural = "dates in the docket text"
        ordering = ("-date", "pk")
        indexes = [
            models.Index(fields=["case", "state"], name="derived_date_of_case"),
            models.Index("date", "id", name="derived_date_open", condition=Q(state=ProposalState.OPEN)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["filing", "kind", "date", "title"], name="derived_date_once"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.date})"


@tracked
class SwitchedOffRule(Record):
    """A rule of reading that staff found wrong: nothing is read by it until they switch it on again."""

    name = models.CharField(max_length=120, unique=True, help_text="The rule's name, as each row keeps it.")
    reason = models.TextField(help_text="What it read wrongly.")

    publication = Private("how staff read")

    class Meta(Record.Meta):
        verbose_name = "switched-off rule"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
