"""The chain of publication events: who published or sealed what, when and why; append-only and hash-chained."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from docket.publishing.rules import Private


class SealEvent(models.Model):
    """One act of publishing, hiding, sealing, expunging or unsealing. PostgreSQL fills the last columns."""

    verb = models.CharField(max_length=20, help_text="publish, unpublish, hide, seal, remove, expunge, unseal.")
    label = models.CharField(max_length=60, help_text="The model, such as docket.case; empty once expunged.")
    object_id = models.BigIntegerField(null=True, help_text="The row; NULL once expunged.")
    old_visibility = models.CharField(max_length=10, help_text="What it said before.")
    new_visibility = models.CharField(max_length=10, help_text="What it says now.")
    includes = models.JSONField(default=dict, help_text="Model → how many rows the act took with it.")
    reason = models.TextField(help_text="Why, in words.")
    authority = models.TextField(blank=True, help_text="The order or rule: “Order of 3 May 2024, entry 41”.")
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    actor_name = models.TextField(help_text="The person's name at that time, or “command line”.")
    at = models.DateTimeField(db_default=Now())
    transaction = models.TextField(help_text="PostgreSQL's transaction, which the guard of visibility looks for.")
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64, blank=True)

    publication = Private("reasons and names of staff")

    class Meta:
        app_label = "docket"
        ordering = ("pk",)
        indexes = [models.Index(fields=["transaction"], name="seal_event_transaction")]
        permissions = [
            ("publish_record", "Can publish and change what is public"),
            ("seal_record", "Can seal, remove and unseal"),
            ("expunge_record", "Can expunge"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.label} {self.object_id}"
