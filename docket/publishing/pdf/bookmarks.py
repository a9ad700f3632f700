"""The bookmarks of a PDF that say no more than its pages: those whose words stand on the page to which they lead.

Runs confined.
"""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, OutlineItem

MOST = 5_000


def bookmarks_of(pdf: pikepdf.Pdf) -> list[tuple[str, int]]:
    """Their words and the page, from 0 on, in their order."""
    if "/Outlines" not in pdf.Root:
        return []
    places: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
    found: list[tuple[str, int]] = []
    with pdf.open_outline(max_depth=8) as outline:
        waiting = list(outline.root)
        while waiting and len(found) < MOST:
            item = waiting.pop(0)
            place = places.get(_target(pdf, item))
            if place is not None:
                found.append((item.title, place))
            waiting = [*item.children, *waiting]
    return found


def put_in(pdf: pikepdf.Pdf, bookmarks: list[tuple[str, int]]) -> None:
    """Into the cleaned copy, as an outline of one level: those that a reader of its pages reads there."""
    if bookmarks and (shown := _read(pdf, bookmarks)):
        with pdf.open_outline() as outline:
            outline.root.extend(OutlineItem(title, place) for title, place in shown)


def _read(pdf: pikepdf.Pdf, bookmarks: list[tuple[str, int]]) -> list[tuple[str, int]]:
    saved = io.BytesIO()
    pdf.save(saved)
    file = pypdfium2.PdfDocument(saved.getvalue())
    texts = {place: _squeezed(file[place].get_textpage().get_text_bounded()) for place in {p for _, p in bookmarks}}
    return [(title, place) for title, place in bookmarks if _squeezed(title) and _squeezed(title) in texts[place]]


def _target(pdf: pikepdf.Pdf, item: OutlineItem) -> tuple[int, int] | None:
    """The object number of the page to which it leads; a name is looked up."""
    to: Any = item.destination
    if to is None and item.action is not None and item.action.get("/S") == "/GoTo":
        to = item.action.get("/D")
    if isinstance(to, str | pikepdf.String | pikepdf.Name):
        to = _named(pdf, str(to))
    if isinstance(to, Array) and len(to) and isinstance(to[0], pikepdf.Dictionary):
        return to[0].objgen
    return None


def _named(pdf: pikepdf.Pdf, name: str) -> Any:
    root: Any = pdf.Root
    names = root.get("/Names", {}).get("/Dests")
    found: Any = pikepdf.NameTree(names).get(name) if names is not None else root.get("/Dests", {}).get(name)
    return found.get("/D") if isinstance(found, pikepdf.Dictionary) else found


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
