"""The CSV of cases, and the parties of each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When

from docket.choices import (
    ACCUSING,
    CASE_STATUS_PUBLIC_LABEL,
    CapacityKind,
    CaseCategory,
    CaseDisposition,
    CaseType,
    JurisdictionBasis,
    OfficialRole,
    PartyRole,
    Side,
)
from docket.models import Appearance, Capacity, CaseNumber, CaseOfficial, CaseParty, Claim, ClaimAgainst, Filing
from docket.publishing.visibility import NOT_LISTED
from docket.site.exports.columns import (
    EMPTY,
    TEXT,
    Column,
    File,
    Kind,
    address,
    around,
    array_of,
    code,
    day,
    flag,
    how_many,
    identity,
    label,
    label_of,
    last_changed,
    money,
    number,
    of_whole_case,
    partial_date,
    row_id,
    several_of,
    text,
    words,
)
from docket.site.exports.in_case import matters_of, notes_of_case
from docket.site.filters import CaseFilter, listed
from docket.site.one_party import outcomes_of_roles

claimed = ClaimAgainst.objects.filter(case_party=OuterRef("pk")).exclude(disclosure=ClaimAgainst.Disclosure.WITHHELD)
accused = CaseParty.objects.filter(Q(side=Side.RESPONDING) | Exists(claimed), case=OuterRef("pk")).order_by("pk")


def unless_several_accused(column: Column) -> Column:
    """The column, empty of a case in which several are charged or cited: its one disposition is not each one's."""
    several = Q(category__in=ACCUSING) & Exists(accused[1:2])
    about = f"{column.about} Empty where several are charged or cited: what became of each is in claims."
    return replace(column, value=Case(When(several, then=EMPTY), default=column.value, output_field=TEXT), about=about)


numbers = CaseNumber.objects.filter(case=OuterRef("pk")).order_by("kind", "number")
officials = CaseOfficial.objects.filter(case=OuterRef("pk")).order_by("role", "pk")
official_and_role = words(F("name"), " (", label("role", OfficialRole.choices), ")")

CASES = File(
    name="cases",
    grain="One proceeding in one forum.",
    filter=CaseFilter,
    listed=listed.cases,
    columns=(
        identity("case_id", "public_id", "The case: the id in its address."),
        address("case_url", "case", "public_id", "The case's permanent address."),
        *matters_of("pk", "gathered"),
        text("forum_id", "forum__slug", "The forum: the id in its address; empty where not reported."),
        text("forum", "forum__name", "The forum's name."),
        text("docket_number", "docket_number", "The number in that forum, normalised; empty where not reported."),
        text("docket_number_as_filed", "docket_number_as_filed", "As the source writes it."),
        several_of("other_numbers", numbers, "number", "Former numbers, those of other courts and institutions."),
        text("caption", "caption", "The title, as filed or as described here."),
        text("caption_short", "caption_short", "The short form."),
        flag(
            "caption_is_descriptive", "caption_is_descriptive", "The caption is a description, not the court's title."
        ),
        code("category", "category", "What sort of proceeding it is."),
        label_of("category_label", "category", CaseCategory.choices, "That in words."),
        code("case_type", "case_type", "The type by which courts count it."),
        label_of("case_type_label", "case_type", CaseType.choices, "That in words."),
        number("nature_of_suit", "nature_of_suit", "Federal cover sheet code (JS-44)."),
        text("nature_of_suit_as_filed", "nature_of_suit_as_filed", "As the court's page writes it."),
        text("cause", "cause", "The cause, as the court writes it."),
        code("jurisdiction_basis", "jurisdiction_basis", "Basis of federal jurisdiction."),
        label_of("jurisdiction_basis_label", "jurisdiction_basis", JurisdictionBasis.choices, "That in words."),
        code("jury_demand", "jury_demand", "Who asked for a jury; empty: not reported."),
        text("demand", "demand", "The amount demanded, as the court's page writes it."),
        *money("amount", "The amount in controversy, where stated."),
        *partial_date("date_filed", "date_filed", "When it was filed."),
        *partial_date("date_terminated", "date_terminated", "When it was closed."),
        code("status", "status", "Where the whole case stands; each claim has its own status."),
        label_of("status_label", "status", CASE_STATUS_PUBLIC_LABEL.items(), "That in words."),
        of_whole_case(unless_several_accused(code("disposition", "disposition", "How it ended, once it has."))),
        of_whole_case(
            unless_several_accused(
                label_of("disposition_label", "disposition", CaseDisposition.choices, "That in words.")
            )
        ),
        several_of("officials", officials, official_and_role, "Judges, arbitrators, mediators, each with the office."),
        array_of("court_flags", "flags", "The court's own flags."),
        how_many(
            "filing_count",
            Filing.objects.filter(case=OuterRef("pk")).exclude(visibility__in=NOT_LISTED),
            "How many filings are in this record.",
        ),
        how_many("claim_count", Claim.objects.filter(case=OuterRef("pk")), "How many claims are in this record."),
        text("court_case_id", "court_case_id", "The forum's own id of the case (PACER case id)."),
        text("source_url", "source_url", "The court's own page of the case."),
        day("last_checked", "last_checked", "When the record was last compared with the court's docket."),
        text("coverage_note", "coverage_note", "What of the docket is in this record and what is not."),
        flag("is_sample", "is_sample", "Sample data, not a real proceeding's record."),
        last_changed(),
    ),
)

