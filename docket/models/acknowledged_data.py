"""Personal data in a text that somebody has looked at and let stand, with the reason."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from docket.publishing.rules import Private


class AcknowledgedData(models.Model):
    """One text of one row, as it stood: another text must be looked at anew. Never public, and never the text itself.

    Example: ("docket.filing", 12, "docket_text", …, ["telephone"], "the clerk's own line").
    """

    label = models.CharField(max_length=60, editable=False, help_text="The model, such as docket.filing.")
    object_id = models.BigIntegerField(editable=False, help_text="The row.")
    field = models.CharField(max_length=60, editable=False, help_text="The column.")
    text_sha256 = models.CharField(max_length=64, editable=False, help_text="Of the text that was looked at.")
    kinds = ArrayField(
        models.CharField(max_length=30), editable=False, help_text="What was found in it: telephone, birth_date …"
    )
    reason = models.TextField(help_text="Why it may stand in public.")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        help_text="Who let it pass; empty: the command line.",
    )
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    publication = Private("what staff let pass, and why")

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "acknowledged data"
        constraints = [
            models.UniqueConstraint(
                fields=["label", "object_id", "field", "text_sha256"], name="acknowledged_data_once"
            )
        ]

    def __str__(self) -> str:
        return f"{', '.join(self.kinds)} in {self.field} of {self.label} {self.object_id}"
