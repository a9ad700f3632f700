"""Who did it, by the context that the history keeps with each event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model

NOBODY = "an import or a command"


class Authors:
    """The names of the people behind some events, in one query."""

    def __init__(self, events: Iterable[Any]) -> None:
        ids = {_user_id(event) for event in events} - {None}
        users = get_user_model().objects.filter(pk__in=ids) if ids else []
        self.names = {user.pk: user.get_username() for user in users}

    def of(self, event: Any) -> str:
        """A user's name, or that it was no person at the desk."""
        return self.names.get(_user_id(event) or 0, NOBODY)


def _user_id(event: Any) -> int | None:
    found = (event.pgh_context.metadata if event and event.pgh_context else {}).get("user")
    return int(found) if found else None
