"""PDFs made from a seed: badly redacted ones of many kinds, and clean ones that look like it."""

from __future__ import annotations

import io
import random
import textwrap
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 360, 240
SIZE = 12
NAMES = ("Tamsin Orrell", "Maren Dunmore", "Ezra Ashgrove", "Idris Pellworm", "Wanda Sillitoe", "Colm Brackwater")
SAID = (
    "The witness {} signed the lease in March and left the premises on the same day of that week.",
    "Account of {} was credited twice, and the balance was carried forward to the next quarter.",
    "On information and belief {} received the notice and did not answer it within thirty days.",
)
Chance = random.Random
Draw = Callable[[Chance], bytes]


def a_page(content: str, more: dict[str, pikepdf.Object] | None = None) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(content.encode("latin-1"))
    page.Resources = Dictionary(
        Font=Dictionary(
            F1=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica),
            F2=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Times-Roman")),
        ),
        ExtGState=Dictionary(G0=Dictionary(ca=0.99), G1=Dictionary(ca=0.4, BM=Name.Multiply)),
    )
    for key, value in (more or {}).items():
        page.obj[key] = value
    return pdf


def saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def a_line(x: float, y: float, text: str, size: float = SIZE, before: str = "", font: str = "F1") -> str:
    escaped = text.replace("(", r"\(").replace(")", r"\)")
    return f"q {before} BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET Q\n"


def _body(chance: Chance) -> str:
    lines = textwrap.wrap(chance.choice(SAID).format(chance.choice(NAMES)), 44)
    return "".join(a_line(20, 210 - 16 * row, line, font=chance.choice(("F1", "F2"))) for row, line in enumerate(lines))


def _secret(chance: Chance) -> str:
    return f"{chance.choice(NAMES)} {chance.randint(100, 899)}-{chance.randint(10, 99)}-{chance.randint(1000, 9999)}"


def _place(chance: Chance) -> tuple[int, int]:
    return chance.randint(20, 90), chance.randint(30, 110)


def _box(x: float, y: float, paint: str, wide: float = 190, high: float = 18) -> str:
    return f"q {paint} {x - 4} {y - 5} {wide} {high} re f Q\n"


def _boxed(paint: str) -> Draw:
    def draw(chance: Chance) -> bytes:
        x, y = _place(chance)
        return saved(a_page(_body(chance) + a_line(x, y, _secret(chance)) + _box(x, y, paint)))

    return draw


def _text_only(before: str, under: str = "") -> Draw:
    def draw(chance: Chance) -> bytes:
        x, y = _place(chance)
        box = _box(x, y, under) if under else ""
        return saved(a_page(_body(chance) + box + a_line(x, y, _secret(chance), before=before)))

    return draw


def _labelled(chance: Chance) -> bytes:
    """A box over the words, and other words on the box."""
    x, y = _place(chance)
    label = a_line(x + 30, y, chance.choice(("REDACTED", "b(6)", "Exhibit 4", "[SEALED]")), before="1 g")
    return saved(a_page(_body(chance) + a_line(x, y, _secret(chance)) + _box(x, y, "0 g") + label))


def _hatched(chance: Chance) -> bytes:
    x, y = _place(chance)
    lines = "".join(f"{x - 4 + 6 * n} {y - 5} m {x + 2 + 6 * n} {y + 13} l S\n" for n in range(30))
    return saved(a_page(_body(chance) + a_line(x, y, _secret(chance)) + _box(x, y, "1 g") + f"q 0.5 w {lines} Q\n"))


