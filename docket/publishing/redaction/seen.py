"""Words of a page that its picture does not show: drawn with and without its text, and compared."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as raw
from PIL import Image, ImageChops

from docket.publishing.redaction.shape import LONGEST, Found, Hidden

SCALE = 2.0  # pixels for each point: 144 dpi
LARGEST_SIDE = 2600  # pixels
DIFFERENT = 20  # of 255: what an eye can tell
SMALLEST = 1.6  # points: the height below which nobody reads a letter
SHORTEST = 2  # letters in a row
WHOLE_PAGE = 0.6  # of the page's area: an image of that size is a scan
MOST_TRIED = 80  # text objects drawn one by one, in a page
DEEPEST = 6  # forms within forms
# Said of what is redacted: no leak under its own box.
LABELS = frozenset(
    {"attorney", "client", "confidential", "exempt", "information", "material", "privilege", "privileged", "product"}
    | {"protected", "redacted", "redaction", "redactions", "seal", "sealed", "under", "work"}
)
INVISIBLE = 3  # text render mode: neither filled nor stroked


@dataclass(slots=True)
class Letter:
    """A letter and its box in pixels, of a text object."""

    text: str
    box: tuple[int, int, int, int]
    height: float
    thing: int
    mode: int


class Picture:
    """A page of a PDF as it is drawn, to be compared with what its text says."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.page = page
        width, height = page.get_size()
        self.scale = min(SCALE, LARGEST_SIDE / max(width, height, 1))
        self.image = self.draw()
        self.size = self.image.size

    def draw(self) -> Image.Image:
        """As a reader sees it, with its annotations."""
        bitmap = self.page.render(scale=self.scale, may_draw_forms=True, optimize_mode=None, no_smoothtext=False)
        image: Image.Image = bitmap.to_pil().convert("RGB")
        return image

    def pixels(self, left: float, bottom: float, right: float, top: float) -> tuple[int, int, int, int]:
        """Of a box in the page's own units: turned as the page is turned."""
        a, b = self._pixel(left, top), self._pixel(right, bottom)
        return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]) + 1, max(a[1], b[1]) + 1

    def _pixel(self, x: float, y: float) -> tuple[int, int]:
        at_x, at_y = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(self.page, 0, 0, *self.size, 0, x, y, at_x, at_y)
        return at_x.value, at_y.value

    def thousandths(self, box: tuple[int, int, int, int]) -> tuple[int, ...]:
        """A box in pixels as parts of the page, kept within it."""
        sides = (self.size[0], self.size[1]) * 2
        return tuple(max(0, min(1000, round(1000 * at / side))) for at, side in zip(box, sides, strict=True))


def unseen(page: pypdfium2.PdfPage, number: int, *, leave_out: frozenset[int] = frozenset()) -> Iterator[Found]:
    """The words of a page that its picture does not show."""
    letters = list(_letters(page, picture := Picture(page)))
    if not letters:
        return
    things = _things(page)
    bare = _without(picture, [thing for thing in things if thing.type == raw.FPDF_PAGEOBJ_TEXT])
    gone = ImageChops.difference(picture.image, bare)
    is_scan = _is_scan(picture, things)
    shown = _Shown(picture, gone, things, is_scan)
    kinds = [shown.hidden(letter) for letter in letters]
    for kind, run in _runs(letters, kinds):
        words = "".join(letter.text for letter in run)
        if sum(letter.text.isalnum() for letter in run) >= SHORTEST and not _is_label(words):
            yield Found(kind, number, picture.thousandths(_around(run)), words.strip()[:LONGEST])


def _letters(page: pypdfium2.PdfPage, picture: Picture) -> Iterator[Letter]:
    textpage = page.get_textpage()
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, index)
        text = chr(code) if code and code < 0x110000 else ""
        if raw.FPDFText_IsGenerated(textpage, index) == 1 or not text.strip():
            yield Letter(" ", (0, 0, 0, 0), 0, 0, 0)
            continue
        left, bottom, right, top = textpage.get_charbox(index)
        thing = raw.FPDFText_GetTextObject(textpage, index)
        mode = raw.FPDFTextObj_GetTextRenderMode(thing) if thing else 0
        box = picture.pixels(left, bottom, right, top)
        yield Letter(text, box, max(top - bottom, right - left), _address(thing), mode)


def _address(thing: object) -> int:
    return ctypes.cast(thing, ctypes.c_void_p).value or 0 if thing else 0  # type: ignore[arg-type]


def _things(page: pypdfium2.PdfPage) -> list[pypdfium2.PdfObject]:
    return list(page.get_objects(max_depth=DEEPEST))


def _without(picture: Picture, things: list[pypdfium2.PdfObject]) -> Image.Image:
    for thing in things:
        raw.FPDFPageObj_SetIsActive(thing, False)
    try:
        return picture.draw()
    finally:
        for thing in things:
            raw.FPDFPageObj_SetIsActive(thing, True)


def _is_scan(picture: Picture, things: list[pypdfium2.PdfObject]) -> bool:
    """Whether one image is as good as the whole page."""
    width, height = picture.size
    for thing in things:
        if thing.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, top, right, bottom = picture.pixels(*thing.get_bounds())
            if max(0, right - left) * max(0, bottom - top) >= WHOLE_PAGE * width * height:
                return True
    return False


