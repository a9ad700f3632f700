"""Spreadsheets that staff import: read, looked at, saved or left; and how their columns were matched."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from docket.models.cases import Case
from docket.publishing.bases import new_public_id
from docket.publishing.rules import Private


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
