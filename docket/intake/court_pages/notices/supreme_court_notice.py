"""Messages of the Supreme Court on a case that someone follows: the words of one new entry, without its date."""

import re

from docket.intake.court_pages.notices.letter import Letter
from docket.intake.court_pages.notices.private import without_private
from docket.intake.shape import ImportedDocket, ImportedEntry, ImportedSource, Kind, Refused

MARK = re.compile(r"\ba new docket entry\b", re.I)
ENTRY = re.compile(
    r"a new docket entry(?:, [\"“](?P<text>.{1,20000}?)[\"”])? has been added for (?P<caption>.{1,400}?)\. You have",
    re.I,
)
NUMBER = re.compile(r"email notifications for No\. (\d+(?:-\d+|A\d+|M\d+|O\d+))", re.I)
OUR = "The Supreme Court's message does not show which case it is of."


def read_letter(
    message: Letter, words: str, source: ImportedSource, kind: Kind, forum: str = ""
) -> tuple[ImportedDocket, ...]:
    """One case of the Supreme Court with the entry that was added, entered on the day of the message."""
    if forum not in ("", "scotus"):
        raise Refused(f"The notice is of the court 'scotus', not {forum!r}.", "Leave the forum out.")
    begins = MARK.search(words)
    said = ENTRY.match(words, begins.start()) if begins else None
    number = NUMBER.search(words)
    if said is None or number is None:
        raise Refused(OUR, "Save the whole message again.")
    text = without_private(said["text"] or "")
    entry = ImportedEntry(ordinal=0, number=None, date_filed=None, date_entered=message.sent, text=text)
    docket = ImportedDocket(
        kind=kind,
        source=source,
        court_id="scotus",
        docket_number=number[1],
        caption=without_private(said["caption"]),
        entries=(entry,) if text else (),
    )
    return (docket,)
