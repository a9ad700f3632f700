"""A copy of a PDF that shows the same pages and carries nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import ValidationError

from docket.confined import Limits, Unreadable, call

REWRITE = "docket.publishing.pdf.copy:rewrite"
LIMITS = Limits()


@dataclass(frozen=True)
class Copy:
    """The bytes of a cleaned file and how many pages it has."""

    data: bytes
    pages: int


def cleaned(data: bytes) -> Copy:
    """A rewritten PDF without metadata, attachments, scripts, comments, old revisions or orphan objects.

    Raises ValidationError when the bytes are not a PDF that can be rewritten, within the limits of time and memory.
    """
    if not data.startswith(b"%PDF-"):
        raise ValidationError("The file is not a PDF: it does not begin with “%PDF-”. Upload the court's PDF.")
    try:
        made = call(REWRITE, data, limits=LIMITS)
    except Unreadable as refusal:
        raise ValidationError(str(refusal)) from refusal
    return Copy(made.data, int(made.answer))
