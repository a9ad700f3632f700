"""Messages of the courts of appeals of Texas: the cases in which something happened, without what it was."""

import re

from docket.intake.court_pages.notices.letter import Letter
from docket.intake.court_pages.notices.private import without_private
from docket.intake.shape import CourtUnknown, ImportedDocket, ImportedSource, Kind, Refused

MARK = re.compile(r"\bhttps?://search\.txcourts\.gov/case\.aspx", re.I)
CASE = re.compile(
    r"case number: ?(?P<number>[A-Z0-9-]{5,20})\s(?P<caption>.{0,1000}?) https?://search\.txcourts\.gov", re.I
)
COURTS = (
    (re.compile(r"\d\d-\d\d-\d{5}-C[VR]", re.I), "texapp"),
    (re.compile(r"\d\d-\d{4}", re.I), "tex"),
    (re.compile(r"(?:PD|WR|AP)-[\d,-]{6,}", re.I), "texcrimapp"),
)


def read_letter(
    message: Letter, words: str, source: ImportedSource, kind: Kind, forum: str = ""
) -> tuple[ImportedDocket, ...]:
    """The cases that a message names, each known by court, number and caption."""
    found = tuple(
        ImportedDocket(
            kind=kind,
            source=source,
            court_id=_court(case["number"], forum),
            docket_number=case["number"].upper(),
            caption=without_private(case["caption"]),
        )
        for case in CASE.finditer(words)
    )
    if not found:
        raise Refused("The message names no case.", "Save the whole message again.")
    return found


def _court(number: str, forum: str) -> str:
    named = next((court for form, court in COURTS if form.fullmatch(number)), "")
    if forum and named and forum != named:
        raise Refused(f"The notice is of the court {named!r}, not {forum!r}.", "Leave the forum out.")
    if not (forum or named):
        raise CourtUnknown(f"The number {number!r} does not show the court.")
    return forum or named