def _image(pdf: pikepdf.Pdf, image: Image.Image, jpeg: bool = False) -> pikepdf.Stream:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=90, exif=_exif() if jpeg else b"")
    return pdf.make_stream(
        out.getvalue(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=image.width,
        Height=image.height,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )


def _exif() -> bytes:
    exif = Image.Exif()
    exif[0x013B] = "Tamsin Orrell"
    return exif.tobytes()


def _under_image(chance: Chance) -> bytes:
    x, y = _place(chance)
    pdf = a_page(_body(chance) + a_line(x, y, _secret(chance)) + f"q 190 0 0 18 {x - 4} {y - 5} cm /I1 Do Q\n")
    shade = chance.randint(0, 255)
    pdf.pages[0].Resources.XObject = Dictionary(I1=_image(pdf, Image.new("RGB", (40, 10), (shade, shade, shade))))
    return saved(pdf)


def _outside_crop(chance: Chance) -> bytes:
    text = a_line(20, 6, _secret(chance))
    return saved(a_page(_body(chance) + text, {"/CropBox": Array([0, 24, WIDTH, HEIGHT])}))


def _off_page(chance: Chance) -> bytes:
    return saved(a_page(_body(chance) + a_line(WIDTH + chance.randint(10, 90), 50, _secret(chance))))


def _clipped(chance: Chance) -> bytes:
    x, y = _place(chance)
    return saved(a_page(_body(chance) + a_line(x, y, _secret(chance), before="0 0 2 2 re W n")))


def _tiny(chance: Chance) -> bytes:
    return saved(a_page(_body(chance) + a_line(40, 60, _secret(chance), size=0.9)))


def _annotated(subtype: str, **said: str) -> Draw:
    def draw(chance: Chance) -> bytes:
        x, y = _place(chance)
        pdf = a_page(_body(chance) + a_line(x, y, _secret(chance)))
        rect = [x - 4, y - 5, x + 186, y + 13]
        look = pdf.make_stream(b"0 g 0 0 190 18 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 190, 18])
        note = Dictionary(Type=Name.Annot, Subtype=Name(subtype), Rect=rect, F=4)
        if subtype == "/Square":
            note.AP = Dictionary(N=look)
        if said:
            note.Contents = String(_secret(chance))
        pdf.pages[0].Annots = Array([pdf.make_indirect(note)])
        return saved(pdf)

    return draw


def _layer(chance: Chance) -> bytes:
    x, y = _place(chance)
    pdf = a_page(_body(chance) + f"/OC /L1 BDC {a_line(x, y, _secret(chance))} EMC\n")
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("draft")))
    pdf.pages[0].Resources.Properties = Dictionary(L1=layer)
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    return saved(pdf)


def _revised(chance: Chance) -> bytes:
    before = saved(a_page(_body(chance) + a_line(40, 60, _secret(chance))))
    return before + b"\n" + saved(a_page(_body(chance)))


def _file(pdf: pikepdf.Pdf, data: bytes) -> pikepdf.AttachedFileSpec:
    said = {"filename": "notes.txt", "mime_type": "", "creation_date": "", "mod_date": "", "description": ""}
    return pikepdf.AttachedFileSpec(pdf, data, **said)


def _attached(chance: Chance) -> bytes:
    pdf = a_page(_body(chance))
    pdf.attachments["notes.txt"] = _file(pdf, _secret(chance).encode())
    return saved(pdf)


def _replaced(chance: Chance) -> bytes:
    pdf = a_page(_body(chance))
    key = chance.choice(("ActualText", "Alt"))
    pdf.Root.StructTreeRoot = Dictionary(
        Type=Name.StructTreeRoot, K=pdf.make_indirect(Dictionary({"/S": Name.Span, f"/{key}": String(_secret(chance))}))
    )
    return saved(pdf)


def _form(chance: Chance) -> bytes:
    pdf = a_page(_body(chance))
    field = Dictionary(FT=Name.Tx, T=String("name"), V=String(_secret(chance)), Subtype=Name.Widget, Rect=[0, 0, 0, 0])
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]))
    return saved(pdf)


def _script(chance: Chance) -> bytes:
    pdf = a_page(_body(chance))
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    return saved(pdf)


def _thumbnail(chance: Chance) -> bytes:
    pdf = a_page(_body(chance))
    pdf.pages[0].obj["/Thumb"] = _image(pdf, Image.new("RGB", (20, 20)))
    return saved(pdf)


def _image_data(chance: Chance) -> bytes:
    pdf = a_page(_body(chance) + "q 60 0 0 40 20 20 cm /I1 Do Q\n")
    pdf.pages[0].Resources.XObject = Dictionary(I1=_image(pdf, Image.new("RGB", (40, 30), (90, 90, 200)), jpeg=True))
    return saved(pdf)


