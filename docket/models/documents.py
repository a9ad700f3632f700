"""Documents of a filing: the main one (0) and attachments 1..n, their text by page, the originals in the vault."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from docket.models.cases import Case
from docket.models.filings import Filing
from docket.models.parts.in_case import InCase
from docket.publishing.bases import Record, SaysSo, tracked
from docket.publishing.rules import WITH_ITS_CASE, Private, Published
from docket.publishing.visibility import Visibility


@tracked
class Document(InCase, SaysSo):
    """A document of a filing, whether or not we hold its file. The original file is in the vault."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="documents", editable=False)
    filing = models.ForeignKey(Filing, models.PROTECT, related_name="documents", help_text="The docket entry.")
    attachment_number = models.PositiveSmallIntegerField(
        default=0, help_text="0: the main document; 1..n: attachments."
    )
    title = models.TextField(blank=True, help_text="“Exhibit A – Location agreement”.")
    page_count = models.PositiveIntegerField(null=True, blank=True, help_text="Pages, where known.")
    court_document_id = models.TextField(blank=True, help_text="The forum's id of the document.")
    source_url = models.URLField(blank=True, max_length=1000, help_text="Where the court itself shows the document.")
    file = models.TextField(blank=True, editable=False, help_text="The published copy's name in the published storage.")
    sha256 = models.CharField(max_length=64, blank=True, editable=False, help_text="Of the published copy.")
    byte_size = models.PositiveBigIntegerField(
        null=True, blank=True, editable=False, help_text="Of the published copy."
    )
    redacts = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="redactions",
        help_text="The document of which this is the redacted version.",
    )

    case_from = "filing"
    same_case = ("redacts",)
    publication = Published(
        says_so=True,
        keep=True,
        starts_public=WITH_ITS_CASE,
        blank=("redacts",),
        placeholder={
            Visibility.SEALED: ("case", "filing", "attachment_number"),
            Visibility.REMOVED: ("case", "filing"),
        },
        vaulted={"title": ""},
    )

    class Meta(SaysSo.Meta):
        ordering = ("filing", "attachment_number", "pk")
        constraints = [
            models.UniqueConstraint(fields=["case", "id"], name="document_in_case"),
            models.UniqueConstraint(
                fields=["filing", "attachment_number"],
                condition=~Q(visibility=Visibility.EXPUNGED),
                name="document_number_once",
                violation_error_message="This filing already has a document of that number.",
            ),
        ]

    def __str__(self) -> str:
        return self.title or (f"attachment {self.attachment_number}" if self.attachment_number else "main document")

    def get_absolute_url(self) -> str:
        """The address of the published file."""
        return reverse("document", args=[self.public_id])


@tracked
class DocumentPage(InCase, Record):
    """The text of one page of a document's published copy."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="document_pages", editable=False)
    document = models.ForeignKey(Document, models.PROTECT, related_name="pages", help_text="Of which document.")
    number = models.PositiveIntegerField(help_text="The page's place in the file, from 1.")
    text = models.TextField(blank=True, help_text="What the page says.")
    text_vector = SearchVectorField(
        null=True, editable=False, help_text="The words of the text; PostgreSQL keeps it by a trigger."
    )

    case_from = "document"
    publication = Published()

    class Meta(Record.Meta):
        ordering = ("document", "number")
        indexes = [GinIndex(fields=["text_vector"], name="document_page_text")]
        # no generated column: publishing copies the vector, and would compute it again
        triggers: ClassVar = [
            *Record.Meta.triggers,
            pgtrigger.Trigger(
                name="text_vector",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("text"),  # type: ignore[no-untyped-call]
                # a page of so many letters is none that a court printed; a vector holds a megabyte
                func="NEW.text_vector = to_tsvector('english', left(NEW.text, 200000)); RETURN NEW;",
            ),
        ]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="document_page_once")]

    def __str__(self) -> str:
        return f"page {self.number}"

    @property
    def public_name(self) -> str:
        """By what an address names it: the document's public id and the page's number, k3x9q2mv7a-12."""
        return f"{self.document.public_id}-{self.number}"


@tracked
class DocumentOriginal(Record):
    """The vault: the file as received, before any cleaning."""

    document = models.OneToOneField(
        Document, models.PROTECT, related_name="original", help_text="Of which document it is the original."
    )
    file = models.FileField(upload_to="%Y/%m", help_text="A PDF, as received from the court or a party.")
    file_name = models.TextField(blank=True, editable=False, help_text="The name under which it came.")
    sha256 = models.CharField(max_length=64, blank=True, editable=False, help_text="Of the bytes as received.")

    publication = Private("original files")

    class Meta(Record.Meta):
        indexes = [models.Index(fields=["sha256"], name="document_original_hash")]

    def __str__(self) -> str:
        return f"original of document {self.document_id}"
