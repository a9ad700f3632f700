"""Rows of dockets as others keep a copy of them, and of a record that this program exported."""

import re

from docket.intake.page_kinds import closure_marks as marks
from docket.intake.page_kinds.look import Look, json_object
from docket.intake.page_kinds.row import NOTHING, About, PageKind
from docket.intake.shape import Kind

BEGINNING = 200_000  # characters of a file in which its marks stand

COPIES = (
    PageKind(
        kind=Kind.COURTLISTENER,
        look=json_object(frozenset({"results", "previous"}), frozenset({"resource_uri", "docket_number"})),
        reader="recap.reader",
        closure=marks.JSON,
        about=About.CASE,
        rank=4,
        names_defendant=False,
        speaks_of=NOTHING,
        coverage="As far as the copy kept by CourtListener goes.",
        is_appeal=False,
        is_bankruptcy=False,
        shows_newest=False,
        brings_docket=True,
        reads_rulings=True,
        source_title="Docket as kept by CourtListener",
        publisher="Free Law Project",
    ),
    PageKind(
        kind=Kind.ARCHIVE,
        look=Look(
            words=None,
            raw=re.compile(r"<case_details\b"),
            raw_within=BEGINNING,
            lines=None,
            keys=(frozenset({"docket_entries", "pacer_case_id"}),),
            end="</gov_uscourts_docket>",
        ),
        reader="internet_archive",
        closure=marks.JSON,
        about=About.CASE,
        rank=4,
        names_defendant=False,
        speaks_of=NOTHING,
        coverage="As far as the copy kept by the Internet Archive goes.",
        is_appeal=False,
        is_bankruptcy=False,
        shows_newest=False,
        brings_docket=True,
        reads_rulings=True,
        source_title="Docket as kept by the Internet Archive",
        publisher="Internet Archive",
    ),
    PageKind(
        kind=Kind.SPREADSHEET,
        look=Look(words=None, raw=re.compile(r'\A"?filing_id"?[,;\t]'), raw_within=40, lines=None, keys=(), end=None),
        reader="spreadsheet",
        # an export says of each row whether it is sealed: the reader leaves those out
        closure=marks.UNMARKED,
        about=About.RECORD,
        rank=0,
        names_defendant=True,
        speaks_of=NOTHING,
        coverage="",
        is_appeal=False,
        is_bankruptcy=False,
        shows_newest=False,
        # a copy of a record, whose source it does not tell
        brings_docket=False,
        reads_rulings=False,
        source_title="",
        publisher="",
    ),
)
