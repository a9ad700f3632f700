"""Files that only make sense together, put together before they are read: the pages of one API in one folder or upload.

The files are not taken apart here: each upload is read in a process of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from docket.intake.court_pages.joined_pages import BEGINNING, family, joined

TOGETHER = "{first} and {others} more"
Named = tuple[str, bytes]


def gathered(files: Iterable[Named]) -> list[Named]:
    """Files by name with what is in them; several pages of one family become one, in the place of the first."""
    found: dict[str, list[Named]] = {}
    for place, (name, data) in enumerate(files):
        found.setdefault(family(data[:BEGINNING]) or f"{place}", []).append((name, data))
    return [_one(together) for together in found.values()]


def _one(together: list[Named]) -> Named:
    (first, data), *others = together
    if not others:
        return first, data
    return TOGETHER.format(first=first, others=len(others)), joined(data for _, data in together)


def by_folder(paths: Sequence[Path]) -> Iterator[list[Path]]:
    """Paths one by one, but pages of one family that lie in one folder together."""
    for _, within in groupby(paths, key=lambda path: path.parent):
        found: dict[str, list[Path]] = {}
        for path in within:
            found.setdefault(_family(path) or str(path), []).append(path)
        yield from found.values()


def _family(path: Path) -> str:
    return family(_beginning(path)) if path.suffix == ".json" else ""


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(BEGINNING)
    except OSError:
        return b""
