"""The desk's page on the installation: what /readyz says, the queue, the last backup and the last check of the wall."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.db.models import Min
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from config.health.state import Finding, findings
from config.keeping.notes import Note, read_notes
from docket.intake.background.queue import worker_lives
from docket.models import QueuedImport

# what the keeper notes, in words, and after how many days its silence is a fault
KEPT = {"backup": ("The last backup", 2), "check": ("The last check of what is published", 8)}


def installation(request: HttpRequest) -> HttpResponse:
    """For whoever may do everything at the desk."""
    if not request.user.is_superuser:
        raise PermissionDenied
    shown = [*findings(), queue(), *kept(timezone.now())]
    context: dict[str, Any] = {**site.each_context(request), "title": "Installation", "findings": shown}
    return TemplateResponse(request, "admin/installation.html", context)


def queue() -> Finding:
    """Uploads that wait, and whether somebody takes them."""
    waiting = QueuedImport.objects.unfinished()
    count, oldest = waiting.count(), waiting.aggregate(at=Min("queued_at"))["at"]
    works = worker_lives()
    many = "One file waits" if count == 1 else f"{count:,} files wait"
    words = f"{many}, the oldest since {oldest:%Y-%m-%d %H:%M}" if count else "No file waits"
    return Finding("queue", works or not count, f"{words}; {'a worker is there' if works else 'no worker is there'}.")


def kept(now: datetime) -> Iterator[Finding]:
    """What was done by the clock, as it was noted."""
    notes = read_notes()
    for name, (what, most_days) in KEPT.items():
        yield _noted(name, what, most_days, notes.get(name), now)


def _noted(name: str, what: str, most_days: int, note: Note | None, now: datetime) -> Finding:
    if note is None:
        return Finding(name, False, f"{what}: none is noted. Set BACKUP_EVERY, or run the keeper.")
    late = (now - note.at).days >= most_days
    words = f"{what}, {note.at:%Y-%m-%d %H:%M} UTC: {note.words}"
    return Finding(name, note.well and not late, f"{words} That is long ago." if late else words)
