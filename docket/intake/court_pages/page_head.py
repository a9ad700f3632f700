"""The beginning of a page as its reader sees it: without scripts, styles, comments and what is packed into tags. Pure.

Extensions and translators put hundreds of kilobytes before a court's first words: scripts, style sheets, pictures and
fonts as base64. Every function here takes time in proportion to the text, whatever the text is.
"""

import re
from collections.abc import Iterator

HEAD = 200_000  # characters: caption and menu stand before the first entries
MOST_PIECES = 400_000  # tags, scripts and comments that are looked at on the way there
LONGEST_TAG = 2_000  # characters: a longer one is ballast but for its name

UNSEEN = re.compile(r"<(?:!--|(script|style)\b)", re.I)
ENDS = {
    "": re.compile(r"-->"),
    "script": re.compile(r"</script\s*>", re.I),
    "style": re.compile(r"</style\s*>", re.I),
}
NAME = re.compile(r"</?[a-z0-9]*", re.I)
# To the end of the text where no tag ends any more: each is looked for once.
TAG = re.compile(r"<[^>]*(?:>|\Z)")


def head(html: str, length: int = HEAD) -> str:
    """The first `length` characters of a page that are neither script, style or comment nor packed into a tag."""
    kept: list[str] = []
    room = length
    for piece in _seen(html):
        kept.append(piece)
        room -= len(piece)
        if room <= 0:
            break
    return "".join(kept)[:length]


def without_tags(html: str, instead: str = " ") -> str:
    """The text between tags; "<" that begins none stays."""
    return TAG.sub(lambda tag: instead if tag[0].endswith(">") else tag[0], html)


def between(begins: re.Pattern[str], ends: re.Pattern[str], html: str) -> list[str]:
    """What stands between each beginning and the next end, none within another."""
    found, position = [], 0
    while (begun := begins.search(html, position)) and (ended := ends.search(html, begun.end())):
        found.append(html[begun.end() : ended.start()])
        position = ended.end()
    return found


def _seen(html: str) -> Iterator[str]:
    position, endless = 0, set[str]()
    for _ in range(MOST_PIECES):
        start = html.find("<", position)
        if start < 0:
            break
        yield html[position:start]
        end, instead = _unseen(html, start, endless) or _tag(html, start)
        yield instead
        if end < 0:
            return
        position = end
    yield html[position:]


def _unseen(html: str, start: int, endless: set[str]) -> tuple[int, str] | None:
    """Where the script, style or comment ends that begins here, and a blank; None where none does."""
    begins = UNSEEN.match(html, start)
    if begins is None or (kind := (begins[1] or "").lower()) in endless:
        return None
    end = ENDS[kind].search(html, begins.end())
    if end is None:
        # nor will there be one for the next of its kind
        endless.add(kind)
        return None
    return end.end(), " "


def _tag(html: str, start: int) -> tuple[int, str]:
    """Where the tag ends that begins here, -1 for the text's end, and as much of it as is kept."""
    end = html.find(">", start) + 1
    if not end:
        return -1, html[start : start + HEAD]
    if end - start <= LONGEST_TAG:
        return end, html[start:end]
    name = NAME.match(html, start)
    return end, f"{name[0] if name else '<'}>"
