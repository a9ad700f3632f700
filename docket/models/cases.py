"""Cases: one proceeding in one forum, its numbers, its links to other cases."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper

from docket.choices import (
    FORUM_NOT_REPORTED,
    CaptionKind,
    CaseCategory,
    CaseDisposition,
    CaseLinkKind,
    CaseNumberKind,
    CaseStatus,
    CaseType,
    JurisdictionBasis,
    JuryDemand,
)
from docket.law.docket_numbers import may_be_one, normal
from docket.models.forums import Forum
from docket.models.matters import Matter
from docket.models.parts.columns import amount, currency, in_order, partial_date, precise, precision, real_amount
from docket.models.parts.nested import Nested, children
from docket.publishing.bases import Record, SaysSo, slugged, tracked
from docket.publishing.rules import Corrected, Published
from docket.publishing.visibility import Visibility


class CaseQuerySet(models.QuerySet["Case"]):
    """Cases, narrowed by an adjective or brought with what a page shows of them."""

    def newest_first(self) -> Self:
        """By the day of filing, those without one last: the order of the index `case_newest`."""
        return self.order_by(F("date_filed").desc(nulls_last=True), F("id").desc())

    def publishing_new_filings(self) -> Self:
        """Public ones that publish what is added to their docket at once."""
        return self.filter(visibility=Visibility.PUBLIC, new_filings="public")

    def for_listing(self, today: date) -> Self:
        """With the forum and the next hearing."""
        to_come = children(Case, "hearings").filter(date__gte=today, is_vacated=False)
        return self.select_related("forum").annotate(next_hearings=Nested(to_come[:1], "title", "date", "visibility"))


@tracked
class Case(SaysSo):
    """One proceeding in one forum: a suit, an arbitration, a prosecution, a citation, an investigation."""

    forum = models.ForeignKey(
        Forum,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="cases",
        help_text="Empty: court not reported.",
    )
    docket_number = models.TextField(
        blank=True,
        help_text="Normalised; empty: number not reported. The same number may stand in other forums.",
    )
    docket_number_normal = models.TextField(
        blank=True,
        default="",
        editable=False,
        help_text="The docket number in the one form of its forum, by which spellings meet; made from it at each save.",
    )
    docket_number_as_filed = models.TextField(blank=True, help_text="As the source writes it.")
    caption = models.TextField(help_text="The full title as filed, or a neutral description.")
    caption_short = models.TextField(blank=True, help_text="Short form: “Roe v. Example Pictures”.")
    caption_is_descriptive = models.BooleanField(
        default=False, help_text="The caption is our description, not the court's title."
    )
    caption_kind = models.CharField(
        max_length=20, choices=CaptionKind, default=CaptionKind.ADVERSARY, help_text="The form of the title."
    )
    category = models.CharField(max_length=20, choices=CaseCategory, help_text="What sort of proceeding.")
    case_type = models.CharField(
        max_length=60, choices=CaseType, blank=True, help_text="The type by which courts count it."
    )
    case_type_as_filed = models.TextField(blank=True, help_text="The sort of case, as the court's page writes it.")
    nature_of_suit = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="Federal cover sheet code (JS-44), such as 360; retired codes are accepted.",
    )
    nature_of_suit_as_filed = models.TextField(blank=True, help_text="As the court's page writes it.")
    cause = models.TextField(blank=True, help_text="“28:1332 Diversity-Product Liability”, as the court writes it.")
    jurisdiction_basis = models.CharField(
        max_length=30, choices=JurisdictionBasis, blank=True, help_text="Basis of federal jurisdiction."
    )
    jurisdiction_as_filed = models.TextField(blank=True, help_text="As the court's page writes it.")
    jury_demand = models.CharField(
        max_length=20, choices=JuryDemand, blank=True, help_text="Who asked for a jury; empty: not reported."
    )
    demand = models.TextField(blank=True, help_text="The amount demanded, as the court's page writes it.")
    amount = amount("The amount in controversy, where stated.")
    currency = currency()
    date_filed = partial_date("When the case was filed.")
    date_filed_precision = precision()
    date_terminated = partial_date("When the case was closed.")
    date_terminated_precision = precision()
    date_converted = models.DateField(null=True, blank=True, help_text="Bankruptcy: converted to another chapter.")
    date_discharged = models.DateField(null=True, blank=True, help_text="Bankruptcy: the debtor's discharge.")
    status = models.CharField(
        max_length=30,
        choices=CaseStatus,
        default=CaseStatus.UNKNOWN,
        help_text="Where the whole case stands; each claim has its own status.",
    )
    ending_as_read = models.TextField(
        blank=True,
        default="",
        editable=False,
        help_text="How the case ended as an import read it in the docket's own entries: “disposed vacated 2024-03-01”. "
        "Empty: none was read. Only a case that still says this is told to have been read so.",
    )
    status_as_filed = models.TextField(blank=True, help_text="Where it stands, as the court's page writes it.")
    fee_status = models.TextField(blank=True, help_text="Fees paid or waived, as the court's page writes it.")
    disposition = models.CharField(
        max_length=40, choices=CaseDisposition, blank=True, help_text="How the whole case ended, once it has."
    )
    mdl_status = models.TextField(blank=True, help_text="Multidistrict litigation, as the court's page writes it.")
    flags = ArrayField(
        models.CharField(max_length=60),
        default=list,
        blank=True,
        help_text="The court's own flags: CLOSED, STAYED …",
    )
    court_case_id = models.TextField(
        blank=True, help_text="The forum's internal id of the case (PACER case id), for imports."
    )
    source_url = models.URLField(blank=True, max_length=500, help_text="The court's own page of the case.")
    last_checked = models.DateField(
        null=True, blank=True, help_text="When the record was last compared with the court's docket."
    )
    coverage_note = models.TextField(blank=True, help_text="What of the docket is in this record and what is not.")
    rulings_are_read = models.BooleanField(
        default=True,
        editable=False,
        help_text="Whether the docket comes from a page whose rulings can be read, or from staff: only then is it said "
        "that no ruling is linked to a motion. Imports decide it.",
    )
    new_filings = models.CharField(
        max_length=10,
        choices=[("public", "Publish on save"), ("draft", "Hold for review")],
        default="draft",
        help_text="What happens to a filing added to this case once the case is public.",
    )
    is_sample = models.BooleanField(default=False, help_text="Sample data: kept from search engines, removable.")
    noindex = models.BooleanField(default=False, help_text="Public, but search engines are asked to keep away.")
    matters: models.ManyToManyField[Matter, CaseMatter] = models.ManyToManyField(
        Matter, through="CaseMatter", related_name="cases"
    )

    objects = CaseQuerySet.as_manager()
    publication = Published(
        says_so=True,
        keep=True,
        blank=("forum",),
        unseen=("new_filings",),
        placeholder={
            Visibility.SEALED: (
                *("forum", "docket_number", "docket_number_normal", "docket_number_as_filed", "is_sample"),
            ),
            Visibility.REMOVED: (),
        },
        vaulted={
            "caption": "Sealed v. Sealed",
            "caption_short": "Sealed v. Sealed",
            "cause": "",
            "coverage_note": "",
        },
        corrected=(
            Corrected("caption", "caption", goes_on=True),
            Corrected("docket_number", "number", goes_on=True),
            Corrected("date_filed", "date filed", is_told=True),
            Corrected("date_terminated", "date closed", is_told=True, goes_on=True),
            Corrected("disposition", "outcome", goes_on=True),
            Corrected("amount", "amount in controversy", is_told=True, goes_on=True),
        ),
    )

    class Meta(SaysSo.Meta):
        ordering = ("-date_filed", "pk")
        indexes = [
            GinIndex(OpClass(Upper("caption"), name="gin_trgm_ops"), name="case_caption_trgm"),
            GinIndex(OpClass(Upper("docket_number"), name="gin_trgm_ops"), name="case_number_trgm"),
            GinIndex(OpClass(Upper("docket_number_normal"), name="gin_trgm_ops"), name="case_normal_number_trgm"),
            models.Index(F("date_filed").desc(nulls_last=True), F("id").desc(), name="case_newest"),
            models.Index(fields=["docket_number"], name="case_docket_number"),
            models.Index(fields=["forum", "court_case_id"], condition=~Q(court_case_id=""), name="case_court_id"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(caption=""),
                name="case_has_caption",
                violation_error_message="A case needs a caption.",
            ),
            models.UniqueConstraint(
                fields=["forum", "docket_number"],
                condition=~Q(docket_number="") & ~Q(visibility=Visibility.EXPUNGED),
                name="case_number_once_in_forum",
                violation_error_message="This forum already has a case of that docket number.",
            ),
            precise("case", "date_filed"),
            precise("case", "date_terminated"),
            in_order("case", "date_filed", "date_terminated", "A case cannot be closed before it was filed."),
            real_amount("case"),
        ]

    def __str__(self) -> str:
        return f"{self.caption_short or self.caption}{f', No. {self.docket_number}' if self.docket_number else ''}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the normal form of the number beside it."""
        columns = kwargs.get("update_fields")
        if columns is None or {"docket_number", "forum", "forum_id"} & set(columns):
            self.docket_number_normal = self.normal_of(self.docket_number)
            kwargs |= {} if columns is None else {"update_fields": {*columns, "docket_number_normal"}}
        super().save(*args, **kwargs)

    def normal_of(self, number: str) -> str:
        """A number in the one form of this case's forum."""
        return normal(number, self.forum.docket_pattern if self.forum else "")

    def may_be_numbered(self, text: str) -> bool:
        """Whether its number is this one, however written: “03cr76” may be 1:03-cr-00076."""
        pattern = self.forum.docket_pattern if self.forum else ""
        return any(letter.isdigit() for letter in text) and may_be_one(self.docket_number, text, pattern)

    @property
    def publishes_new_filings(self) -> bool:
        """Whether what is added to its docket is public at once: it is public itself, and staff have chosen so."""
        return self.visibility == Visibility.PUBLIC and self.new_filings == "public"

    @property
    def forum_name(self) -> str:
        """The forum's name, or that it is not reported, in the words of that sort of proceeding."""
        return self.forum.name if self.forum else FORUM_NOT_REPORTED[self.category]

    def get_absolute_url(self) -> str:
        """The case's permanent address, with the slug of its present caption."""
        return slugged("case", self.public_id, self.caption_short or self.caption)


