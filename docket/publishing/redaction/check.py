"""Looking at a whole file: what runs confined."""

from __future__ import annotations

import codecs
import io
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

import pikepdf
import pypdfium2
import pypdfium2.raw as raw
from PIL import Image, ImageDraw

from docket.confined import Unreadable
from docket.confined.codec import dumps
from docket.publishing.redaction.seen import Picture, unseen
from docket.publishing.redaction.shape import LONGEST, MOST, Findings, Found, Hidden
from docket.publishing.redaction.structure import carried

# Nothing can be imported in the confined process itself: what drawing and reading take from files is taken now.
Image.init()
codecs.lookup("utf-16-le")
WORD = re.compile(r"\w+")
MARK, FILL = (200, 0, 0), (255, 220, 0)
MOST_WORDS = 2_000_000  # characters of text of one call


def look(given: BinaryIO, made: BinaryIO, told: Any) -> dict[str, Any]:
    """Write the findings (`Findings`, as the codec does) of the pages told: first, from 0, and how many.

    Answers how many pages there are, and the texts of those that were looked at. What is of the file as a whole goes
    with the first page. Raises Unreadable for what is no sound PDF.
    """
    data, first = given.read(), int(told["first"])
    document = opened(data)
    last = min(len(document), first + int(told["count"]))
    texts = [_text_of(document, index) for index in range(first, last)]
    found = [each for index in range(first, last) for each in unseen(_without_notes(document[index]), index + 1)]
    found += list(_of_structure(data, first, last, document))
    made.write(dumps(tuple(found[:MOST]), Findings))
    made.write(b"\n" + json.dumps(_within(texts)).encode())
    return {"pages": len(document)}


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """The PDF of these bytes, ready to be drawn with its forms. Raises Unreadable."""
    try:
        document = pypdfium2.PdfDocument(data)
        document.init_forms()
    except pypdfium2.PdfiumError as error:
        raise Unreadable("The PDF cannot be read page by page. Upload an undamaged copy.") from error
    return document


def _text_of(document: pypdfium2.PdfDocument, index: int) -> str:
    """What the page says. PDFium joins a word parted at a line's end by U+0002: here stands the hyphen that is seen."""
    text: str = document[index].get_textpage().get_text_bounded()
    return text.replace("\r\n", "\n").replace("\x00", "").replace("\x02", "-")


def _without_notes(page: pypdfium2.PdfPage) -> pypdfium2.PdfPage:
    """The little pictures of notes lie over words, and hide nothing."""
    for index in reversed(range(raw.FPDFPage_GetAnnotCount(page))):
        note = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        if kind in (raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_POPUP, raw.FPDF_ANNOT_FILEATTACHMENT):
            raw.FPDFPage_RemoveAnnot(page, index)
    return page


def _within(texts: list[str]) -> list[str]:
    room, kept = MOST_WORDS, []
    for text in texts:
        kept.append(text[:room])
        room -= len(kept[-1])
    return kept


def _of_structure(data: bytes, first: int, last: int, document: pypdfium2.PdfDocument) -> Iterator[Found]:
    words = {word.casefold() for index in range(first, last) for word in WORD.findall(_text_of(document, index))}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for found in carried(pdf, data):
            of_these = first < found.page <= last or (found.page == 0 and first == 0)
            if of_these and not (found.kind == Hidden.REPLACEMENT and _says_the_page(found.text, words)):
                yield _with_text(found, document) if found.kind == Hidden.MARKED else found


def _says_the_page(text: str, words: set[str]) -> bool:
    """Whether a replacement text has no word that the pages do not show."""
    return all(word.casefold() in words for word in WORD.findall(text))


def _with_text(found: Found, document: pypdfium2.PdfDocument) -> Found:
    page = document[found.page - 1]
    left, bottom, right, top = page.get_cropbox()
    x0, y0, x1, y1 = found.box
    width, height = right - left, top - bottom
    under = page.get_textpage().get_text_bounded(
        left + width * x0 / 1000, top - height * y1 / 1000, left + width * x1 / 1000, top - height * y0 / 1000
    )
    return Found(found.kind, found.page, found.box, under.strip()[:LONGEST] or found.text)


def picture(given: BinaryIO, made: BinaryIO, told: Any) -> None:
    """Write a page as a PNG with boxes marked on it. told: number, from 1, and boxes in thousandths."""
    document = opened(given.read())
    number = int(told["number"])
    if not 1 <= number <= len(document):
        raise Unreadable(f"The file has {len(document)} pages.")
    image = Picture(document[number - 1]).image
    marked = Image.new("RGB", image.size, "white")
    pen, lines = ImageDraw.Draw(marked), ImageDraw.Draw(image)
    for box in told["boxes"]:
        left, top, right, bottom = (at * side / 1000 for at, side in zip(box, (*image.size, *image.size), strict=True))
        pen.rectangle((left - 3, top - 3, right + 3, bottom + 3), fill=FILL)
        lines.rectangle((left - 4, top - 4, right + 4, bottom + 4), outline=MARK, width=3)
    Image.blend(image, marked, 0.25).save(made, format="PNG")
