"""Publish, hide, seal, remove, unseal, expunge: each an act with a reason, recorded in the chain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, models, transaction
from django.db.models.expressions import RawSQL

from docket.publishing import files, record_copy
from docket.publishing.caches import purging
from docket.publishing.chain import SealEvent
from docket.publishing.expunging import Ids, doomed, expunge_rows
from docket.publishing.rules import Published, publication_of
from docket.publishing.vault import into_vault, out_of_vault
from docket.publishing.visibility import PLACEHOLDERS, Visibility
from docket.publishing.waiting import again_when_busy
from docket.publishing.wall import lifecycle
from docket.publishing.wall.tables import published_tables

V = Visibility
Rows = dict[type[models.Model], list[int]]


@dataclass(frozen=True)
class Verb:
    """What an act does: from which visibilities, to which, and who may."""

    past: str
    comes_from: tuple[Visibility, ...]
    goes_to: Visibility
    permission: str


VERBS = {
    "publish": Verb("Published", (V.DRAFT, V.HIDDEN), V.PUBLIC, "docket.publish_record"),
    "unpublish": Verb("Held as a draft", (V.PUBLIC, V.HIDDEN), V.DRAFT, "docket.publish_record"),
    "hide": Verb("Hidden", (V.DRAFT, V.PUBLIC), V.HIDDEN, "docket.publish_record"),
    "seal": Verb("Sealed", (V.DRAFT, V.PUBLIC, V.HIDDEN), V.SEALED, "docket.seal_record"),
    "remove": Verb("Removed", (V.DRAFT, V.PUBLIC, V.HIDDEN, V.SEALED), V.REMOVED, "docket.seal_record"),
    "unseal": Verb("Unsealed", (V.SEALED, V.REMOVED), V.PUBLIC, "docket.seal_record"),
    "expunge": Verb("Expunged", tuple(v for v in V if v != V.EXPUNGED), V.EXPUNGED, "docket.expunge_record"),
}


def allowed(row: models.Model) -> list[str]:
    """The verbs that a row's present visibility and model allow."""
    rule = publication_of(type(row))
    if not isinstance(rule, Published) or not hasattr(row, "visibility"):
        return []
    states = {V.DRAFT, V.PUBLIC, V.HIDDEN, V.EXPUNGED, *rule.placeholder}
    if rule.presence:
        states.discard(V.DRAFT)
    return [name for name, verb in VERBS.items() if row.visibility in verb.comes_from and verb.goes_to in states]


def act(
    verb: str,
    row: Any,
    *,
    actor: Any,
    reason: str,
    authority: str = "",
    with_rows_below: bool = True,
    with_files: bool = True,
) -> SealEvent:
    """Do `verb` to a row, and to the drafts below it when publishing; returns the event of the chain.

    actor: the user, or None for the command line. reason: at least three characters. Raises PermissionDenied, or
    ValidationError when the reason is missing, the row's state does not allow the verb, a file cannot be published, or
    the wall is down. with_files: a preview makes no copies of documents and takes no edition of the record away.
    Unsealing brings back what the row said before it was sealed. A deadlock is retried, outside another transaction.
    """
    if actor is not None and not actor.has_perm(VERBS[verb].permission):
        raise PermissionDenied(f"{actor} may not {verb} records: the permission {VERBS[verb].permission} is missing.")
    if len(reason.strip()) < 3:
        raise ValidationError({"reason": f"Say why you {verb} it; the reason is kept with your name."})
    event: SealEvent = again_when_busy(lambda: _act(verb, row, actor, reason, authority, with_rows_below, with_files))
    row.refresh_from_db()
    return event


def publish_drafts(row: Any, *, actor: Any, reason: str) -> SealEvent | None:
    """Publish what is held for review below a public row, as one act on it; None when nothing is.

    Held are drafts, and files that came for documents which are public already.

    Raises as `act` does.
    """
    if actor is not None and not actor.has_perm(VERBS["publish"].permission):
        raise PermissionDenied(f"{actor} may not publish: the permission {VERBS['publish'].permission} is missing.")
    event: SealEvent | None = again_when_busy(lambda: _publish_drafts(row, actor, reason))
    return event


