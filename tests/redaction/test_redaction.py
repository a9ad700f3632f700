"""Badly redacted PDFs are noticed, clean ones are left alone; what would leak is told with its place."""

from __future__ import annotations

import io
import json
from collections import Counter

import pikepdf
import pytest
from PIL import Image

from docket.confined import call
from docket.confined.codec import loads
from docket.publishing.redaction.check import look, picture
from docket.publishing.redaction.shape import ORDINARY, Findings, Found, Hidden
from tests.redaction.pages import BAD, CLEAN, a_line, a_page, made, saved
from tests.shared import REDACTIONS, SHARED, needs_redactions

SEED, EACH_BAD, EACH_CLEAN = 1204, 12, 9
DESK = SHARED / "cases" / "desk"
BADLY_REDACTED = {"rectangles_yes.pdf", "bad_cross_hatched_redactions.pdf"}


def findings(data: bytes) -> list[Found]:
    """What a person is told of."""
    out = io.BytesIO()
    look(io.BytesIO(data), out, {"first": 0, "count": 50})
    found: tuple[Found, ...] = loads(out.getvalue().split(b"\n")[0], Findings)
    return [each for each in found if each.kind not in ORDINARY]


def test_a_word_parted_at_the_end_of_a_line_keeps_the_hyphen_that_is_seen() -> None:
    out = io.BytesIO()
    page = a_page(
        a_line(20, 200, "AND RELATED CROSS-") + a_line(20, 184, "ACTION of 219-09-") + a_line(20, 168, "9999")
    )
    look(io.BytesIO(saved(page)), out, {"first": 0, "count": 1})
    assert json.loads(out.getvalue().split(b"\n")[1]) == ["AND RELATED CROSS-ACTION of 219-09-\n9999"]


def one(kind: str) -> bytes:
    return next(data for _, data in made({kind: BAD[kind]}, SEED, 1))


def boxed(words: str) -> bytes:
    """A page of one line under a black box."""
    return saved(a_page(a_line(20, 100, words) + "q 0 g 16 96 330 18 re f Q\n"))


class TestTheCorpus:
    def test_it_finds_ninety_seven_of_a_hundred_and_is_right_in_ninety_five(self):
        missed = Counter(kind for kind, data in made(BAD, SEED, EACH_BAD) if not findings(data))
        wrong = Counter(kind for kind, data in made(CLEAN, SEED, EACH_CLEAN) if findings(data))
        bad, clean = len(BAD) * EACH_BAD, len(CLEAN) * EACH_CLEAN
        right = bad - missed.total()
        recall, precision = right / bad, right / (right + wrong.total())
        print(f"\n{bad} bad of {len(BAD)} kinds, {clean} clean pages: recall {recall:.2%}, precision {precision:.2%}")
        print(f"missed {dict(missed)}, cried wolf {dict(wrong)}")
        assert (len(BAD) >= 16, clean >= 150) == (True, True)
        assert recall >= 0.97
        assert precision >= 0.95


