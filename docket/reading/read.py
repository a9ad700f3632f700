"""One line of a docket, read."""

from docket.reading.clean import clean
from docket.reading.dates import dates
from docket.reading.filers import filers
from docket.reading.links import links
from docket.reading.shape import Reading
from docket.reading.types import filing_type


def read(docket_text: str, short_text: str = "") -> Reading:
    """What the text says of the line; the short description counts where there is no text."""
    text = clean(docket_text) or clean(short_text)
    kind = filing_type(text, is_short=not docket_text)
    return Reading(kind, links(text, kind), dates(text, kind), filers(text, kind))
