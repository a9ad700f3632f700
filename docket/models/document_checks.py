"""What was found in a document's original when it was looked through, who let it pass; files that wait for a place."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models.functions import Now

from docket.models.cases import Case
from docket.models.documents import Document
from docket.publishing.rules import Private

# A vector holds a megabyte: of a text with more different words than fit, those of its first pages are found.
TO_VECTOR = """
BEGIN NEW.text_vector = to_tsvector('english', NEW.text);
EXCEPTION WHEN program_limit_exceeded THEN NEW.text_vector = to_tsvector('english', left(NEW.text, 300000));
END; RETURN NEW;"""


class LookedThrough(models.Model):
    """What a file was found to be, known by its hash: another file must be looked through anew."""

    sha256 = models.CharField(max_length=64, editable=False, help_text="Of the original that was looked through.")
    pages = models.PositiveIntegerField(editable=False, help_text="How many pages it has.")
    findings = models.JSONField(
        default=list, editable=False, help_text="What is hidden in it: kind, page, box, text; what a copy would carry."
    )
    left_behind = models.JSONField(
        default=list, editable=False, help_text="What is in the original only: the published copy has none of it."
    )
    text = models.TextField(blank=True, editable=False, help_text="What its pages say, a form feed between them.")

    class Meta:
        abstract = True


class DocumentCheck(LookedThrough):
    """Of the original of one document. Holds text that must not leak."""

    document = models.OneToOneField(
        Document, models.PROTECT, related_name="check_of_file", help_text="Of which document.", editable=False
    )
    text_vector = SearchVectorField(
        null=True, editable=False, help_text="The words of the text; PostgreSQL keeps it by a trigger."
    )
    checked_at = models.DateTimeField(db_default=Now(), editable=False)
    reason = models.TextField(blank=True, help_text="Why it may be published as it is.")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        help_text="Who let it pass.",
    )

    publication = Private("text hidden in original files")

    class Meta:
        ordering = ("pk",)
        indexes = [GinIndex(fields=["text_vector"], name="document_check_text")]
        triggers: ClassVar = [
            pgtrigger.Trigger(
                name="text_vector",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("text"),  # type: ignore[no-untyped-call]
                func=TO_VECTOR,
            )
        ]

    def __str__(self) -> str:
        return f"{len(self.findings)} findings in the file of document {self.document_id}"


class WaitingFile(LookedThrough):
    """A file that came for a case, looked through, until somebody says of which filing it is. Nobody else sees it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="waiting_files", help_text="For which case it came.")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, help_text="Who sent it."
    )
    file = models.FileField(upload_to="%Y/%m", help_text="A PDF, as received; it stays there when it has its place.")
    file_name = models.TextField(editable=False, help_text="The name under which it came.")
    byte_size = models.PositiveBigIntegerField(editable=False, help_text="How many bytes it has.")
    arrived_at = models.DateTimeField(db_default=Now(), editable=False)

    publication = Private("files before anyone has said of which filing they are")

    class Meta:
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["case", "sha256"], name="waiting_file_once")]

    def __str__(self) -> str:
        return self.file_name
