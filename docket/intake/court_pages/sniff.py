"""What is this file? Bytes in, text and Kind out, or Refused: only what is surely a docket reaches a parser.

The parsers do not test what they are given: a page cut in half gives half a docket, and a docket history
report is read as a docket. So the kind is decided here, by marks that were tried on real pages of every kind.
"""

import json
import re
from dataclasses import dataclass

from docket.intake.court_pages.decoding import decode
from docket.intake.court_pages.foreign_files import (
    SAVE_AGAIN,
    is_foreign,
    office_document,
    refuse_raw,
    refused_json,
    refused_page,
)
from docket.intake.court_pages.notices.letter import HEADERS, is_letter
from docket.intake.court_pages.page_head import HEAD, head, without_tags
from docket.intake.page_kinds.table import PAGE_KINDS, ROWS
from docket.intake.shape import Kind, Refused

MAX_BYTES = 30 * 1024 * 1024
TAIL = 20_000  # characters: the receipt and the closing tags, with what browser extensions append

MAGIC = (
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"\xd0\xcf\x11\xe0", "an office document", SAVE_AGAIN),
    (b"{\\rtf", "a rich text document", SAVE_AGAIN),
    (b"\x89PNG", "a picture (PNG)", SAVE_AGAIN),
    (b"\xff\xd8\xff", "a picture (JPEG)", SAVE_AGAIN),
    (b"bplist00", "a Safari web archive", "Save the page as “Page Source”."),
)
UTF16 = (b"\xff\xfe", b"\xfe\xff")
CONTROLS = bytes((*range(0x01, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))

# Answers of a court's site that stand where a docket was expected.
ANSWERS = (
    (
        re.compile(r"sort by oldest date first"),
        "This is the form that asks for a docket report, not the report.",
    ),
    (
        re.compile(r"to accept charges shown below"),
        "This page asks to accept the charges; the report comes after it.",
    ),
    (re.compile(r"the report may take a long time to run"), "This page asks to confirm a long report."),
    (re.compile(r"case not found"), "The court answered that it has no such case."),
    (re.compile(r"the case type was"), "The court answered that the case type was wrong."),
    (re.compile(r"the page id does not exist"), "The court answered that the page does not exist."),
)
TAGS = re.compile(r"<[a-z!/]", re.I)
HEADING = re.compile(r"docket for case ?#|(?:bankruptcy petition|adversary proceeding) ?#|general docket")
CLOSED = re.compile(r"</(?:html|body)\s*>", re.I)
ROW_ENDS = re.compile(r"</(?:tr|p|li|div|h\d)>|<br\b[^>]{0,200}>", re.I)
FEWEST_LINES = 3
RECEIPT_END = re.compile(r"Billable(?:\s|&nbsp;)*Pages:.{0,600}?Cost:", re.I | re.S)


@dataclass(frozen=True, slots=True)
class Sniffed:
    """A file recognised: its kind, its text and what was odd about it."""

    kind: Kind
    text: str
    warnings: tuple[str, ...] = ()


def sniff(data: bytes) -> Sniffed:
    """Recognise a file; raises Refused with a reason and a remedy. Tests go from cheap and sure to dear."""
    refuse_what_is_too_large(data)
    _refuse_what_is_not_text(data)
    text, warnings = decode(data)
    kind = recognise(text)
    if not is_complete(text, kind):
        raise Refused(
            "The page breaks off (no closing tags, no end of the receipt): entries may be missing.",
            SAVE_AGAIN,
        )
    if PAGE_KINDS[kind].look.end and "<!ENTITY" in text:
        raise Refused("The file declares entities of its own, which no court's file does.", "Download it again.")
    return Sniffed(kind, text, warnings)


def recognise(text: str) -> Kind:
    """The kind of a decoded file; raises Refused for what is no docket at all."""
    beginning = text[:HEAD]
    for row in ROWS:
        if row.look.raw and row.look.raw.search(beginning[: row.look.raw_within]):
            return row.kind
    if beginning.lstrip()[:1] in ("{", "["):
        return _recognise_json(text)
    refuse_raw(beginning)
    plain = squeeze(text)
    for mark, answer in ANSWERS:
        if mark.search(plain) and not HEADING.search(plain):
            raise Refused(answer, "Save the report itself.")
    # "CIT DOCKET FOR CASE #" holds "DOCKET FOR CASE #": the earliest mark decides.
    looked = [(row.kind, row.look.words.search(plain)) for row in ROWS if row.look.words]
    found = [(hit.start(), kind) for kind, hit in looked if hit]
    if not found:
        if kind := _by_lines(text, plain):
            return kind
        raise refused_page(plain, beginning)
    if not TAGS.search(text):
        raise Refused("This is a docket page’s text without the page: its entries cannot be told apart.", SAVE_AGAIN)
    return min(found)[1]


def _by_lines(text: str, plain: str) -> Kind | None:
    """The kind of a table that says nothing of itself; of what is known to be something else none."""
    if is_foreign(plain):
        return None
    shown = head(text)
    if TAGS.search(shown):
        shown = without_tags(ROW_ENDS.sub("\n", " ".join(shown.replace("&nbsp;", " ").split())))
    rows = [row for row in ROWS if row.look.lines and len(row.look.lines.findall(shown)) >= FEWEST_LINES]
    return rows[0].kind if rows else None


def squeeze(html: str) -> str:
    """What a page shows at its beginning, in lower case, every run of white space one blank."""
    text = without_tags(head(html)).replace("&nbsp;", " ")
    return " ".join(text.lower().split())


def is_complete(text: str, kind: Kind) -> bool:
    """Whether the end of a file is there: closing tags, or of a page the receipt down to its cost."""
    tail, end = text[-TAIL:], PAGE_KINDS[kind].look.end
    if text.lstrip()[:1] in ("{", "[") or end is None:
        return True  # JSON was read to its end, a spreadsheet has no end to be seen
    if end:
        return end in tail or bool(CLOSED.search(tail))
    # a pasted text ends anywhere
    return bool(CLOSED.search(tail) or RECEIPT_END.search(tail) or not TAGS.search(text))


def refuse_what_is_too_large(data: bytes) -> None:
    """Raise Refused for more bytes than are read of one file."""
    if len(data) > MAX_BYTES:
        raise Refused(
            f"The file is {len(data) / 1024**2:.0f} MB; the limit is {MAX_BYTES // 1024**2} MB.",
            "Run the docket report for a range of dates, and import the parts one after the other.",
        )


def _refuse_what_is_not_text(data: bytes) -> None:
    if not data.strip():
        raise Refused("The file is empty.", SAVE_AGAIN)
    if b"%PDF-" in data[:1024]:
        raise Refused("This is a PDF.", "Run the docket report as HTML and save that page.")
    for magic, what, remedy in MAGIC:
        if data.startswith(magic):
            raise Refused(f"This is {what}.", remedy)
    if data.startswith(b"PK\x03\x04"):
        raise office_document(data)
    if data.startswith(UTF16):
        raise Refused("The text is UTF-16, which Windows calls “Unicode”.", f"Save it as UTF-8. {SAVE_AGAIN}")
    is_archive = b"\nMIME-Version:" in data[:2000] and b"multipart/related" in data[:4000]
    if is_archive and not is_letter(data[:HEADERS].decode("latin-1")):
        raise Refused("This is a web archive (MHTML).", SAVE_AGAIN)
    # A stray control character stands in real docket text; NUL never does, and PostgreSQL cannot store it.
    if b"\0" in data or (len(data) - len(data.translate(None, CONTROLS))) * 1000 > len(data):
        raise Refused("This is not text: it holds control characters, as a binary file does.", SAVE_AGAIN)


def _recognise_json(text: str) -> Kind:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise Refused(f"The file looks like JSON and is not: {fault}.", "Download it again.") from None
    # pages of an API, put together
    pages = [page for page in content if isinstance(page, dict)] if isinstance(content, list) else [content]
    keys = set(pages[0]) if pages and isinstance(pages[0], dict) else set()
    for row in ROWS:
        if any(names <= keys for names in row.look.keys):
            return row.kind
    raise refused_json(keys)
