"""The CSV of filings, and what joins to it: filers, links, documents."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, Exists, F, OuterRef, QuerySet, Value, When

from docket.choices import FilingLinkKind, FilingState, FilingType, PartyRole, RulingOutcome, Side
from docket.models import Document, FilingLink, FilingParty, RulingCitation
from docket.models.gathered import RESPONSES
from docket.publishing.visibility import NOT_LISTED, Visibility
from docket.site.exports.columns import (
    TEXT,
    Address,
    Column,
    File,
    Kind,
    address,
    around,
    code,
    flag,
    how_many,
    identity,
    label,
    label_of,
    last_changed,
    number,
    partial_date,
    row_id,
    several_of,
    text,
    unless_empty,
    words,
)
from docket.site.exports.in_case import NAME_AND_ROLE, notes_of_case, of_case
from docket.site.filters import FilingFilter, listed

READ = "derived, read from the docket text by a rule; confirmed, by staff since; empty, entered or given by a source."
ACCESS = "public, or sealed: then the line stays without its text."

filers = FilingParty.objects.filter(filing=OuterRef("pk")).order_by("pk")
documents = Document.objects.filter(filing=OuterRef("pk")).exclude(visibility__in=NOT_LISTED)
responses = FilingLink.objects.filter(from_filing=OuterRef("pk"), kind__in=RESPONSES).order_by("pk")
rulings = FilingLink.objects.filter(from_filing=OuterRef("pk")).exclude(outcome="").order_by("pk")
citations = RulingCitation.objects.filter(filing=OuterRef("pk")).order_by("position", "pk")
response_in_words = words(
    label("kind", FilingLinkKind.choices),
    Case(
        When(to_filing__entry_number="", then=Value(" an entry without a number", TEXT)),
        default=around(" entry ", "to_filing__entry_number"),
    ),
)

FILINGS = File(
    name="filings",
    grain="One line of a docket, whether or not any document belongs to it.",
    filter=FilingFilter,
    listed=listed.filings,
    columns=(
        identity("filing_id", "public_id", "The filing: the id in its address."),
        address("filing_url", "filing", "public_id", "The filing's permanent address."),
        *of_case("case"),
        text("entry_number", "entry_number", "The court's own number; may be missing, may repeat, is never invented."),
        *partial_date("date_filed", "date_filed", "When it was filed."),
        *partial_date("date_entered", "date_entered", "When the clerk entered it."),
        *partial_date("date_served", "date_served", "When it was served."),
        code("filing_type", "filing_type", "What sort of filing; empty: not yet classified."),
        label_of("filing_type_label", "filing_type", FilingType.choices, "That in words."),
        code("filing_type_basis", "type_derived", f"The type: {READ}"),
        text("title", "title", "A short neutral title, where there is one."),
        text("docket_text", "docket_text", "The court's own words, verbatim."),
        text("short_text", "short_text", "The court's short description, where it gives one."),
        several_of(
            "filed_by",
            filers,
            NAME_AND_ROLE,
            "Who filed it, each with the role; in full: filing-parties.",
            "gathered__filed_by",
        ),
        several_of(
            "responds_to_ids",
            responses,
            "to_filing__public_id",
            "The filings that it answers or opposes.",
            "gathered__responds_to_ids",
        ),
        several_of(
            "responds_to",
            responses,
            response_in_words,
            "That in words; every link: filing-links.",
            "gathered__responds_to",
        ),
        several_of("outcome", rulings, "outcome", "What it decided of motions that it rules on.", "gathered__outcome"),
        several_of(
            "citations",
            citations,
            "text",
            "By what a ruling is cited: neutral, of reporters, of databases.",
            "gathered__citations",
        ),
        how_many(
            "document_count",
            documents,
            "How many documents are listed, also those under seal.",
            "gathered__document_count",
        ),
        how_many(
            "file_count", documents.exclude(file=""), "How many of them can be read here.", "gathered__file_count"
        ),
        code("state", "state", "Whether it stands: ok, filed_in_error, stricken, withdrawn."),
        label_of("state_label", "state", FilingState.choices, "That in words."),
        code("access", "visibility", ACCESS),
        text("court_document_id", "court_document_id", "The forum's own id of the main document (PACER doc id)."),
        text("court_sequence", "court_sequence", "The forum's own sequence (PACER de_seqno)."),
        last_changed(),
    ),
)


def filers_of(found: QuerySet[Any]) -> QuerySet[Any]:
    """The filers of the filings found."""
    return FilingParty.objects.filter(filing__in=found)


FILING_PARTIES = File(
    name="filing-parties",
    grain="One party on whose behalf a filing was made.",
    filter=FilingFilter,
    listed=listed.filings,
    of=filers_of,
    order=("filing", "pk"),
    id_begins="filing__public_id",
    columns=(
        row_id(
            "filing_party_id",
            "filing__public_id",
            "case_party__party__public_id",
            "case_party__role",
            about="The row: filing, party and role.",
        ),
        identity("filing_id", "filing__public_id", "The filing; joins to filings."),
        address("filing_url", "filing", "filing__public_id", "The filing's permanent address."),
        identity("case_id", "case__public_id", "Its case; joins to cases."),
        notes_of_case("case"),
        identity("party_id", "case_party__party__public_id", "The party; joins to parties."),
        address("party_url", "party", "case_party__party__public_id", "The party's permanent address."),
        text("party", "case_party__party__name", "The party's name."),
        code("role", "case_party__role", "The party's role in the case."),
        label_of("role_label", "case_party__role", PartyRole.choices, "That in words."),
        text("role_as_filed", "case_party__role_as_filed", "The role as the court's page writes it."),
        code("side", "case_party__side", "initiating, responding or neutral."),
        label_of("side_label", "case_party__side", Side.choices, "That in words."),
        flag("is_derived", "is_derived", "The filer was read from the docket text by a rule and is not confirmed."),
        last_changed(),
    ),
)


def links_of(found: QuerySet[Any]) -> QuerySet[Any]:
    """The links that start at the filings found, each once: what two unconfirmed ones say may read the same."""
    same = FilingLink.objects.filter(
        from_filing=OuterRef("from_filing"),
        to_filing=OuterRef("to_filing"),
        kind=OuterRef("kind"),
        pk__lt=OuterRef("pk"),
    )
    return FilingLink.objects.filter(~Exists(same), from_filing__in=found)


FILING_LINKS = File(
    name="filing-links",
    grain="One way in which a filing relates to another, read from the later to the earlier.",
    filter=FilingFilter,
    listed=listed.filings,
    of=links_of,
    order=("from_filing", "pk"),
    id_begins="from_filing__public_id",
    columns=(
        row_id(
            "filing_link_id",
            "from_filing__public_id",
            "to_filing__public_id",
            "kind",
            about="The row: both filings and what the later does to the earlier.",
        ),
        identity("from_filing_id", "from_filing__public_id", "The later filing; joins to filings."),
        address("from_filing_url", "filing", "from_filing__public_id", "Its permanent address."),
        identity("from_case_id", "from_case__public_id", "Its case."),
        code("kind", "kind", "What the later filing does to the earlier."),
        label_of("kind_label", "kind", FilingLinkKind.choices, "That in words."),
        identity("to_filing_id", "to_filing__public_id", "The earlier filing; joins to filings."),
        address("to_filing_url", "filing", "to_filing__public_id", "Its permanent address."),
        identity("to_case_id", "to_case__public_id", "Its case, which may be another."),
        notes_of_case("from_case", "to_case"),
        code("outcome", "outcome", "What a ruling decided."),
        label_of("outcome_label", "outcome", RulingOutcome.choices, "That in words."),
        flag("is_derived", "is_derived", "The link was read from the docket text by a rule and is not confirmed."),
        last_changed(),
    ),
)


def documents_of(found: QuerySet[Any]) -> QuerySet[Any]:
    """The documents of the filings found."""
    return Document.objects.filter(filing__in=found).exclude(visibility__in=NOT_LISTED)


readable = Case(
    When(
        visibility=Visibility.PUBLIC, then=Case(When(file="", then=None), default=Address("public_id", view="document"))
    )
)

DOCUMENTS = File(
    name="documents",
    grain="One document of a filing: the main one (0) or an attachment, whether or not its file can be read here.",
    filter=FilingFilter,
    listed=listed.filings,
    of=documents_of,
    order=("filing", "attachment_number", "pk"),
    columns=(
        identity("document_id", "public_id", "The document: the id in its address."),
        Column("document_url", Kind.ADDRESS, readable, "Where the file can be read; empty where it cannot."),
        identity("filing_id", "filing__public_id", "Its filing; joins to filings."),
        address("filing_url", "filing", "filing__public_id", "The permanent address of its filing, which lists it."),
        identity("case_id", "case__public_id", "Its case; joins to cases."),
        notes_of_case("case"),
        number("attachment_number", "attachment_number", "0: the main document; 1..n: attachments."),
        text("title", "title", "What it is called."),
        number("page_count", "page_count", "Pages, where known."),
        number("byte_size", "byte_size", "Size of the file, in bytes."),
        Column("sha256", Kind.CODE, unless_empty(F("sha256")), "Hash of the file as it can be read here."),
        identity("redacts_id", "redacts__public_id", "The document of which this is the redacted version."),
        code("access", "visibility", ACCESS),
        text("court_document_id", "court_document_id", "The forum's own id of the document."),
        last_changed(),
    ),
)
