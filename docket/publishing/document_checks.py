"""Looking through a document's original before it is published: bad redactions, and the words of its pages.

What a copy would carry is decided on the copy itself: it is made, and looked through again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models

from docket.confined import Limits, Made, Unreadable, call
from docket.confined.codec import Misfit, loads
from docket.publishing.pdf.cleaned import cleaned
from docket.publishing.redaction.shape import ORDINARY, Findings, Found
from docket.publishing.visibility import Visibility

LOOK = "docket.publishing.redaction.check:look"
PICTURE = "docket.publishing.redaction.check:picture"
PAGES_A_CALL = 25
SHORTEST_REASON = 3
BETWEEN_PAGES = "\f"
LIMITS = Limits()


@dataclass(frozen=True)
class Looked:
    """What came of a file: its findings and the text of each page."""

    found: tuple[Found, ...]
    texts: tuple[str, ...]


class NotLetPass(ValidationError):
    """A document hides words that its copy would carry, and nobody has said why it may. Nothing is published."""

    def __init__(self, checks: list[Any]) -> None:
        super().__init__("A document hides words that would go public with it. Nothing was published.")
        self.checks = checks


def looked_through(data: bytes) -> Looked:
    """A PDF's pages, some at a time, each time in a confined process. Raises ValidationError."""
    found: list[Found] = []
    texts: list[str] = []
    pages = 1
    while len(texts) < pages:
        try:
            made = call(LOOK, data, {"first": len(texts), "count": PAGES_A_CALL}, LIMITS)
            pages = int(made.answer["pages"])
            more_found, more_texts = _said(made)
        except (Unreadable, Misfit, TypeError, ValueError, LookupError) as fault:
            words = str(fault) if isinstance(fault, Unreadable) else "What was read from the file is no PDF."
            raise ValidationError(words) from fault
        if not more_texts:
            break
        found += more_found
        texts += more_texts
    return Looked(tuple(found), tuple(texts))


def _said(made: Made) -> tuple[tuple[Found, ...], tuple[str, ...]]:
    findings, _, texts = made.data.partition(b"\n")
    return loads(findings, Findings), loads(texts, tuple[str, ...])


def check(original: Any) -> Any:
    """The check of an original, made when there is none of this file; saved. Raises ValidationError."""
    known = _checks().filter(document=original.document_id).first()
    if known is not None and known.sha256 == original.sha256:
        return known
    return keep(original, what_is_in(_bytes_of(original)))


def what_is_in(data: bytes) -> dict[str, Any]:
    """What a check says of a file, by column: pages, findings, what stays behind, the text. Raises ValidationError."""
    made = cleaned(data).data
    first, copy = looked_through(data), looked_through(made)
    return {
        "pages": len(first.texts),
        "findings": [astuple(found) for found in _that_stay(first, copy)],
        "left_behind": sorted({found.kind for found in first.found if not found.stays} - ORDINARY),
        "text": BETWEEN_PAGES.join(text.replace(BETWEEN_PAGES, "\n") for text in copy.texts),
    }


def keep(original: Any, found: dict[str, Any]) -> Any:
    """Write down what is in an original, in place of what was found in another file; nobody has let it pass yet."""
    values = {"sha256": original.sha256, **found, "reason": "", "author": None}
    made, _ = _checks().update_or_create(document_id=original.document_id, defaults=values)
    return made


def _checks() -> models.Manager[Any]:
    manager: models.Manager[Any] = apps.get_model("docket", "DocumentCheck")._default_manager
    return manager


def _bytes_of(original: Any) -> bytes:
    try:
        with original.file.open("rb") as file:
            return bytes(file.read())
    except FileNotFoundError as fault:
        raise ValidationError("A document's file is missing from the vault: upload it again.") from fault
    except OSError as fault:
        raise ValidationError(f"The vault does not answer, so that nothing was done: {fault}. Try again.") from fault


def _that_stay(first: Looked, copy: Looked) -> list[Found]:
    """What hides in the copy, or hid in the original and is no longer hidden in the copy: the words are in it."""
    pages = [_squeezed(text) for text in copy.texts]
    stay = [found for found in first.found if found.stays and _squeezed(found.text) in pages[found.page - 1]]
    told = {(found.page, found.text) for found in stay}
    return stay + [found for found in copy.found if found.stays and (found.page, found.text) not in told]


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def checks_of(documents: Iterable[int]) -> list[Any]:
    """The checks of those documents that have a file and are, or are about to be, public."""
    originals = apps.get_model("docket", "DocumentOriginal").objects.filter(document__in=list(documents))
    public = originals.filter(document__visibility=Visibility.PUBLIC).select_related("document").order_by("document")
    return [check(original) for original in public]


def let_pass(checks: list[Any], *, reason: str, actor: Any) -> None:
    """Write down why the files may be published as they are. Raises NotLetPass when the reason is missing."""
    if checks and len(reason.strip()) < SHORTEST_REASON:
        raise NotLetPass(checks)
    for each in checks:
        each.reason, each.author = reason.strip(), actor
        each.save()


def page_image(original: Any, number: int, boxes: list[list[int]]) -> bytes:
    """A page of the original as a PNG, the places marked. Raises ValidationError."""
    try:
        return call(PICTURE, _bytes_of(original), {"number": number, "boxes": boxes}, LIMITS).data
    except Unreadable as refusal:
        raise ValidationError(str(refusal)) from refusal
