"""The CSV of attorneys, of firms, and of who appears for whom."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, QuerySet

from docket.choices import Designation, PartyRole
from docket.models import Appearance, Case, CaseMatter
from docket.site.exports.columns import (
    File,
    address,
    array_of,
    code,
    how_many,
    identity,
    label_of,
    last_changed,
    partial_date,
    row_id,
    text,
)
from docket.site.exports.in_case import notes_of_case, notes_of_matters
from docket.site.filters import CaseFilter, CounselFilter, FirmFilter, listed
from parties.models import Attorney


def notes_of_counsel(whose: str) -> QuerySet[CaseMatter]:
    """The matters in whose cases the attorney or the firm appears, one for each heading."""
    rows = CaseMatter.objects.filter(**{f"case__appearances__{whose}": OuterRef("pk")})
    return rows.order_by("matter__heading_note").distinct("matter__heading_note")


ATTORNEYS = File(
    name="attorneys",
    grain="One lawyer; never joined with another by the name alone.",
    filter=CounselFilter,
    listed=listed.counsel,
    columns=(
        identity("attorney_id", "public_id", "The attorney."),
        address("attorney_url", "api-attorneys-row", "public_id", "The permanent address of this row."),
        text("name", "name", "As the court's record gives it."),
        notes_of_matters(notes_of_counsel("attorney")),
        how_many(
            "case_count",
            Case.objects.filter(appearances__attorney=OuterRef("pk")).distinct(),
            "In how many cases of this record; each appearance: appearances.",
        ),
        last_changed(),
    ),
)

FIRMS = File(
    name="firms",
    grain="One law firm, prosecutor's office or legal department.",
    filter=FirmFilter,
    listed=listed.firms,
    columns=(
        identity("firm_id", "public_id", "The firm."),
        address("firm_url", "api-firms-row", "public_id", "The permanent address of this row."),
        text("name", "name", "As the firm writes it."),
        notes_of_matters(notes_of_counsel("firm")),
        how_many(
            "attorney_count",
            Attorney.objects.filter(appearances__firm=OuterRef("pk")).distinct(),
            "How many attorneys appear with it in this record.",
        ),
        last_changed(),
    ),
)


def appearances_of(found: QuerySet[Any]) -> QuerySet[Any]:
    """Who appears in the cases found."""
    return Appearance.objects.filter(case__in=found)


APPEARANCES = File(
    name="appearances",
    grain="One attorney for one party in one role in one case.",
    filter=CaseFilter,
    listed=listed.cases,
    of=appearances_of,
    order=("case", "case_party", "position", "pk"),
    id_begins="case__public_id",
    columns=(
        row_id(
            "appearance_id",
            "case__public_id",
            "case_party__party__public_id",
            "case_party__role",
            "attorney__public_id",
            about="The row: case, party, role and attorney.",
        ),
        row_id(
            "case_party_id",
            "case__public_id",
            "case_party__party__public_id",
            "case_party__role",
            about="Who is represented, in which role; joins to case-parties.",
        ),
        identity("case_id", "case__public_id", "The case; joins to cases."),
        address("case_url", "case", "case__public_id", "The case's permanent address."),
        notes_of_case("case"),
        identity("party_id", "case_party__party__public_id", "Who is represented; joins to parties."),
        text("party", "case_party__party__name", "The name of that party."),
        code("role", "case_party__role", "The role of that party."),
        label_of("role_label", "case_party__role", PartyRole.choices, "That in words."),
        identity("attorney_id", "attorney__public_id", "By whom; joins to attorneys."),
        text("attorney", "attorney__name", "The attorney's name."),
        identity("firm_id", "firm__public_id", "The firm at that time; joins to firms."),
        text("firm", "firm__name", "The firm's name."),
        array_of("attorney_roles", "roles", "What the attorney is for the party: lead, pro_hac_vice, and so on."),
        code("designation", "designation", "How counsel came to act: retained, appointed, and so on."),
        label_of("designation_label", "designation", Designation.choices, "That in words."),
        *partial_date("date_from", "date_from", "Since when."),
        *partial_date("date_terminated", "date_terminated", "Until when."),
        last_changed(),
    ),
)
