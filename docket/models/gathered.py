"""What the files say of a filing and of a case from rows that point at them, kept ready for the public site.

The drain keeps these tables in the schema `published` (docket/publishing/wall/gathered.py). The desk has none of them
and gathers when it is asked. Both say the same, in the words of docket/site/exports.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models

from docket.choices import FilingLinkKind, PartyRole
from docket.models.cases import Case
from docket.models.filings import Filing
from docket.publishing.rules import Gathered, Gathering, Private
from docket.publishing.visibility import NOT_LISTED, sql_list

# The kinds of link by which a filing answers or opposes another.
RESPONSES = (
    FilingLinkKind.RESPONDS_TO,
    FilingLinkKind.ANSWERS,
    FilingLinkKind.OPPOSES,
    FilingLinkKind.REPLIES_TO,
)
WHY = "made by the projection itself, for the files of the public site"


def _words(choices: Iterable[tuple[Any, Any]], column: str) -> str:
    """The words of a code, in SQL that is still to be formatted."""
    words = json.dumps({str(value): str(label) for value, label in choices}, ensure_ascii=False).replace("'", "''")
    return f"('{words}'::jsonb ->> {column})".replace("{", "{{").replace("}", "}}")


_responses = "x.kind in (" + ", ".join(f"'{kind}'" for kind in RESPONSES) + ")"

FILERS = Gathering(
    rows=f"""select x.filing_id as id,
  string_agg(concat(p.name, ' (', {_words(PartyRole.choices, "c.role")}, ')'), '; ' order by x.id) as filed_by
  from {{schema}}.docket_filingparty x join {{schema}}.docket_caseparty c on c.id = x.case_party_id
  join {{schema}}.parties_party p on p.id = c.party_id where x.filing_id {{among}} group by 1""",
    noted_by={
        "docket_filingparty": "select x.filing_id from {rows} x",
        "docket_caseparty": "select y.filing_id from {rows} x "
        "join published.docket_filingparty y on y.case_party_id = x.id",
        "parties_party": "select y.filing_id from {rows} x join published.docket_caseparty c on c.party_id = x.id "
        "join published.docket_filingparty y on y.case_party_id = c.id",
    },
)
LINKS = Gathering(
    rows=f"""select x.from_filing_id as id,
  string_agg(f.public_id, '; ' order by x.id) filter (where {_responses}) as responds_to_ids,
  string_agg(concat({_words(FilingLinkKind.choices, "x.kind")}, case when f.entry_number = ''
    then ' an entry without a number' else ' entry ' || f.entry_number end), '; ' order by x.id)
    filter (where {_responses}) as responds_to,
  string_agg(x.outcome, '; ' order by x.id) filter (where x.outcome <> '') as outcome
  from {{schema}}.docket_filinglink x join {{schema}}.docket_filing f on f.id = x.to_filing_id
  where x.from_filing_id {{among}} group by 1""",
    noted_by={
        "docket_filinglink": "select x.from_filing_id from {rows} x",
        "docket_filing": "select y.from_filing_id from {rows} x "
        "join published.docket_filinglink y on y.to_filing_id = x.id",
    },
)
CITATIONS = Gathering(
    rows="""select x.filing_id as id, nullif(string_agg(x.text, '; ' order by x.position, x.id), '') as citations
  from {schema}.docket_rulingcitation x where x.filing_id {among} group by 1""",
    noted_by={"docket_rulingcitation": "select x.filing_id from {rows} x"},
)
DOCUMENTS = Gathering(
    rows=f"""select x.filing_id as id, count(*)::int as document_count,
  (count(*) filter (where x.file <> ''))::int as file_count
  from {{schema}}.docket_document x
  where x.visibility not in {sql_list(NOT_LISTED)} and x.filing_id {{among}} group by 1""",
    noted_by={"docket_document": "select x.filing_id from {rows} x"},
)
MATTERS = Gathering(
    rows="""select x.case_id as id,
  nullif(string_agg(m.public_id, '; ' order by x.is_primary desc, x.position, x.id), '') as matter_ids,
  nullif(string_agg(m.title, '; ' order by x.is_primary desc, x.position, x.id), '') as matters,
  string_agg(m.heading_note, '; ' order by x.is_primary desc, x.position, x.id)
    filter (where m.heading_note <> '') as heading_notes
  from {schema}.docket_casematter x join {schema}.docket_matter m on m.id = x.matter_id
  where x.case_id {among} group by 1""",
    noted_by={
        "docket_casematter": "select x.case_id from {rows} x",
        "docket_matter": "select y.case_id from {rows} x join published.docket_casematter y on y.matter_id = x.id",
    },
)


def _list(about: str) -> models.TextField[str | None, str | None]:
    return models.TextField(null=True, help_text=f"{about} Joined by “; ”; empty: none.")


class GatheredOfFiling(models.Model):
    """What a published filing gathers from its filers, links, citations and documents."""

    filing = models.OneToOneField(Filing, models.DO_NOTHING, primary_key=True, related_name="gathered")
    filed_by = _list("The filers, each with the role.")
    responds_to_ids = _list("The filings that it answers or opposes, by their public ids.")
    responds_to = _list("That in words.")
    outcome = _list("What it decided of motions that it rules on.")
    citations = _list("By what a ruling is cited.")
    document_count = models.IntegerField(null=True, help_text="The documents listed; empty: none.")
    file_count = models.IntegerField(null=True, help_text="How many of them can be read here; empty: none is listed.")

    publication: ClassVar = Private(WHY)
    gathers: ClassVar = Gathered((FILERS, LINKS, CITATIONS, DOCUMENTS))

    class Meta:
        managed = False
        db_table = "docket_filinggathered"

    def __str__(self) -> str:
        return f"gathered of filing {self.filing_id}"


class GatheredOfCase(models.Model):
    """What a published case gathers from its matters, the primary one first."""

    case = models.OneToOneField(Case, models.DO_NOTHING, primary_key=True, related_name="gathered")
    matter_ids = _list("The matters, by their public ids.")
    matters = _list("Their titles, in the same order.")
    heading_notes = _list("What heads everything told of them, of those that have such a note.")

    publication: ClassVar = Private(WHY)
    gathers: ClassVar = Gathered((MATTERS,))

    class Meta:
        managed = False
        db_table = "docket_casegathered"

    def __str__(self) -> str:
        return f"gathered of case {self.case_id}"
