"""juriscraper's parsers, made safe: whatever one of them stumbles over is a refusal."""

from collections.abc import Callable
from typing import Any

from docket.importers.shape import Refused

REVIEW = "Keep the file and have someone look at it; nothing was imported."


def parsed(make: Callable[[], Any], text: str) -> tuple[Any, Any]:
    """The parser that `make` makes, fed with a page, and its data; raises Refused when it finds nothing."""
    try:
        parser = make()
        parser._parse_text(text)
        found = parser.data
    except Refused:
        raise
    except Exception as fault:  # the parsers raise whatever the page makes them stumble over
        raise Refused(f"The page could not be read ({type(fault).__name__}).", REVIEW) from fault
    if not found:
        raise Refused("The page is not recognised: nothing of a docket was found in it.", REVIEW)
    return parser, found
