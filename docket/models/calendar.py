"""What happens next: hearings and deadlines."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from docket.choices import Certainty, DeadlineState, HearingKind
from docket.models.cases import Case
from docket.models.filings import Filing
from docket.models.in_case import InCase
from docket.models.people_in_case import CaseParty
from docket.publishing.bases import SaysSo, tracked
from docket.publishing.rules import Published


@tracked
class Hearing(InCase, SaysSo):
    """A hearing, conference or trial day, in the forum's own time zone."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="hearings", help_text="In which case.")
    kind = models.CharField(max_length=40, choices=HearingKind, blank=True, help_text="What sort of hearing.")
    title = models.TextField(help_text="“Hearing on the motion to compel arbitration”.")
    date = models.DateField(help_text="The day, in the forum's time zone.")
    time = models.TimeField(null=True, blank=True, help_text="The forum's local time; empty: not set.")
    place = models.TextField(blank=True, help_text="Courtroom, or how it is held.")
    certainty = models.CharField(
        max_length=20, choices=Certainty, default=Certainty.ORDERED, help_text="Who says that it takes place."
    )
    set_by = models.ForeignKey(
        Filing,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="hearings_set",
        help_text="The paper that set it.",
    )
    is_vacated = models.BooleanField(default=False, help_text="Taken off the calendar.")
    outcome = models.TextField(blank=True, help_text="What came of it, in neutral words.")

    same_case = ("set_by",)
    publication = Published(says_so=True, keep=True, evidence=("set_by",))

    class Meta(SaysSo.Meta):
        ordering = ("date", "time", "pk")
        indexes = [models.Index(fields=["date", "id"], name="hearing_by_date")]

    def __str__(self) -> str:
        return f"{self.title} ({self.date})"


@tracked
class Deadline(InCase, SaysSo):
    """A day by which something is due, with the rule and the steps that lead to it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="deadlines", help_text="In which case.")
    title = models.TextField(help_text="“Answer to the complaint due”.")
    case_party = models.ForeignKey(
        CaseParty,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deadlines",
        help_text="For whom; empty: all.",
    )
    rule = models.CharField(max_length=60, blank=True, help_text="The rule's id, such as fed.answer.")
    trigger = models.ForeignKey(
        Filing,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deadlines_triggered",
        help_text="What starts it.",
    )
    trigger_date = models.DateField(null=True, blank=True, help_text="The day from which time is counted.")
    steps = models.JSONField(default=list, blank=True, help_text="The steps of the computation, one sentence each.")
    earliest = models.DateField(help_text="The due date; where the law is open, the safe one.")
    latest = models.DateField(help_text="The due date on the other reading; the same where there is one answer.")
    certainty = models.CharField(
        max_length=20,
        choices=Certainty,
        default=Certainty.ORDERED,
        help_text="Ordered by the court, or computed.",
    )
    state = models.CharField(
        max_length=20, choices=DeadlineState, default=DeadlineState.OPEN, help_text="What became of it."
    )
    satisfied_by = models.ForeignKey(
        Filing,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deadlines_met",
        help_text="The paper that met it.",
    )

    same_case = ("case_party", "trigger", "satisfied_by")
    publication = Published(says_so=True, keep=True, evidence=("trigger", "satisfied_by", "case_party"))

    class Meta(SaysSo.Meta):
        ordering = ("earliest", "pk")
        indexes = [models.Index(fields=["earliest", "id"], name="deadline_by_date")]
        constraints = [
            models.CheckConstraint(
                condition=Q(latest__gte=F("earliest")),
                name="deadline_in_order",
                violation_error_message="The latest reading cannot be before the earliest.",
            ),
            models.CheckConstraint(
                condition=Q(state=DeadlineState.MET) | Q(satisfied_by__isnull=True),
                name="deadline_met_by",
                violation_error_message="A deadline that a filing satisfied is met.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.earliest})"
