"""What can be done to a row's publication at the desk: the verbs, and publishing what is held below a public row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import transaction

from docket.desk.clearance import cleared
from docket.models import Document, DocumentCheck
from docket.publishing import document_checks, files, outcome, screening, verbs
from docket.publishing.outcome import Outcome
from docket.publishing.sides import NOTHING_READ, Side, side_of
from docket.publishing.visibility import Visibility

HELD = "publish_held"
# rows below which something may be held
HOLDING = ("docket.Case", "docket.Matter", "docket.Filing", "docket.Document")
# done by order of somebody else: say whose
GOES_OUT = ("publish", HELD, "unseal")
WEIGHTY = ("seal", "remove", "unseal", "expunge")
NAMES = {name: name.capitalize() for name in verbs.VERBS} | {HELD: "Publish what is held"}
EXPLAINED = {
    "publish": "The public sees it, with the drafts below it.",
    HELD: "What is held for review below it goes public, with files that came for what is public already.",
    "unpublish": "Back to a draft: nothing tells it from an unknown address.",
    "hide": "Nothing tells it from an unknown address; it stays hidden until someone publishes it.",
    "seal": "By order: a placeholder stays, its text moves to the vault.",
    "remove": "Taken down: the address answers that the record was removed.",
    "unseal": "The text comes back from the vault; the row says again what it said before.",
    "expunge": "The values are erased from the record, its history, files and search. Nothing brings them back.",
}


def possible(row: Any, user: Any) -> list[str]:
    """What the row's present state allows, the likeliest first; of drafts below it those that the user may see."""
    held = row._meta.label in HOLDING and row.visibility == Visibility.PUBLIC
    return ([HELD] if held and _holds(row, user) else []) + verbs.allowed(row)


def _holds(row: Any, user: Any) -> bool:
    drafts = verbs.drafts_below(row).items()
    some = any(cleared(model._default_manager.filter(pk__in=ids), user).exists() for model, ids in drafts)
    return some or cleared(files.to_come(row), user).exists()


def may(user: Any, act: str) -> bool:
    """Whether a user has the permission for it."""
    return bool(user.has_perm(verbs.VERBS["publish" if act == HELD else act].permission))


def past(act: str) -> str:
    """What is said when it is done."""
    return "Published what was held below" if act == HELD else verbs.VERBS[act].past


def do(act: str, row: Any, *, actor: Any, reason: str, authority: str = "", with_files: bool = True) -> None:
    """Do it. Raises as `verbs.act` does."""
    if act == HELD:
        verbs.publish_drafts(row, actor=actor, reason=reason)
    else:
        verbs.act(act, row, actor=actor, reason=reason, authority=authority, with_files=with_files)


def try_out(act: str, row: Any) -> None:
    """The act itself, for a transaction that is rolled back; the row in memory stays as it is.

    Copies of documents are not made for it: a name where there would be one is enough for the page.
    """
    if not act:
        return
    again = type(row)._default_manager.get(pk=row.pk)
    do(act, again, actor=None, reason="preview", with_files=False)
    files.to_come(again).update(file="preview.pdf")


@dataclass(frozen=True)
class Seen:
    """What an act makes of the published tables, and what of it nobody has looked at as personal data.

    moved: the rows that it touches, by table. then: what the public reads of them afterwards, if that was looked at.
    """

    outcome: Outcome
    notices: list[screening.Notice]
    flagged: list[DocumentCheck]
    moved: dict[str, list[int]] = field(default_factory=dict)
    then: Side = NOTHING_READ


def look(do: Callable[[], Any], *, goes_out: bool) -> Seen:
    """What is done now makes of the published tables; the personal data and the hidden words that go out by it."""
    moved = outcome.watched(do)
    found = outcome.read(moved)
    if not goes_out:
        return Seen(found, [], [], moved)
    checks = document_checks.checks_of(pk for table, pk in found if table == Document._meta.db_table)
    notices = screening.unacknowledged(found) + screening.in_documents(checks)
    return Seen(found, notices, [check for check in checks if check.findings and not check.reason], moved)


def look_closely(do: Callable[[], Any], *, goes_out: bool) -> Seen:
    """As `look`, with what the public would read: for the page that shows it."""
    seen = look(do, goes_out=goes_out)
    return replace(seen, then=side_of(seen.moved))


def undone(look: Callable[[], Seen]) -> Seen:
    """What is seen of acts of which nothing stays."""
    with transaction.atomic():
        try:
            return look()
        finally:
            transaction.set_rollback(True)
