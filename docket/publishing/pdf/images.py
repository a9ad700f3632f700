"""Taking out of a PDF's photographs what their makers wrote into them (EXIF, XMP, IPTC, comments). Runs confined."""

from __future__ import annotations

from typing import Any

import pikepdf

from docket.publishing.redaction.structure import is_photograph

START_OF_SCAN, END = 0xDA, 0xD9
WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD9)}
# APP1 (EXIF, XMP), APP3 to APP13 (IPTC …), APP15, COM. APP0, APP2 and APP14 say how to draw it.
SAID = {0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE}


def without_image_data(pdf: pikepdf.Pdf) -> None:
    """Rewrite each JPEG that carries such data, its picture untouched."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and is_photograph(thing):
            data = thing.read_raw_bytes()
            if (bare := without_data(data)) != data:
                how: Any = thing
                thing.write(bare, filter=how.Filter, decode_parms=how.get("/DecodeParms"))


def without_data(jpeg: bytes) -> bytes:
    """A JPEG (ITU T.81, B.1.1) less the segments that say something besides the picture; other bytes as they are."""
    if not jpeg.startswith(b"\xff\xd8"):
        return jpeg
    kept, at = bytearray(jpeg[:2]), 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF:
        kind = jpeg[at + 1]
        if kind in (START_OF_SCAN, END):
            break
        length = 0 if kind in WITHOUT_LENGTH else int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if kind not in SAID:
            kept += jpeg[at : at + 2 + length]
        at += 2 + length
    return bytes(kept) + jpeg[at:]