def _scanned(chance: Chance, cover: bool, shade: int = 0) -> bytes:
    """A picture of words, and the same words as an unseen layer over it."""
    lines = [*textwrap.wrap(chance.choice(SAID).format(chance.choice(NAMES)), 40), _secret(chance)]
    picture = Image.new("RGB", (WIDTH * 2, HEIGHT * 2), (250, 250, 248))
    pen, font, layer = ImageDraw.Draw(picture), ImageFont.load_default(22), ""
    for row, line in enumerate(lines):
        y = 30 + 44 * row
        pen.text((40, y), line, fill=(20, 20, 20), font=font)
        if cover and row == len(lines) - 1:
            pen.rectangle((34, y - 4, 480, y + 30), fill=(shade, shade, shade))
        width = font.getlength(line) / 2
        size, drift = 11, chance.uniform(-1, 1)
        stretch = 100 * width / max(1, len(line) * size * 0.5)
        at = f"{20 + drift:.1f} {HEIGHT - (y + 20) / 2 + drift:.1f} Td"
        layer += f"BT 3 Tr /F1 {size} Tf {stretch:.1f} Tz {at} ({line}) Tj ET\n"
    pdf = a_page(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I1 Do Q\n{layer}")
    pdf.pages[0].Resources.XObject = Dictionary(I1=_image(pdf, picture))
    return saved(pdf)


BAD: dict[str, Draw] = {
    "black box": _boxed("0 g"),
    "white box": _boxed("1 g"),
    "grey box": _boxed("0.6 g"),
    "blue box": _boxed("0 0 0.7 rg"),
    "nearly opaque box": _boxed("/G0 gs 0 g"),
    "white text": _text_only("1 g"),
    "nearly white text": _text_only("0.97 g"),
    "black text on a black box": _text_only("0 g", under="0 g"),
    "text drawn unseen": _text_only("3 Tr"),
    "box with a label": _labelled,
    "hatched box": _hatched,
    "image": _under_image,
    "outside the crop box": _outside_crop,
    "off the page": _off_page,
    "clipped away": _clipped,
    "tiny": _tiny,
    "square annotation": _annotated("/Square"),
    "mark not applied": _annotated("/Redact"),
    "comment": _annotated("/Text", said="so"),
    "link": _annotated("/Link", said="so"),
    "hidden layer": _layer,
    "earlier revision": _revised,
    "attachment": _attached,
    "replacement text": _replaced,
    "form value": _form,
    "script": _script,
    "thumbnail": _thumbnail,
    "data in an image": _image_data,
    "scan with a black box": lambda chance: _scanned(chance, cover=True),
    "scan with a white box": lambda chance: _scanned(chance, cover=True, shade=250),
}


def _plain(chance: Chance) -> bytes:
    return saved(a_page(_body(chance)))


def _well_redacted(chance: Chance) -> bytes:
    x, y = _place(chance)
    label = a_line(x + 20, y, "REDACTED", before="1 g")
    return saved(a_page(_body(chance) + _box(x, y, "0 g") + chance.choice(("", label))))


def _table(chance: Chance) -> bytes:
    """White words on a dark head, shaded rows."""
    head = _box(20, 120, chance.choice(("0 g", "0.1 0.2 0.4 rg", "0.3 g")), 300, 18) + a_line(
        24, 120, "Date", before="1 g"
    )
    head += a_line(120, 120, "Amount due", before="1 g")
    rows = ""
    for row in range(4):
        y = 100 - 18 * row
        shade = _box(20, y, "0.9 g", 300, 18) if row % 2 else ""
        rows += shade + a_line(24, y, f"{row + 1} March") + a_line(120, y, f"{chance.randint(10, 999)}.00")
    return saved(a_page(_body(chance) + head + rows + "q 16 40 300 98 re S Q\n"))


def _stamped(chance: Chance) -> bytes:
    pdf = a_page(_body(chance))
    look = pdf.make_stream(
        b"0.8 0 0 RG 0.8 0 0 rg 2 w 2 2 116 26 re S BT /F1 12 Tf 12 10 Td (FILED May 3) Tj ET",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 120, 30],
        Resources=Dictionary(Font=Dictionary(F1=pdf.pages[0].Resources.Font.F1)),
    )
    note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=[150, 40, 270, 70], F=4, AP=Dictionary(N=look))
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])
    return saved(pdf)


def _signed(chance: Chance) -> bytes:
    """A pen's stroke across a printed name."""
    x, y = _place(chance)
    points = " ".join(f"{x + 9 * n} {y + chance.randint(-6, 16)} l" for n in range(1, 16))
    stroke = f"q 0 0 0.6 RG 1.2 w {x} {y} m {points} S Q\n"
    return saved(a_page(_body(chance) + a_line(x, y, chance.choice(NAMES)) + "q 20 20 200 0.5 re f Q\n" + stroke))


