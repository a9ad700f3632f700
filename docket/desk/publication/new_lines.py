"""What was added to the docket of a case that publishes its new filings at once."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from docket.desk.permissions import may_publish
from docket.models import Filing
from docket.publishing import verbs
from docket.publishing.visibility import Visibility


def publish_new(request: HttpRequest, filing: Filing, change: bool, seen: set[int]) -> None:
    """Publish a new filing, or a new document of a public one, of a case that says so; of documents those in `seen`."""
    if filing.visibility == Visibility.PUBLIC:
        drafts = filing.documents.filter(visibility=Visibility.DRAFT)
        rows: list[Any] = list(drafts.filter(pk__in=seen))
        if drafts.exclude(pk__in=seen).exists():
            messages.warning(request, "A document that was added or changed after you opened the form stays a draft.")
    else:
        rows = [] if change else [filing]
    if rows and not may_publish(request.user):
        messages.info(request, "It is held as a draft until an editor publishes it.")
        return
    for row in rows:
        try:
            verbs.act("publish", row, actor=request.user, reason=f"new {row._meta.verbose_name} of a public case")
        except ValidationError as error:
            messages.warning(request, f"“{row}” is saved as a draft: {' '.join(error.messages)}")
