"""A small PDF for an invented document: the caption, what the docket says of it, and that it is invented."""

import io
import textwrap
from dataclasses import dataclass

import pikepdf

from docket.models import Case

NOTICE = "This document is invented. It belongs to a sample that shows how the record works."
WIDTH, LINE, TOP, LEFT = 78, 16, 720, 72


@dataclass(frozen=True)
class SamplePdf:
    """texts: what each page says."""

    pdf: bytes
    texts: tuple[str, ...]


def sample_pdf(case: Case, title: str, words: str) -> SamplePdf:
    """A first page with caption and title, a second with the words of the docket."""
    forum = case.forum.name.upper() if case.forum else ""
    first = [forum, "", case.caption, f"No. {case.docket_number}", "", title.upper(), "", NOTICE]
    second = [title, "", words, "", NOTICE]
    texts = tuple("\n".join(_wrapped(lines)) for lines in (first, second))
    return SamplePdf(_pdf(texts, title), texts)


def _wrapped(lines: list[str]) -> list[str]:
    return [part for line in lines for part in textwrap.wrap(line, WIDTH) or [""]]


def _pdf(texts: tuple[str, ...], title: str) -> bytes:
    with pikepdf.new() as pdf:
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name("/Times-Roman"),
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
        for text in texts:
            page = pdf.add_blank_page(page_size=(612, 792))
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            page.Contents = pdf.make_stream(_drawn(text))
        pdf.docinfo["/Title"] = title
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _drawn(text: str) -> bytes:
    lines = [b"BT /F1 12 Tf %d TL %d %d Td" % (LINE, LEFT, TOP)]
    for line in text.splitlines():
        shown = line.encode("cp1252", "replace")
        for character in (b"\\", b"(", b")"):
            shown = shown.replace(character, b"\\" + character)
        lines.append(b"(" + shown + b") Tj T*")
    return b"\n".join([*lines, b"ET"])
