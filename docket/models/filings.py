"""Filings: the lines of a docket, who filed them, how they relate, their verbatim excerpts."""

from __future__ import annotations

from typing import Any, ClassVar, Self

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse

from docket.choices import FILING_LINK_RULES, Derived, FilingLinkKind, FilingState, FilingType, RulingOutcome
from docket.models.cases import Case
from docket.models.parts import claim_rules
from docket.models.parts.columns import partial_date, precise, precision
from docket.models.parts.in_case import InCase
from docket.models.parts.read_from_text import (
    READ_FILER_IS_PUBLIC,
    READ_LINK_IS_NAMED,
    READ_LINK_IS_PUBLIC,
    READ_TYPE_IS_PUBLIC,
    rule_name,
)
from docket.models.parts.sequence import take_sequences
from docket.models.people_in_case import CaseParty
from docket.models.sources import Source
from docket.publishing.bases import Record, SaysSo, tracked
from docket.publishing.rules import WITH_ITS_CASE, Corrected, Published
from docket.publishing.visibility import Visibility

CROSS_CASE_LINKS = sorted(str(kind) for kind, rule in FILING_LINK_RULES.items() if rule.may_cross_cases)

FILING_TYPE_WORDS: dict[str, str] = {value: str(words) for value, words in FilingType.choices}


class FilingQuerySet(models.QuerySet["Filing"]):
    """Filings, narrowed by an adjective or brought with what a page shows of them."""

    def newest_first(self) -> Self:
        """By the day of filing, those without one last: the order of the index `filing_newest`."""
        return self.order_by(F("date_filed").desc(nulls_last=True), F("id").desc())

    def containing(self, words: str) -> Self:
        """Whose title or docket text match what a reader types: words, "a phrase", or, -not."""
        return self.filter(text_vector=SearchQuery(words, search_type="websearch", config="english"))


