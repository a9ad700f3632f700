"""Deleting: only a draft that was never public and on which nothing hangs; the refusal is said in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import PROTECT, ProtectedError
from django.http import HttpResponse

from docket.desk.clearance import cleared


class Refused(Exception):
    """The database keeps the row; the text says why."""


def obstacles(rows: Iterable[Any], user: Any) -> tuple[list[str], dict[str, int], set[str], list[str]]:
    """As Django's admin wants it: what goes, how many, missing permissions, and what stands in the way, by model.

    Only what the user may see is counted; for the rest the database refuses in the end.
    """
    rows = list(rows)
    in_the_way = [words for relation in _protecting(type(rows[0])) if (words := _count(relation, rows, user))]
    return [str(row) for row in rows], {str(rows[0]._meta.verbose_name): len(rows)}, set(), in_the_way


def attempt(delete: Callable[[], HttpResponse]) -> HttpResponse:
    """Run a delete view; raises Refused with the database's own words."""
    try:
        with transaction.atomic():
            return delete()
    except ProtectedError as error:
        raise Refused("It has rows below it. Delete those first, or hide it instead.") from error
    except IntegrityError as error:
        raise Refused(primary_message(error)) from error


def primary_message(error: Exception) -> str:
    """The sentence with which PostgreSQL refused, without its details."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return str(getattr(diagnosis, "message_primary", None) or error)


def _protecting(model: type[models.Model]) -> list[Any]:
    return [r for r in model._meta.related_objects if getattr(r, "on_delete", None) is PROTECT and not _own_count(r)]


def _own_count(relation: Any) -> bool:
    """A case's counter goes with the case, what was read from a line with the line."""
    return bool(relation.related_model._meta.label in ("docket.CaseCounter", "docket.DerivedDate"))


def _count(relation: Any, rows: list[Any], user: Any) -> str:
    options = relation.related_model._meta
    below = cleared(relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": rows}), user)
    if any(field.name == "is_derived" for field in options.local_concrete_fields):
        below = below.exclude(is_derived=True)
    found = below[:1000].count()
    return f"{found} {options.verbose_name if found == 1 else options.verbose_name_plural}" if found else ""
