"""A true preview: what the public would see, rendered from the published schema inside a transaction rolled back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction


@contextmanager
def as_published(*changes: Callable[[], Any]) -> Iterator[None]:
    """Make the changes, project them, look at the published schema only; nothing of it stays."""
    with transaction.atomic():
        for change in changes:
            change()
        with connection.cursor() as cursor:
            cursor.execute("set constraints all immediate")
            cursor.execute("set local search_path to published, extensions")
        try:
            yield
        finally:
            transaction.set_rollback(True)
