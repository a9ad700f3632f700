"""What the desk remembers of its users' work: forms saved and open, cases they look after, filings they moved."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from docket.models.cases import Case
from docket.publishing.rules import Private


class SavedForm(models.Model):
    """A form for a new row that was saved once: a second press of its button leads to that row. Kept for a day."""

    key = models.CharField(
        max_length=64, primary_key=True, editable=False, help_text="SHA-256 of the user's id and the form's token."
    )
    label = models.CharField(max_length=60, editable=False, help_text="The model, such as docket.filing.")
    object_id = models.BigIntegerField(editable=False, help_text="The row that was made.")
    saved_at = models.DateTimeField(db_default=Now(), db_index=True, editable=False)

    publication = Private("the desk's own forms")

    def __str__(self) -> str:
        return f"{self.label} {self.object_id}"


class WorkedOn(models.Model):
    """A case or matter in which a user changed something, and when last."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", editable=False, help_text="Who changed it."
    )
    label = models.CharField(max_length=60, editable=False, help_text="docket.case or docket.matter.")
    object_id = models.BigIntegerField(editable=False, help_text="The case or matter.")
    changed_at = models.DateTimeField(db_default=Now(), editable=False)

    publication = Private("who works on what")

    class Meta:
        verbose_name_plural = "worked on"
        ordering = ("-changed_at", "-pk")
        indexes = [models.Index(fields=["user", "-changed_at"], name="worked_on_newest")]
        constraints = [models.UniqueConstraint(fields=["user", "label", "object_id"], name="worked_on_once")]

    def __str__(self) -> str:
        return f"{self.label} {self.object_id} by user {self.user_id}"


class OpenForm(models.Model):
    """A row whose form a user has opened and not saved yet; told to others who open it, for some minutes."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", editable=False, help_text="Who opened it."
    )
    label = models.CharField(max_length=60, editable=False, help_text="The model, such as docket.filing.")
    object_id = models.BigIntegerField(editable=False, help_text="The row.")
    opened_at = models.DateTimeField(db_default=Now(), db_index=True, editable=False)

    publication = Private("who works on what")

    class Meta:
        ordering = ("opened_at", "pk")
        constraints = [models.UniqueConstraint(fields=["label", "object_id", "user"], name="open_form_once")]

    def __str__(self) -> str:
        return f"{self.label} {self.object_id} by user {self.user_id}"


class Assignment(models.Model):
    """A case and the member of staff who looks after it; one at a time."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="assignment", help_text="The case.")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="assignments", help_text="Who looks after it."
    )
    since = models.DateTimeField(db_default=Now(), editable=False)
    looked_at = models.DateTimeField(
        db_default=Now(), editable=False, help_text="When that person last opened the case at the desk."
    )

    publication = Private("who works on what")

    class Meta:
        ordering = ("case",)

    def __str__(self) -> str:
        return f"case {self.case_id}: user {self.user_id}"


class FilingMove(models.Model):
    """Filings moved from one case to another in one act. It holds ids, and no words.

    filings: filing → the place that it had in the docket: {"12": 5}. filers: filer → the case party that it named.
    """

    from_id = models.BigIntegerField(editable=False, help_text="The case whose docket they left.")
    to_id = models.BigIntegerField(editable=False, help_text="The case on whose docket they stand since.")
    filings = models.JSONField(default=dict, editable=False, help_text="Filing → the sequence that it had.")
    filers = models.JSONField(default=dict, editable=False, help_text="Filer → the case party that it named.")
    state = models.CharField(
        max_length=64,
        editable=False,
        help_text="SHA-256 of the versions of all that was moved: changed since, it is not public again by the undo.",
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        help_text="Who moved them; empty: the command line.",
    )
    at = models.DateTimeField(db_default=Now(), editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False, help_text="Who undid it."
    )
    undone_at = models.DateTimeField(null=True, editable=False, help_text="When it was undone; empty: it stands.")

    publication = Private("from which case, public or not, a filing came")

    class Meta:
        ordering = ("-pk",)
        indexes = [
            models.Index(fields=["to_id"], name="filing_move_to"),
            models.Index(fields=["from_id"], name="filing_move_from"),
        ]

    def __str__(self) -> str:
        return f"{len(self.filings)} filings of case {self.from_id} to case {self.to_id}"
