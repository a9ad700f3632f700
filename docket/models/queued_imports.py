"""Files that staff sent, and what became of them: court pages that wait for the worker, spreadsheets."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from docket.models.cases import Case
from docket.models.forums import Forum
from docket.models.matters import Matter
from docket.publishing.bases import new_public_id
from docket.publishing.rules import Private


class QueuedImportQuerySet(models.QuerySet["QueuedImport"]):
    def unfinished(self) -> QueuedImportQuerySet:
        """Those whose outcome is not known yet."""
        return self.filter(finished_at=None)

    def asking(self) -> QueuedImportQuerySet:
        """Those that wait until somebody says of which court they are, or that they are read rightly."""
        return self.filter(stage=QueuedImport.Stage.ASKS)

    def again(self) -> int:
        """Let them be imported once more, as if they had just come; how many."""
        return self.update(stage=QueuedImport.Stage.WAITING, finished_at=None, report={}, times_begun=0)


class QueuedImport(models.Model):
    """One file that staff uploaded to be imported by the worker; its bytes are erased with the outcome.

    One that asks something first is kept with its question until that is answered, thirty days at most.
    """

    class Stage(models.TextChoices):
        WAITING = "waiting", "Waiting"
        READING = "reading", "Reading the page"
        ENTRIES = "entries", "Taking over the entries"
        WRITING = "writing", "Writing them into the record"
        DONE = "done", "Imported"
        ASKS = "asks", "Asks before it is imported"
        REFUSED = "refused", "Not imported"

    upload = models.CharField(
        max_length=12, default=new_public_id, help_text="The same for all files of one upload; in its address."
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", help_text="Who sent it; the import is theirs."
    )
    forum = models.ForeignKey(
        Forum, models.PROTECT, null=True, related_name="+", help_text="For pages that do not name their court."
    )
    matter = models.ForeignKey(
        Matter, models.PROTECT, null=True, related_name="+", help_text="What the cases arise from."
    )
    file_name = models.TextField(help_text="The name under which it came.")
    data = models.BinaryField(null=True, help_text="The file, compressed, until it is imported or refused.")
    queued_at = models.DateTimeField(db_default=Now(), help_text="When it was sent.")
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.WAITING, help_text="What is happening to it.")
    entries_done = models.PositiveIntegerField(default=0, help_text="Entries of the page taken over so far.")
    entries_total = models.PositiveIntegerField(default=0, help_text="Entries that the page has; 0 before it was read.")
    times_begun = models.PositiveSmallIntegerField(
        default=0, help_text="How often a worker has begun it: one that ends workers is given up."
    )
    finished_at = models.DateTimeField(null=True, help_text="When it was imported or refused, or asked.")
    report = models.JSONField(default=dict, help_text="What the import did, or why it did nothing.")

    objects = QueuedImportQuerySet.as_manager()

    publication = Private("court pages before anyone has looked at them")

    class Meta:
        ordering = ("pk",)
        indexes = [
            models.Index(fields=["upload"], name="queued_import_upload"),
            models.Index(fields=["user", "-id"], name="queued_import_user"),
        ]

    def __str__(self) -> str:
        return self.file_name

    def ask(self, report: dict[str, Any]) -> None:
        """Keep the file beside its question, until somebody has answered that."""
        open_row = QueuedImport.objects.unfinished().filter(pk=self.pk)
        open_row.update(stage=self.Stage.ASKS, report=report, finished_at=Now())

    def finish(self, stage: Stage, report: dict[str, Any]) -> bool:
        """Note the outcome and erase the file, in the caller's transaction; False when it was noted before."""
        open_row = QueuedImport.objects.unfinished().filter(pk=self.pk)
        # what it was to be imported with is needed no longer, and may be deleted
        gone = {"data": None, "forum": None, "matter": None}
        return bool(open_row.update(stage=stage, report=report, finished_at=Now(), **gone))


class SheetImport(models.Model):
    """One spreadsheet on its way into the record; its rows are erased with the outcome, but those that were refused."""

    class Stage(models.TextChoices):
        READ = "read", "Waits until its columns are matched"
        TO_CHECK = "to_check", "Is being compared with the record"
        CHECKED = "checked", "Waits to be saved"
        TO_SAVE = "to_save", "Is being saved"
        DONE = "done", "Saved"
        STOPPED = "stopped", "Left without saving"
        FAILED = "failed", "Not saved"

    upload = models.CharField(max_length=12, unique=True, default=new_public_id, help_text="In its address.")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", help_text="Who sent it; nobody else sees it."
    )
    kind = models.CharField(max_length=20, help_text="What its rows are: filings, cases …")
    case = models.ForeignKey(
        Case, models.CASCADE, null=True, related_name="+", help_text="The case of all its rows; empty: each names its."
    )
    file_name = models.TextField(help_text="The name under which it came.")
    heads = models.JSONField(default=list, help_text="Its heading line, column by column.")
    mapping = models.JSONField(default=dict, help_text="Our column → which of its columns, counted from 0.")
    orders = models.JSONField(default=dict, help_text="Of a column of dates what comes first: month or day.")
    reason = models.TextField(blank=True, help_text="Why personal data found in it may stand in public.")
    rows = models.BinaryField(null=True, help_text="Its rows, compressed, until they are saved or left.")
    refused = models.BinaryField(null=True, help_text="The refused rows with the reasons, compressed.")
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.READ, help_text="What is happening to it.")
    rows_total = models.PositiveIntegerField(default=0, help_text="How many rows it has below its heading line.")
    rows_done = models.PositiveIntegerField(default=0, help_text="How many of them have been gone through.")
    counts = models.JSONField(default=dict, help_text="How many rows are new, changed, unchanged, refused.")
    shown = models.JSONField(default=list, help_text="The first rows of each sort, as the page shows them.")
    mark = models.CharField(max_length=64, blank=True, help_text="A hash of what would be saved: what was looked at.")
    note = models.TextField(blank=True, help_text="What is said to its sender beside the counts.")
    is_to_stop = models.BooleanField(default=False, help_text="Its sender wants it ended.")
    times_begun = models.PositiveSmallIntegerField(default=0, help_text="How often a worker has begun with it.")
    sent_at = models.DateTimeField(db_default=Now(), help_text="When it was sent.")
    finished_at = models.DateTimeField(null=True, help_text="When it was saved or left.")

    publication = Private("spreadsheets before anyone has looked at them")

    class Meta:
        ordering = ("-pk",)
        indexes = [models.Index(fields=["user", "-id"], name="sheet_import_user")]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_under_way(self) -> bool:
        """Whether it is being gone through now, or waits for that."""
        return self.stage in (self.Stage.TO_CHECK, self.Stage.TO_SAVE)


class RememberedColumns(models.Model):
    """How the columns under one heading line were matched last."""

    key = models.CharField(max_length=64, primary_key=True, help_text="SHA-256 of the kind and the heading line.")
    mapping = models.JSONField(default=dict, help_text="Our column → which of its columns, counted from 0.")
    orders = models.JSONField(default=dict, help_text="Of a column of dates what comes first: month or day.")
    kept_at = models.DateTimeField(auto_now=True, help_text="When it was last used.")

    publication = Private("how staff's spreadsheets look")

    class Meta:
        verbose_name_plural = "remembered columns"

    def __str__(self) -> str:
        return self.key
