"""Taking in a document's file: a PDF that can be published, kept in the vault as received."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction

from docket.desk.forms.record_form import RecordForm
from docket.models import Document, DocumentOriginal
from docket.publishing.document_checks import check
from docket.publishing.pdf.cleaned import cleaned

LARGEST = 50 * 1024 * 1024


class DocumentForm(RecordForm):
    """A document with its original, which is never public: publishing writes a cleaned copy of it."""

    upload = forms.FileField(
        required=False,
        label="File",
        help_text="The PDF as received, at most 50 MB. It goes to the vault; publishing makes a cleaned copy.",
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
    )

    def clean_upload(self) -> Any:
        """Refuse now what could not be published later."""
        upload = self.cleaned_data["upload"]
        if not upload:
            return None
        refuse_large(upload)
        if self.instance.file:
            raise ValidationError("A copy of the present file is published. Hide the document, then replace its file.")
        cleaned(upload.read())
        upload.seek(0)
        return upload

    def _save_m2m(self) -> None:
        super()._save_m2m()
        if upload := self.cleaned_data.get("upload"):
            check(keep_original(self.instance, upload.name, upload.read()))


def refuse_large(upload: Any) -> None:
    """Raise ValidationError for a file of more than LARGEST bytes."""
    if upload.size > LARGEST:
        found = f"{upload.size / 1024 / 1024:.0f} MB"
        raise ValidationError(f"The file has {found}; at most 50 MB are taken. Split it, or save it smaller.")


def keep_original(document: Document, name: str, data: bytes) -> DocumentOriginal:
    """Put a document's file into the vault, in place of the one that was there."""
    original = DocumentOriginal.objects.filter(document=document).first() or DocumentOriginal(document=document)
    if replaced := original.file.name:
        storage = original.file.storage
        transaction.on_commit(lambda: storage.delete(replaced))
    original.file_name, original.sha256 = name[:200], hashlib.sha256(data).hexdigest()
    # never under the name that a sender chose
    original.file.save(f"{document.public_id}.pdf", ContentFile(data), save=False)
    original.save()
    return original
