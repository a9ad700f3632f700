"""Documents that hide words which their copies would carry: shown page by page, and let pass with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from docket.publishing.document_checks import SHORTEST_REASON, NotLetPass, let_pass
from docket.publishing.redaction.shape import Found, Hidden

__all__ = ["BOX", "NotLetPass", "Warned", "let_pass_as_sent", "shown"]

BOX = "redaction_reason"
MOST_PAGES = 12


@dataclass(frozen=True)
class Page:
    """A page of a document with the places marked. found: what it is, and the text that would leak."""

    number: int
    image: str
    found: list[tuple[str, str]]


@dataclass(frozen=True)
class Shown:
    """A document with its pages."""

    document: Any
    address: str
    pages: list[Page]
    more: int


@dataclass(frozen=True)
class Warned:
    """What a page tells of documents, the reason typed so far, and whether it was missing."""

    shown: list[Shown]
    reason: str
    refused: bool


def shown(checks: list[Any], sent: Any = None, *, refused: bool = False) -> Warned | None:
    """For a page; None where nothing is hidden."""
    if not checks:
        return None
    reason = (sent or {}).get(BOX, "")
    return Warned([_of_document(check) for check in checks], reason, refused and len(reason.strip()) < SHORTEST_REASON)


def let_pass_as_sent(checks: list[Any], sent: Any, user: Any) -> None:
    """Write down the reason that was typed. Raises NotLetPass without one, on which the caller must roll back."""
    let_pass(checks, reason=sent.get(BOX, ""), actor=user)


def found_in(check: Any) -> list[Found]:
    """The findings of a check, as they were kept."""
    return [Found(kind, page, tuple(box), text) for kind, page, box, text in check.findings]


def _of_document(check: Any) -> Shown:
    found = found_in(check)
    numbers = sorted({each.page for each in found})
    address = reverse("admin:docket_document_change", args=[check.document_id])
    pages = [_page(check, number, found) for number in numbers[:MOST_PAGES]]
    return Shown(check.document, address, pages, len(numbers) - len(pages))


def _page(check: Any, number: int, found: list[Found]) -> Page:
    image = reverse("admin:docket_document_page", args=[check.document_id, number])
    return Page(number, image, [(Hidden(each.kind).label, each.text) for each in found if each.page == number])