capacities = Capacity.objects.filter(case_party=OuterRef("pk")).order_by("position", "pk")
capacity_in_words = words(label("kind", CapacityKind.choices), around(" ", "object"))
counsel = Appearance.objects.filter(case_party=OuterRef("pk")).order_by("position", "pk")
lawyer_and_firm = words(F("attorney__name"), around(" (", "firm__name", ")"))


def parties_of(found: QuerySet[Any]) -> QuerySet[Any]:
    """The parties of the cases found."""
    return CaseParty.objects.filter(case__in=found)


CASE_PARTIES = File(
    name="case-parties",
    grain="One role of one party in one case.",
    filter=CaseFilter,
    listed=listed.cases,
    of=parties_of,
    order=("case", "position", "pk"),
    derive_each=outcomes_of_roles,
    id_begins="case__public_id",
    columns=(
        row_id(
            "case_party_id",
            "case__public_id",
            "party__public_id",
            "role",
            about="The row: case, party and role; a party may hold several roles in a case.",
        ),
        identity("case_id", "case__public_id", "The case; joins to cases."),
        address("case_url", "case", "case__public_id", "The case's permanent address."),
        identity("party_id", "party__public_id", "The party; joins to parties."),
        address("party_url", "party", "party__public_id", "The party's permanent address."),
        text("party", "party__name", "The party's name."),
        notes_of_case("case"),
        text("name_as_filed", "name_as_filed", "The name as this case's filings write it."),
        code("role", "role", "The role in the case."),
        label_of("role_label", "role", PartyRole.choices, "That in words."),
        text("role_as_filed", "role_as_filed", "The role as the court's page writes it."),
        code("side", "side", "initiating, responding or neutral."),
        label_of("side_label", "side", Side.choices, "That in words."),
        several_of("capacities", capacities, capacity_in_words, "In what capacities the party appears."),
        *partial_date("date_joined", "date_joined", "When the party came into the case."),
        *partial_date("date_terminated", "date_terminated", "When the party left the case."),
        number("doe_from", "doe_from", "“Does 1–25”: the first number."),
        number("doe_to", "doe_to", "“Does 1–25”: the last number."),
        flag("is_pro_se", "is_pro_se", "Represents itself."),
        several_of("counsel", counsel, lawyer_and_firm, "Attorneys, each with the firm."),
        Column(
            "outcome",
            Kind.TEXT,
            None,
            "What became of the claims or counts against this party in this role: of their own events only, never how "
            "the case ended. Empty where nothing is claimed from it, or too many things came of it: see claims.",
        ),
        last_changed(),
    ),
)
