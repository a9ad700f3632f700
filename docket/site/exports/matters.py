"""The CSV of matters, of the people in the event itself, and of the sources that the record names."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from docket.choices import MatterRole, SourceKind
from docket.models import CaseMatter, MatterParty, SourceLink
from docket.site.exports.columns import (
    TEXT,
    Column,
    File,
    Kind,
    address,
    array_of,
    code,
    day,
    flag,
    how_many,
    identity,
    label_of,
    last_changed,
    partial_date,
    row_id,
    several,
    text,
)
from docket.site.filters import MatterFilter, SourceFilter, listed

HEADING = "What heads everything told of the matter: “As reported in 2022; later events not included”."

MATTERS = File(
    name="matters",
    grain="One event or dispute from which proceedings followed.",
    filter=MatterFilter,
    listed=listed.matters,
    columns=(
        identity("matter_id", "public_id", "The matter: the id in its address."),
        address("matter_url", "matter", "public_id", "The matter's permanent address."),
        text("title", "title", "What it is called here, neutrally."),
        text("heading_notes", "heading_note", HEADING),
        text("place", "place", "Where it happened, as publicly known."),
        *partial_date("happened_on", "happened_on", "When it happened."),
        array_of("tags", "tags", "Its subjects."),
        text("coverage_note", "coverage_note", "What this record covers and what it leaves out."),
        how_many("case_count", CaseMatter.objects.filter(matter=OuterRef("pk")), "How many cases followed from it."),
        flag("is_sample", "is_sample", "Sample data, not a real event's record."),
        last_changed(),
    ),
)


def people_of(found: QuerySet[Any]) -> QuerySet[Any]:
    """Who took part in the events found."""
    return MatterParty.objects.filter(matter__in=found)


MATTER_PARTIES = File(
    name="matter-parties",
    grain="One part that somebody took in the event itself, whatever cases followed.",
    filter=MatterFilter,
    listed=listed.matters,
    of=people_of,
    order=("matter", "position", "pk"),
    id_begins="matter__public_id",
    columns=(
        row_id(
            "matter_party_id",
            "matter__public_id",
            "party__public_id",
            "role",
            about="The row: matter, party and part.",
        ),
        identity("matter_id", "matter__public_id", "The matter; joins to matters."),
        address("matter_url", "matter", "matter__public_id", "The matter's permanent address."),
        text("heading_notes", "matter__heading_note", HEADING),
        identity("party_id", "party__public_id", "The party; joins to parties."),
        address("party_url", "party", "party__public_id", "The party's permanent address."),
        text("party", "party__name", "The party's name."),
        code("role", "role", "The part taken in the event."),
        label_of("role_label", "role", MatterRole.choices, "That in words."),
        text("note", "note", "Detail for the reader."),
        last_changed(),
    ),
)

# the paths from where a source is named to the matters of it
NAMED_IN = (
    "matter",
    "matter_party__matter",
    "summary__matter",
    "update__matter",
    "case__case_matters__matter",
    "filing__case__case_matters__matter",
    "claim_event__case__case_matters__matter",
    "summary__case__case_matters__matter",
    "update__case__case_matters__matter",
)
notes = [NullIf(f"{path}__heading_note", Value("")) for path in NAMED_IN]
noted = SourceLink.objects.filter(source=OuterRef("pk")).annotate(note=Coalesce(*notes, output_field=TEXT))
notes_of_source = ArraySubquery(noted.filter(note__isnull=False).order_by("note").distinct("note").values_list("note"))

SOURCES = File(
    name="sources",
    grain="One court record, filing, news report or statement from which facts of the record were taken.",
    filter=SourceFilter,
    listed=listed.sources,
    columns=(
        identity("source_id", "public_id", "The source."),
        address("source_url", "api-sources-row", "public_id", "The permanent address of this row."),
        code("kind", "kind", "What sort of source."),
        label_of("kind_label", "kind", SourceKind.choices, "That in words."),
        text("title", "title", "Its title, or a description."),
        text("publisher", "publisher", "Who published it."),
        text("url", "url", "Where it can be read; empty: not known."),
        *partial_date("date_published", "date_published", "When it was published."),
        day("date_accessed", "date_accessed", "When it was read or retrieved."),
        Column(
            "heading_notes",
            Kind.LIST,
            several(notes_of_source),
            "What heads everything told of the matters in which it is named. Joined by “; ”.",
            array=notes_of_source,
        ),
        last_changed(),
    ),
)
