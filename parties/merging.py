"""Merge two rows of one person, attorney or firm, and undo it. Nothing is deleted: the merged row stays, unnamed.

What moves is read off the models' own keys, so that a new key to a person cannot be forgotten. A role is never lost:
where the kept row has the same one already, the merge is refused. What only rides on a person (its other names, its
former addresses) would be public at once where the kept one is public and the merged one is not: it stays behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Now

from docket.publishing.rules import Published, publication_of
from docket.publishing.visibility import Visibility
from docket.publishing.why import is_public
from parties.models import FormerAddress, Merge, Party, PartyAlias, ProtectedIdentity

Key = models.ForeignKey[Any, Any]


@dataclass(frozen=True)
class Plan:
    """What merging would do. moves and stays: key → primary keys of the rows; obstacles: why it is refused."""

    kept: Any
    merged: Any
    moves: dict[Key, list[int]] = field(default_factory=dict)
    stays: dict[Key, list[int]] = field(default_factory=dict)
    obstacles: list[str] = field(default_factory=list)
    discloses: bool = False  # whether the kept row is public and the merged one's name is not
    leads_on: bool = False  # whether the merged row's address is public now, and will lead to the kept one's

    @property
    def digest(self) -> str:
        """Of everything that a page shows of it: the same plan, or it has changed since."""
        rows = [(name_of(key), ids) for kind in (self.moves, self.stays) for key, ids in kind.items()]
        sides = [(row.pk, row.row_version) for row in (self.kept, self.merged)]
        return sha256(repr((rows, sides, self.obstacles, self.leads_on)).encode()).hexdigest()


def name_of(key: Key) -> str:
    """A key in words that do not change: docket.caseparty.party."""
    return f"{key.model._meta.label_lower}.{key.name}"


def keys_to(model: type[models.Model]) -> list[Key]:
    """Every key of the record to a model, one-to-one keys too; histories point at what was."""
    fields: list[Any] = [f for f in model._meta.get_fields(include_hidden=True) if f.one_to_many or f.one_to_one]
    keys = [f.field for f in fields if f.auto_created and not hasattr(f.related_model, "pgh_tracked_model")]
    return sorted(keys, key=name_of)


def plan(kept: Any, merged: Any) -> Plan:
    """What merging one row into another of its model would do, and what stands against it."""
    shown, named = is_public(kept), is_public(merged)
    found = Plan(kept, merged, discloses=shown and not named, leads_on=named and isinstance(merged, Party))
    found.obstacles.extend(_obstacles(kept, merged))
    found.obstacles.extend(_of_protected(kept, merged) if isinstance(kept, Party) else ())
    for key in keys_to(type(kept)):
        rows = key.model._default_manager.filter(**{key.name: merged})
        clash = _clashing(key, rows, kept)
        if _is_role(key):
            found.obstacles.extend(_same_role(row, key) for row in clash)
        stays = rows if (found.discloses and rides(key)) or _is_noted(key) else clash
        found.stays[key] = sorted(stays.values_list("pk", flat=True))
        found.moves[key] = sorted(rows.exclude(pk__in=found.stays[key]).values_list("pk", flat=True))
    return found


def _is_noted(key: Key) -> bool:
    """Whether its rows note what happened to the row that they name (a correction of its name): true of no other."""
    return bool(getattr(key.model, "is_true_of_one_row", False))


def rides(key: Key) -> bool:
    """Whether rows of this key are public with the person that they name, and say no more than that."""
    rule = publication_of(key.model)
    return isinstance(rule, Published) and key.name in rule.rides


def _is_role(key: Key) -> bool:
    return isinstance(publication_of(key.model), Published) and not rides(key)


def _clashing(key: Key, rows: QuerySet[Any], kept: Any) -> QuerySet[Any]:
    """The rows that cannot move: the kept row has the same one, or the row names both."""
    model, clash = key.model, Q(pk=None)
    if key.unique:
        clash |= Q(Exists(model._default_manager.filter(**{key.name: kept})))
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and key.name in constraint.fields:
            others = {name: OuterRef(name) for name in constraint.fields if name != key.name}
            clash |= Q(Exists(model._default_manager.filter(**{key.name: kept}, **others)))
    for other in keys_to(type(kept)):
        if other.model is model and other is not key:
            clash |= Q(**{other.name: kept})
    return rows.filter(clash)


def _same_role(row: Any, key: Key) -> str:
    where = " · ".join(str(getattr(row, name)) for name in ("case", "matter") if getattr(row, name, None))
    what = f"“{row}”" + (f" of {where}" if where else "")
    rows = key.model._meta.verbose_name_plural
    return f"Both are there as {what}: a role is never dropped. Correct one of the two {rows} first."


def _obstacles(kept: Any, merged: Any) -> Iterator[str]:
    if type(kept) is not type(merged):
        yield "Only rows of one kind can be merged."
        return
    if kept.pk == merged.pk:
        yield "Choose another one: a row cannot be merged into itself."
    for row in (kept, merged):
        if row.visibility == Visibility.EXPUNGED:
            yield f"“{row}” is expunged: there is nothing to merge."
        if (stands := merge_in_force(row)) is not None:
            yield f"“{row}” was merged into “{kept_of(stands)}” already."
    if Visibility.HIDDEN in (kept.visibility, merged.visibility) and kept.visibility != merged.visibility:
        yield (
            "One of the two is hidden: the roles of the hidden one would be shown, or the other's withheld. Act on its "
            "publication first."
        )
    if is_public(merged) and not is_public(kept):
        yield f"“{merged}” is public and “{kept}” is not: keep the public one, or its address would lead to nothing."


def _of_protected(kept: Party, merged: Party) -> Iterator[str]:
    """A name and the initials or pseudonym that stand for it are never brought together where either is read."""
    sides = (kept, merged)
    true = ProtectedIdentity.objects.filter(party__in=[side.pk for side in sides]).exclude(true_name="")
    is_protected = kept.is_minor or merged.is_minor or true.exists()
    if is_protected and kept.name.casefold() != merged.name.casefold():
        yield (
            "One of the two is a minor or has a protected identity, and the names differ: merging would tell who is "
            "behind the initials or the pseudonym. Give both the protected name first."
        )
    if kept.is_minor != merged.is_minor:
        yield "One of the two is marked as a minor and the other is not: mark both, or neither."


# What stands


def merge_in_force(row: Any) -> Merge | None:
    """The merge by which a row was merged into another, where it was and it stands."""
    return Merge.objects.filter(label=row._meta.label_lower, merged_id=row.pk, undone_at=None).first()


def merged_into(row: Any) -> list[Merge]:
    """The merges into a row that stand, newest first."""
    return list(Merge.objects.filter(label=row._meta.label_lower, kept_id=row.pk, undone_at=None))


def unmerged(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Without those that were merged into another."""
    return rows.exclude(pk__in=merged_ids(rows.model))


