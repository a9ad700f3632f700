"""Names spelled nearly as what was typed, for when nothing is found: only of what is published and listed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import OperationalError, connection, transaction
from django.db.models import QuerySet
from psycopg.errors import QueryCanceled

from docket.listing.filter_by_row import LONGEST, MOST_WORDS
from docket.listing.likeness import compare_loosely, has_words, is_alike, spelled_alike
from docket.site.filters import listed

PATIENCE = 400  # milliseconds: a guess is not worth the answer
SHOWN = 5


# rows, the column in which likeness is looked for, and the one that is offered
NAMED: tuple[tuple[Callable[[], QuerySet[Any]], str, str], ...] = (
    (listed.parties, "name", "name"),
    (listed.counsel, "name", "name"),
    (listed.firms, "name", "name"),
    (listed.matters, "title", "title"),
    (listed.cases, "caption", "caption_short"),
)


def near_names(text: str) -> list[str]:
    """At most SHOWN names that can be searched for, the likest of a sort first; none where that takes too long."""
    if not has_words(text):
        return []
    try:
        with transaction.atomic():
            return _near(text)
    except OperationalError as error:
        if isinstance(error.__cause__, QueryCanceled):
            return []
        raise


def _near(text: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("set local statement_timeout = %s", [PATIENCE])
    compare_loosely(connection)
    names: dict[str, str] = {}
    for rows, column, shown in NAMED:
        keys = spelled_alike(rows(), column, text)[:SHOWN]
        found = dict(rows().filter(pk__in=keys).order_by().values_list("pk", shown)) if keys else {}
        for name in (found[key] for key in keys):
            if name and len(name.split()) <= MOST_WORDS and len(name) <= LONGEST and is_alike(text, name):
                names.setdefault(name.casefold(), name)
    with connection.cursor() as cursor:
        cursor.execute("set local statement_timeout to default")
    return list(names.values())[:SHOWN]
