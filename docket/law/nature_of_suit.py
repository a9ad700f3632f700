"""Nature-of-suit codes of the federal civil cover sheet (JS-44): 93 in use, 22 retired.

Retired codes are accepted from old dockets and have a title, but are not offered for new ones.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CODES_FILE = Path(__file__).parent / "nos_codes.json"


@dataclass(frozen=True)
class NatureOfSuit:
    code: int
    title: str
    section: str
    active: bool


@cache
def codes() -> dict[int, NatureOfSuit]:
    """Every known code, retired ones included, in numerical order."""
    rows = json.loads(CODES_FILE.read_text(encoding="utf-8"))
    natures = [NatureOfSuit(row["code"], row["title"], row["section"] or "", row["active"]) for row in rows]
    return {nature.code: nature for nature in sorted(natures, key=lambda nature: nature.code)}


def choices() -> list[tuple[str, list[tuple[int, str]]]]:
    """Active codes grouped by block of the cover sheet, as Django's grouped choices."""
    blocks: dict[str, list[tuple[int, str]]] = {}
    for nature in codes().values():
        if nature.active:
            blocks.setdefault(nature.section, []).append((nature.code, f"{nature.code} {nature.title}"))
    return list(blocks.items())


def title(code: int) -> str:
    """The title on the cover sheet; a code that is not known has none."""
    nature = codes().get(code)
    return nature.title if nature else ""


def nature_from_court(text: str) -> int | None:
    """The code that leads a docket sheet's wording: "530 Habeas Corpus (General)" is 530.

    Bankruptcy courts number adversary proceedings by their own two-digit list; those give None.
    """
    found = re.match(r"\s*(\d{3})\b", text)
    code = int(found.group(1)) if found else None
    return code if code in codes() else None
