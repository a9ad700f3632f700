"""Where facts come from."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from docket.choices import Basis, SourceKind
from docket.models.parts.columns import partial_date, precise, precision
from docket.publishing.bases import Eligible, Record, tracked
from docket.publishing.rules import Published


@tracked
class Source(Eligible):
    """A court record, filing, news report or statement from which facts of the record were taken."""

    kind = models.CharField(max_length=30, choices=SourceKind, help_text="What sort of source.")
    title = models.TextField(help_text="Its title, or a description: “news report, 2022”.")
    publisher = models.TextField(blank=True, help_text="Who published it.")
    url = models.URLField(blank=True, max_length=500, help_text="Where it can be read.")
    date_published = partial_date("When it was published.")
    date_published_precision = precision()
    date_accessed = models.DateField(null=True, blank=True, help_text="When we read or retrieved it.")
    sha256 = models.CharField(max_length=64, blank=True, editable=False, help_text="Of the page as imported.")

    # what a page says of a source, and of the link by which it came
    SHOWN = ("kind", "title", "publisher", "url", "date_published", "date_published_precision", "date_accessed")
    OF_LINK = {"basis": F("links__basis"), "pinpoint": F("links__pinpoint")}

    publication = Published(presence=True, keep=True)

    class Meta(Eligible.Meta):
        ordering = ("title", "pk")
        constraints = [precise("source", "date_published")]

    def __str__(self) -> str:
        return self.title


@tracked
class SourceLink(Record):
    """A fact's source: what of the record rests on it, and on what ground."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="links", help_text="The source.")
    matter = models.ForeignKey(
        "docket.Matter",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="source_links",
        help_text="The matter.",
    )
    case = models.ForeignKey(
        "docket.Case",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="source_links",
        help_text="The case.",
    )
    filing = models.ForeignKey(
        "docket.Filing",
        # a draft that staff delete takes along where it was read
        models.CASCADE,
        null=True,
        blank=True,
        related_name="source_links",
        help_text="The filing.",
    )
    claim_event = models.ForeignKey(
        "docket.ClaimEvent",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="source_links",
        help_text="The event.",
    )
    matter_party = models.ForeignKey(
        "docket.MatterParty",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="source_links",
        help_text="The part.",
    )
    summary = models.ForeignKey(
        "docket.Summary",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="source_links",
        help_text="The summary.",
    )
    update = models.ForeignKey(
        "docket.Update",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="source_links",
        help_text="The update.",
    )
    basis = models.CharField(max_length=20, choices=Basis, help_text="On what ground: record, alleged, reported …")
    pinpoint = models.TextField(blank=True, help_text="Page or paragraph of the source.")

    TARGETS = ("matter", "case", "filing", "claim_event", "matter_party", "summary", "update")
    publication = Published(evidence=TARGETS)

    class Meta(Record.Meta):
        ordering = ("source", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    ("matter__isnull", False),
                    ("case__isnull", False),
                    ("filing__isnull", False),
                    ("claim_event__isnull", False),
                    ("matter_party__isnull", False),
                    ("summary__isnull", False),
                    ("update__isnull", False),
                    _connector=Q.XOR,
                ),
                name="source_link_one_target",
                violation_error_message="A source link has exactly one target.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} ({self.get_basis_display()})"
