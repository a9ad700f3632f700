"""What the page of a merge shows of each side, and what this user may not merge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from docket.desk.addresses import desk_page
from docket.desk.clearance import open_rows, unseen
from docket.models import Claim, ProposedChange
from docket.publishing.why import is_public
from parties import merging
from parties.merging import Key, Plan
from parties.models import Party

SHOWN = 50  # rows of a kind; the rest is counted
UNDER_SEAL = "Rows under seal name one of the two: only somebody who may seal can merge them."


@dataclass(frozen=True)
class Side:
    """One of the two: the row, its form, whether it is public, its other names."""

    row: Any
    address: str
    is_public: bool
    aliases: list[str]


@dataclass(frozen=True)
class Group:
    """Rows of one kind that name the merged one: in words, each with its address; how many more there are."""

    words: str
    rows: list[tuple[str, str]]
    more: int


def side(row: Any) -> Side:
    """What is told of a row beside the other."""
    aliases = [str(alias) for alias in row.aliases.all()] if isinstance(row, Party) else []
    return Side(row, desk_page(row), is_public(row), aliases)


def groups(rows: dict[Key, list[int]]) -> list[Group]:
    """The rows of a plan by kind, those of a case with their case."""
    return [_group(key, ids) for key, ids in rows.items() if ids]


def _group(key: Key, ids: list[int]) -> Group:
    model: Any = key.model
    nearby = [f.name for f in model._meta.local_concrete_fields if f.is_relation and not f.null]
    found = model._default_manager.filter(pk__in=ids[:SHOWN]).select_related(*nearby).order_by("pk")
    one, many = model._meta.verbose_name, model._meta.verbose_name_plural
    words = f"{len(ids):,} {one if len(ids) == 1 else many}"
    return Group(words, [(_told(row), desk_page(row)) for row in found], max(0, len(ids) - SHOWN))


def _told(row: Any) -> str:
    where = [str(getattr(row, name)) for name in ("case", "matter") if getattr(row, name, None) is not None]
    return " · ".join([str(row), *where])


def rows_under_seal(kept: Any, merged: Any, user: Any) -> bool:
    """Whether rows name one of the two that this user may not see: of them nothing is told, not even a conflict."""
    for key in merging.keys_to(type(kept)):
        rows = key.model._default_manager.filter(**{f"{key.name}__in": [kept.pk, merged.pk]})
        if unseen(rows, user).exists():
            return True
    return False


def obstacles(found: Plan) -> Iterator[str]:
    """What stands against a merge beyond the rows themselves: claims between the two, changes that wait."""
    for claim in _between(found) if isinstance(found.kept, Party) else ():
        yield (
            f"“{found.kept}” and “{found.merged}” stand against each other in “{claim}” ({claim.case}): nobody makes a "
            "claim against itself. Correct the claim first, or they are two."
        )
    model = type(found.kept)
    both = model._default_manager.filter(pk__in=[found.kept.pk, found.merged.pk])
    if open_rows(both).count() < 2 and not any(map(merging.merge_in_force, (found.kept, found.merged))):
        yield "One of the two is named under seal only: merging would show that name to all of the desk."
    waiting = ProposedChange.objects.filter(state=ProposedChange.State.WAITING, label=found.merged._meta.label_lower)
    if waiting.filter(object_id=found.merged.pk).exists():
        yield f"A proposed change of “{found.merged}” waits: take it or decline it first."


def _between(found: Plan) -> QuerySet[Claim]:
    def claims(claimant: Any, other: Any) -> QuerySet[Claim]:
        brought = Claim.objects.filter(asserted_by__case_party__party=claimant)
        return brought.filter(against__case_party__party=other)

    both = claims(found.kept, found.merged) | claims(found.merged, found.kept)
    return both.distinct().select_related("case").order_by("pk")