@transaction.atomic
def _act(
    verb: str, row: Any, actor: Any, reason: str, authority: str, with_rows_below: bool, with_files: bool
) -> SealEvent:
    row = _locked(row)
    if verb not in allowed(row):
        raise ValidationError(
            f"“{row}” is {row.get_visibility_display().lower()}: it cannot be {VERBS[verb].past.lower()}."
        )
    if with_files:
        record_copy.follow(verb)
    if verb == "expunge":
        gone = doomed(row)
        event = _record(verb, None, row.visibility, V.EXPUNGED, actor, reason, authority, gone)
        purging.follow(event.pk, row, withholds=True)
        expunge_rows(row, gone)
        return event
    goes_to = _before_the_seal(row) if verb == "unseal" else VERBS[verb].goes_to
    below: Rows = drafts_below(row) if verb == "publish" and with_rows_below else {}
    event = _record(verb, row, row.visibility, goes_to, actor, reason, authority, below)
    if verb in ("seal", "remove"):
        into_vault(row)
    elif verb == "unseal":
        out_of_vault(row)
    _say(goes_to, below)
    _say(goes_to, {type(row): [row.pk]})
    if with_files:
        files.follow(row)
        purging.follow(event.pk, row, withholds=verb in record_copy.WITHHOLDING)
    return event


@transaction.atomic
def _publish_drafts(row: Any, actor: Any, reason: str) -> SealEvent | None:
    row = _locked(row)
    if row.visibility != V.PUBLIC:
        raise ValidationError(f"“{row}” is {row.get_visibility_display().lower()}: publish it first.")
    below = drafts_below(row)
    if not below and not files.to_come(row).exists():
        return None
    event = _record("publish", row, V.PUBLIC, V.PUBLIC, actor, reason, "", below)
    _say(V.PUBLIC, below)
    files.follow(row)
    purging.follow(event.pk, row, withholds=False)
    return event


def _locked(row: Any) -> Any:
    """The row as it is now, held until the transaction ends."""
    refuse_without_wall()
    with connection.cursor() as cursor:
        # before any row: two acts on rows of one case do not wait for each other crosswise
        lifecycle.lock_chain(cursor)
    return type(row)._default_manager.select_for_update(no_key=True).get(pk=row.pk)


def _say(visibility: str, rows: Rows) -> None:
    for model, ids in rows.items():
        # one array, not ten thousand parameters
        listed = RawSQL("select unnest(%s::bigint[])", [ids])
        model._default_manager.filter(pk__in=listed).update(visibility=visibility)


def _record(
    verb: str, row: Any, old: str, new: str, actor: Any, reason: str, authority: str, includes: Rows | Ids
) -> SealEvent:
    """The event of the chain; one without a row names none."""
    return SealEvent.objects.create(
        verb=verb,
        label=row._meta.label_lower if row else "",
        object_id=row.pk if row else None,
        old_visibility=old,
        new_visibility=new,
        includes={model._meta.label_lower: len(ids) for model, ids in includes.items()},
        reason=reason.strip(),
        authority=authority.strip(),
        actor=actor,
        actor_name=actor.get_username() if actor else "command line",
    )


def refuse_without_wall() -> None:
    """Raise ValidationError while the projection is off: a seal would not reach the public site."""
    with connection.cursor() as cursor:
        armed = lifecycle.is_armed(cursor)
    if not armed:
        raise ValidationError(
            "The public projection is off (a migration is under way or failed) or of another release: nothing can be "
            "published or withheld now. Run `manage.py migrate`."
        )


def drafts_below(*rows: models.Model) -> Rows:
    """The drafts that are published with cases, matters or filings: their filings, documents, hearings, summaries …"""
    label = rows[0]._meta.label_lower if rows else ""
    column = {"docket.case": "case_id", "docket.matter": "matter_id", "docket.filing": "filing_id"}.get(label)
    found: Rows = {}
    for table in published_tables():
        if column in table.columns and table.rule.says_so:
            theirs = {f"{column}__in": [row.pk for row in rows]}
            drafts = table.model._default_manager.filter(**theirs, visibility=V.DRAFT)
            if ids := list(drafts.order_by("pk").values_list("pk", flat=True)):
                found[table.model] = ids
    return found


def _before_the_seal(row: Any) -> str:
    """What the row said before it was sealed or removed."""
    events = SealEvent.objects.filter(label=row._meta.label_lower, object_id=row.pk, new_visibility__in=PLACEHOLDERS)
    last = events.exclude(old_visibility__in=PLACEHOLDERS).order_by("-pk").first()
    return last.old_visibility if last else V.PUBLIC
