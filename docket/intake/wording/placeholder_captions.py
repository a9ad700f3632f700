"""What stands where a page has no title of the case: the words of parsers, courts and archives for that. Pure."""

import re

PLACEHOLDER = re.compile(
    r"\W*(?:unknown(?: (?:case|docket))?(?: (?:title|caption|name))?"
    r"|(?:case )?(?:title|caption|name) (?:unknown|unavailable)"
    r"|no (?:case )?(?:title|caption|name)|untitled(?: case| docket)?|not available|n/?a|none|null|undefined|tbd)?\W*",
    re.I,
)


def caption_of(printed: str) -> str:
    """A caption as printed, "" for what only stands in its place: “Unknown Case Title”, “Untitled”, “N/A”."""
    return "" if PLACEHOLDER.fullmatch(printed) else printed