@tracked
class Filing(SaysSo):
    """One line of the docket (docket entry), whether or not any document belongs to it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="filings", help_text="Whose docket.")
    sequence = models.PositiveIntegerField(
        editable=False, help_text="Our own order, from the case's locked counter; never shown, never reused."
    )
    entry_number = models.TextField(
        blank=True, help_text="The court's own number. May be missing, may repeat; never invented."
    )
    filing_type = models.CharField(
        max_length=60,
        choices=FilingType,
        blank=True,
        help_text="What sort of filing; empty: not yet classified.",
    )
    type_derived = models.CharField(
        max_length=10,
        choices=Derived,
        blank=True,
        editable=False,
        help_text="Whether the type was read from the docket text by a rule; empty: entered, or given by a source.",
    )
    type_rule = rule_name()
    title = models.TextField(blank=True, help_text="A short neutral title; empty: the docket text says enough.")
    docket_text = models.TextField(blank=True, help_text="The court's own words, verbatim.")
    short_text = models.TextField(blank=True, help_text="The court's short description, where it gives one.")
    date_filed = partial_date("When it was filed.")
    date_filed_precision = precision()
    date_entered = partial_date("When the clerk entered it.")
    date_entered_precision = precision()
    date_served = partial_date("When it was served.")
    date_served_precision = precision()
    state = models.CharField(
        max_length=20,
        choices=FilingState,
        default=FilingState.OK,
        help_text="Corrected filings stay and are marked.",
    )
    record_incomplete = models.BooleanField(
        default=False,
        help_text="What became of it is not all public: the page says “record incomplete” instead of what it would "
        "otherwise conclude (no ruling, the operative pleading).",
    )
    text_vector = SearchVectorField(
        null=True, editable=False, help_text="The words of title and docket text; PostgreSQL keeps it by a trigger."
    )
    court_document_id = models.TextField(blank=True, help_text="The forum's id of the main document (PACER doc id).")
    court_sequence = models.TextField(blank=True, help_text="The forum's own sequence (PACER de_seqno).")

    objects = FilingQuerySet.as_manager()
    publication = Published(
        says_so=True,
        keep=True,
        starts_public=WITH_ITS_CASE,
        placeholder={
            Visibility.SEALED: (
                "case",
                "sequence",
                "entry_number",
                "date_filed",
                "date_filed_precision",
                "date_entered",
                "date_entered_precision",
            ),
            Visibility.REMOVED: ("case", "sequence"),
        },
        vaulted={"title": "", "docket_text": "", "short_text": ""},
        unseen=("type_rule",),
        said_as={
            "filing_type": f"case when {READ_TYPE_IS_PUBLIC} then s.filing_type else '' end",
            "type_derived": f"case when {READ_TYPE_IS_PUBLIC} then s.type_derived else '' end",
        },
        corrected=(
            Corrected("date_filed", "date filed", is_told=True),
            Corrected("date_entered", "date entered", is_told=True),
            Corrected("date_served", "date served", is_told=True),
            Corrected("entry_number", "number"),
            Corrected("docket_text", "docket text", may_be_quiet=True),
            Corrected("title", "title", may_be_quiet=True),
        ),
    )

    class Meta(SaysSo.Meta):
        ordering = ("case", F("date_filed").asc(nulls_last=True), "sequence")
        indexes = [
            models.Index("case", F("date_filed").asc(nulls_last=True), "sequence", name="filing_docket_order"),
            models.Index(F("date_filed").desc(nulls_last=True), F("id").desc(), name="filing_newest"),
            models.Index(fields=["case", "entry_number"], name="filing_entry_number"),
            models.Index(fields=["filing_type", "date_filed"], name="filing_by_type"),
            GinIndex(fields=["text_vector"], name="filing_text"),
        ]
        # no generated column: publishing copies the vector, and would compute it again
        triggers: ClassVar = [
            *SaysSo.Meta.triggers,
            pgtrigger.Trigger(
                name="text_vector",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("title", "docket_text"),  # type: ignore[no-untyped-call]
                func="NEW.text_vector = to_tsvector('english', NEW.title || ' ' || NEW.docket_text); RETURN NEW;",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["case", "id"], name="filing_in_case"),
            models.UniqueConstraint(fields=["case", "sequence"], name="filing_sequence_once"),
            precise("filing", "date_filed"),
            precise("filing", "date_entered"),
            precise("filing", "date_served"),
        ]

    def __str__(self) -> str:
        words = self.title or self.docket_text or self.short_text or self.get_filing_type_display() or "filing"
        number = f"{self.entry_number}: " if self.entry_number else ""
        return f"{number}{words[:80]}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Take the next sequence of the case for a new filing."""
        if self.sequence is None:
            self.sequence = take_sequences(self.case_id)[0]
        super().save(*args, **kwargs)

    def get_filing_type_display(self) -> str:  # type: ignore[no-redef]
        """The type in words. Django's own would go through the two hundred types every time."""
        return FILING_TYPE_WORDS.get(self.filing_type, self.filing_type)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Take along what was only read from its text, or from other lines about it."""
        with transaction.atomic():
            links = FilingLink.objects.filter(Q(from_filing=self) | Q(to_filing=self))
            links.filter(is_derived=True).delete()
            self.filing_parties.filter(is_derived=True).delete()
            self.derived_dates.all().delete()
            return super().delete(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """The filing's permanent address: its public id, never what may change."""
        return reverse("filing", args=[self.public_id])


