"""Annotations of a PDF: what they show is drawn into the page, links within the file stay, all else is left behind.

Stamps, typed and drawn remarks, highlights and filled-in forms are a part of what a reader sees of a page, and a copy
without them would show another. Their texts beside the picture, their authors and days do not come along. What a note
opens, and a mark of a redaction that was never done, shows nothing of the page. Runs confined.
"""

from __future__ import annotations

from typing import Any

import pikepdf

DRAWN = frozenset(
    {"/Stamp", "/FreeText", "/Ink", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Caret"}
    | {"/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Watermark"}
)
OF_A_FORM = frozenset({"/Widget"})  # drawn by readers only where the file has a form
OF_A_LINK = ("/Type", "/Subtype", "/Rect", "/Dest", "/Border", "/BS", "/C", "/H", "/F", "/QuadPoints")


def drawn_into_pages(pdf: pikepdf.Pdf) -> None:
    """Draw what annotations show into their pages; of the annotations only links within the file are left."""
    form = pdf.Root.get("/AcroForm")
    drawn = DRAWN
    if isinstance(form, pikepdf.Dictionary):
        drawn |= OF_A_FORM
        if bool(form.get("/NeedAppearances")):
            pdf.generate_appearance_streams()  # the form leaves it to its reader to draw what was filled in
    links = [_links(page) for page in pdf.pages]
    for page in pdf.pages:
        if "/Annots" in page.obj:
            page.obj.Annots = pikepdf.Array([note for note in _notes(page) if note.get("/Subtype") in drawn])
    pdf.flatten_annotations("screen")  # but for those that are marked as hidden
    for page, kept in zip(pdf.pages, links, strict=True):
        if "/Annots" in page.obj:
            del page.obj.Annots
        if kept:
            page.obj.Annots = pikepdf.Array(kept)


def _links(page: pikepdf.Page) -> list[Any]:
    links = [note for note in _notes(page) if note.get("/Subtype") == "/Link" and "/A" not in note]
    for link in links:
        for key in list(link.keys()):
            if key not in OF_A_LINK:
                del link[key]
    return links


def _notes(page: pikepdf.Page) -> list[Any]:
    found = page.obj.get("/Annots")
    return [note for note in found if isinstance(note, pikepdf.Dictionary)] if isinstance(found, pikepdf.Array) else []
