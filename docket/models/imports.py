"""What imports remember: which files were read, what each said of a row, and how a court's tables are read."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from docket.models.cases import Case
from docket.models.forums import Forum
from docket.publishing.bases import Record, tracked
from docket.publishing.rules import Private


class ImportedFile(models.Model):
    """A court page that was imported into a case."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="imported_files")
    file_name = models.TextField(help_text="The name under which it came.")
    kind = models.CharField(max_length=40, help_text="What the page was recognised as.")
    sha256 = models.CharField(max_length=64, help_text="Of its bytes.")
    imported_at = models.DateTimeField(db_default=Now())
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    report = models.JSONField(default=dict, help_text="What the import did.")

    publication = Private("how staff work")

    class Meta:
        ordering = ("-imported_at", "-pk")

    def __str__(self) -> str:
        return self.file_name


class ImportTrace(models.Model):
    """The values that the last import gave to a row, to tell staff's corrections from the court's changes."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="import_traces")
    label = models.CharField(max_length=60, help_text="The model, such as docket.filing.")
    object_id = models.BigIntegerField(help_text="The row.")
    key = models.TextField(help_text="By which the next import finds the row again.")
    values = models.JSONField(default=dict, help_text="Column → value as imported.")

    publication = Private("how staff work")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["label", "object_id"], name="import_trace_once")]
        indexes = [models.Index(fields=["case", "label"], name="import_trace_case")]

    def __str__(self) -> str:
        return f"{self.label} {self.object_id}"


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
