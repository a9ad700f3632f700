"""The CSV of parties."""

from __future__ import annotations

from django.db.models import F, OuterRef

from docket.models import Case, CaseMatter
from docket.site.exports.columns import (
    File,
    address,
    code,
    how_many,
    identity,
    label,
    label_of,
    last_changed,
    several_of,
    text,
    words,
)
from docket.site.exports.in_case import notes_of_matters
from docket.site.filters import PartyInCasesFilter, listed
from parties.choices import AliasKind, PartyKind
from parties.models import PartyAlias

aliases = PartyAlias.objects.filter(party=OuterRef("pk")).order_by("kind", "name")
of_party = CaseMatter.objects.filter(case__case_parties__party=OuterRef("pk"))
in_matters = of_party.order_by("matter__heading_note").distinct("matter__heading_note")
alias_in_words = words(label("kind", AliasKind.choices), " ", F("name"))

PARTIES = File(
    name="parties",
    grain="One person, organization or thing; never joined with another by the name alone.",
    filter=PartyInCasesFilter,
    listed=listed.parties,
    columns=(
        identity("party_id", "public_id", "The party: the id in its address."),
        address("party_url", "party", "public_id", "The party's permanent address."),
        code("kind", "kind", "What sort of party."),
        label_of("kind_label", "kind", PartyKind.choices, "That in words."),
        text("name", "name", "As the public reads it."),
        text("sort_name", "sort_name", "For alphabetical lists."),
        several_of("aliases", aliases, alias_in_words, "Other names, each with how it is related."),
        notes_of_matters(in_matters),
        text("description", "description", "One neutral line that tells this party from others of the name."),
        how_many(
            "case_count",
            Case.objects.filter(case_parties__party=OuterRef("pk")).distinct(),
            "In how many cases of this record; each role: case-parties.",
        ),
        last_changed(),
    ),
)
