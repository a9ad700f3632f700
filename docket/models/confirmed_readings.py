"""How tables that do not say what their columns are are read: what staff confirmed, court by court."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from docket.models.forums import Forum
from docket.publishing.bases import Record, tracked
from docket.publishing.rules import Private


@tracked
class ConfirmedReading(Record):
    """A way of reading one court's tables that somebody found right: later tables are read so without a question."""

    forum = models.ForeignKey(
        Forum, models.PROTECT, related_name="confirmed_readings", help_text="The court whose tables are read so."
    )
    kind = models.CharField(max_length=40, help_text="What such a file was recognised as.")
    reading = models.TextField(help_text="Which columns were taken for what, in the words in which it was asked.")
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        help_text="Who found it right; empty: whoever ran the command on the server.",
    )

    publication = Private("how staff read")

    class Meta(Record.Meta):
        ordering = ("forum", "reading")
        constraints = [
            models.UniqueConstraint(fields=["forum", "kind", "reading"], name="confirmed_reading_once"),
        ]

    def __str__(self) -> str:
        return f"{self.forum}: {self.reading}"
