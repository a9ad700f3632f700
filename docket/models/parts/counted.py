"""How a day was counted: the columns that a deadline and a proposal of one share."""

from __future__ import annotations

from django.db import models

from docket.law.deadlines.choices import (
    directions,
    period_rules,
    rule_sets,
    service_methods,
    trigger_kinds,
    units,
)


class Counted(models.Model):
    """What went into a computation and how it went, kept as it was when it was made.

    `rule` names the row of the table of periods; `counted_by`, `period`, `unit` and `direction` say it in full, as
    staff may depart from the table (an order gives 30 days). `steps` are `Step.as_json()` of law/deadlines, enough to
    walk the way again; `options` the answers chosen where the law is open, `reason` what is open.
    """

    rule = models.CharField(
        max_length=60, choices=period_rules, blank=True, help_text="The period, such as fed.answer; empty: none."
    )
    citation = models.TextField(blank=True, help_text="What sets the period: “FRCP 12(a)(1)(A)(i)”.")
    counted_by = models.CharField(
        max_length=40, choices=rule_sets, blank=True, help_text="The rule by which time is counted, such as frcp6."
    )
    trigger_kind = models.CharField(
        max_length=60, choices=trigger_kinds, blank=True, help_text="The event from which time runs."
    )
    trigger_date = models.DateField(null=True, blank=True, help_text="The day from which time is counted.")
    trigger_time = models.TimeField(
        null=True, blank=True, help_text="A period in hours: the clock time of the event, local to the forum."
    )
    period = models.PositiveIntegerField(null=True, blank=True, help_text="How many days, court days, months …")
    unit = models.CharField(max_length=20, choices=units, blank=True, help_text="What the period is counted in.")
    direction = models.CharField(
        max_length=10, choices=directions, blank=True, help_text="After the event, or back from it."
    )
    service = models.CharField(
        max_length=40,
        choices=service_methods,
        blank=True,
        help_text="How the filing was served, where that adds days; empty: not known, none added.",
    )
    extension_days = models.PositiveSmallIntegerField(
        default=0, help_text="Days added by agreement or order, where they run on from the period."
    )
    options = models.JSONField(
        default=dict, blank=True, help_text="Answers chosen where the law is open: question → answer."
    )
    reason = models.TextField(blank=True, help_text="Where the law is open: why there are two answers.")
    steps = models.JSONField(default=list, blank=True, help_text="The steps of the computation, as data.")
    notes = models.JSONField(default=list, blank=True, help_text="What else the reader must know, one sentence each.")
    rule_version = models.TextField(blank=True, help_text="The text of the rule by which it was counted.")
    calendar_version = models.TextField(blank=True, help_text="The calendar of holidays by which it was counted.")
    due_at = models.DateTimeField(
        null=True, blank=True, help_text="Where the hour counts: the moment of the earliest reading."
    )

    class Meta:
        abstract = True
