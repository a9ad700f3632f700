"""What was found in a document's original when it was looked through, and who let it pass."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from docket.models.documents import Document
from docket.publishing.rules import Private


class DocumentCheck(models.Model):
    """Of one original, known by its hash: another file must be looked through anew. Holds text that must not leak."""

    document = models.OneToOneField(
        Document, models.PROTECT, related_name="check_of_file", help_text="Of which document.", editable=False
    )
    sha256 = models.CharField(max_length=64, editable=False, help_text="Of the original that was looked through.")
    pages = models.PositiveIntegerField(editable=False, help_text="How many pages it has.")
    findings = models.JSONField(
        default=list, editable=False, help_text="What is hidden in it: kind, page, box, text; what a copy would carry."
    )
    left_behind = models.JSONField(
        default=list, editable=False, help_text="What is in the original only: the published copy has none of it."
    )
    text = models.TextField(blank=True, editable=False, help_text="What its pages say, a form feed between them.")
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

    def __str__(self) -> str:
        return f"{len(self.findings)} findings in the file of document {self.document_id}"
