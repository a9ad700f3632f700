"""The vault: what staff need and the public never sees. No table of it has a published twin."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from docket.models.cases import Case
from docket.models.filings import Filing
from docket.models.matters import Matter
from docket.models.people_in_case import CaseParty
from docket.publishing.bases import Record, tracked
from docket.publishing.rules import Private
from parties.models import Party


class CaseCounter(models.Model):
    """The locked counter from which a case's filings take their sequence. A count of all rows, so not public."""

    case = models.OneToOneField(Case, models.PROTECT, primary_key=True, related_name="counter")
    last_sequence = models.PositiveIntegerField(default=0)

    publication = Private("counts rows that are not public")

    def __str__(self) -> str:
        return f"{self.last_sequence} filings numbered in case {self.case_id}"


@tracked
class StaffNote(Record):
    """A note of staff or of an import on a row of the record: never public."""

    class Kind(models.TextChoices):
        NOTE = "note", "Note"
        EXTRA_INFO = "extra_info", "Details as filed"
        SAME_PERSON = "same_person", "Same person?"

    kind = models.CharField(max_length=20, choices=Kind, default=Kind.NOTE, help_text="What sort of note.")
    text = models.TextField(help_text="Never public.")
    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="staff_notes")
    matter = models.ForeignKey(Matter, models.PROTECT, null=True, blank=True, related_name="staff_notes")
    filing = models.ForeignKey(Filing, models.PROTECT, null=True, blank=True, related_name="staff_notes")
    case_party = models.ForeignKey(CaseParty, models.PROTECT, null=True, blank=True, related_name="staff_notes")
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="staff_notes")
    other_party = models.ForeignKey(
        Party,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="“Same person?”: the party that may be the same.",
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    resolved_at = models.DateTimeField(null=True, blank=True, help_text="When staff answered it; empty: open.")

    publication = Private("notes")

    class Meta(Record.Meta):
        ordering = ("-created_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    ("case__isnull", False),
                    ("matter__isnull", False),
                    ("filing__isnull", False),
                    ("case_party__isnull", False),
                    ("party__isnull", False),
                    _connector=Q.XOR,
                ),
                name="staff_note_one_subject",
                violation_error_message="A note is on exactly one row.",
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]


class SealedText(models.Model):
    """Text that a seal took out of the record; unsealing puts it back."""

    label = models.CharField(max_length=60, help_text="The model, such as docket.filing.")
    object_id = models.BigIntegerField(help_text="The row.")
    field = models.CharField(max_length=60, help_text="The column.")
    text = models.TextField(help_text="What stood there.")
    sealed_at = models.DateTimeField(db_default=Now())

    publication = Private("text under seal")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["label", "object_id", "field"], name="sealed_text_once")]

    def __str__(self) -> str:
        return f"{self.label} {self.object_id} {self.field}"
