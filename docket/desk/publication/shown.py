"""What an act would publish is bound to the page that showed it: another outcome is refused, and told in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import Truncator

from docket.desk.clearance import cleared
from docket.desk.publication import personal_data, redactions
from docket.desk.publication.acts import Seen
from docket.publishing import outcome as outcomes
from docket.publishing.document_checks import NotLetPass
from docket.publishing.outcome import Differences, Key, Outcome
from docket.publishing.screening import Unacknowledged
from docket.publishing.wall.tables import published_tables

BOX = "shown"
# What an act would tell of a row, besides the row itself: the choices that the page asks for.
SAID = "?"
NOTHING = Seen({}, [], [])
# Refusals for want of a reason.
WANTING = (Unacknowledged, NotLetPass)
MOST_NAMED = 20
WORDS = 15
TEXTS = ("docket_text", "text", "title", "note", "name")


class Different(ValidationError):
    """What would be published is not what the page showed. Nothing is published."""

    def __init__(self, differences: Differences) -> None:
        super().__init__("What would go public is not what this page showed. Nothing was published.")
        self.differences = differences


@dataclass(frozen=True)
class Told:
    """Rows that differ in one way: what happened to them, and each in words."""

    how: str
    rows: list[str]


def said(found: Iterable[Any]) -> Outcome:
    """What the page tells of claims and filings that would be read falsely (disclosure.py, unruled.py)."""
    told = {}
    for each in found:
        words = [getattr(each, name, "") for name in ("truly", "before", "publicly")]
        told[each.row._meta.db_table + SAID, each.row.pk] = outcomes.fingerprint(*words)
    return told


def remembered(look: Callable[[], Seen], besides: Outcome) -> tuple[str, Seen]:
    """For the form, with what else is seen of the act; nothing where it cannot be done now: the press says why."""
    try:
        seen = look()
    except ValidationError:
        return "", NOTHING
    return outcomes.remembered(seen.outcome | besides), seen


def do_as_shown(sent: Any, look: Callable[[], Seen], besides: Outcome, user: Any) -> Seen:
    """Do it, with the reasons to let personal data and hidden words pass, and return what was seen of it.

    In a transaction of the caller's. Raises Different, Unacknowledged and NotLetPass, on which it must roll back.
    """
    seen = look()
    if differences := outcomes.since(sent.get(BOX, ""), seen.outcome | besides):
        raise Different(differences)
    personal_data.let_pass(seen.notices, sent, user)
    redactions.let_pass_as_sent(seen.flagged, sent, user)
    return seen


def warnings(seen: Seen, user: Any, sent: Any, *, refused: bool) -> dict[str, Any]:
    """What a page says of personal data and hidden words, for its template; `refused`: for want of a reason."""
    return {
        "warned": personal_data.shown(seen.notices, user, sent, refused=refused),
        "redactions": redactions.shown(seen.flagged, sent, refused=refused),
    }


def in_words(differences: Differences, user: Any) -> list[Told]:
    """Which rows were added, changed or are gone, for a user who may not see all of them."""
    if differences.unknown:
        return []
    found = [
        Told("Would go public too, or would now read otherwise", _named(differences.added, user)),
        Told("Changed since", _named(differences.changed, user)),
        Told("No longer part of it", _named(differences.gone, user)),
    ]
    return [told for told in found if told.rows]


def _named(keys: Iterable[Key], user: Any) -> list[str]:
    keys = list(keys)
    by_table: dict[str, list[int]] = {}
    for table, pk in keys[:MOST_NAMED]:
        by_table.setdefault(table, []).append(pk)
    words = [line for name, ids in by_table.items() for line in _of_table(name, ids, user)]
    more = len(keys) - MOST_NAMED
    return words + ([f"and {more} more"] if more > 0 else [])


def _of_table(name: str, ids: list[int], user: Any) -> list[str]:
    models_of = {table.name: table.model for table in published_tables()}
    model = models_of.get(name.removesuffix(SAID))
    if model is None:
        return []
    kind = str(model._meta.verbose_name)
    rows = cleared(model._default_manager.filter(pk__in=ids), user).in_bulk()
    there = set(model._default_manager.filter(pk__in=ids).values_list("pk", flat=True))
    told = []
    of_what = ": what the public would read of it" if name.endswith(SAID) else ""
    for pk in ids:
        if pk in rows:
            told.append(f"{kind} {first_words(rows[pk])}{of_what}")
        else:
            told.append(f"a {kind} that {'you may not see' if pk in there else 'is no longer in the record'}")
    return told


def first_words(row: models.Model) -> str:
    """Its name and first words: “No. 3 – Motion” – “MOTION to dismiss filed by …”."""
    texts = [str(getattr(row, name, "") or "") for name in TEXTS]
    first = next((text for text in texts if text), "")
    name, first = Truncator(str(row)).chars(120), Truncator(first).words(WORDS)
    return f"“{name}”" if not first or first.rstrip("…") in name else f"“{name}”: “{first}”"
