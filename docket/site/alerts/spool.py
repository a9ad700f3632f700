"""The folder of requests: each a file that the public site leaves and the worker takes, whole or not at all."""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Iterator
from typing import Any

from django.conf import settings

MOST = 2000  # that wait; a folder so full is a worker that stands still, or somebody's game
LARGEST = 4000  # bytes
logger = logging.getLogger(__name__)


class Full(Exception):
    """So many requests wait that no more are taken."""


def leave(request: dict[str, str]) -> None:
    """Leave a request. Raises Full, and OSError where the folder cannot be written."""
    folder = settings.ALERTS_FOLDER
    folder.mkdir(mode=0o770, exist_ok=True)
    if sum(1 for _ in folder.iterdir()) >= MOST:
        raise Full
    name = secrets.token_hex(12)
    written = folder / f".{name}"
    written.write_text(json.dumps(request))
    written.rename(folder / f"{name}.json")


def taken() -> Iterator[dict[str, Any]]:
    """Each request that waits; its file is gone when the next is asked for. What is none is dropped."""
    for path in sorted(settings.ALERTS_FOLDER.glob("*.json")):
        try:
            request = json.loads(path.read_text()) if path.stat().st_size <= LARGEST else None
        except ValueError:
            request = None
        if isinstance(request, dict):
            yield request
        else:
            logger.warning("What is no request was dropped from %s", settings.ALERTS_FOLDER)
        path.unlink(missing_ok=True)