class TestWhatIsTold:
    @pytest.mark.parametrize(
        ("kind", "told"),
        [
            ("black box", Hidden.COVERED),
            ("box with a label", Hidden.COVERED),
            ("image", Hidden.COVERED),
            ("square annotation", Hidden.COVERED),
            ("scan with a black box", Hidden.COVERED),
            ("white text", Hidden.UNSEEN),
            ("outside the crop box", Hidden.OUTSIDE),
            ("off the page", Hidden.OUTSIDE),
            ("tiny", Hidden.TINY),
            ("mark not applied", Hidden.MARKED),
            ("hidden layer", Hidden.LAYER),
            ("earlier revision", Hidden.REVISION),
            ("attachment", Hidden.ATTACHMENT),
            ("replacement text", Hidden.REPLACEMENT),
            ("form value", Hidden.FORM),
            ("script", Hidden.SCRIPT),
            ("thumbnail", Hidden.THUMBNAIL),
            ("data in an image", Hidden.IMAGE_DATA),
            ("comment", Hidden.COMMENT),
            ("link", Hidden.LINK),
        ],
    )
    def test_each_kind_by_its_name(self, kind: str, told: Hidden):
        assert told in {each.kind for each in findings(one(kind))}

    @pytest.mark.parametrize(
        "words",
        [
            *("ATTORNEY-CLIENT PRIVILEGE", "Attorney work product", "CONFIDENTIAL", "Exempt information"),
            *("PRIVILEGED MATERIAL", "Protected", "REDACTED", "Redaction", "Redactions", "SEALED", "Under seal"),
        ],
    )
    def test_what_is_said_of_a_redaction_is_no_leak_under_its_own_box(self, words: str):
        assert findings(boxed(words)) == []
        assert findings(boxed(f"{words} Tamsin Orrell")) != []

    @pytest.mark.parametrize(("shade", "told"), [(127, Hidden.COVERED), (128, Hidden.UNSEEN)])
    def test_words_in_the_colour_of_their_field_are_covered_where_it_is_dark(self, shade: int, told: Hidden):
        paint = f"{shade / 255:.4f} g"
        field = f"q {paint} 16 94 330 18 re f Q\n"
        (found,) = findings(saved(a_page(field + a_line(20, 100, "Tamsin Orrell", before=paint))))
        assert found.kind == told

    def test_the_words_under_a_mark_are_those_of_its_own_page(self):
        marked = one("mark not applied")
        pdf, other = pikepdf.open(io.BytesIO(marked)), a_page(a_line(20, 100, "Another page"))
        pdf.pages.extend(other.pages)
        assert findings(saved(pdf)) == findings(marked) != []

    @pytest.mark.parametrize("kind", ["thumbnail", "attachment"])
    def test_what_stands_on_no_place_of_a_page_is_told_of_the_whole_page(self, kind: str):
        assert {each.box for each in findings(one(kind))} == {(0, 0, 1000, 1000)}

    def test_the_text_that_would_leak_and_where_it_stands(self):
        (found,) = findings(one("black box"))
        assert found.page == 1
        name = found.text.rpartition(" ")[0]
        assert len(name.split()) >= 2
        left, top, right, bottom = found.box
        assert 0 < left < right < 1000
        assert 400 < top < bottom <= 1000

    def test_the_page_is_drawn_with_the_place_marked(self):
        data = one("black box")
        (found,) = findings(data)
        bare, marked = io.BytesIO(), io.BytesIO()
        picture(io.BytesIO(data), bare, {"number": 1, "boxes": []})
        picture(io.BytesIO(data), marked, {"number": 1, "boxes": [found.box]})
        image = Image.open(marked)
        assert image.size == Image.open(bare).size == (720, 480)
        at = ((found.box[0] + found.box[2]) * 720 // 2000, (found.box[1] + found.box[3]) * 480 // 2000)
        assert image.getpixel(at) != Image.open(bare).getpixel(at)

    def test_it_can_do_all_of_it_where_nothing_can_be_opened(self):
        data = one("scan with a black box")
        made = call("docket.publishing.redaction.check:look", data, {"first": 0, "count": 9})
        assert loads(made.data.split(b"\n")[0], Findings)
        drawn = call("docket.publishing.redaction.check:picture", data, {"number": 1, "boxes": [[0, 0, 9, 9]]})
        assert drawn.data.startswith(b"\x89PNG")

    def test_what_is_said_comes_back_through_the_codec(self):
        out = io.BytesIO()
        assert look(io.BytesIO(one("white text")), out, {"first": 0, "count": 1}) == {"pages": 1}
        _, texts = out.getvalue().split(b"\n")
        assert len(json.loads(texts)) == 1


@needs_redactions
class TestRealFiles:
    def test_every_one_of_them_is_judged_rightly(self):
        flagged = {
            file.name for file in REDACTIONS.glob("*.pdf") if any(each.stays for each in findings(file.read_bytes()))
        }
        print(f"\n{len(list(REDACTIONS.glob('*.pdf')))} real files, flagged: {sorted(flagged)}")
        assert flagged == BADLY_REDACTED

    def test_the_words_under_the_boxes_are_told(self):
        told = " ".join(each.text for each in findings((REDACTIONS / "rectangles_yes.pdf").read_bytes()))
        assert "but did not disclose all relevant medical" in told

    def test_the_desks_examples(self):
        kinds = {
            name: {each.kind for each in findings((DESK / f"{name}.pdf").read_bytes())} for name in ("clean", "js")
        }
        assert kinds == {"clean": set(), "js": {Hidden.SCRIPT}}
        (found,) = findings((DESK / "bad_redaction.pdf").read_bytes())
        assert "219-09-9999" in found.text
