"""What happens next: hearings and deadlines."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from docket.choices import Certainty, DeadlineState, HearingKind
from docket.law.deadlines.dates import clock_exists
from docket.models.cases import Case
from docket.models.filings import Filing
from docket.models.parts.counted import Counted
from docket.models.parts.forum_zones import zone_of
from docket.models.parts.in_case import InCase
from docket.models.people_in_case import CaseParty
from docket.publishing.bases import SaysSo, tracked
from docket.publishing.rules import Published


class HearingQuerySet(models.QuerySet["Hearing"]):
    """Hearings, narrowed by an adjective or brought with what a page shows of them."""

    def upcoming(self, on: date) -> Self:
        """On that day or later, and not taken off the calendar."""
        return self.filter(date__gte=on, is_vacated=False)

    def for_calendar(self) -> Self:
        """With what a line of a calendar shows."""
        return self.select_related("case__forum", "set_by")


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
        help_text="The filing that set it.",
    )
    is_vacated = models.BooleanField(default=False, help_text="Taken off the calendar.")
    outcome = models.TextField(blank=True, help_text="What came of it, in neutral words.")

    objects = HearingQuerySet.as_manager()
    same_case = ("set_by",)
    publication = Published(says_so=True, keep=True, evidence=("set_by",))

    class Meta(SaysSo.Meta):
        ordering = ("date", "time", "pk")
        indexes = [models.Index(fields=["date", "id"], name="hearing_by_date")]
        constraints = [models.UniqueConstraint(fields=["case", "id"], name="hearing_in_case")]

    def __str__(self) -> str:
        return f"{self.title} ({self.date})"

    def get_absolute_url(self) -> str:
        """The hearing's permanent address: its public id, never what may change."""
        return reverse("hearing", args=[self.public_id])

    @property
    def starts_at(self) -> datetime | None:
        """The moment, aware of the forum's zone; None where no time is set."""
        return datetime.combine(self.date, self.time, zone_of(self.case.forum)) if self.time else None

    def clean(self) -> None:
        """Refuse a clock time over which the clocks go forward that day."""
        super().clean()
        if self.case_id and self.date and (start := self.starts_at) and not clock_exists(start):
            zone = start.tzinfo
            message = f"{self.time:%H:%M} does not exist on {self.date} in {zone}: the clocks go forward over it."
            raise ValidationError({"time": message})


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    """Deadlines, narrowed or readied. Every adjective that depends on today takes the day."""

    def open(self) -> Self:
        """Nothing in the record has closed them."""
        return self.filter(state=DeadlineState.OPEN)

    def pending(self, on: date) -> Self:
        """Open, and by the latest reading not before that day."""
        return self.open().filter(latest__gte=on)

    def overdue(self, on: date) -> Self:
        """Open, and before that day on every reading: a word for the desk only."""
        return self.open().filter(latest__lt=on)

    def for_calendar(self) -> Self:
        """With what a line of a calendar shows."""
        return self.select_related("case__forum", "case_party__party", "trigger", "satisfied_by", "stopped_by")

    def for_page(self) -> Self:
        """With what its own page shows."""
        return self.select_related(
            *("case__forum", "case_party__party", "trigger", "hearing"),
            *("satisfied_by", "stopped_by", "extended_from"),
        )


@tracked
class Deadline(Counted, InCase, SaysSo):
    """A day by which something is due, with the rule and the steps that lead to it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="deadlines", help_text="In which case.")
    title = models.TextField(help_text="“Answer to the complaint”, without “due”.")
    case_party = models.ForeignKey(
        CaseParty,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deadlines",
        help_text="For whom; empty: all.",
    )
    trigger = models.ForeignKey(
        Filing,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deadlines_triggered",
        help_text="What starts it, or the order that sets it.",
    )
    hearing = models.ForeignKey(
        Hearing,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deadlines",
        help_text="The hearing from which it is counted back.",
    )
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
        help_text="The filing that met it.",
    )
    stopped_by = models.ForeignKey(
        Filing,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deadlines_stopped",
        help_text="The filing that suspends it, or by which it is no longer in force: a motion for a new trial, a "
        "notice of removal.",
    )
    extended_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="extended_to",
        help_text="The deadline that this one takes the place of.",
    )

    objects = DeadlineQuerySet.as_manager()
    same_case = ("case_party", "trigger", "hearing", "satisfied_by", "stopped_by", "extended_from")
    publication = Published(
        says_so=True,
        keep=True,
        evidence=("trigger", "hearing", "satisfied_by", "stopped_by", "case_party"),
        blank=("extended_from",),
    )

    class Meta(SaysSo.Meta):
        ordering = ("earliest", "pk")
        indexes = [models.Index(fields=["earliest", "id"], name="deadline_by_date")]
        constraints = [
            models.UniqueConstraint(fields=["case", "id"], name="deadline_in_case"),
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
            models.CheckConstraint(
                condition=Q(state__in=(DeadlineState.SUSPENDED, DeadlineState.VACATED)) | Q(stopped_by__isnull=True),
                name="deadline_stopped_by",
                violation_error_message="A deadline that a filing stopped is suspended or no longer in force.",
            ),
            models.CheckConstraint(
                condition=~Q(certainty=Certainty.COMPUTED) | ~Q(citation=""),
                name="deadline_computed_by",
                violation_error_message="A computed deadline names the rule that sets it.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.earliest})"

    def get_absolute_url(self) -> str:
        """The deadline's permanent address: its public id, never what may change."""
        return reverse("deadline", args=[self.public_id])
