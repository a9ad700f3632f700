"""One e-mail message as its reader sees it: subject, sender, day and words; nothing of whom it was sent to. Pure.

The file is what mail programs save as “.eml”: header lines, a blank line, the body in parts.
"""

import re
from dataclasses import dataclass
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from html import unescape

from docket.intake.court_pages.decoding import decode
from docket.intake.court_pages.page_head import without_tags

HEADERS = 60_000  # characters: what mail servers write above a message
NAMES = re.compile(r"(?:From|[A-Za-z][A-Za-z-]{1,60}:)[ \t]")
SENT = ("received:", "message-id:", "delivered-to:", "to:")
MOST_PARTS = 200


@dataclass(frozen=True, slots=True)
class Letter:
    """What a message says. A notice saved from web mail has a page and nothing else."""

    page: str = ""
    """The body as HTML; "" when it has none."""
    plain: str = ""
    """The body as plain text, where it has no HTML."""
    subject: str = ""
    sender: str = ""
    """The address it came from, in lower case: to tell the court by, never to be kept."""
    sent: date | None = None
    files: int = 0
    """How many files came with it."""

    @property
    def words(self) -> str:
        """Everything that it says, in one line."""
        said = unescape(without_tags(self.page)) if self.page else self.plain
        return " ".join(said.split())


def is_letter(text: str) -> bool:
    """Whether a text begins with the header lines of an e-mail that was sent; a saved web archive was not."""
    if not NAMES.match(text):
        return False
    headers = re.split(r"\r?\n\r?\n", text[:HEADERS], maxsplit=1)[0].lower()
    return any(line.startswith(SENT) for line in headers.splitlines())


def letter(data: bytes) -> Letter:
    """The message of a file; its page is preferred to its plain text, as mail programs do."""
    message = message_from_bytes(data, policy=policy.default)
    parts = _parts(message)
    page, plain = (_first(parts, kind) for kind in ("text/html", "text/plain"))
    return Letter(
        page=page,
        plain="" if page else plain,
        subject=" ".join(str(message.get("Subject", "")).split()),
        sender=str(message.get("From", "")).lower(),
        sent=_day(str(message.get("Date", ""))),
        files=sum(1 for part in parts if part.get_content_disposition() == "attachment"),
    )


def _parts(message: EmailMessage) -> list[EmailMessage]:
    found = []
    for part in message.walk():
        found.append(part)
        if len(found) == MOST_PARTS:
            break
    return found


def _first(parts: list[EmailMessage], kind: str) -> str:
    for part in parts:
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            content = part.get_payload(decode=True)
            return decode(content)[0] if isinstance(content, bytes) else ""
    return ""


def _day(raw: str) -> date | None:
    """The day on which it was sent, in the sender's own zone."""
    try:
        return parsedate_to_datetime(raw).date()
    except ValueError:
        return None
