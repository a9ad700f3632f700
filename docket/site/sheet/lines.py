"""Lines of a docket with their filers, documents and links to other filings, in one query for a whole page of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.urls import reverse
from django.utils.text import Truncator

from docket.choices import FILING_LINK_RULES, PartyRole, RulingOutcome
from docket.models import Case, Filing
from docket.models.filings import FILING_TYPE_WORDS
from docket.models.parts.nested import instance
from docket.publishing.visibility import PLACEHOLDERS, Visibility
from docket.site.sheet.fetch import fetch

TEXT_SHOWN = 600

LINES = """
select f.id, f.public_id, f.visibility, f.entry_number, f.filing_type, f.title, f.short_text, f.state,
  left(f.docket_text, %(text)s) as docket_text, length(f.docket_text) > %(text)s as is_cut,
  f.date_filed, f.date_filed_precision, f.date_entered, f.date_entered_precision,
  f.entry_number <> '' and exists (select 1 from docket_filing o
    where o.case_id = f.case_id and o.entry_number = f.entry_number and o.id <> f.id) as number_repeats,
  (select json_agg(json_build_array(p.public_id, p.name, c.role, x.is_derived) order by x.id) from docket_filingparty x
    join docket_caseparty c on c.id = x.case_party_id join parties_party p on p.id = c.party_id
    where x.filing_id = f.id) as filers,
  (select json_agg(json_build_array(d.public_id, d.visibility, d.attachment_number, d.title, d.page_count,
    d.file <> '', d.byte_size, d.source_url) order by d.attachment_number, d.id)
    from docket_document d where d.filing_id = f.id) as documents,
  (select json_agg(json_build_array(l.kind, l.outward, l.outcome, l.is_derived, o.public_id,
    o.visibility, o.entry_number, o.title, o.filing_type, left(o.docket_text, 80), o.date_filed, o.date_filed_precision,
    row_to_json(c)) order by l.kind, l.id)
    from (select id, kind, outcome, is_derived, to_filing_id as other, true as outward from docket_filinglink
        where from_filing_id = f.id
      union all select id, kind, outcome, is_derived, from_filing_id, false from docket_filinglink
        where to_filing_id = f.id) l
    join docket_filing o on o.id = l.other
    left join lateral (select public_id, caption, caption_short from docket_case
      where id = o.case_id and o.case_id <> f.case_id) c on true) as ties
from unnest(%(ids)s::bigint[]) with ordinality as page(id, place) join docket_filing f on f.id = page.id
order by page.place
"""


@dataclass
class Filer:
    """A party for whom a filing was made, in which role."""

    public_id: str
    name: str
    role_code: str
    is_derived: bool

    @property
    def role(self) -> str:
        """The role in small letters, such as “plaintiff”."""
        return str(PartyRole(self.role_code).label).lower()


@dataclass
class LineDocument:
    """A document of a filing; has_file: whether it can be read here; source_url: where the court itself shows it."""

    public_id: str
    visibility: str
    attachment_number: int
    title: str
    page_count: int | None
    has_file: bool
    byte_size: int | None
    source_url: str

    @property
    def name(self) -> str:
        """“Exhibit A”, “Attachment 2”, “Document”."""
        return self.title or (f"Attachment {self.attachment_number}" if self.attachment_number else "Document")

    @property
    def address(self) -> str:
        """The address at which the document is read."""
        return address_of("document", self.public_id)


@dataclass
class Tie:
    """A link, read from its line: “ruled on by entry 14 (granted)”. case: where the other end is in another.

    outward: whether this line is the later filing. is_derived: read from the docket text, not confirmed by a person.
    """

    kind: str
    outward: bool
    is_derived: bool
    words: str
    name: str
    title: str
    address: str
    outcome: str
    date_filed: date | None
    date_filed_precision: str
    case: Case | None


def lines_of(ids: Sequence[int]) -> list[Any]:
    """The lines of these filings in that order."""
    lines = fetch(LINES, {"ids": list(ids), "text": TEXT_SHOWN}) if ids else []
    for line in lines:
        line.address = address_of("filing", line.public_id)
        line.filers = [Filer(*row) for row in line.filers or []]
        line.documents = [LineDocument(*row) for row in line.documents or []]
        line.ties = [_tie(row) for row in line.ties or []]
        line.type_words = FILING_TYPE_WORDS.get(line.filing_type, line.filing_type)
        line.gap_before, line.gap_after, line.is_operative = None, None, False
        line.entered_later = line.date_entered and line.date_entered != line.date_filed
    return lines


def _tie(row: list[Any]) -> Tie:
    kind, outward, outcome, is_derived, public_id, *other, filed, precision, case = row
    visibility, number, title, filing_type, text = other
    rule = FILING_LINK_RULES[kind]
    return Tie(
        kind=kind,
        outward=outward,
        is_derived=is_derived,
        words=rule.label if outward else rule.inverse_label,
        name=entry_name(visibility, number, title, filing_type, text),
        title=_called(visibility, title, filing_type) if number else "",
        address=address_of("filing", public_id),
        outcome=str(RulingOutcome(outcome).label).lower() if outcome else "",
        date_filed=date.fromisoformat(filed) if filed else None,
        date_filed_precision=precision,
        case=instance(Case, case) if case else None,
    )


def _called(visibility: str, title: str, filing_type: str) -> str:
    """What a numbered filing is: its title, else its type; of one that is withheld nothing."""
    return "" if visibility in PLACEHOLDERS else title or FILING_TYPE_WORDS.get(filing_type, "")


def name_of(filing: Filing) -> str:
    """How other lines refer to a filing: by its number, else by its title, type or first words."""
    return entry_name(filing.visibility, filing.entry_number, filing.title, filing.filing_type, filing.docket_text)


def entry_name(visibility: str, number: str, title: str, filing_type: str, text: str) -> str:
    """How other lines refer to a filing: by its number, else by its title, type or first words."""
    if visibility == Visibility.SEALED:
        return f"sealed entry {number}".strip()
    if number:
        return f"entry {number}"
    words = title or FILING_TYPE_WORDS.get(filing_type, filing_type) or text
    return Truncator(words).chars(60) or "entry without a number"


def address_of(name: str, public_id: str) -> str:
    """A permanent address; the pattern is looked up once, as a page has hundreds of them."""
    return _address_around(name).replace("~", public_id)


@cache
def _address_around(name: str) -> str:
    return reverse(name, args=["PUBLIC-ID"]).replace("PUBLIC-ID", "~")
