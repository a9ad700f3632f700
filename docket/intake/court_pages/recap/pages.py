"""Pages of the API of CourtListener put together: docket, entries, parties and attorneys are apart there. Pure.

Example: a folder with docket.json, entries-1.json, entries-2.json and parties.json is read as one list of four pages.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from docket.intake.shape import Refused

ID = re.compile(r"/(\d+)/?\Z")
ALONE = (
    "These are pages of CourtListener without the docket that they belong to.",
    "Put the docket's own page (/dockets/ID/) beside them, in one folder or one upload.",
)
Item = Mapping[str, Any]


@dataclass(slots=True)
class Found:
    """One docket and what other pages hold of it."""

    docket: Item
    entries: list[Item] = field(default_factory=list)
    parties: list[Item] = field(default_factory=list)


def put_together(text: str) -> tuple[list[Found], dict[str, Item], int]:
    """The dockets of a file with their entries and parties, the attorneys by id, and how many items are of no docket.

    Raises Refused where there is no docket.
    """
    items = list(_items(json.loads(text)))
    found = {_own_id(item): Found(item) for item in items if _is_docket(item)}
    if not found:
        raise Refused(*ALONE)
    attorneys = {_own_id(item): item for item in items if "parties_represented" in item}
    left = 0
    for item in items:
        if "recap_documents" in item:
            left += _give(found, {_id(item.get("docket"))}, "entries", item)
        elif "party_types" in item:
            of = {_id(kind.get("docket") or kind.get("docket_id")) for kind in item["party_types"] or ()}
            left += _give(found, of, "parties", item)
    for each in found.values():
        each.entries += each.docket.get("docket_entries") or ()
        each.parties += each.docket.get("parties") or ()
    return list(found.values()), attorneys, left


def _give(found: dict[str, Found], of: set[str], name: str, item: Item) -> int:
    """Add an item to its dockets; 1 where it has none here."""
    known = [found[key] for key in of if key in found]
    for each in known:
        getattr(each, name).append(item)
    return 0 if known else 1


def _items(content: Any) -> Iterable[Item]:
    for page in content if isinstance(content, list) else [content]:
        results = page.get("results") if isinstance(page, dict) else None
        for item in results if isinstance(results, list) else [page]:
            if isinstance(item, dict):
                yield item


def _is_docket(item: Item) -> bool:
    return "docket_number" in item and "case_name" in item


def _own_id(item: Item) -> str:
    return _id(item.get("id") or item.get("resource_uri"))


def _id(told: Any) -> str:
    """The id in an address, or the id itself."""
    address = ID.search(str(told or ""))
    return address[1] if address else str(told or "")


def once(items: Iterable[Item]) -> list[Item]:
    """Items without those that overlapping pages repeat; those without an id are all kept."""
    kept: dict[Any, Item] = {}
    unnamed: dict[int, Item] = defaultdict(dict)
    for place, item in enumerate(items):
        if item.get("id") is None:
            unnamed[place] = item
        else:
            kept.setdefault(item["id"], item)
    return [*kept.values(), *unnamed.values()]
