"""A slip of the pen in a text, mended by an editor without a line of correction; never a name, date, sum or outcome."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.http import HttpRequest

from docket.desk.permissions import is_public_row, may_publish
from docket.publishing.rules import Corrected, Published, publication_of
from docket.publishing.wall.corrected import quietly

BOX = "quiet"


def offered(row: models.Model | None, user: Any) -> bool:
    """Whether the form of a row has the box: it is public, and the user may publish and could mend a text of it."""
    may_be = [column for column in _corrected(row) if column.may_be_quiet] if row is not None else []
    return bool(may_be) and may_publish(user) and is_public_row(row)


def refusals(form: Any) -> Iterator[tuple[str, str]]:
    """The changed fields of a form that asks for quiet and may not have it, each with a sentence."""
    row = form.instance
    if not form.request.POST.get(BOX) or not offered(row, form.request.user):
        return
    for column in _corrected(row):
        if column.column in form.changed_data and not column.may_be_quiet:
            yield (
                column.column,
                f"The {column.words} stands in public, and readers are told when it is corrected: take out the tick at "
                "“only a slip of the pen”, or leave this as it is.",
            )


def keep(request: HttpRequest) -> None:
    """Within the transaction that saves the row: no line is written for its texts."""
    if request.POST.get(BOX) and may_publish(request.user):
        quietly()


def _corrected(row: models.Model) -> tuple[Corrected, ...]:
    rule = publication_of(type(row))
    return rule.corrected if isinstance(rule, Published) else ()
