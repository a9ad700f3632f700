"""Bring the table of forums into the database: adds what is missing, fills what is empty, overwrites nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from django.db import transaction

from docket.forums.renumbering import renumber
from docket.forums.table.shape import ForumRow
from docket.models import Forum, ForumAlias

FILLED = tuple(field.name for field in fields(ForumRow) if field.name not in ("slug", "parent", "aliases"))


@dataclass(frozen=True)
class Loaded:
    """What a load did. differ: forums whose own values staff or an older table set otherwise, left as they are."""

    forums: int
    added: int
    filled: int
    aliases: int
    differ: tuple[str, ...]

    def __str__(self) -> str:
        said = (
            f"{self.forums} forums: {self.added} added, {self.filled} completed, "
            f"{self.aliases} names added, {self.forums - self.added - self.filled} unchanged."
        )
        if self.differ:
            shown = ", ".join(self.differ[:10]) + (" …" if len(self.differ) > 10 else "")
            said += f"\n{len(self.differ)} differ from the table and were left as they are: {shown}"
        return said


@transaction.atomic
def load_forums(rows: Iterable[ForumRow]) -> Loaded:
    """Add and complete the forums of `rows`. Repeatable: a second load changes nothing."""
    rows = list(rows)
    known = _known()
    missing = [row for row in rows if row.slug not in known]
    filled, differ = _fill(rows, known)
    _add(missing, known)
    aliases = _add_aliases(rows, known)
    return Loaded(len(rows), len(missing), filled, aliases, tuple(differ))


def _known() -> dict[str, Forum]:
    """Every forum of the database by its slug, and by its courts-db id where staff chose another slug."""
    forums = list(Forum.objects.all())
    return {f.courts_db_id: f for f in forums if f.courts_db_id} | {f.slug: f for f in forums}


def _add(missing: list[ForumRow], known: dict[str, Forum]) -> None:
    """Parents before their children, so that one insert a generation is enough."""
    table = {row.slug for row in missing}
    while missing:
        ready = [row for row in missing if row.parent not in table]
        if not ready:
            raise ValueError(f"The table of forums has a circle of parents among {[row.slug for row in missing]}.")
        made = [
            Forum(
                slug=row.slug,
                parent=known.get(row.parent),
                **{name: getattr(row, name) for name in FILLED},
            )
            for row in ready
        ]
        known.update({forum.slug: forum for forum in Forum.objects.bulk_create(made)})
        table -= {row.slug for row in ready}
        missing = [row for row in missing if row.slug in table]


def _fill(rows: list[ForumRow], known: dict[str, Forum]) -> tuple[int, list[str]]:
    changed, differ = [], []
    for row in rows:
        forum = known.get(row.slug)
        if forum is None:
            continue
        empty = [name for name in FILLED if not getattr(forum, name) and getattr(row, name)]
        for name in empty:
            setattr(forum, name, getattr(row, name))
        if empty:
            changed.append(forum)
        if any(getattr(forum, name) != getattr(row, name) for name in FILLED if getattr(row, name)):
            differ.append(forum.slug)
    Forum.objects.bulk_update(changed, FILLED, batch_size=500)
    renumber(changed)
    return len(changed), differ


def _add_aliases(rows: list[ForumRow], known: dict[str, Forum]) -> int:
    """A name whose key the forum already has is not added again, however it is spelled."""
    there = set(ForumAlias.objects.values_list("forum_id", "key"))
    names = set(ForumAlias.objects.values_list("forum_id", "name"))
    new = [
        ForumAlias(forum=known[row.slug], name=name, key=key)
        for row in rows
        for name, key in row.names().items()
        if (known[row.slug].pk, key) not in there and (known[row.slug].pk, name) not in names
    ]
    ForumAlias.objects.bulk_create(new, batch_size=5000)
    return len(new)
