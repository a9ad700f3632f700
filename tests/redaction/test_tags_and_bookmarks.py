"""The published copy keeps language, tags and bookmarks, and no word of them that the pages do not show."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from docket.publishing.pdf.copy import rewrite
from tests.redaction.test_the_copy import copy_of

SECRET = "Tamsin Orrell"
CONTENT = (
    b"BT /F1 12 Tf 72 700 Td /H1 <</MCID 0>> BDC (Argument) Tj EMC 0 -40 Td "
    b"/Span <</MCID 1 /ActualText (Tamsin Orrell)>> BDC (the witness) Tj EMC ET /P /Named BDC EMC"
)


def tagged() -> pikepdf.Pdf:
    """A page with a heading and a paragraph, each tagged, and words besides wherever a tag can have some."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(612, 792))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    named = Dictionary(Named=Dictionary(ActualText=String(SECRET)))
    page.obj.Resources = Dictionary(Font=Dictionary(F1=font), Properties=named)
    page.obj.Contents = pdf.make_stream(CONTENT)
    page.obj.StructParents = 0
    note = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Contents=String(SECRET), Rect=[0, 0, 9, 9]))
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, RoleMap=Dictionary(Title=Name.H1, Tamsin=Name.P)))
    said = {"/Alt": String(SECRET), "/ActualText": String(SECRET), "/T": String(SECRET), "/ID": String(SECRET)}
    pointing = Dictionary(Type=Name.OBJR, Obj=note)
    elements = [
        pdf.make_indirect(Dictionary({"/S": name, "/P": root, "/Pg": page.obj, "/K": kids, **said}))
        for name, kids in ((Name.Title, Array([0, pointing])), (Name.Tamsin, 1), (Name("/Orrell"), Array()))
    ]
    orphan = pdf.make_indirect(Dictionary(S=Name.P, ActualText=String(SECRET)))
    root.K, root.ParentTree = Array(elements), Dictionary(Nums=Array([0, Array([elements[0], orphan])]))
    pdf.Root.StructTreeRoot, pdf.Root.Lang = root, String("en-US")
    return pdf


def bytes_of(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def opened(data: bytes) -> Any:
    return pikepdf.open(io.BytesIO(copy_of(data)))


def uncompressed(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all, qdf=True)
    return out.getvalue()


def test_language_and_tags_stay_and_lead_to_the_words_they_mark() -> None:
    with opened(bytes_of(tagged())) as copy:
        assert str(copy.Root.Lang) == "en-US"
        assert copy.Root.MarkInfo.Marked
        elements = list(copy.Root.StructTreeRoot.K)
        assert [str(element.S) for element in elements] == ["/H1", "/P", "/Span"]
        (numbers,) = [list(copy.Root.StructTreeRoot.ParentTree.Nums)]
        assert (numbers[0], copy.pages[0].obj.StructParents) == (0, 0)
        assert [element.objgen for element in numbers[1]] == [element.objgen for element in elements[:2]]
        assert [int(kid.MCID) for kid in elements[0].K] == [0]


def test_no_word_stands_in_them_that_the_page_does_not_show() -> None:
    data = bytes_of(tagged())
    assert SECRET.encode() in uncompressed(pikepdf.open(io.BytesIO(data)))
    with opened(data) as copy:
        told = uncompressed(copy)
    assert b"Tamsin" not in told
    assert b"Orrell" not in told
    assert b"(the witness) Tj" in told


def test_a_language_that_is_none_goes() -> None:
    pdf = tagged()
    pdf.Root.Lang = String(SECRET)
    with opened(bytes_of(pdf)) as copy:
        assert "/Lang" not in copy.Root


def test_a_tree_in_a_circle_ends() -> None:
    pdf = tagged()
    first = pdf.Root.StructTreeRoot.K[0]
    first.K = Array([0, first])
    with opened(bytes_of(pdf)) as copy:
        assert len(copy.Root.StructTreeRoot.K) == 3


def test_bookmarks_stay_whose_words_stand_on_their_page_and_others_go() -> None:
    pdf = tagged()
    pdf.add_blank_page(page_size=(612, 792))
    with pdf.open_outline() as outline:
        child = OutlineItem("The  witness", 0)
        parent = OutlineItem("ARGUMENT", 0)
        parent.children.append(child)
        outline.root.extend([parent, OutlineItem(SECRET, 0), OutlineItem("Argument", 1)])
    with opened(bytes_of(pdf)) as copy, copy.open_outline() as outline:
        assert [item.title for item in outline.root] == ["ARGUMENT", "The  witness"]
        assert outline.root[0].destination[0].objgen == copy.pages[0].objgen


def test_a_bookmark_by_name_is_followed() -> None:
    pdf = tagged()
    names = Dictionary(Names=Array([String("here"), Array([pdf.pages[0].obj, Name.Fit])]))
    pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(names))
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem("Argument", String("here")))
    with opened(bytes_of(pdf)) as copy, copy.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Argument"]
        assert "/Names" not in copy.Root


def test_a_file_without_either_gets_neither() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    out = io.BytesIO()
    rewrite(io.BytesIO(bytes_of(pdf)), out, None)
    with pikepdf.open(io.BytesIO(out.getvalue())) as copy:
        assert not {"/StructTreeRoot", "/MarkInfo", "/Outlines", "/Lang"} & set(copy.Root.keys())
