"""Reader of notices: which court's system wrote a message, and what it says of which cases.

A notice is taken over without whom it was sent to, without the links that work once, and without its files. Those to
whom it was sent may see more than the public: closure.py holds whatever speaks of a seal.
"""

import hashlib
from dataclasses import replace

from docket.intake.court_pages.notices import filing_notice, supreme_court_notice, texas_notice
from docket.intake.court_pages.notices.letter import Letter, is_letter, letter
from docket.intake.court_pages.sniff import Sniffed
from docket.intake.shape import ImportedDocket, ImportedSource, Refused

NO_NOTICE = (
    "This message is no notice of a new entry in a docket.",
    "Read are notices of electronic filing and of docket activity, and those of the Supreme Court and of Texas.",
)
READERS = (filing_notice, supreme_court_notice, texas_notice)
FILES = "Files that came with the message were not taken over."


def read_page(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> tuple[ImportedDocket, ...]:
    """The cases that a notice tells of, one ImportedDocket each, mostly with one entry."""
    message = letter(data) if is_letter(sniffed.text) else Letter(page=sniffed.text)
    words = message.words
    for reader in READERS:
        if reader.MARK.search(words):
            source = ImportedSource(file_name, hashlib.sha256(data).hexdigest())
            dockets: tuple[ImportedDocket, ...] = reader.read_letter(message, words, source, sniffed.kind, forum)
            said = (*sniffed.warnings, *((FILES,) if message.files else ()))
            first, *others = dockets
            return (replace(first, warnings=(*first.warnings, *said)), *others)
    raise Refused(*NO_NOTICE)
