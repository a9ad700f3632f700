"""The words of a line that are about the line: without the clerk's marks, its attachments, what it quotes of others."""

import re

LONGEST = 20_000  # characters that are read; the rest of a longer text is quotation

# begin a bracket whose content is about the attachments or the clerk's own work
ASIDE = re.compile(
    r"[(\[](?=(?:additional\s+)?attachments?(?:\(s\))?\b|entered:|filed on\b|main document\b|pdf available\b|service date\b"
    r"|unsealed\b|this document (?:is|was) unsealed|the wrong pdf|incorrect pdf|court reporter\b|(?:recording|ftr)\b|document applicable\b|filing fee\b)",
    re.IGNORECASE,
)
MODIFIED = re.compile(r"\b(?:modified|linkage)\b (?:on|by|text)[^()]*(?:\([^()]*\))?\.?", re.IGNORECASE)
SPACES = re.compile(r"\s+")
OPENED, CLOSED = "([", ")]"
BRACKET = re.compile(r"[()\[\]]")


def clean(text: str) -> str:
    """The text in one line, without attachments, dates of entry and later modifications."""
    text = SPACES.sub(" ", text[:LONGEST]).strip()
    found = []
    position = 0
    while aside := ASIDE.search(text, position):
        found.append(text[position : aside.start()])
        position = end_of_bracket(text, aside.start())
    found.append(text[position:])
    return MODIFIED.sub(" ", "".join(found))


def end_of_bracket(text: str, start: int) -> int:
    """The place behind the bracket that opens at `start`; the end of the text where it is never closed."""
    depth = 0
    for place in range(start, len(text)):
        if text[place] in OPENED:
            depth += 1
        elif text[place] in CLOSED:
            depth -= 1
            if depth == 0:
                return place + 1
    return len(text)


def outermost(text: str, instead: str = "") -> str:
    """The text without what stands in brackets within it, or with something else in their place."""
    found = []
    depth = start = 0
    for bracket in BRACKET.finditer(text):
        if depth == 0:
            found.append(text[start : bracket.start()])
        depth = max(0, depth + (1 if bracket[0] in OPENED else -1))
        if depth == 0:
            found.append(instead)
            start = bracket.end()
    return "".join([*found, text[start:]]) if depth == 0 else "".join(found)
