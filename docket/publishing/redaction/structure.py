"""What a PDF carries beside its pages: attachments, scripts, forms, layers, earlier revisions, marks of redaction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from docket.publishing.redaction.shape import LONGEST, Found, Hidden

EXIF = re.compile(rb"Exif\x00\x00|http://ns\.adobe\.com/xap|Photoshop 3\.0")
SCRIPTS = ("/JS", "/JavaScript")
WHOLE: tuple[int, ...] = (0, 0, 1000, 1000)


def carried(pdf: pikepdf.Pdf, data: bytes) -> Iterator[Found]:
    """Everything beside the pages, each kind with what it says."""
    yield from _of_the_file(pdf, data)
    for number, page in enumerate(pdf.pages, 1):
        yield from _annotations(page, number)
        if "/Thumb" in page.obj:
            yield Found(Hidden.THUMBNAIL, number, WHOLE, "")
    yield from _in_objects(pdf)


def _of_the_file(pdf: pikepdf.Pdf, data: bytes) -> Iterator[Found]:
    if _revisions(data) > 1:
        yield Found(Hidden.REVISION, 0, WHOLE, "")
    if names := list(pdf.attachments):
        yield Found(Hidden.ATTACHMENT, 0, WHOLE, ", ".join(names)[:LONGEST])
    info = pdf.trailer.get("/Info")
    if said := _text(info.get("/Author", "")) if isinstance(info, pikepdf.Dictionary) else "":
        yield Found(Hidden.METADATA, 0, WHOLE, said[:LONGEST])
    form = pdf.Root.get("/AcroForm")
    for field in _fields(form.get("/Fields", [])) if isinstance(form, pikepdf.Dictionary) else ():
        if value := _text(field.get("/V", "")) or _text(field.get("/DV", "")):
            yield Found(Hidden.FORM, 0, WHOLE, value[:LONGEST])
    if isinstance(form, pikepdf.Dictionary) and "/XFA" in form:
        yield Found(Hidden.FORM, 0, WHOLE, "XFA")
    if layers := hidden_layers(pdf):
        yield Found(Hidden.LAYER, 0, WHOLE, f"{len(layers)} hidden")


def _revisions(data: bytes) -> int:
    """How often the file was saved on top of itself; a linearized file has two ends and one state."""
    ends = len(re.findall(rb"%%EOF", data))
    return ends - 1 if b"/Linearized" in data[:2048] and ends > 1 else ends


def _fields(fields: Any, deepest: int = 12) -> Iterator[Any]:
    for field in fields:
        if isinstance(field, pikepdf.Dictionary):
            yield field
            if deepest and "/Kids" in field:
                yield from _fields(field.Kids, deepest - 1)


def hidden_layers(pdf: pikepdf.Pdf) -> list[tuple[int, int]]:
    """The optional content groups that a reader does not see at first, by their object numbers."""
    layers: Any = pdf.Root.get("/OCProperties")
    default = layers.get("/D") if isinstance(layers, pikepdf.Dictionary) else None
    if not isinstance(default, pikepdf.Dictionary):
        return []
    off = list(default.get("/OFF", []))
    if default.get("/BaseState") == "/OFF":
        shown = {group.objgen for group in default.get("/ON", [])}
        off += [group for group in layers.get("/OCGs", []) if group.objgen not in shown]
    return [group.objgen for group in off]


def _annotations(page: pikepdf.Page, number: int) -> Iterator[Found]:
    for note in page.obj.get("/Annots", []):
        if not isinstance(note, pikepdf.Dictionary):
            continue
        subtype, said = str(note.get("/Subtype", "")), _text(note.get("/Contents", ""))
        box = _box(page, note.get("/Rect"))
        if subtype == "/Redact":
            yield Found(Hidden.MARKED, number, box, said[:LONGEST])
        elif subtype == "/Link":
            if said or _text(note.get("/NM", "")):
                yield Found(Hidden.LINK, number, box, said[:LONGEST])
        elif subtype == "/FileAttachment":
            yield Found(Hidden.ATTACHMENT, number, box, said[:LONGEST])
        elif said and subtype not in ("/Widget", "/Stamp", "/Highlight", "/Underline"):
            yield Found(Hidden.COMMENT, number, box, said[:LONGEST])


def _box(page: pikepdf.Page, rect: Any) -> tuple[int, ...]:
    """In thousandths of the visible page, as far as it is not turned."""
    try:
        left, bottom, right, top = sorted_rect([float(side) for side in rect])
        x0, y0, x1, y1 = sorted_rect([float(side) for side in page.cropbox])
    except (TypeError, ValueError):
        return WHOLE
    width, height = max(x1 - x0, 1), max(y1 - y0, 1)
    parts = ((left - x0) / width, (y1 - top) / height, (right - x0) / width, (y1 - bottom) / height)
    return tuple(max(0, min(1000, round(1000 * part))) for part in parts)


def sorted_rect(sides: list[float]) -> tuple[float, float, float, float]:
    """Left, bottom, right, top, whichever corners were given."""
    a, b, c, d = sides
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _in_objects(pdf: pikepdf.Pdf) -> Iterator[Found]:
    seen = set[str]()
    for thing in (inner for outer in pdf.objects for inner in _nested(outer)):
        for kind, text in _of_an_object(thing):
            if (kind + text) not in seen:
                seen.add(kind + text)
                yield Found(kind, 0, WHOLE, text[:LONGEST])


def _nested(thing: Any, deepest: int = 4) -> Iterator[Any]:
    """An object and those that stand within it; what it only refers to is an object of its own."""
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield thing
        inner = [value for _, value in thing.items()]
    else:
        inner = list(thing) if isinstance(thing, pikepdf.Array) else []
    for value in inner:
        if deepest and isinstance(value, pikepdf.Object) and not value.is_indirect:
            yield from _nested(value, deepest - 1)


def _of_an_object(thing: Any) -> Iterator[tuple[str, str]]:
    if any(key in thing for key in SCRIPTS) or thing.get("/S") == "/Launch":
        yield Hidden.SCRIPT, ""
    if isinstance(thing, pikepdf.Dictionary):
        for key in ("/ActualText", "/Alt", "/E"):
            if (said := _text(thing.get(key, ""))) and thing.get("/Type") != "/Annot":
                yield Hidden.REPLACEMENT, said
    elif is_photograph(thing) and EXIF.search(thing.read_raw_bytes()[:65536]):
        yield Hidden.IMAGE_DATA, ""


def is_photograph(thing: Any) -> bool:
    """Whether a stream is an image in JPEG."""
    return bool(thing.get("/Subtype") == "/Image") and "/DCTDecode" in str(thing.get("/Filter", ""))


def _text(value: Any) -> str:
    return str(value).strip() if isinstance(value, pikepdf.String | str) else ""
