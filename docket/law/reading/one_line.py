"""One line of a docket, read."""

from docket.law.reading.clean import clean
from docket.law.reading.dates import dates
from docket.law.reading.filers import filers
from docket.law.reading.links import links
from docket.law.reading.shape import Reading
from docket.law.reading.types import filing_type


def read_line(docket_text: str, short_text: str = "") -> Reading:
    """What the text says of the line; the short description counts where there is no text."""
    text = clean(docket_text) or clean(short_text)
    kind = filing_type(text, is_short=not docket_text)
    return Reading(kind.name, links(text, kind.name), dates(text, kind.name), filers(text, kind.name), kind.rule)
