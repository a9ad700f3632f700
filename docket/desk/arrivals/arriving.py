"""A file comes for a case: looked through as any other, and kept in the vault until it has its place."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from docket.desk.forms.original_file import refuse_large
from docket.models import Case, WaitingFile
from docket.publishing.bases import new_public_id
from docket.publishing.document_checks import what_is_in


def arrive(case: Case, user: Any, upload: Any) -> WaitingFile:
    """The file, waiting; the one that waits already where the very same came before.

    upload: an uploaded file with name and size. Raises ValidationError with what is wrong with it: nothing is kept.
    """
    refuse_large(upload)
    data = upload.read()
    digest = hashlib.sha256(data).hexdigest()
    same = WaitingFile.objects.filter(case=case, sha256=digest)
    if there := same.first():
        return there
    if not data:
        raise ValidationError("The file is empty: nothing of it arrived, or there is nothing in it.")
    found = what_is_in(data)
    waiting = WaitingFile(
        case=case, user=user, file_name=(upload.name or "")[:200], sha256=digest, byte_size=len(data), **found
    )
    try:
        return _kept(waiting, data)
    except IntegrityError:  # the very same file came at the same moment
        return same.get()


def _kept(waiting: WaitingFile, data: bytes) -> WaitingFile:
    """The file first, then its row: a row without its file there never is."""
    # never under the name that a sender chose
    waiting.file.save(f"{new_public_id()}.pdf", ContentFile(data), save=False)
    try:
        with transaction.atomic():
            waiting.save()
    except BaseException:
        waiting.file.storage.delete(waiting.file.name)
        raise
    return waiting


def leave(waiting: WaitingFile) -> None:
    """A file that is not wanted goes, with its bytes."""
    storage, name = waiting.file.storage, waiting.file.name
    waiting.delete()
    transaction.on_commit(lambda: storage.delete(name))
