"""juriscraper's parsers, made safe: whatever one of them stumbles over is a refusal."""

from collections.abc import Callable
from typing import Any

from httpx import MockTransport, Response
from lxml import etree

from docket.intake.shape import Refused

REVIEW = "Keep the file and have someone look at it; nothing was imported."
# For parsers that make themselves a client, with the certificates of a hundred authorities, before they see a file.
OFFLINE = {"http2": False, "trust_env": False, "transport": MockTransport(lambda request: Response(503))}


def parsed(make: Callable[[], Any], text: str) -> tuple[Any, Any]:
    """The parser that `make` makes, fed with a page, and its data; raises Refused when it finds nothing."""
    refuse_what_is_cut(text)
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


def refuse_what_is_cut(text: str) -> None:
    """Raise Refused for a page of which the parsers would silently see only the beginning.

    libxml2, on which all of them stand, stops at a nesting of 256 and at very long texts, and says so in its log only.
    """
    start = text.lstrip()[:5].lower()
    if not start.startswith("<"):
        return
    parser: Any = etree.XMLParser(recover=True) if start == "<?xml" else etree.HTMLParser(encoding="utf-8")
    try:
        etree.fromstring(text.encode(), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return  # nothing at all could be read: the parser itself will say so
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Refused("The page is nested too deeply, or a text in it is too long, to be read to its end.", REVIEW)
