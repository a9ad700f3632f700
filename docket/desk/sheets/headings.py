"""Which column of a file is which of ours: by what was chosen last under the same heading line, else by its words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from docket.desk.sheets.columns import Kind, SheetColumn
from docket.models import RememberedColumns


def remembered(kind: Kind, heads: list[str]) -> tuple[dict[str, int], dict[str, str]]:
    """Our column → its place, and of dates what comes first: as last chosen, else as the words of the headings say."""
    kept = RememberedColumns.objects.filter(pk=_key(kind, heads)).first()
    if kept is None:
        return guessed(kind, heads), {}
    places = {name: place for name, place in kept.mapping.items() if name in kind.by_name and place < len(heads)}
    return places, {name: order for name, order in kept.orders.items() if name in kind.by_name}


def remember(kind: Kind, heads: list[str], mapping: Mapping[str, int], orders: Mapping[str, str]) -> None:
    """Keep what was chosen, for the next file with this heading line."""
    values: dict[str, Any] = {"mapping": dict(mapping), "orders": dict(orders)}
    RememberedColumns.objects.update_or_create(pk=_key(kind, heads), defaults=values)


def guessed(kind: Kind, heads: list[str]) -> dict[str, int]:
    """By the columns' own names, then by what else people call them; a place is taken once."""
    words = [_plain(head) for head in heads]
    found: dict[str, int] = {}
    for names in (_own_names, _other_names):
        for column in kind.columns:
            at = next((words.index(name) for name in names(column) if name in words), None)
            if at is not None and column.name not in found and at not in found.values():
                found[column.name] = at
    return found


def _own_names(column: SheetColumn) -> list[str]:
    return [_plain(column.name)]


def _other_names(column: SheetColumn) -> list[str]:
    return [_plain(name) for name in column.also]


def _plain(words: str) -> str:
    """“Date_Filed ” and “date filed” are one."""
    return " ".join(words.replace("_", " ").casefold().split())


def _key(kind: Kind, heads: list[str]) -> str:
    return hashlib.sha256(json.dumps([kind.name, *map(_plain, heads)]).encode()).hexdigest()
