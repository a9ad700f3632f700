"""Files follow the same rule: originals stay with the desk, a cleaned copy is published, a seal deletes it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from typing import Any

import pikepdf
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import connection, transaction

from docket.publishing.visibility import Visibility

ACTIVE = ("/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/EmbeddedFiles", "/XFA", "/RichMedia")


def follow(row: Any) -> None:
    """Bring the published copies of the documents of a changed row in line, at the end of the transaction."""
    column = {"docket.case": "case", "docket.filing": "filing", "docket.document": "pk"}.get(row._meta.label_lower)
    if column is None:
        return
    documents = apps.get_model("docket", "Document").objects.filter(**{column: row.pk})
    for document in documents.filter(visibility=Visibility.PUBLIC, file="", original__isnull=False):
        _publish(document)
    ids = list(documents.exclude(file="").values_list("pk", flat=True))
    if ids:
        transaction.on_commit(lambda: sweep(ids))


def sweep(ids: Iterable[int]) -> list[str]:
    """Delete the published copies of documents that are not published; returns their names."""
    ids = list(ids)
    with connection.cursor() as cursor:
        cursor.execute(
            "select d.id, d.file from public.docket_document d where d.id = any(%s) and d.file <> '' and not exists "
            "(select 1 from published.docket_document p where p.id = d.id and p.visibility = 'public')",
            [ids],
        )
        withheld = cursor.fetchall()
    for _, name in withheld:
        storages["published"].delete(name)
    apps.get_model("docket", "Document").objects.filter(pk__in=[pk for pk, _ in withheld]).update(
        file="", sha256="", byte_size=None
    )
    return [name for _, name in withheld]


def _publish(document: Any) -> None:
    with document.original.file.open("rb") as original:
        data = cleaned(original.read())
    name = storages["published"].save(f"{document.public_id}.pdf", ContentFile(data))
    type(document).objects.filter(pk=document.pk).update(
        file=name, sha256=hashlib.sha256(data).hexdigest(), byte_size=len(data), page_count=_pages(data)
    )


def cleaned(data: bytes) -> bytes:
    """A rewritten PDF without metadata, attachments, scripts, outlines, comments, old revisions or orphan objects.

    Raises ValidationError when the bytes are not a PDF that can be rewritten.
    """
    if not data.startswith(b"%PDF-"):
        raise ValidationError("The file is not a PDF: it does not begin with “%PDF-”. Upload the court's PDF.")
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            _strip(pdf)
            out = io.BytesIO()
            pdf.save(out, deterministic_id=True, linearize=False)
    except pikepdf.PasswordError as error:
        raise ValidationError("The PDF is encrypted. Upload a copy without a password.") from error
    except pikepdf.PdfError as error:
        raise ValidationError(f"The PDF cannot be read ({error}). Upload an undamaged copy.") from error
    return out.getvalue()


def _strip(pdf: pikepdf.Pdf) -> None:
    for key in ("/Metadata", "/Names", "/Outlines", "/PieceInfo", "/AcroForm", "/OCProperties", *ACTIVE):
        if key in pdf.Root:
            del pdf.Root[key]
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    for page in pdf.pages:
        for key in ("/AA", "/Metadata", "/PieceInfo", "/Thumb", "/B"):
            if key in page:
                del page[key]
        if "/Annots" in page:
            links = [a for a in page.Annots if a.get("/Subtype") == "/Link" and "/A" not in a]
            page.Annots = pikepdf.Array(links)
    pdf.remove_unreferenced_resources()


def _pages(data: bytes) -> int:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)
