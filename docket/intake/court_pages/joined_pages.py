"""Pages that only make sense together: how they are known before they are read, and several as one file. Pure.

Example: docket.json, entries.json and parties.json of one API become a list of three pages.
"""

from collections.abc import Iterable

BEGINNING = 4_000  # bytes: what tells a page's family stands in its first item
FAMILIES = (
    ("CourtListener", (b"courtlistener.com/api/rest/",)),
    ("Florida", (b'"caseInstanceUUID"', b'"docketEntryHeader"', b'"partyHeader"')),
)


def family(beginning: bytes) -> str:
    """The family of a file that begins so; "" for one that stands alone."""
    start = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()[:BEGINNING]
    if not start.startswith(b"{"):
        return ""
    return next((name for name, marks in FAMILIES if any(mark in start for mark in marks)), "")


def joined(pages: Iterable[bytes]) -> bytes:
    """Several pages as one file: a list of them."""
    return b"[" + b",\n".join(page.removeprefix(b"\xef\xbb\xbf").strip() for page in pages) + b"]"
