"""Publish, hide, seal, remove, unseal, expunge: each an act with a reason, recorded in the chain."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, models, transaction

from docket.publishing import files
from docket.publishing.chain import SealEvent
from docket.publishing.expunging import expunge_rows
from docket.publishing.rules import Published, publication_of
from docket.publishing.tables import published_tables
from docket.publishing.visibility import Visibility

V = Visibility


@dataclass(frozen=True)
class Verb:
    """What an act does: from which visibilities, to which, who may, and whether the rows below go with it."""

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

    actor: the user, or None for the command line. reason: at least three characters. with_files: a preview leaves the
    published copies of documents alone, as no rollback takes a file back. Raises PermissionDenied, or
    ValidationError when the reason is missing, the row's state does not allow the verb, or the wall is down.
    """
    if actor is not None and not actor.has_perm(VERBS[verb].permission):
        raise PermissionDenied(f"{actor} may not {verb} records: the permission {VERBS[verb].permission} is missing.")
    if len(reason.strip()) < 3:
        raise ValidationError({"reason": f"Say why you {verb} it; the reason is kept with your name."})
    with transaction.atomic():
        refuse_without_wall()
        row = type(row)._default_manager.select_for_update(no_key=True).get(pk=row.pk)
        if verb not in allowed(row):
            raise ValidationError(
                f"“{row}” is {row.get_visibility_display().lower()}: it cannot be {VERBS[verb].past.lower()}."
            )
        below = drafts_below(row) if verb == "publish" and with_rows_below else {}
        event = _record(verb, row, actor, reason, authority, below)
        _apply(verb, row, below)
        if with_files:
            files.follow(row)
    row.refresh_from_db()
    return event


def publish_drafts(row: Any, *, actor: Any, reason: str) -> SealEvent | None:
    """Publish what is held for review below a public case or matter, as one act on it; None when nothing is.

    Raises as `act` does.
    """
    if actor is not None and not actor.has_perm(VERBS["publish"].permission):
        raise PermissionDenied(f"{actor} may not publish: the permission {VERBS['publish'].permission} is missing.")
    with transaction.atomic():
        refuse_without_wall()
        row = type(row)._default_manager.select_for_update(no_key=True).get(pk=row.pk)
        if row.visibility != V.PUBLIC:
            raise ValidationError(f"“{row}” is {row.get_visibility_display().lower()}: publish it first.")
        below = drafts_below(row)
        if not below:
            return None
        event = _record("publish", row, actor, reason, "", below)
        _apply("publish", row, below)
    return event


def refuse_without_wall() -> None:
    """Raise ValidationError while the projection is off: a seal would not reach the public site."""
    with connection.cursor() as cursor:
        cursor.execute("select armed from wall.state")
        found = cursor.fetchone()
    if not (found and found[0]):
        raise ValidationError(
            "The public projection is off (a migration is under way or failed). Run `manage.py migrate`."
        )


def drafts_below(row: models.Model) -> dict[type[models.Model], list[int]]:
    """The drafts that are published with a case or matter: its filings, documents, hearings, summaries …"""
    column = {"docket.case": "case_id", "docket.matter": "matter_id"}.get(row._meta.label_lower)
    if row._meta.label_lower == "docket.filing":
        column = "filing_id"
    found: dict[type[models.Model], list[int]] = {}
    for table in published_tables():
        if column in table.columns and table.rule.says_so:
            drafts = table.model._default_manager.filter(**{column: row.pk}, visibility=V.DRAFT)
            if ids := list(drafts.values_list("pk", flat=True)):
                found[table.model] = ids
    return found


def _record(
    verb: str, row: Any, actor: Any, reason: str, authority: str, below: dict[type[models.Model], list[int]]
) -> SealEvent:
    nameless = verb == "expunge"
    includes = Counter({model._meta.label_lower: len(ids) for model, ids in below.items()})
    return SealEvent.objects.create(
        verb=verb,
        label="" if nameless else row._meta.label_lower,
        object_id=None if nameless else row.pk,
        old_visibility=row.visibility,
        new_visibility=VERBS[verb].goes_to,
        includes=dict(includes),
        reason=reason.strip(),
        authority=authority.strip(),
        actor=actor,
        actor_name=actor.get_username() if actor else "command line",
    )


def _apply(verb: str, row: Any, below: dict[type[models.Model], list[int]]) -> None:
    if verb == "expunge":
        expunge_rows(row)
    elif verb in ("seal", "remove"):
        _into_vault(row)
    elif verb == "unseal":
        _out_of_vault(row)
    goes_to = VERBS[verb].goes_to
    for model, ids in below.items():
        model._default_manager.filter(pk__in=ids).update(visibility=goes_to)
    type(row)._default_manager.filter(pk=row.pk).update(visibility=goes_to)


def _into_vault(row: Any) -> None:
    """Move the row's text to the vault, so that nothing of it stands in the record's own columns."""
    sealed_text = apps.get_model("docket", "SealedText")
    rule = publication_of(type(row))
    for column, meanwhile in rule.vaulted.items():  # type: ignore[union-attr]
        if getattr(row, column) == meanwhile:
            continue
        sealed_text.objects.get_or_create(
            label=row._meta.label_lower,
            object_id=row.pk,
            field=column,
            defaults={"text": getattr(row, column)},
        )
        type(row)._default_manager.filter(pk=row.pk).update(**{column: meanwhile})


def _out_of_vault(row: Any) -> None:
    kept = apps.get_model("docket", "SealedText").objects.filter(label=row._meta.label_lower, object_id=row.pk)
    if texts := dict(kept.values_list("field", "text")):
        type(row)._default_manager.filter(pk=row.pk).update(**texts)
        kept.delete()
