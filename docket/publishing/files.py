"""Files follow the same rule: originals stay with the desk, a cleaned copy is published, a seal deletes it."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.files.base import File
from django.core.files.storage import storages
from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from docket.publishing import page_texts
from docket.publishing.pdf.cleaned import cleaned
from docket.publishing.visibility import Visibility

WITHHELD = """select d.id, d.file from public.docket_document d where d.id = any(%s) and d.file <> '' and not exists
  (select 1 from published.docket_document p where p.id = d.id and p.visibility = 'public')"""


def follow(row: Any) -> None:
    """Bring the published copies of the documents of a changed row in line, when the transaction has committed.

    A document that becomes public is cleaned now, so that a file that cannot be published refuses the act; the copy
    reaches the published storage at commit only: a preview or a rollback leaves nothing there.
    """
    with_files = _with_files(row)
    ids = list(with_files.select_for_update(no_key=True, of=("self",)).order_by("pk").values_list("pk", flat=True))
    if not ids:
        return
    _publish_all(to_come(row).select_related("original"))
    transaction.on_commit(lambda: sweep(ids))


def to_come(row: Any) -> QuerySet[Any]:
    """The public documents below a case, a filing or a document, or that one itself, whose file is not public yet."""
    public = Visibility.PUBLIC
    shown = _with_files(row).filter(visibility=public, filing__visibility=public, case__visibility=public)
    return shown.filter(file="")


def _with_files(row: Any) -> QuerySet[Any]:
    originals = apps.get_model("docket", "DocumentOriginal").objects.filter(document=OuterRef("pk"))
    documents: QuerySet[Any] = apps.get_model("docket", "Document").objects.all()
    column = {"docket.case": "case", "docket.filing": "filing", "docket.document": "pk"}.get(row._meta.label_lower)
    if column is None:
        return documents.none()
    return documents.filter(Q(Exists(originals)) | ~Q(file=""), **{column: row.pk})


def _publish_all(documents: Iterable[Any]) -> None:
    """Clean each into a folder that goes away by itself, and carry them over at commit."""
    folder = tempfile.TemporaryDirectory(prefix="docketbook-cleaned-")
    waiting = []
    for document in documents:
        with document.original.file.open("rb") as original:
            copy = cleaned(original.read())
        digest = hashlib.sha256(copy.data).hexdigest()
        # named after its content: a copy is never changed in place under a reader
        name = f"{document.public_id}-{digest[:12]}.pdf"
        (Path(folder.name) / name).write_bytes(copy.data)
        type(document).objects.filter(pk=document.pk).update(
            file=name, sha256=digest, byte_size=len(copy.data), page_count=copy.pages
        )
        page_texts.follow(document)
        waiting.append(name)

    def carry_over() -> None:
        with folder:
            for name in waiting:
                _save(Path(folder.name) / name, name)

    if waiting:
        transaction.on_commit(carry_over)


def _save(path: Path, name: str) -> None:
    storage = storages["published"]
    if not storage.exists(name):
        with path.open("rb") as copy:
            storage.save(name, File(copy))


@transaction.atomic
def sweep(ids: Iterable[int]) -> list[str]:
    """Delete the published copies of documents that are not published; returns their names."""
    ids = list(ids)
    documents = apps.get_model("docket", "Document").objects.filter(pk__in=ids)
    # whoever publishes one of them now waits, and then finds that it has no copy
    list(documents.select_for_update(no_key=True).order_by("pk").values_list("pk"))
    with connection.cursor() as cursor:
        cursor.execute(WITHHELD, [ids])
        withheld = cursor.fetchall()
    for _, name in withheld:
        storages["published"].delete(name)
    documents.filter(pk__in=[pk for pk, _ in withheld]).update(file="", sha256="", byte_size=None)
    return [name for _, name in withheld]


def differences() -> tuple[list[str], list[str]]:
    """Files in the published storage that no published document names, and such as are named but not there."""
    # listed first: a copy that is there by then has its row, or has lost it
    there = set(_all_names())
    with connection.cursor() as cursor:
        cursor.execute("select file from published.docket_document where file <> ''")
        named = {name for (name,) in cursor.fetchall()}
    return sorted(there - named), sorted(named - there)


def _all_names() -> list[str]:
    try:
        return storages["published"].listdir("")[1]
    except FileNotFoundError:  # nothing was ever published
        return []


def mend() -> None:
    """Delete the copies that must not be there and make those that are missing from their originals."""
    documents = apps.get_model("docket", "Document").objects
    sweep(documents.exclude(file="").values_list("pk", flat=True))
    surplus, missing = differences()
    for name in surplus:
        storages["published"].delete(name)
    with transaction.atomic():
        _publish_all(documents.filter(file__in=missing, original__isnull=False).select_related("original"))
