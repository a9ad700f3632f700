"""The published copy: of what a file carries beside its pages nothing is left, and its pages look the same."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageChops

from docket.publishing.pdf.annotations import DRAWN, OF_A_FORM
from docket.publishing.pdf.copy import rewrite
from docket.publishing.pdf.images import without_data
from docket.publishing.redaction.check import opened
from docket.publishing.redaction.seen import Picture
from docket.publishing.redaction.shape import Hidden
from tests.redaction.pages import BAD, CLEAN, a_line, a_page, made, saved
from tests.redaction.test_redaction import findings, one

LEFT_BEHIND = (
    *("comment", "link", "hidden layer", "earlier revision", "attachment", "replacement text", "form value"),
    *("script", "thumbnail", "data in an image"),
)


def copy_of(data: bytes) -> bytes:
    out = io.BytesIO()
    rewrite(io.BytesIO(data), out, None)
    return out.getvalue()


def picture(data: bytes) -> Image.Image:
    return Picture(opened(data)[0]).image


@pytest.mark.parametrize("kind", LEFT_BEHIND)
def test_of_what_is_beside_the_pages_nothing_is_left(kind: str):
    assert findings(one(kind))
    assert findings(copy_of(one(kind))) == []


def test_the_words_of_a_hidden_layer_are_removed_and_those_of_a_seen_one_stay():
    data = one("hidden layer")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.Root.OCProperties.D.OFF = pikepdf.Array()
        seen = io.BytesIO()
        pdf.save(seen)
    text = lambda file: opened(file)[0].get_textpage().get_text_bounded()  # noqa: E731
    assert text(copy_of(seen.getvalue())) == text(data)
    assert len(text(copy_of(data))) < len(text(data))


def test_clean_pages_look_as_they_did():
    different = Counter[str]()
    for kind, data in made(CLEAN, 31, 2):
        if ImageChops.difference(picture(data), picture(copy_of(data))).getbbox():
            different[kind] += 1
    assert not different


def annotated(subtype: str, *, flags: int = 4, drawing: str = "", in_form: bool = False, **more: Any) -> bytes:
    """A page with an annotation that shows “FILED May 3” in a frame, and what else is drawn."""
    pdf = a_page(a_line(20, 100, "Order of the court"))
    look = pdf.make_stream(
        f"1 0 0 RG 2 w 2 2 116 26 re S BT /F1 12 Tf 12 10 Td (FILED May 3) Tj ET {drawing}".encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 120, 30],
        Resources=Dictionary(Font=Dictionary(F1=pdf.pages[0].Resources.Font.F1)),
    )
    note = Dictionary(Type=Name.Annot, Subtype=Name(subtype), Rect=[20, 40, 140, 70], F=flags, AP=Dictionary(N=look))
    for key, value in more.items():
        note[f"/{key}"] = value
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])
    if in_form:
        pdf.Root.AcroForm = Dictionary(Fields=pdf.pages[0].Annots)
    return saved(pdf)


def words_of(data: bytes) -> str:
    return str(opened(data)[0].get_textpage().get_text_bounded())


@pytest.mark.parametrize("subtype", sorted({*DRAWN, *OF_A_FORM} - {"/Watermark"}))
def test_what_an_annotation_shows_is_drawn_into_the_page_and_what_it_says_beside_is_not(subtype: str) -> None:
    said: dict[str, Any] = dict.fromkeys(("Contents", "T", "Subj", "V", "TU"), String("Tamsin Orrell"))
    data = annotated(subtype, in_form=subtype in OF_A_FORM, FT=Name.Tx, **said)
    copy = copy_of(data)
    # a field of a form is tinted where it can be filled in
    assert subtype in OF_A_FORM or not ImageChops.difference(picture(data), picture(copy)).getbbox()
    assert "FILED May 3" in words_of(copy)
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        assert "/Annots" not in pdf.pages[0].obj
        assert not any(b"Orrell" in thing.unparse(resolved=True) for thing in pdf.objects)


@pytest.mark.parametrize("flags", [2, 32, 2 | 4])
def test_an_annotation_that_is_not_shown_is_left_behind(flags: int) -> None:
    assert "FILED" not in words_of(copy_of(annotated("/Stamp", flags=flags)))


@pytest.mark.parametrize("subtype", ["/Text", "/Popup", "/FileAttachment", "/Redact", "/Sound", "/Widget"])
def test_what_is_no_part_of_the_page_is_left_behind(subtype: str) -> None:
    assert "FILED" not in words_of(copy_of(annotated(subtype)))


def test_a_link_within_the_file_stays_beside_a_stamp() -> None:
    with pikepdf.open(io.BytesIO(annotated("/Stamp"))) as pdf:
        page = pdf.pages[0]
        where = Array([page.obj, Name.Fit])
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[20, 90, 80, 110], Dest=where, NM=String("Orrell"))
        page.Annots.append(pdf.make_indirect(link))
        given = saved(pdf)
    with pikepdf.open(io.BytesIO(copy_of(given))) as copy:
        (kept,) = copy.pages[0].Annots
        assert kept.Subtype == Name.Link
        assert "/NM" not in kept


def test_a_form_that_leaves_the_drawing_to_its_reader_shows_what_was_filled_in() -> None:
    pdf = a_page(a_line(20, 100, "Name:"))
    font = pdf.pages[0].Resources.Font.F1
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("name"),
            V=String("Roe"),
            DA=String("/F1 12 Tf 0 g"),
            Rect=[60, 90, 160, 110],
            F=4,
        )
    )
    pdf.Root.AcroForm = Dictionary(
        Fields=Array([field]), NeedAppearances=True, DR=Dictionary(Font=Dictionary(F1=font)), DA=String("/F1 12 Tf 0 g")
    )
    pdf.pages[0].Annots = Array([field])
    assert "Roe" in words_of(copy_of(saved(pdf)))


def test_words_that_hide_in_a_stamp_or_under_it_are_found_in_the_copy() -> None:
    """They become words of the page, which is looked through again before it is published."""
    white = annotated("/Stamp", drawing="BT 1 1 1 rg /F1 8 Tf 12 20 Td (Tamsin Orrell) Tj ET")
    covered = annotated("/Square", drawing="0 g 0 0 120 30 re f")
    for data in (white, covered):
        assert findings(copy_of(data))


def test_a_broken_list_of_annotations_breaks_nothing() -> None:
    with pikepdf.open(io.BytesIO(annotated("/Stamp"))) as pdf:
        pdf.pages[0].Annots = Array([pdf.pages[0].Annots[0], 7, String("x"), None, Dictionary(F=String("x"))])
        data = saved(pdf)
    assert "FILED" in words_of(copy_of(data))


def test_what_stays_is_found_in_the_copy_too():
    kinds = ("black box", "image", "white text", "outside the crop box", "scan with a black box")
    for kind in kinds:
        assert {each.kind for each in findings(copy_of(one(kind)))} & {*Hidden}, kind
    assert set(kinds) <= BAD.keys()


def segment(kind: int, said: bytes) -> bytes:
    """A segment of a JPEG with its length."""
    return bytes((0xFF, kind)) + (len(said) + 2).to_bytes(2, "big") + said


@pytest.mark.parametrize("kind", [0xE0, 0xE2, 0xEE, 0xDB])
def test_a_jpeg_keeps_what_says_how_to_draw_it_and_loses_what_says_something_besides(kind: int) -> None:
    picture = b"\xff\xda\x00\x02drawn\xff\xd9"
    needed = segment(kind, b"how to draw it")
    said = b"".join(segment(other, b"Tamsin Orrell") for other in (0xE1, 0xE3, 0xED, 0xEF, 0xFE))
    assert without_data(b"\xff\xd8" + said + needed + said + picture) == b"\xff\xd8" + needed + picture
