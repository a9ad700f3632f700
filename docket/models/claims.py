"""Claims: what is asserted, against whom, and every dated thing that happened to it."""

from __future__ import annotations

from typing import Any, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Prefetch, Q
from django.db.models.functions import Upper
from django.urls import reverse

from docket.choices import (
    CLAIM_EVENT_RULES,
    Basis,
    CauseOfAction,
    ClaimEffect,
    ClaimEventKind,
    ClaimKind,
    DecisionGround,
    Defense,
    Origin,
    Prejudice,
    PrevailingSide,
    Relief,
    Response,
)
from docket.models.cases import Case
from docket.models.filings import Filing
from docket.models.parts import claim_rules
from docket.models.parts.columns import amount, currency, partial_date, precise, precision, real_amount
from docket.models.parts.in_case import InCase
from docket.models.parts.nested import Nested
from docket.models.people_in_case import CaseParty
from docket.publishing.bases import Addressed, Record, tracked
from docket.publishing.rules import Corrected, Published, RestsOn
from docket.publishing.visibility import Visibility
from parties.models import Party

# What a filing of another docket may do to a claim: an appeal's decision, a court's order on an award, a stay.
CROSS_CASE_CLAIM_EVENTS = [
    ClaimEventKind.ACQUITTAL_DIRECTED,
    ClaimEventKind.AFFIRMED,
    ClaimEventKind.ANNULLED_AWARD,
    ClaimEventKind.ANNULLED_AWARD_IN_PART,
    ClaimEventKind.APPEALED,
    ClaimEventKind.APPEAL_DISMISSED,
    ClaimEventKind.APPEAL_WITHDRAWN,
    ClaimEventKind.CERTIORARI_DENIED,
    ClaimEventKind.CHARGE_REFILED,
    ClaimEventKind.COMPELLED_TO_ARBITRATION,
    ClaimEventKind.CONFIRMED,
    ClaimEventKind.CONSOLIDATED,
    ClaimEventKind.MODIFIED_ON_APPEAL,
    ClaimEventKind.PERMISSION_REFUSED,
    ClaimEventKind.REMANDED,
    ClaimEventKind.REMANDED_NEW_TRIAL,
    ClaimEventKind.REMANDED_ON_APPEAL,
    ClaimEventKind.REMANDED_RESENTENCING,
    ClaimEventKind.REMOVED,
    ClaimEventKind.REOPENED,
    ClaimEventKind.REVERSED,
    ClaimEventKind.REVERSED_RENDERED,
    ClaimEventKind.SENTENCE_VACATED,
    ClaimEventKind.STAYED,
    ClaimEventKind.STAYED_BANKRUPTCY,
    ClaimEventKind.STAYED_PENDING_ARBITRATION,
    ClaimEventKind.TRANSFERRED,
    ClaimEventKind.VACATED,
    ClaimEventKind.VACATED_AWARD,
    ClaimEventKind.VACATED_AWARD_IN_PART,
]


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Claims, narrowed by an adjective or brought with what a page shows of them."""

    def operative(self) -> Self:
        """Without those that stand in a later version of the pleading."""
        return self.filter(carried_to__isnull=True)

    def for_page(self) -> Self:
        """With the pleading, the claimants and every party against whom it is made with the events."""
        claimants = Party.objects.filter(case_parties__claims_asserted__claim=OuterRef("pk"))
        against = ClaimAgainst.objects.with_events().order_by("case_party__position", "pk")
        return (
            self.select_related("asserted_in")
            .annotate(claimants=Nested(claimants.order_by("case_parties__position", "pk"), "id", "public_id", "name"))
            .prefetch_related(Prefetch("against", against))
        )


# What brings a claim, or leaves it where it stood: the status is none the falser when its filing is under seal.
HARMLESS: tuple[str, ...] = ("asserted", "served", "service_waived", "charged", "arraigned", "cited")
HARMLESS += tuple(
    str(kind) for kind, rule in CLAIM_EVENT_RULES.items() if rule.effect == ClaimEffect.NONE and rule.beside is None
)
# The docket shows that a filing is there and under seal: what it did to the claim is not told, and the status that is
# derived without it would be false.
UNTOLD = RestsOn(
    column="disclosure",
    value=f"""case when s.disclosure = 'shown' and exists (select 1 from public.docket_claimevent e
      where e.claim_against_id = s.id and e.kind not in ({", ".join(map(repr, HARMLESS))})
      and (exists (select 1 from {{published}}.docket_filing r where r.id = e.filing_id
          and r.visibility <> '{Visibility.PUBLIC}')
        or exists (select 1 from {{published}}.docket_case r where r.id = e.filing_case_id
          and r.visibility <> '{Visibility.PUBLIC}'))) then 'incomplete' else s.disclosure end""",  # noqa: S608 - constants
    rows="docket_claimevent",
    key="claim_against_id",
    evidence={"docket_filing": "filing_id", "docket_case": "filing_case_id"},
)


@tracked
class Claim(InCase, Addressed):
    """A count pleaded in a filing: claim, counterclaim, arbitral claim, criminal count, violation."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="claims", help_text="In which proceeding.")
    kind = models.CharField(max_length=30, choices=ClaimKind, default=ClaimKind.CLAIM, help_text="What sort of claim.")
    label = models.TextField(blank=True, help_text="“Count I”, “Item 1a”, as pleaded.")
    position = models.PositiveSmallIntegerField(default=0, help_text="Order in the pleading.")
    title = models.TextField(help_text="In words: “Wrongful death”. A charge: as filed, no broader.")
    cause_of_action = models.CharField(
        max_length=60, choices=CauseOfAction, blank=True, help_text="The normalised cause of action."
    )
    legal_basis = models.TextField(blank=True, help_text="Statute or rule: “NMSA 1978, § 41-2-1”.")
    relief = ArrayField(
        models.CharField(max_length=40, choices=Relief),
        default=list,
        blank=True,
        help_text="What is asked for.",
    )
    amount = amount("The amount claimed, where stated.")
    currency = currency()
    amount_note = models.TextField(blank=True, help_text="“in excess of”, “to be proven at trial”.")
    asserted_in = models.ForeignKey(
        Filing,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        help_text="The pleading that states it.",
    )
    carried_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="carried_to",
        help_text="The same claim in the earlier version of the pleading.",
    )
    basis = models.CharField(
        max_length=20, choices=Basis, default=Basis.ALLEGED, help_text="On what ground the record states it."
    )

    objects = ClaimQuerySet.as_manager()
    same_case = ("asserted_in", "carried_from")
    publication = Published(
        keep=True,
        evidence=("asserted_in",),
        blank=("carried_from",),
        corrected=(
            Corrected("title", "title", may_be_quiet=True),
            Corrected("legal_basis", "legal basis", may_be_quiet=True),
            Corrected("amount", "amount claimed", is_told=True, goes_on=True),
        ),
    )

    class Meta(Addressed.Meta):
        ordering = ("case", "position", "pk")
        indexes = [
            GinIndex(OpClass(Upper("title"), name="gin_trgm_ops"), name="claim_title_trgm"),
            GinIndex(OpClass(Upper("label"), name="gin_trgm_ops"), name="claim_label_trgm"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["case", "id"], name="claim_in_case"),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="claim_has_title",
                violation_error_message="A claim needs a title.",
            ),
            real_amount("claim"),
            ExclusionConstraint(
                name="claim_one_next_version",
                expressions=[("carried_from", RangeOperators.EQUAL), ("asserted_in", RangeOperators.NOT_EQUAL)],
                violation_error_message="That claim stands in another later version of the pleading already, and one "
                "version is operative: carry it on from there.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.title}" if self.label else self.title

    def get_absolute_url(self) -> str:
        """The claim's permanent address: its public id, never what may change."""
        return reverse("claim", args=[self.public_id])


@tracked
class ClaimParty(InCase, Record):
    """A party by whom a claim is asserted."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+", editable=False)
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="asserted_by", help_text="The claim.")
    case_party = models.ForeignKey(
        CaseParty, models.PROTECT, related_name="claims_asserted", help_text="Who asserts it."
    )

    case_from = "claim"
    same_case = ("case_party",)
    publication = Published()

    class Meta(Record.Meta):
        verbose_name = "claimant"
        verbose_name_plural = "asserted by"
        ordering = ("claim", "pk")
        constraints = [models.UniqueConstraint(fields=["claim", "case_party"], name="claimant_once")]

    def clean(self) -> None:
        """Refuse who brings no claims, and who would bring one against itself."""
        super().clean()
        party = self.case_party
        if words := claim_rules.cannot_assert(party) or claim_rules.against_itself(self.claim, party, asserting=True):
            raise ValidationError({"case_party": words})

    def __str__(self) -> str:
        return str(self.case_party)


class ClaimAgainstQuerySet(models.QuerySet["ClaimAgainst"]):
    """Claims against parties, narrowed or readied."""

    def with_events(self) -> Self:
        """With the party, and ready for `docket.claims.status_of`."""
        # by name, as a Prefetch could not be asked for twice
        return self.select_related("claim", "case", "case_party__party").prefetch_related("events__filing")


@tracked
class ClaimAgainst(InCase, Addressed):
    """A claim against one party: the grain at which everything is decided."""

    class Disclosure(models.TextChoices):
        SHOWN = "shown", "Shown with its derived status"
        INCOMPLETE = "incomplete", "Shown as “record incomplete”"
        WITHHELD = "withheld", "Withheld from the public"

    case = models.ForeignKey(Case, models.PROTECT, related_name="claims_against", editable=False)
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="against", help_text="The claim.")
    case_party = models.ForeignKey(
        CaseParty, models.PROTECT, related_name="claims_against", help_text="Against whom it is made."
    )
    disclosure = models.CharField(
        max_length=12,
        choices=Disclosure,
        default=Disclosure.SHOWN,
        help_text="Where a withheld filing changed the status, the derived one would be false: choose what is said.",
    )

    objects = ClaimAgainstQuerySet.as_manager()
    case_from = "claim"
    same_case = ("case_party",)
    publication = Published(keep=True, only_if="s.disclosure <> 'withheld'", rests_on=UNTOLD)

    class Meta(Addressed.Meta):
        verbose_name_plural = "claims against"
        ordering = ("claim", "pk")
        constraints = [
            models.UniqueConstraint(fields=["case", "id"], name="claim_against_in_case"),
            models.UniqueConstraint(fields=["claim", "case_party"], name="claim_against_once"),
        ]

    def clean(self) -> None:
        """Refuse a claim of a party against itself."""
        super().clean()
        known = self.claim_id and self.case_party_id
        if known and (words := claim_rules.against_itself(self.claim, self.case_party, asserting=False)):
            raise ValidationError({"case_party": words})

    def __str__(self) -> str:
        return f"{self.claim} against {self.case_party}"


@tracked
class ClaimEvent(InCase, Addressed):
    """A dated thing that happened to a claim against a party. The status is derived from these, never typed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="claim_events", editable=False)
    claim_against = models.ForeignKey(
        ClaimAgainst, models.PROTECT, related_name="events", help_text="The claim against the party."
    )
    kind = models.CharField(max_length=40, choices=ClaimEventKind, help_text="What happened.")
    date = partial_date("When it happened.")
    date_precision = precision()
    filing = models.ForeignKey(
        Filing,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claim_events",
        help_text="The filing that did it.",
    )
    filing_case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    response = models.CharField(
        max_length=30, choices=Response, blank=True, help_text="An answer: what it says to the claim."
    )
    defenses = ArrayField(
        models.CharField(max_length=60, choices=Defense),
        default=list,
        blank=True,
        help_text="Defences raised.",
    )
    with_prejudice = models.CharField(
        max_length=12, choices=Prejudice, blank=True, help_text="A dismissal: may the claim be brought again?"
    )
    amount = amount("The amount awarded, settled or fined, where public.")
    currency = currency()
    prevailing = models.CharField(
        max_length=20, choices=PrevailingSide, blank=True, help_text="For whom it was decided."
    )
    ground = models.CharField(
        max_length=20,
        choices=DecisionGround,
        blank=True,
        help_text="A decision: on what it rests, where the filing says so. Only “the merits” is told as a finding.",
    )
    offense = models.TextField(
        blank=True, help_text="A conviction or plea on another offense than the one charged: which, as the filing says."
    )
    basis = models.CharField(
        max_length=20, choices=Basis, default=Basis.RECORD, help_text="On what ground the record states it."
    )
    note = models.TextField(blank=True, help_text="Detail for the reader: liability shares, sentence, conditions.")
    position = models.PositiveSmallIntegerField(default=0, help_text="Order among events of one day.")
    origin = models.CharField(
        max_length=10,
        choices=Origin,
        blank=True,
        default=Origin.STAFF,
        editable=False,
        help_text="How it came into the record: entered by staff, or imported; what staff change is theirs. Empty: not "
        "recorded.",
    )

    case_from = "claim_against"
    publication = Published(
        keep=True,
        evidence=("filing", "filing_case"),
        corrected=(
            Corrected("kind", "what happened"),
            Corrected("date", "date", is_told=True),
            Corrected("amount", "amount", is_told=True),
            Corrected("prevailing", "who prevailed"),
            Corrected("with_prejudice", "with or without prejudice"),
        ),
    )

    class Meta(Addressed.Meta):
        ordering = ("claim_against", F("date").asc(nulls_first=True), "position", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(filing__isnull=True, filing_case__isnull=True)
                | Q(filing__isnull=False, filing_case__isnull=False),
                name="claim_event_filing_has_case",
            ),
            models.CheckConstraint(
                condition=Q(filing_case__isnull=True)
                | Q(filing_case=F("case"))
                | Q(kind__in=[kind.value for kind in CROSS_CASE_CLAIM_EVENTS]),
                name="claim_event_crosses",
                violation_error_message="An event of this kind is done by a filing of the claim's own case.",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=claim_rules.NEEDS_PREJUDICE) | ~Q(with_prejudice=""),
                name="claim_event_prejudice",
                violation_error_message="An ending of this kind is with or without prejudice, or that is not stated.",
            ),
            models.CheckConstraint(
                condition=Q(response="") | Q(kind__in=claim_rules.TAKES_RESPONSE),
                name="claim_event_response",
                violation_error_message="Only an answer or a notice of contest has a response.",
            ),
            models.CheckConstraint(
                condition=Q(ground="") | Q(kind__in=claim_rules.TAKES_GROUND),
                name="claim_event_ground",
                violation_error_message="Only a decision has a ground: leave it empty.",
            ),
            models.CheckConstraint(
                condition=Q(offense="") | Q(kind__in=claim_rules.TAKES_OFFENSE),
                name="claim_event_offense",
                violation_error_message="Only a conviction, plea or sentence names another offense: leave it empty.",
            ),
            precise("claim_event", "date"),
            real_amount("claim_event"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Take the filing's case beside the claim's; what was imported and is saved again staff have changed."""
        self.filing_case_id = self.filing.case_id if self.filing else None
        if self.origin == Origin.IMPORTED and not self._state.adding:
            self.origin = Origin.STAFF
            if (columns := kwargs.get("update_fields")) is not None:
                kwargs["update_fields"] = {*columns, "origin"}
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse what cannot have happened to the claim, and a filing of another case for what only its own can do."""
        super().clean()
        if self.claim_against_id and (found := dict(claim_rules.refusals(self))):
            raise ValidationError(found)
        if not self.filing or self.filing.case_id == self._case_id():
            return
        if self.kind not in CROSS_CASE_CLAIM_EVENTS:
            what = self.get_kind_display()
            message = f"“{what}” is done by a filing of the claim's own case, not of {self.filing.case}."
            raise ValidationError({"filing": message})

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.date or 'date not in the record'})"
