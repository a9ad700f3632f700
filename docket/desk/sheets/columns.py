"""What a spreadsheet may hold: the one table of kinds and columns, by which files are read and docs/ describes them.

A column has the name that it has in our own files (docket/site/exports), so that these come back as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import models

from docket.desk.sheets.forms import SheetFilingForm
from docket.intake.pasted.cells import NAMES
from docket.models import Case, Claim, Filing, Hearing
from parties.models import Party


class Reads(StrEnum):
    """How a cell is read."""

    ID = "our own id"
    CASE = "the id of a case"
    STAMP = "when our own file says that the row was last changed"
    ACCESS = "what our own file says of a seal"
    TEXT = "text"
    DATE = "date, also 2023-05 or 2023"
    DAY = "date"
    TIME = "time of day, 14:30"
    CODE = "one of a list, by its code or its label"
    LIST = "several, joined by “; ”"
    FLAG = "true or false"
    NUMBER = "number"
    KEY = "the id of another row"
    ROLE = "the role of the party beside it, by its code"
    PARTIES = "parties of the case, by id or name, joined by “; ”"


DATES = (Reads.DATE, Reads.DAY)
CONTROLS = (Reads.ID, Reads.CASE, Reads.STAMP, Reads.ACCESS)


@dataclass(frozen=True)
class SheetColumn:
    """One column. field: the box of the row's form that it fills; also: what else people call it, in lower case;
    key: by which column another row is named.
    """

    name: str
    reads: Reads
    about: str
    field: str = ""
    also: tuple[str, ...] = ()
    key: str = "public_id"


@dataclass(frozen=True)
class Kind:
    """One kind of rows.

    must: what a new row needs; any_of: without one of these there is nothing in a new row; same: by which two new rows
    of a file are one and the same, () where a row may repeat. form: behind each row, where it is not the desk's own.
    """

    name: str
    model: type[models.Model]
    columns: tuple[SheetColumn, ...]
    must: tuple[str, ...]
    form: type[Any] | None = None
    same: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()

    @property
    def in_case(self) -> bool:
        """Whether each row belongs to a case."""
        return any(column.reads == Reads.CASE for column in self.columns)

    @property
    def by_name(self) -> dict[str, SheetColumn]:
        """The columns by their names."""
        return {column.name: column for column in self.columns}


def _id(name: str) -> SheetColumn:
    return SheetColumn(
        name, Reads.ID, "Our id, as in our own files: the row with it is brought up to date. Empty: new."
    )


def _text(name: str, about: str, also: tuple[str, ...] = (), field: str = "") -> SheetColumn:
    return SheetColumn(name, Reads.TEXT, about, field or name, also)


def _as(reads: Reads, name: str, about: str, also: tuple[str, ...] = (), field: str = "") -> SheetColumn:
    return SheetColumn(name, reads, about, field or name, also)


OF_CASE = SheetColumn("case_id", Reads.CASE, "The id of its case; needed for new rows unless you choose the case.")
ACCESS = SheetColumn("access", Reads.ACCESS, "As in our own files: a row under seal is left as it is.")
STAMP = SheetColumn(
    "last_changed",
    Reads.STAMP,
    "As in our own files: what others changed since then is kept, and where both changed the same the row is refused.",
)

# under “docket number” most people write the case's
ENTRY_NUMBER = tuple(name for name in NAMES["number"] if not name.startswith("docket"))

FILINGS = Kind(
    "filings",
    Filing,
    (
        _id("filing_id"),
        OF_CASE,
        _text("entry_number", "The court's own number; never invented.", ENTRY_NUMBER),
        _as(Reads.DATE, "date_filed", "When it was filed.", NAMES["day"]),
        _as(Reads.DATE, "date_entered", "When the clerk entered it.", ("entry date",)),
        _as(Reads.DATE, "date_served", "When it was served.", ("served", "service date")),
        _as(Reads.CODE, "filing_type", "What sort of filing; empty: read from the text.", ("type", "filing type")),
        _text("title", "A short neutral title."),
        _text("docket_text", "The court's own words, verbatim; who filed it is read from them.", NAMES["text"]),
        _text("short_text", "The court's short description.", ("short description",)),
        _as(Reads.CODE, "state", "ok, filed_in_error, stricken or withdrawn."),
        _text("court_document_id", "The forum's id of the main document (PACER doc id)."),
        _text("court_sequence", "The forum's own sequence (PACER de_seqno)."),
        ACCESS,
        STAMP,
    ),
    must=(),
    form=SheetFilingForm,
    any_of=("entry_number", "docket_text", "title", "short_text", "filing_type"),
)

CASES = Kind(
    "cases",
    Case,
    (
        _id("case_id"),
        SheetColumn("forum_id", Reads.KEY, "The forum: the id in its address.", "forum", ("court", "forum"), "slug"),
        _text("docket_number", "The number in that forum.", ("docket no.", "case number", "case no.", "number", "no.")),
        _text("docket_number_as_filed", "As the source writes it."),
        _text("caption", "The title, as filed or as described here.", ("title", "case name", "case", "name")),
        _text("caption_short", "The short form.", ("short title", "short name")),
        _as(Reads.FLAG, "caption_is_descriptive", "The caption is a description, not the court's title."),
        _as(Reads.CODE, "category", "What sort of proceeding it is.", ("sort", "kind")),
        _as(Reads.CODE, "case_type", "The type by which courts count it.", ("case type", "type")),
        _text("nature_of_suit", "Federal cover sheet code (JS-44).", ("nos", "nature of suit")),
        _text("nature_of_suit_as_filed", "As the court's page writes it."),
        _text("cause", "The cause, as the court writes it."),
        _as(Reads.CODE, "jurisdiction_basis", "Basis of federal jurisdiction."),
        _as(Reads.CODE, "jury_demand", "Who asked for a jury.", ("jury", "jury demand")),
        _text("demand", "The amount demanded, as the court's page writes it."),
        _as(Reads.NUMBER, "amount", "The amount in controversy, where stated."),
        _text("currency", "Its currency (ISO 4217)."),
        _as(Reads.DATE, "date_filed", "When it was filed.", ("filed", "date filed", "filing date", "date")),
        _as(Reads.DATE, "date_terminated", "When it was closed.", ("closed", "date closed", "terminated")),
        _as(Reads.CODE, "status", "Where the whole case stands."),
        _as(Reads.CODE, "disposition", "How it ended, once it has."),
        _as(Reads.LIST, "court_flags", "The court's own flags.", ("flags",), "flags"),
        _text("court_case_id", "The forum's own id of the case (PACER case id)."),
        _text("source_url", "The court's own page of the case.", ("url", "link")),
        _as(Reads.DAY, "last_checked", "When the record was last compared with the court's docket."),
        _text("coverage_note", "What of the docket is in this record and what is not.", ("coverage",)),
        STAMP,
    ),
    must=("caption", "category"),
    same=("forum", "docket_number"),
)

PARTIES = Kind(
    "parties",
    Party,
    (
        _id("party_id"),
        _as(Reads.CODE, "kind", "What sort of party.", ("type", "sort")),
        _text("name", "As the public reads it.", ("party", "party name", "full name")),
        _text("sort_name", "For alphabetical lists.", ("sort name",)),
        _text("description", "One neutral line that tells this party from others of the name.", ("note", "who")),
        STAMP,
    ),
    must=("name", "kind"),
    same=("name",),
)

CLAIMS = Kind(
    "claims",
    Claim,
    (
        _id("claim_id"),
        OF_CASE,
        _as(Reads.CODE, "kind", "What sort of claim.", ("type",)),
        _text("label", "“Count I”, “Item 1a”, as pleaded.", ("count", "no.", "no", "number")),
        _text("title", "In words.", ("claim", "cause")),
        _as(Reads.CODE, "cause_of_action", "The normalised cause of action.", ("cause of action",)),
        _text("legal_basis", "Statute or rule.", ("statute", "legal basis")),
        _as(Reads.LIST, "relief", "What is asked for.", ("relief sought",)),
        _as(Reads.NUMBER, "amount", "The amount claimed, where stated."),
        _text("currency", "Its currency (ISO 4217)."),
        _text("amount_note", "“in excess of”, “to be proven at trial”."),
        _as(Reads.CODE, "basis", "On what ground the record states it."),
        SheetColumn("asserted_in_id", Reads.KEY, "The id of the pleading that states it.", "asserted_in"),
        SheetColumn(
            "asserted_by",
            Reads.PARTIES,
            "Of a new claim: who asserts it.",
            "asserted_by",
            ("plaintiff", "by", "claimant"),
        ),
        SheetColumn(
            "against_id",
            Reads.PARTIES,
            "Against whom. Of a claim that is there already a party is only added.",
            "against_too",
            ("against", "defendant"),
        ),
        SheetColumn("against_role", Reads.ROLE, "Of a party with several roles in the case: which of them."),
    ),
    must=("kind", "title"),
    same=("case", "label", "title"),
)

HEARINGS = Kind(
    "hearings",
    Hearing,
    (
        _id("hearing_id"),
        OF_CASE,
        _text("title", "What it is.", ("hearing", "event", "description", "subject")),
        _as(Reads.CODE, "kind", "What sort of hearing.", ("type",)),
        _as(Reads.DAY, "date", "The day, in the forum's time zone.", ("day", "hearing date", "start date")),
        _as(Reads.TIME, "time", "The forum's local time.", ("start time", "hour")),
        _text("place", "Courtroom, or how it is held.", ("courtroom", "location", "department", "room")),
        _as(Reads.CODE, "certainty", "Why the day is believed."),
        SheetColumn("set_by_id", Reads.KEY, "The id of the filing that set it.", "set_by"),
        _as(Reads.FLAG, "is_vacated", "It was taken off the calendar.", ("vacated",)),
        _text("outcome", "What came of it.", ("result",)),
        ACCESS,
        STAMP,
    ),
    must=("title", "date"),
    same=("case", "date", "time", "title"),
)

KINDS: dict[str, Kind] = {kind.name: kind for kind in (FILINGS, CASES, PARTIES, CLAIMS, HEARINGS)}
