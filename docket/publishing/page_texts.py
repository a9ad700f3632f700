"""The text of a document's published copy, page by page: written when the copy is made, and public with it."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from docket.publishing.document_checks import BETWEEN_PAGES, check


def follow(document: Any) -> None:
    """Give a document of which a copy is made the pages that were read when its file was looked through.

    Raises ValidationError where nobody has looked through that file yet and it cannot be read.
    """
    texts = check(document.original).text.split(BETWEEN_PAGES)
    pages = apps.get_model("docket", "DocumentPage")
    there = pages.objects.filter(document=document)
    if list(there.order_by("number").values_list("number", "text")) == list(enumerate(texts, 1)):
        return
    there.delete()
    made = [
        pages(case_id=document.case_id, document=document, number=number, text=text)
        for number, text in enumerate(texts, 1)
    ]
    pages.objects.bulk_create(made, batch_size=500)
