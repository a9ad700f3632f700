"""The request behind the forms of rows that nobody sends one by one: it says who saves, and keeps what is told."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, QueryDict

from docket.desk.permissions import may_publish

MOST_TOLD = 20


class Told:
    """Takes the messages that saving a row gives, as Django's storage does: each text once, the first ones only."""

    def __init__(self) -> None:
        self.texts: list[tuple[int, Any]] = []

    def add(self, level: int, message: Any, extra_tags: str = "") -> None:
        """Keep it, if there is room."""
        if len(self.texts) < MOST_TOLD and (level, message) not in self.texts:
            self.texts.append((level, message))


class SenderRequest(HttpRequest):
    """A POST by a user, with nothing in it; `_messages` is where Django's messages go."""

    def __init__(self, user: Any) -> None:
        super().__init__()
        self.user = user
        self.method = "POST"
        self.POST = QueryDict()
        self._messages = Told()
        # what is public is changed by those who may publish; the others propose
        self.proposes = not may_publish(user)
