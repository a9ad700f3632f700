"""People in a case: parties in their roles and capacities, their counsel, the judges and arbitrators."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from docket.choices import AttorneyRole, CapacityKind, Designation, OfficialRole, PartyRole, Side
from docket.models.cases import Case
from docket.models.parts.columns import in_order, partial_date, precise, precision
from docket.models.parts.in_case import InCase
from docket.publishing.bases import Record, tracked
from docket.publishing.rules import Corrected, Published
from parties.models import Attorney, Firm, Party


@tracked
class CaseParty(InCase, Record):
    """A party's role in a case. One party may hold several roles in a case, one row each."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="case_parties", help_text="The proceeding.")
    party = models.ForeignKey(Party, models.PROTECT, related_name="case_parties", help_text="Who.")
    role = models.CharField(max_length=50, choices=PartyRole, help_text="The role in this case.")
    role_as_filed = models.TextField(blank=True, help_text="As the court's page writes it.")
    name_as_filed = models.TextField(blank=True, help_text="The name as this case's filings write it.")
    side = models.CharField(max_length=20, choices=Side, default=Side.NEUTRAL, help_text="For captions and lists.")
    position = models.PositiveSmallIntegerField(default=0, help_text="Order of the caption; the first names the case.")
    date_joined = partial_date("When the party came into the case.")
    date_joined_precision = precision()
    date_terminated = partial_date("When the party left the case.")
    date_terminated_precision = precision()
    doe_from = models.PositiveSmallIntegerField(null=True, blank=True, help_text="“Does 1–25”: the first number.")
    doe_to = models.PositiveSmallIntegerField(null=True, blank=True, help_text="“Does 1–25”: the last number.")
    substituted_for = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="substitutes",
        help_text="The party, of the same case, whose place this one took.",
    )
    is_pro_se = models.BooleanField(default=False, help_text="Represents itself: a fact, not a missing attorney.")
    highest_offense_opening = models.TextField(blank=True, help_text="Criminal: highest offence level at opening.")
    highest_offense_terminated = models.TextField(blank=True, help_text="Criminal: highest offence level at the end.")

    same_case = ("substituted_for",)
    publication = Published(
        blank=("substituted_for",),
        keep=True,
        corrected=(
            Corrected("role", "role", goes_on=True),
            Corrected("date_joined", "date joined", is_told=True),
            Corrected("date_terminated", "date of leaving the case", is_told=True, goes_on=True),
        ),
    )

    class Meta(Record.Meta):
        verbose_name_plural = "case parties"
        ordering = ("case", "position", "pk")
        constraints = [
            models.UniqueConstraint(fields=["case", "id"], name="case_party_in_case"),
            models.UniqueConstraint(
                fields=["case", "party", "role"],
                name="case_party_role_once",
                violation_error_message="This party already has that role in the case.",
            ),
            models.CheckConstraint(
                condition=Q(doe_from__isnull=True, doe_to__isnull=True) | Q(doe_from__gte=1, doe_to__gte=F("doe_from")),
                name="case_party_doe_range",
                violation_error_message="A range of Does has a first and a last number, in order.",
            ),
            precise("case_party", "date_joined"),
            precise("case_party", "date_terminated"),
            in_order(
                "case_party",
                "date_joined",
                "date_terminated",
                "A party cannot leave a case before joining it.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party}, {self.get_role_display()}"


@tracked
class Capacity(InCase, Record):
    """In what capacity a party appears: individually, as personal representative of an estate …, in order."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="capacities", editable=False)
    case_party = models.ForeignKey(
        CaseParty, models.PROTECT, related_name="capacities", help_text="Whose capacity it is."
    )
    kind = models.CharField(max_length=40, choices=CapacityKind, help_text="The sort of capacity.")
    object = models.TextField(blank=True, help_text="Of what or whom: the estate, the minor's initials, the office.")
    position = models.PositiveSmallIntegerField(default=0, help_text="Order in the caption.")

    case_from = "case_party"
    publication = Published()

    class Meta(Record.Meta):
        verbose_name_plural = "capacities"
        ordering = ("case_party", "position", "pk")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.object}".strip()


@tracked
class Appearance(InCase, Record):
    """Counsel for a party in a case."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="appearances", editable=False)
    case_party = models.ForeignKey(
        CaseParty, models.PROTECT, related_name="appearances", help_text="Who is represented, in which role."
    )
    attorney = models.ForeignKey(Attorney, models.PROTECT, related_name="appearances", help_text="By whom.")
    firm = models.ForeignKey(
        Firm,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="appearances",
        help_text="The firm at that time.",
    )
    roles = ArrayField(
        models.CharField(max_length=30, choices=AttorneyRole),
        default=list,
        blank=True,
        help_text="Lead, to be noticed, pro hac vice …",
    )
    roles_as_filed = ArrayField(models.TextField(), default=list, blank=True, help_text="The court's words, one each.")
    designation = models.CharField(
        max_length=30,
        choices=Designation,
        blank=True,
        help_text="Criminal: retained, appointed, public defender.",
    )
    date_from = partial_date("Since when.")
    date_from_precision = precision()
    date_terminated = partial_date("Until when.")
    date_terminated_precision = precision()
    position = models.PositiveSmallIntegerField(default=0, help_text="Order under the party.")

    case_from = "case_party"
    publication = Published(blank=("firm",), keep=True)

    class Meta(Record.Meta):
        ordering = ("case_party", "position", "pk")
        constraints = [
            models.UniqueConstraint(fields=["case_party", "attorney"], name="appearance_once"),
            precise("appearance", "date_from"),
            precise("appearance", "date_terminated"),
            in_order("appearance", "date_from", "date_terminated", "An appearance cannot end before it began."),
        ]

    def __str__(self) -> str:
        return f"{self.attorney} for {self.case_party}"


@tracked
class CaseOfficial(Record):
    """A judge, magistrate, arbitrator or mediator of the case."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="officials", help_text="The proceeding.")
    name = models.TextField(help_text="Without titles, as the public reads it.")
    name_as_filed = models.TextField(blank=True, help_text="As the court's page writes it.")
    role = models.CharField(max_length=40, choices=OfficialRole, help_text="The office in this case.")
    appointed_by = models.TextField(blank=True, help_text="Arbitrators: which side, institution or court appointed.")
    date_from = partial_date("Since when.")
    date_from_precision = precision()
    date_terminated = partial_date("Until when.")
    date_terminated_precision = precision()

    publication = Published()

    class Meta(Record.Meta):
        ordering = ("case", "role", "pk")
        constraints = [
            precise("case_official", "date_from"),
            precise("case_official", "date_terminated"),
            in_order("case_official", "date_from", "date_terminated", "An assignment cannot end before it began."),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_role_display()}"
