"""The CSV of forums, and of how cases relate to each other."""

from __future__ import annotations

from typing import Any

from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import MD5, Coalesce, Left

from docket.choices import CaseLinkKind, ForumKind, ForumLevel, ForumSystem
from docket.models import Case, CaseLink
from docket.publishing.visibility import CONTENT_WITHHELD
from docket.site.exports.columns import (
    TEXT,
    File,
    address,
    code,
    how_many,
    identity,
    label_of,
    last_changed,
    partial_date,
    row_id,
    text,
)
from docket.site.exports.in_case import notes_of_case
from docket.site.filters import CaseFilter, ForumFilter, listed

FORUMS = File(
    name="forums",
    grain="One court, arbitral institution, agency, police or prosecutor's office.",
    filter=ForumFilter,
    listed=listed.forums,
    id_begins="slug",
    columns=(
        text("forum_id", "slug", "The forum: the id in its address."),
        address("forum_url", "forum", "slug", "The forum's permanent address."),
        code(
            "courts_db_id", "courts_db_id", "The Free Law Project's id of the court, by which CourtListener calls it."
        ),
        code("kind", "kind", "What sort of forum."),
        label_of("kind_label", "kind", ForumKind.choices, "That in words."),
        text("name", "name", "The full official name."),
        text("short_name", "short_name", "As people say it."),
        text("citation_form", "citation_form", "As a citation abbreviates it."),
        text("jurisdiction", "jurisdiction", "Whose: “New Mexico”, “United States”, “international”."),
        code("system", "system", "Federal, state, tribal, international, and so on."),
        label_of("system_label", "system", ForumSystem.choices, "That in words."),
        code("level", "level", "Its place in the appeals."),
        label_of("level_label", "level", ForumLevel.choices, "That in words."),
        identity("parent_id", "parent__slug", "The forum that it is part of."),
        text("url", "url", "The forum's own site."),
        code("time_zone", "time_zone", "To which its days and hours are local (IANA)."),
        how_many(
            "case_count",
            Case.objects.filter(forum=OuterRef("pk")).exclude(visibility__in=CONTENT_WITHHELD),
            "How many cases of this record are before it.",
        ),
        last_changed(),
    ),
)


def links_of_cases(found: QuerySet[Any]) -> QuerySet[Any]:
    """The links that start at the cases found, to cases that are not under seal or to words."""
    return CaseLink.objects.filter(from_case__in=found).exclude(to_case__visibility__in=CONTENT_WITHHELD)


other_end = Coalesce(F("to_case__public_id"), Left(MD5("to_text"), 10), output_field=TEXT)

CASE_LINKS = File(
    name="case-links",
    grain="One way in which a case relates to another, which may be known by words only.",
    filter=CaseFilter,
    listed=listed.cases,
    of=links_of_cases,
    order=("from_case", "kind", "pk"),
    id_begins="from_case__public_id",
    columns=(
        row_id("case_link_id", "from_case__public_id", "kind", other_end, about="The row: case, kind and other end."),
        identity("from_case_id", "from_case__public_id", "The later or member case; joins to cases."),
        address("from_case_url", "case", "from_case__public_id", "Its permanent address."),
        code("kind", "kind", "How it relates to the other."),
        label_of("kind_label", "kind", CaseLinkKind.choices, "That in words."),
        identity("to_case_id", "to_case__public_id", "The other case; joins to cases; empty: not in this record."),
        address("to_case_url", "case", "to_case__public_id", "Its permanent address."),
        text("to_text", "to_text", "The other case in words, where it is not in this record."),
        notes_of_case("from_case", "to_case"),
        *partial_date("date", "date", "When the relation arose."),
        text("note", "note", "Detail for the reader."),
        last_changed(),
    ),
)