def merged_ids(model: type[models.Model]) -> QuerySet[Any, Any]:
    """The primary keys of a model's rows that were merged into another."""
    return Merge.objects.filter(label=model._meta.label_lower, undone_at=None).order_by().values("merged_id")


def survivors(model: type[models.Model], ids: Iterable[int]) -> dict[int, int]:
    """Of each id the row that it was merged into, through as many merges as there are; itself where it was not."""
    found = {pk: pk for pk in ids}
    merges = Merge.objects.filter(label=model._meta.label_lower, undone_at=None)
    while steps := dict(merges.filter(merged_id__in=set(found.values())).values_list("merged_id", "kept_id")):
        found = {pk: steps.get(now, now) for pk, now in found.items()}
    return found


def kept_of(merge: Merge) -> Any:
    """The row that a merge kept; None where it has been expunged with what named it."""
    return _model(merge)._default_manager.filter(pk=merge.kept_id).first()


def merged_of(merge: Merge) -> Any:
    """The row that was merged; None where it has been expunged with what named it."""
    return _model(merge)._default_manager.filter(pk=merge.merged_id).first()


def _model(merge: Merge) -> Any:
    return apps.get_model(merge.label)


# The verbs


@transaction.atomic
def merge(kept: Any, merged: Any, *, actor: Any = None, shown: str = "", alias: str = "") -> Merge:
    """Merge one row into another; returns what undoes it.

    shown: the digest of the plan that the person saw, empty for a program. alias: keep the merged party's name as
    another name of this kind; empty: do not. Raises ValidationError where the plan has obstacles, or is not the one
    that was shown.
    """
    kept, merged = _locked(kept, merged)
    found = plan(kept, merged)
    if found.obstacles:
        raise ValidationError(found.obstacles)
    if shown and shown != found.digest:
        raise ValidationError("Something of the two has changed since this page was opened. Look at it again.")
    if alias and found.discloses:
        raise ValidationError(
            f"“{merged.name}” is not public: as another name of “{kept.name}” it would be at once. Merge without "
            "keeping it, then add it to the other names if readers may have it."
        )
    act = Merge.objects.create(label=kept._meta.label_lower, kept_id=kept.pk, merged_id=merged.pk, author=actor)
    for key, ids in found.moves.items():
        if ids:
            key.model._default_manager.filter(pk__in=ids).update(**{key.name: kept})
            act.moved[name_of(key)] = ids
    if found.leads_on:
        _made(act, FormerAddress.objects.create(former=merged.public_id, party=kept))
    if alias and isinstance(kept, Party) and kept.name != merged.name:
        other, is_new = PartyAlias.objects.get_or_create(party=kept, kind=alias, name=merged.name)
        if is_new:
            _made(act, other)
    act.save(update_fields=["moved", "made"])
    return act


