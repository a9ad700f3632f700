"""The published copy: of what a file carries beside its pages nothing is left, and its pages look the same."""

from __future__ import annotations

import io
from collections import Counter

import pikepdf
import pytest
from PIL import Image, ImageChops

from docket.publishing.pdf_copy import rewrite
from docket.publishing.pdf_images import without_data
from docket.publishing.redaction.check import opened
from docket.publishing.redaction.seen import Picture
from docket.publishing.redaction.shape import Hidden
from tests.redaction.pages import BAD, CLEAN, made
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
    """But for stamps and signatures, which are annotations and stay behind."""
    different = Counter[str]()
    for kind, data in made({k: v for k, v in CLEAN.items() if k != "stamp"}, 31, 2):
        if ImageChops.difference(picture(data), picture(copy_of(data))).getbbox():
            different[kind] += 1
    assert not different


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