class _Shown:
    """Whether the picture shows a letter."""

    def __init__(self, picture: Picture, gone: Image.Image, things: list[pypdfium2.PdfObject], is_scan: bool) -> None:
        self.picture, self.gone, self.is_scan = picture, gone, is_scan
        self.covers = list(_covers(picture, things))
        self.by_address = {_address(thing.raw): (place, thing) for place, thing in enumerate(things)}
        self.tried: dict[int, Image.Image] = {}

    def hidden(self, letter: Letter) -> str:
        """How it is hidden; empty: it is seen, or no letter."""
        if not letter.text.isalnum():
            return ""
        if self._is_outside(letter):
            return Hidden.OUTSIDE
        if letter.height < SMALLEST:
            return Hidden.TINY
        if _range(self.gone, letter.box) < DIFFERENT:
            return self._why_unseen(letter)
        return Hidden.COVERED if self._is_under_a_cover(letter) else ""

    def _is_outside(self, letter: Letter) -> bool:
        left, top, right, bottom = letter.box
        x, y = (left + right) / 2, (top + bottom) / 2
        return not (0 <= x < self.picture.size[0] and 0 <= y < self.picture.size[1])

    def _why_unseen(self, letter: Letter) -> str:
        """A layer of text on a scan is seen where the scan shows something."""
        is_layer = letter.mode == INVISIBLE or self.is_scan
        if is_layer and _contrast(self.picture.image, letter.box) >= DIFFERENT and not self._cover_over(letter):
            return ""
        return Hidden.COVERED if self._cover_over(letter) or _is_dark(self.picture.image, letter.box) else Hidden.UNSEEN

    def _cover_over(self, letter: Letter) -> bool:
        """Whether something that is no page-wide scan was drawn over it."""
        place = self.by_address.get(letter.thing, (-1, None))[0]
        return any(at > place and _lies_in(letter.box, box) for at, box in self.covers)

    def _is_under_a_cover(self, letter: Letter) -> bool:
        """Other words stand in its place: it is drawn without its own words alone."""
        _, thing = self.by_address.get(letter.thing, (-1, None))
        if thing is None or not self._cover_over(letter):
            return False
        if letter.thing not in self.tried:
            if len(self.tried) >= MOST_TRIED:
                return False
            alone = _without(self.picture, [thing])
            self.tried[letter.thing] = ImageChops.difference(self.picture.image, alone)
        return _range(self.tried[letter.thing], letter.box) < DIFFERENT


def _covers(picture: Picture, things: list[pypdfium2.PdfObject]) -> Iterator[tuple[int, tuple[int, int, int, int]]]:
    """The place in the order of drawing, and the box, of what can lie over text: filled shapes and images."""
    width, height = picture.size
    for place, thing in enumerate(things):
        if thing.type not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            continue
        if thing.type == raw.FPDF_PAGEOBJ_PATH and not _is_filled(thing):
            continue
        box = picture.pixels(*thing.get_bounds())
        if (box[2] - box[0]) * (box[3] - box[1]) < WHOLE_PAGE * width * height:
            yield place, box


def _is_filled(path: pypdfium2.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    return fill.value != 0


def _lies_in(letter: tuple[int, int, int, int], box: tuple[int, int, int, int]) -> bool:
    """Whether four fifths of a letter lie in a box."""
    width = min(letter[2], box[2]) - max(letter[0], box[0])
    height = min(letter[3], box[3]) - max(letter[1], box[1])
    return width > 0 and height > 0 and width * height >= 0.8 * (letter[2] - letter[0]) * (letter[3] - letter[1])


def _cut(image: Image.Image, box: tuple[int, int, int, int]) -> Image.Image:
    left, top, right, bottom = box
    left, top = max(0, min(left, image.width - 1)), max(0, min(top, image.height - 1))
    return image.crop((left, top, max(left + 1, min(right, image.width)), max(top + 1, min(bottom, image.height))))


def _range(difference: Image.Image, box: tuple[int, int, int, int]) -> int:
    """The greatest difference in a box, of any colour."""
    return max(int(high) for _, high in _cut(difference, box).getextrema())  # type: ignore[misc]


def _contrast(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    return max(int(high) - int(low) for low, high in _cut(image, box).getextrema())  # type: ignore[misc]


def _is_dark(image: Image.Image, box: tuple[int, int, int, int]) -> bool:
    return max(int(high) for _, high in _cut(image, box).getextrema()) < 128  # type: ignore[misc]


def _runs(letters: list[Letter], kinds: list[str]) -> Iterator[tuple[str, list[Letter]]]:
    """Hidden letters one after another, across spaces and marks, of one kind."""
    run: list[Letter] = []
    kind = ""
    for letter, found in zip(letters, kinds, strict=True):
        if run and (found == kind or not letter.text.isalnum()):
            run.append(letter)
            continue
        if run:
            yield kind, run
        run, kind = ([letter], found) if found else ([], "")
    if run:
        yield kind, run


def _is_label(words: str) -> bool:
    """“Privileged”, “REDACTED”: each of its words."""
    return set(re.findall(r"\w+", words.casefold())) <= LABELS


def _around(run: list[Letter]) -> tuple[int, int, int, int]:
    boxes = [letter.box for letter in run if letter.text.isalnum()]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
