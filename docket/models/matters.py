"""Matters: the events and disputes that proceedings arise from."""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce, Upper

from docket.choices import MatterRole
from docket.models.parts.columns import partial_date, precise, precision
from docket.models.parts.nested import Nested, children
from docket.models.sources import Source
from docket.publishing.bases import Record, SaysSo, slugged, tracked
from docket.publishing.rules import Corrected, Published
from docket.publishing.visibility import Visibility
from parties.models import Party

CORRECTED = (
    Corrected("title", "title"),
    Corrected("place", "place", may_be_quiet=True),
    Corrected("happened_on", "date of the event", is_told=True),
)


class MatterQuerySet(models.QuerySet["Matter"]):
    """Matters, narrowed by an adjective or brought with what a page shows of them."""

    def with_case_count(self) -> Self:
        """`case_count`: how many proceedings followed."""
        counted = children(Matter, "case_matters").order_by().values("matter").annotate(n=Count("pk")).values("n")
        return self.annotate(case_count=Coalesce(Subquery(counted), 0))

    def for_page(self) -> Self:
        """With prose and sources, in one query."""
        return self.annotate(
            newest_summaries=Nested(
                children(Matter, "summaries")[:1], "text", "as_of", "as_of_precision", "visibility"
            ),
            newest_updates=Nested(children(Matter, "updates")[:20], "date", "title", "text", "visibility"),
            sources=Nested(Source.objects.filter(links__matter=OuterRef("pk")), *Source.SHOWN, **Source.OF_LINK),
        )


@tracked
class Matter(SaysSo):
    """An event or dispute from which one or more proceedings arise, in whatever forum."""

    title = models.TextField(help_text="Neutral: “Fatal shooting on the set of the film …”, not an accusation.")
    place = models.TextField(blank=True, help_text="Where it happened, as publicly known.")
    happened_on = partial_date("When it happened.")
    happened_on_precision = precision()
    tags = ArrayField(
        models.CharField(max_length=60), default=list, blank=True, help_text="Subjects, separated by commas."
    )
    coverage_note = models.TextField(
        blank=True, help_text="What this record covers and what it leaves out, for the reader."
    )
    heading_note = models.TextField(
        blank=True,
        help_text="A line above everything else, such as “As reported in 2022; later events not included”.",
    )
    is_sample = models.BooleanField(default=False, help_text="Sample data: kept from search engines, removable.")
    noindex = models.BooleanField(default=False, help_text="Public, but search engines are asked to keep away.")

    objects = MatterQuerySet.as_manager()
    publication = Published(says_so=True, keep=True, placeholder={Visibility.REMOVED: ()}, corrected=CORRECTED)

    class Meta(SaysSo.Meta):
        ordering = ("-happened_on", "title")
        indexes = [GinIndex(OpClass(Upper("title"), name="gin_trgm_ops"), name="matter_title_trgm")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(title=""),
                name="matter_has_title",
                violation_error_message="A matter needs a title.",
            ),
            precise("matter", "happened_on"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The matter's permanent address, with the slug of its present title."""
        return slugged("matter", self.public_id, self.title)


@tracked
class MatterParty(Record):
    """A party's part in the event itself (killed, injured, producer, witness), whatever cases follow."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="matter_parties", help_text="The event.")
    party = models.ForeignKey(Party, models.PROTECT, related_name="matter_parties", help_text="Who took part.")
    role = models.CharField(max_length=40, choices=MatterRole, help_text="The part taken in the event.")
    note = models.TextField(blank=True, help_text="Neutral detail: “producer and lead actor”.")
    position = models.PositiveSmallIntegerField(default=0, help_text="Order on the matter's page.")

    publication = Published()

    class Meta(Record.Meta):
        verbose_name_plural = "matter parties"
        ordering = ("matter", "position", "pk")
        constraints = [models.UniqueConstraint(fields=["matter", "party", "role"], name="matter_party_once")]

    def __str__(self) -> str:
        return f"{self.party}: {self.get_role_display()}"
