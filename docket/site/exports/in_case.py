"""What the files of filings and claims say of their case, in the same columns."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db.models import F, OuterRef, Q, QuerySet

from docket.choices import CaseCategory, PartyRole
from docket.models import CaseMatter
from docket.site.exports.columns import Column, address, code, identity, label, label_of, several_of, text, words

# of a row that names a party of the case
NAME_AND_ROLE = words(F("case_party__party__name"), " (", label("case_party__role", PartyRole.choices), ")")


def matters_of(case: str, kept: str) -> tuple[Column, ...]:
    """The matters of a case, the primary one first; `kept`: the path to where they are kept ready."""
    rows = CaseMatter.objects.filter(case=OuterRef(case)).order_by("-is_primary", "position", "pk")
    return (
        several_of(
            "matter_ids",
            rows,
            "matter__public_id",
            "Ids of the matters of the case, the primary one first.",
            f"{kept}__matter_ids",
        ),
        several_of("matters", rows, "matter__title", "Titles of those matters, in the same order.", f"{kept}__matters"),
        notes_of_matters(rows, f"{kept}__heading_notes"),
    )


def notes_of_matters(rows: QuerySet[CaseMatter], kept: str = "") -> Column:
    """What heads everything that is told of the matters; `kept`: the path to where it is kept ready."""
    noted = rows.exclude(matter__heading_note="")
    about = "What heads everything told of those matters: “As reported in 2022; later events not included”."
    return several_of("heading_notes", noted, "matter__heading_note", about, kept)


def notes_of_case(*cases: str) -> Column:
    """What heads everything told of the case or cases; each is the path to one."""
    of_any = reduce(or_, (Q(case=OuterRef(case)) for case in cases))
    rows = CaseMatter.objects.filter(of_any).order_by("matter__heading_note")
    return notes_of_matters(rows.distinct("matter__heading_note"))


def of_case(case: str) -> tuple[Column, ...]:
    """Which case it is; `case` is the path to it."""
    return (
        *matters_of(case, f"{case}__gathered"),
        identity("case_id", f"{case}__public_id", "The case: the id in its address."),
        address("case_url", "case", f"{case}__public_id", "The case's permanent address."),
        text("forum_id", f"{case}__forum__slug", "The forum: the id in its address; empty where not reported."),
        text("forum", f"{case}__forum__name", "The forum's name."),
        text("docket_number", f"{case}__docket_number", "The case's number in that forum; empty where not reported."),
        text("caption", f"{case}__caption", "The case's title, as filed or as described here."),
        code("category", f"{case}__category", "What sort of proceeding it is."),
        label_of("category_label", f"{case}__category", CaseCategory.choices, "That in words."),
    )