@tracked
class CaseMatter(Record):
    """A case arises from a matter; one of its matters may be the primary one."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="case_matters", help_text="The proceeding.")
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="case_matters", help_text="What it arises from.")
    is_primary = models.BooleanField(default=True, help_text="The matter under which the case is first listed.")
    position = models.PositiveSmallIntegerField(default=0, help_text="Order on the matter's page.")

    publication = Published()

    class Meta(Record.Meta):
        ordering = ("matter", "position", "pk")
        constraints = [
            models.UniqueConstraint(fields=["case", "matter"], name="case_matter_once"),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(is_primary=True),
                name="case_one_primary_matter",
                violation_error_message="A case has one primary matter.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} – {self.matter}"


@tracked
class CaseNumber(Record):
    """Another number of the case: its former one, the lower court's, the institution's."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="numbers", help_text="Whose number it is.")
    number = models.TextField(help_text="As the source writes it.")
    kind = models.CharField(max_length=30, choices=CaseNumberKind, help_text="What sort of number.")
    forum = models.ForeignKey(
        Forum,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who gave it; empty: not known.",
    )

    publication = Published(blank=("forum",))

    class Meta(Record.Meta):
        ordering = ("case", "kind", "number")
        indexes = [GinIndex(OpClass(Upper("number"), name="gin_trgm_ops"), name="case_other_number_trgm")]
        constraints = [models.UniqueConstraint(fields=["case", "kind", "number"], name="case_number_once")]

    def __str__(self) -> str:
        return self.number


