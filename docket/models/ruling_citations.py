"""Where a ruling is reported: the citations by which readers find it elsewhere."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models

from docket.choices import COURT_ACTS, CitationKind, filing_group
from docket.law.citing.reported import EXAMPLES, has_form
from docket.models.cases import Case
from docket.models.filings import Filing
from docket.models.parts.in_case import InCase
from docket.publishing.bases import Record, tracked
from docket.publishing.rules import Published

RULING_GROUPS = ("arb", "reg", "other")


@tracked
class RulingCitation(InCase, Record):
    """A citation of a ruling: neutral, of a reporter, of a database. It is cited as entered, and never made up."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="ruling_citations", editable=False)
    filing = models.ForeignKey(Filing, models.PROTECT, related_name="citations", help_text="The ruling.")
    kind = models.CharField(
        max_length=10,
        choices=CitationKind,
        help_text="The court's own neutral citation (EWHC, UKSC, NMCA), a printed reporter's, or a database's number.",
    )
    text = models.TextField(
        help_text="Without name, court and page: “[2026] EWHC 123 (Ch)”, “601 F.4th 12”, “2026 WL 123456”."
    )
    position = models.PositiveSmallIntegerField(default=0, help_text="Order among those of its kind.")

    case_from = "filing"
    publication = Published()

    class Meta(Record.Meta):
        verbose_name = "citation"
        ordering = ("filing", "position", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["filing", "text"],
                name="ruling_citation_once",
                violation_error_message="The ruling has this citation already.",
            )
        ]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """Refuse a citation of a filing that decides nothing, and one that is not written as those of its kind."""
        super().clean()
        self.text = " ".join(self.text.split())
        if self.kind in CitationKind.values and not has_form(self.kind, self.text):
            kind = CitationKind(self.kind)
            message = f"“{self.text}” is not written as a citation of this kind ({kind.label}): {EXAMPLES[kind]}."
            raise ValidationError({"text": message})
        self._refuse_of_no_ruling()

    def _refuse_of_no_ruling(self) -> None:
        known = self.filing_id or RulingCitation._meta.get_field("filing").is_cached(self)
        filing_type = self.filing.filing_type if known else ""
        if filing_type and filing_type not in COURT_ACTS and filing_group(filing_type) not in RULING_GROUPS:
            what = self.filing.get_filing_type_display()
            raise ValidationError(f"Only a ruling has citations; this filing is typed “{what}”. Change its type first.")
