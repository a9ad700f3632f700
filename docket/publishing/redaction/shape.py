"""What is found in a PDF, as a confined process can say it (docket.confined.codec)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Hidden(StrEnum):
    """How words or data are in a file without being seen."""

    COVERED = "covered"
    UNSEEN = "unseen"
    OUTSIDE = "outside"
    TINY = "tiny"
    MARKED = "marked"
    LAYER = "layer"
    REVISION = "revision"
    ATTACHMENT = "attachment"
    SCRIPT = "script"
    FORM = "form"
    COMMENT = "comment"
    LINK = "link"
    REPLACEMENT = "replacement"
    THUMBNAIL = "thumbnail"
    METADATA = "metadata"
    IMAGE_DATA = "image_data"

    @property
    def label(self) -> str:
        """As it is said to staff."""
        return LABELS[self]


LABELS = {
    Hidden.COVERED: "text under a box or an image",
    Hidden.UNSEEN: "text that is not seen on the page",
    Hidden.OUTSIDE: "text outside the visible page",
    Hidden.TINY: "text too small to be read",
    Hidden.MARKED: "a redaction that was marked and never applied",
    Hidden.LAYER: "text in a hidden layer",
    Hidden.REVISION: "earlier revisions of the file",
    Hidden.ATTACHMENT: "attached files",
    Hidden.SCRIPT: "scripts",
    Hidden.FORM: "values of form fields",
    Hidden.COMMENT: "comments",
    Hidden.LINK: "text in links",
    Hidden.REPLACEMENT: "replacement text that the page does not show",
    Hidden.THUMBNAIL: "thumbnails of pages",
    Hidden.METADATA: "data about the file's makers",
    Hidden.IMAGE_DATA: "data within images",
}
# What the published copy would still carry: a person decides. All else it leaves behind.
STAYS = frozenset({Hidden.COVERED, Hidden.UNSEEN, Hidden.OUTSIDE, Hidden.TINY, Hidden.MARKED})
# Which every second file has: left behind without a word.
ORDINARY = frozenset({Hidden.METADATA})


@dataclass(frozen=True, slots=True)
class Found:
    """One place. page: from 1, or 0 for the file as a whole. box: left, top, right, bottom in thousandths of the page.

    text: what would leak, as far as it is text, shortened.
    """

    kind: str
    page: int
    box: tuple[int, ...]
    text: str

    @property
    def stays(self) -> bool:
        """Whether a copy would carry it."""
        return self.kind in STAYS


Findings = tuple[Found, ...]
LONGEST = 200  # characters of a text that would leak
MOST = 300  # findings of one file