def _made(act: Merge, row: models.Model) -> None:
    act.made.setdefault(row._meta.label_lower, []).append(row.pk)


@transaction.atomic
def undo(act: Merge, *, actor: Any = None) -> dict[str, int]:
    """Give the merged row back what named it; returns how many rows have been moved or deleted since, by key.

    What was added to the kept row since stays with it. Raises ValidationError where it cannot be undone.
    """
    act = Merge.objects.select_for_update(no_key=True).get(pk=act.pk)
    if words := why_not_undone(act):
        raise ValidationError(words)
    kept, merged = _locked(kept_of(act), merged_of(act))
    for label, ids in act.made.items():
        apps.get_model(label)._default_manager.filter(pk__in=ids).delete()
    left = {}
    for name, ids in act.moved.items():
        key = key_of(name)
        back = key.model._default_manager.filter(pk__in=ids, **{key.name: kept}).update(**{key.name: merged})
        if back < len(ids):
            left[name] = len(ids) - back
    act.undone_by, act.undone_at = actor, Now()
    act.save(update_fields=["undone_by", "undone_at"])
    return left


def why_not_undone(act: Merge) -> list[str]:
    """What stands against undoing a merge; empty: it can be undone."""
    kept, merged = kept_of(act), merged_of(act)
    if act.undone_at is not None:
        return ["It was undone already."]
    if kept is None or merged is None or Visibility.EXPUNGED in (kept.visibility, merged.visibility):
        return ["One of the two has been expunged: there is nothing left to give back."]
    if (later := merge_in_force(kept)) is not None:
        return [f"“{kept}” was merged into “{kept_of(later)}” since: undo that first."]
    if kept.visibility != merged.visibility:
        state = kept.get_visibility_display().lower()
        return [f"“{kept}” is {state} now and “{merged}” is not: act on its publication first."]
    found = list(_of_protected(kept, merged)) if isinstance(kept, Party) else []
    for name, ids in act.moved.items():
        key = key_of(name)
        rows = key.model._default_manager.filter(pk__in=ids, **{key.name: kept})
        found += [f"“{row}” names “{merged}” again: correct that row first." for row in _clashing(key, rows, merged)]
    return found


def key_of(name: str) -> Key:
    """The key of that name: docket.caseparty.party."""
    label, _, column = name.rpartition(".")
    key: Key = apps.get_model(label)._meta.get_field(column)
    return key


def _locked(kept: Any, merged: Any) -> tuple[Any, Any]:
    """Both as they are now, held until the transaction ends, in one order so that two merges do not wait crosswise."""
    rows = type(kept)._default_manager.select_for_update(no_key=True)
    found = {row.pk: row for row in rows.filter(pk__in=[kept.pk, merged.pk]).order_by("pk")}
    return found[kept.pk], found[merged.pk]
