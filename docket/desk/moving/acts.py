"""Moving filings, and moving them back: one transaction, every row through its history."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Now

from docket.desk.moving.plan import Plan, plan
from docket.models import Case, ClaimEvent, Filing, FilingLink, FilingMove, FilingParty
from docket.models.parts.sequence import take_sequences

CHANGED = "Something of these filings or of the two cases has changed since this page was opened. Look at it again."


@transaction.atomic
def move(ids: list[int], target: Case, *, actor: Any = None, shown: str = "") -> FilingMove:
    """Move filings of one case to another; returns what undoes it.

    shown: the digest of the plan that the person saw, empty for a program. Raises ValidationError where the plan has
    obstacles, or is not the one that was shown; then nothing is moved.
    """
    rows = _locked(ids, target)
    found = plan(rows, Case.objects.get(pk=target.pk))
    _refuse(found, shown)
    places = take_sequences(target.pk, len(rows))
    act = FilingMove.objects.create(
        from_id=found.source.pk,
        to_id=target.pk,
        filings={str(row.pk): row.sequence for row in found.filings},
        filers=dict(_filers_before(found)),
        author=actor,
    )
    _write(found, {row.pk: place for row, place in zip(found.filings, places, strict=True)})
    act.state = found.state
    act.save(update_fields=["state"])
    return act


@transaction.atomic
def undo(act: FilingMove, *, actor: Any = None, shown: str = "") -> None:
    """Move them back to the places that they had. Raises ValidationError where something stands against it."""
    act = FilingMove.objects.select_for_update(no_key=True).get(pk=act.pk)
    if refused := why_not_undone(act):
        raise ValidationError(refused)
    _locked([int(pk) for pk in act.filings], Case.objects.get(pk=act.from_id))
    found = way_back(act)
    _refuse(found, shown)
    _write(found, {row.pk: act.filings[str(row.pk)] for row in found.filings})
    act.undone_by, act.undone_at = actor, Now()
    act.save(update_fields=["undone_by", "undone_at"])


def way_back(act: FilingMove) -> Plan:
    """What undoing it would do."""
    rows = Filing.objects.filter(pk__in=list(map(int, act.filings))).select_related("case")
    filers = {int(pk): party for pk, party in act.filers.items()}
    return plan(rows, Case.objects.get(pk=act.from_id), filers, act.state)


def why_not_undone(act: FilingMove) -> list[str]:
    """What stands against undoing it, before anything of its rows is looked at."""
    if act.undone_at is not None:
        return ["It was undone already."]
    there = Filing.objects.filter(pk__in=list(map(int, act.filings)), case=act.to_id).count()
    if there < len(act.filings) or Case.objects.filter(pk__in=[act.from_id, act.to_id]).count() < 2:
        return ["Some of the filings are not in that case any more: they were moved on or deleted."]
    return []


def _locked(ids: list[int], target: Case) -> list[Filing]:
    """The filings as they are now; they and both cases are held, the cases first and in one order."""
    sources = set(Filing.objects.filter(pk__in=ids).values_list("case_id", flat=True))
    list(Case.objects.select_for_update(no_key=True).filter(pk__in=sources | {target.pk}).order_by("pk"))
    rows = Filing.objects.select_for_update(no_key=True, of=("self",)).select_related("case").order_by("pk")
    found = list(rows.filter(pk__in=ids))
    if not found or len(found) < len(set(ids)):
        raise ValidationError(CHANGED)
    return found


def _refuse(found: Plan, shown: str) -> None:
    if found.obstacles:
        raise ValidationError(found.obstacles)
    if shown and shown != found.digest:
        raise ValidationError(CHANGED)


def _filers_before(found: Plan) -> list[tuple[str, int]]:
    rows = FilingParty.objects.filter(pk__in=found.filers).order_by("pk").values_list("pk", "case_party_id")
    return [(str(pk), party) for pk, party in rows]


def _write(found: Plan, places: dict[int, int]) -> None:
    """The composite keys of the database are asked at commit: until then rows may stand apart."""
    ids, target = list(places), found.target
    for row in found.filings:
        Filing.objects.filter(pk=row.pk).update(case=target, sequence=places[row.pk])
    for model, rows in found.along.items():
        _rows(model, rows).update(case=target)
    for filer, party in found.filers.items():
        FilingParty.objects.filter(pk=filer).update(case_party=party)
    # both ends in one statement, as the constraint looks at each row at once
    both = Q(from_filing__in=ids, to_filing__in=ids)
    FilingLink.objects.filter(both).update(from_case=target, to_case=target)
    FilingLink.objects.filter(Q(from_filing__in=ids) & ~both).update(from_case=target)
    FilingLink.objects.filter(Q(to_filing__in=ids) & ~both).update(to_case=target)
    ClaimEvent.objects.filter(filing__in=ids).update(filing_case=target)


def _rows(model: type[models.Model], ids: list[int]) -> models.QuerySet[Any]:
    return model._default_manager.filter(pk__in=ids)
