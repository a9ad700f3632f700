"""Bytes to text: UTF-8, else what every browser reads ISO-8859-1 as. Pure."""

import re

from docket.intake.court_pages.foreign_files import SAVE_AGAIN
from docket.intake.shape import Refused

SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Bytes to (text, warnings): UTF-8, else ISO-8859-1 as every browser reads it (windows-1252)."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        # Broken bytes among sound UTF-8 are damage; read as Latin-1 every accent would become two letters.
        if SEQUENCE.search(data):
            raise Refused(f"The text is damaged UTF-8 (first bad byte at {fault.start:,}).", SAVE_AGAIN) from None
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            raise Refused("The text is neither UTF-8 nor ISO-8859-1.", "Save the page as UTF-8.") from None
    if "\ufffd" in text:
        return text, ("Some characters were already lost when the page was saved (shown as “\ufffd”).",)
    return text, ()
