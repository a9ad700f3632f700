"""A file as a reader of the public site downloads it."""

import csv
import io
from typing import Any

from django.test import Client

from tests.records.listing_records import as_public


def answer_of(address: str) -> tuple[Any, bytes]:
    with as_public():
        answer: Any = Client().get(address)
        return answer, b"".join(answer.streaming_content) if answer.streaming else answer.content


def rows(address: str) -> list[dict[str, str]]:
    answer, body = answer_of(address)
    assert answer.status_code == 200, body
    return list(csv.DictReader(io.StringIO(body.decode(), newline=""), strict=True))
