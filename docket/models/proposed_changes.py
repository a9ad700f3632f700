"""Changes of public rows proposed by somebody who may not publish: kept until an editor takes or declines them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from docket.publishing.rules import Private


class ProposedChange(models.Model):
    """One form as it was sent: what was typed into the changed fields. Never public, never applied by itself."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        TAKEN = "taken", "Taken"
        DECLINED = "declined", "Declined"

    label = models.CharField(max_length=60, editable=False, help_text="The model, as “docket.case”.")
    object_id = models.BigIntegerField(editable=False, help_text="The row.")
    opened_version = models.PositiveIntegerField(editable=False, help_text="The row's version that its author saw.")
    values = models.JSONField(editable=False, help_text="What was typed: for each changed field its submitted values.")
    note = models.TextField(blank=True, help_text="Why, and where it can be checked.")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING, help_text="What became of it.")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    decision_reason = models.TextField(blank=True, help_text="Why it was declined.")

    publication = Private("what an editor has not decided yet")

    class Meta:
        ordering = ("pk",)
        indexes = [models.Index(fields=["state", "label", "object_id"], name="proposed_change_of_row")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", decided_at=None) | Q(~Q(state="waiting"), decided_at__isnull=False),
                name="proposed_change_decided_when",
                violation_error_message="Say when it was decided, or leave it waiting.",
            )
        ]

    def __str__(self) -> str:
        return f"change of {self.label} {self.object_id}, {self.get_state_display().lower()}"
