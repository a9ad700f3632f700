"""Recognising and reading a court page in a process of its own (within.py).

The parsers take what a page makes them take; here that is bounded, and grows with the page as it does for honest ones.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from docket.confined import Limits, Unreadable, call
from docket.confined.codec import Misfit, loads
from docket.intake.court_pages.sniff import refuse_what_is_too_large
from docket.intake.shape import CourtUnknown, ImportedDocket, Refused

READ = "docket.intake.court_pages.within:read_within"
MB = 1024 * 1024
# Measured: 20 MB with 20,000 entries are read within 256 MB and half a minute, 30 MB within 384 MB.
MEMORY, MEMORY_FOR_EACH_MB = 256 * MB, 8 * MB
SECONDS, SECONDS_FOR_EACH_MB = 20, 4
OUTPUT = 256 * MB
NOT_OURS = "What was read from the file is no docket; nothing was changed."


Dockets = tuple[ImportedDocket, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file: its kind as far as it was recognised, and its dockets or why there are none."""

    kind: str
    dockets: tuple[ImportedDocket, ...]
    refusal: Refused | None = None


def read_confined(data: bytes, file_name: str, forum: str = "") -> Reading:
    """Recognise and read a file, confined. Never raises for a bad file."""
    try:
        refuse_what_is_too_large(data)
        made = call(READ, data, {"name": file_name, "forum": forum}, limits_for(len(data)))
        answer = made.answer
        kind, refused = str(answer["kind"]), answer["refused"]
        if refused:
            reason, remedy = refused
            asks = answer.get("asks_court") is True
            return Reading(kind, (), CourtUnknown(str(reason)) if asks else Refused(str(reason), str(remedy)))
        dockets: Dockets = loads(made.data, Dockets)
    except Refused as refusal:
        return Reading("", (), refusal)
    except Unreadable as refusal:
        return Reading("", (), Refused(str(refusal)))
    except (Misfit, LookupError, TypeError, ValueError):
        return Reading("", (), Refused(NOT_OURS))
    digest = hashlib.sha256(data).hexdigest()
    ours = tuple(
        replace(docket, source=replace(docket.source, file_name=file_name, sha256=digest)) for docket in dockets
    )
    return Reading(kind, ours) if ours else Reading(kind, (), Refused(NOT_OURS))


def limits_for(size: int) -> Limits:
    """What a file of so many bytes may take."""
    begun = -(-size // MB)
    return Limits(MEMORY + begun * MEMORY_FOR_EACH_MB, SECONDS + begun * SECONDS_FOR_EACH_MB, OUTPUT)
