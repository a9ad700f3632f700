"""The CSV of corrections."""

from __future__ import annotations

from django.db.models import F
from django.db.models.functions import Coalesce

from docket.site.corrected import columns
from docket.site.exports.columns import Column, File, Kind, address, code, identity, label_of, last_changed, text
from docket.site.exports.in_case import notes_of_case
from docket.site.filters import CorrectionFilter, listed

EVENT = "claim_event__claim_against__claim__public_id"
WORDS = [(code_of, column.words) for code_of, column in columns().items()]

CORRECTIONS = File(
    name="corrections",
    grain="One column of one row that the public read otherwise before.",
    filter=CorrectionFilter,
    listed=listed.corrections,
    columns=(
        code("what", "what", "The table and column that was corrected: filing.date_filed."),
        label_of("what_label", "what", WORDS, "The column in words."),
        text("was", "was", "The date or sum that stood there; empty for a name or a text: it is not said again."),
        identity("case_id", "case__public_id", "The case in whose record it was; empty for a matter or a party."),
        address("case_url", "case", "case__public_id", "The case's permanent address."),
        notes_of_case("case"),
        identity("matter_id", "matter__public_id", "The matter in whose record it was."),
        address("matter_url", "matter", "matter__public_id", "The matter's permanent address."),
        identity("filing_id", "filing__public_id", "The filing that was corrected."),
        Column("claim_id", Kind.ID, Coalesce(F("claim__public_id"), F(EVENT)), "The claim, also of an event."),
        identity("claim_event_id", "claim_event__public_id", "The event of a claim that was corrected."),
        Column(
            "party_id",
            Kind.ID,
            Coalesce(F("party__public_id"), F("case_party__party__public_id")),
            "The party whose name, or whose part in the case, was corrected.",
        ),
        address("party_url", "party", "party__public_id", "The permanent address of the party whose name it was."),
        last_changed("at"),
    ),
)
