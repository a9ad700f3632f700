"""Asking the API as the public site does."""

from __future__ import annotations

import json
from typing import Any

from django.test import Client

from tests.records.listing_records import as_public


def answer_of(address: str, **headers: str) -> Any:
    with as_public():
        return Client(headers=headers).get(f"/api/v1/{address}")


def body_of(address: str, status: int = 200) -> Any:
    answer = answer_of(address)
    assert answer.status_code == status, answer.content[:2000]
    return json.loads(answer.content)


def rows_of(address: str) -> list[dict[str, Any]]:
    """Every row of a list, page after page."""
    found: list[dict[str, Any]] = []
    following: str | None = address
    while following:
        body = body_of(following)
        found += body["results"]
        following = body["next"] and body["next"].partition("/api/v1/")[2]
    return found
