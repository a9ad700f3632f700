"""Who read what is under seal, and when. Nothing of it is ever changed: triggers of the wall refuse."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from docket.publishing.rules import Private


class SealedReading(models.Model):
    """One row under seal on one page that somebody opened at the desk. Example: ("docket.filing", 12, "form")."""

    class Page(models.TextChoices):
        FORM = "form", "Form, history or publication"
        LIST = "list", "List"
        FILE = "file", "CSV"
        VAULT = "vault", "Text under seal"

    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, help_text="Who."
    )
    reader_name = models.TextField(editable=False, help_text="The name by which the person signed in, at that time.")
    label = models.CharField(max_length=60, editable=False, help_text="The model, such as docket.filing.")
    object_id = models.BigIntegerField(editable=False, help_text="The row.")
    page = models.CharField(max_length=10, choices=Page, editable=False, help_text="Where it was shown.")
    at = models.DateTimeField(db_default=Now(), editable=False, help_text="When the page was made.")

    publication = Private("who of the staff read what is under seal")

    class Meta:
        ordering = ("-pk",)
        verbose_name = "reading of a sealed row"
        verbose_name_plural = "readings of sealed rows"
        indexes = [models.Index(fields=["label", "object_id"], name="sealed_reading_row")]

    def __str__(self) -> str:
        return f"{self.reader_name}: {self.get_page_display()}"