@tracked
class CaseLink(Record):
    """A typed, dated edge between two cases; the other end may be known by its words only."""

    from_case = models.ForeignKey(
        Case, models.PROTECT, related_name="links_from", help_text="The later or member case."
    )
    to_case = models.ForeignKey(
        Case,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="links_to",
        help_text="The case it is linked to.",
    )
    to_text = models.TextField(blank=True, help_text="The other end in words, where it is not in this record.")
    kind = models.CharField(max_length=40, choices=CaseLinkKind, help_text="How the first case relates to the second.")
    date = partial_date("When the relation arose.")
    date_precision = precision()
    note = models.TextField(blank=True, help_text="Detail for the reader.")

    publication = Published(evidence=("to_case",))

    class Meta(Record.Meta):
        ordering = ("from_case", "kind", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(to_case__isnull=False) ^ ~Q(to_text=""),
                name="case_link_one_end",
                violation_error_message="Give either the linked case or its description, not both.",
            ),
            models.CheckConstraint(
                condition=Q(to_case__isnull=True) | ~Q(to_case=F("from_case")),
                name="case_link_not_itself",
                violation_error_message="A case cannot be linked to itself.",
            ),
            models.UniqueConstraint(fields=["from_case", "to_case", "kind"], name="case_link_once"),
            precise("case_link", "date"),
        ]

    def __str__(self) -> str:
        return f"{self.from_case} {self.get_kind_display()} {self.to_case or self.to_text}"