def _highlighted(chance: Chance) -> bytes:
    x, y = _place(chance)
    over = a_line(x, y, _secret(chance)) + _box(x, y, "/G1 gs 1 1 0 rg")
    under = _box(x, y, "1 1 0 rg") + a_line(x, y, _secret(chance))
    return saved(a_page(_body(chance) + chance.choice((over, under))))


def _watermarked(chance: Chance) -> bytes:
    return saved(a_page(a_line(60, 60, "DRAFT", 60, before="0.85 g") + _body(chance)))


def _turned(chance: Chance) -> bytes:
    return saved(a_page(_body(chance), {"/Rotate": chance.choice((90, 180, 270))}))  # type: ignore[dict-item]


def _cropped(chance: Chance) -> bytes:
    return saved(a_page(_body(chance), {"/CropBox": Array([10, 60, WIDTH - 5, HEIGHT])}))


def _coloured(chance: Chance) -> bytes:
    x, y = _place(chance)
    return saved(a_page(_body(chance) + _box(x, y, "0 0 0.5 rg") + a_line(x, y, _secret(chance), before="1 1 0 rg")))


def _small_print(chance: Chance) -> bytes:
    return saved(a_page(_body(chance) + a_line(20, 20, f"1 {_secret(chance)} at 12, see also 550 U.S. 544", 4.5)))


def _struck(chance: Chance) -> bytes:
    x, y = _place(chance)
    return saved(a_page(_body(chance) + a_line(x, y, _secret(chance)) + f"q {x} {y + 4} 150 0.8 re f Q\n"))


def _shadowed(chance: Chance) -> bytes:
    x, y = _place(chance)
    words = _secret(chance)
    return saved(a_page(_body(chance) + a_line(x + 0.5, y - 0.5, words, before="0.6 g") + a_line(x, y, words)))


def _tagged(chance: Chance) -> bytes:
    pdf = a_page(_body(chance) + a_line(20, 60, "Section 12 of the lease"))
    pdf.Root.StructTreeRoot = Dictionary(
        Type=Name.StructTreeRoot, K=pdf.make_indirect(Dictionary(S=Name.Span, ActualText=String("Section 12")))
    )
    pdf.Root.Lang = String("en-US")
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Section 12", 0))
    return saved(pdf)


def _linked(chance: Chance) -> bytes:
    pdf = a_page(_body(chance) + a_line(20, 60, "the rule on the court's site", before="0 0 0.8 rg"))
    action = Dictionary(S=Name.URI, URI=String("https://court.example/rule"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[20, 55, 170, 72], Border=[0, 0, 0], A=action)
    pdf.pages[0].Annots = Array([pdf.make_indirect(link)])
    return saved(pdf)


def _pictured(chance: Chance) -> bytes:
    pdf = a_page(_body(chance) + "q 120 0 0 80 20 20 cm /I1 Do Q\n" + a_line(24, 10, "Figure 1"))
    pdf.pages[0].Resources.XObject = Dictionary(I1=_image(pdf, Image.new("RGB", (60, 40), (120, 160, 90))))
    return saved(pdf)


def _boxes_first(chance: Chance) -> bytes:
    """A filled frame under the words: a call-out."""
    x, y = _place(chance)
    return saved(
        a_page(_body(chance) + _box(x, y, chance.choice(("0.85 g", "1 0.9 0.8 rg"))) + a_line(x, y, _secret(chance)))
    )


CLEAN: dict[str, Draw] = {
    "plain": _plain,
    "well redacted": _well_redacted,
    "table": _table,
    "stamp": _stamped,
    "signature": _signed,
    "highlight": _highlighted,
    "watermark": _watermarked,
    "turned": _turned,
    "cropped": _cropped,
    "coloured": _coloured,
    "small print": _small_print,
    "struck through": _struck,
    "shadow": _shadowed,
    "tags and bookmarks": _tagged,
    "link": _linked,
    "picture": _pictured,
    "call-out": _boxes_first,
    "scan with a text layer": lambda chance: _scanned(chance, cover=False),
}


def made(kinds: dict[str, Draw], seed: int, each: int) -> Iterator[tuple[str, bytes]]:
    """`each` files of every kind, with its name."""
    chance = random.Random(seed)
    for name, draw in kinds.items():
        for _ in range(each):
            yield name, draw(chance)