@tracked
class FilingParty(InCase, Record):
    """A filer: a party of the case on whose behalf the filing was made."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="filing_parties", editable=False)
    filing = models.ForeignKey(Filing, models.PROTECT, related_name="filing_parties", help_text="The filing.")
    case_party = models.ForeignKey(
        CaseParty, models.PROTECT, related_name="filing_parties", help_text="Who filed it, in which role."
    )
    is_derived = models.BooleanField(
        default=False, help_text="Read from the docket text by a rule and not yet confirmed by a person; shown as such."
    )

    rule = rule_name()

    case_from = "filing"
    same_case = ("case_party",)
    publication = Published(unseen=("rule",), only_if=READ_FILER_IS_PUBLIC)

    class Meta(Record.Meta):
        verbose_name = "filer"
        ordering = ("filing", "pk")
        constraints = [models.UniqueConstraint(fields=["filing", "case_party"], name="filer_once")]

    def __str__(self) -> str:
        return str(self.case_party)


@tracked
class FilingLink(Record):
    """How one filing relates to another: answers, opposes, rules on …; across cases only where the kind allows it."""

    from_case = models.ForeignKey(Case, models.PROTECT, related_name="+", editable=False)
    from_filing = models.ForeignKey(Filing, models.PROTECT, related_name="links_from", help_text="The later filing.")
    to_case = models.ForeignKey(Case, models.PROTECT, related_name="+", editable=False)
    to_filing = models.ForeignKey(Filing, models.PROTECT, related_name="links_to", help_text="The earlier filing.")
    kind = models.CharField(max_length=40, choices=FilingLinkKind, help_text="What the later filing does to it.")
    outcome = models.CharField(
        max_length=40, choices=RulingOutcome, blank=True, help_text="What a ruling decided, for “rules on”."
    )
    is_derived = models.BooleanField(
        default=False, help_text="Read from the docket text by a rule and not yet confirmed by a person; shown as such."
    )

    rule = rule_name()

    publication = Published(
        unseen=("rule",),
        only_if=READ_LINK_IS_NAMED,
        said_as={
            "kind": f"case when {READ_LINK_IS_PUBLIC} then s.kind else 'refers_to' end",
            "outcome": f"case when {READ_LINK_IS_PUBLIC} then s.outcome else '' end",
        },
    )

    class Meta(Record.Meta):
        ordering = ("from_filing", "kind", "pk")
        constraints = [
            models.UniqueConstraint(fields=["from_filing", "to_filing", "kind"], name="filing_link_once"),
            models.CheckConstraint(
                condition=~Q(from_filing=F("to_filing")),
                name="filing_link_not_itself",
                violation_error_message="A filing cannot be linked to itself.",
            ),
            models.CheckConstraint(
                condition=Q(from_case=F("to_case")) | Q(kind__in=CROSS_CASE_LINKS),
                name="filing_link_crosses",
                violation_error_message="A link of this kind joins filings of one case.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_filing} {self.get_kind_display()} {self.to_filing}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Take both ends' cases from the filings."""
        self.from_case_id = self.from_filing.case_id
        self.to_case_id = self.to_filing.case_id
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse a link across cases of a kind that joins filings of one case, and a second operative version."""
        super().clean()
        # the later filing may be an object without an id yet: its links are entered in the same form
        known = self.from_filing_id or FilingLink._meta.get_field("from_filing").is_cached(self)
        if not (known and self.to_filing_id):
            return
        if self.from_filing.case_id != self.to_filing.case_id and self.kind not in CROSS_CASE_LINKS:
            what = self.get_kind_display()
            message = f"“{what}” joins filings of one case; this one is in {self.to_filing.case}."
            raise ValidationError({"to_filing": message})
        if words := claim_rules.second_version(self):
            raise ValidationError({"to_filing": words})


@tracked
class Excerpt(InCase, Record):
    """Words of a filing, verbatim, with where they stand and who reported them."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="excerpts", editable=False)
    filing = models.ForeignKey(Filing, models.PROTECT, related_name="excerpts", help_text="Whose words they are.")
    text = models.TextField(help_text="The filing's own words, verbatim, without added quotation marks.")
    pinpoint = models.TextField(blank=True, help_text="Page or paragraph: “¶ 12”, “4”.")
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="excerpts",
        help_text="Where we read them.",
    )
    position = models.PositiveSmallIntegerField(default=0, help_text="Order on the filing's page.")

    case_from = "filing"
    publication = Published(blank=("source",))

    class Meta(Record.Meta):
        ordering = ("filing", "position", "pk")

    def __str__(self) -> str:
        return self.text[:80]
