"""Files that ask for more than they are worth, made here: small ones at that."""

import gzip
import io
import zlib
from itertools import pairwise

from tests.court_pages import pacer_pages

MB = 1024 * 1024


def pdf(*objects: bytes) -> bytes:
    """A PDF of numbered objects; the first is its root."""
    out = io.BytesIO(b"%PDF-1.5\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, each in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, each))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def page_with(contents: bytes, *others: bytes, resources: bytes = b"<<>>") -> bytes:
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources %b/Contents 4 0 R>>" % resources,
        contents,
        *others,
    )


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(data), more, data)


def squeezed(size: int) -> bytes:
    """That many zeros, compressed."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(MB)) for _ in range(size // MB)) + packer.flush()


def compressed_twice(size: int = 1024 * MB) -> bytes:
    """A content stream of that size in some two thousand bytes."""
    return page_with(stream(zlib.compress(squeezed(size), 9), b"/Filter[/FlateDecode/FlateDecode]"))


def pages_in_a_circle() -> bytes:
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>")


def many_objects(number: int = 100_000) -> bytes:
    names = b"".join(b"/X%d %d 0 R" % (n, n) for n in range(6, number))
    others = [b"<</A %d 0 R>>" % (n + 1) for n in range(6, number + 6)]
    return page_with(stream(b""), b"<<%b>>" % names, *others, resources=b"<</XObject 5 0 R>>")


def huge_image(side: int = 30_000) -> bytes:
    about = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceGray" % (side, side)
    image = stream(squeezed(side * side), about + b"/Filter/FlateDecode")
    return page_with(stream(b"/I Do"), image, resources=b"<</XObject<</I 5 0 R>>>>")


PDFS = {
    "compressed twice": compressed_twice,
    "pages in a circle": pages_in_a_circle,
    "many objects": many_objects,
    "huge image": huge_image,
    "nested arrays": lambda: pdf(
        b"<</Type/Catalog/Pages 2 0 R/Lang %b>>" % (b"[" * 100_000), b"<</Type/Pages/Kids[]>>"
    ),
}


def comments() -> bytes:
    return b"<!--" * 50_000


def nested_tables(depth: int = 5_000) -> bytes:
    return pacer_pages.district().replace("<table", "<table><tr><td>" * depth + "<table", 1).encode()


def billion_laughs() -> bytes:
    names = "abcdefghij"
    entities = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(names))
    return f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">{entities}]><rss><channel>&j;</channel></rss>'.encode()


def many_empty_rows() -> bytes:
    """Three megabytes of the smallest tags make a tree a hundred times their size."""
    return pacer_pages.district().replace("</body>", "<i><b>" * 500_000 + "</body>", 1).encode()


def json_of_nothing() -> bytes:
    return b'{"caseDetails": [' + b"{}," * 3_000_000 + b"{}]}"


PAGES = {
    "comments": comments,
    "nested tables": nested_tables,
    "gzip": lambda: gzip.compress(bytes(200 * MB), 9),
    "zip": lambda: b"PK\x03\x04" + squeezed(200 * MB),
    "entities": billion_laughs,
    "many tags": many_empty_rows,
    "empty JSON": json_of_nothing,
}
