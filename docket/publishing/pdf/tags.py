"""The tags of a PDF, made anew: what is a heading, a list or a table stays, and no word that somebody wrote about it.

Of an element its standard type, its place and its marks on the page are taken over, of a cell how far it reaches, and
its language; replacement texts, titles, ids and what points at annotations are not. Runs confined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

# ISO 32000-1, 14.8.4
STANDARD = frozenset(
    {
        *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct"),
        *("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"),
        *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry"),
        *("Code", "Link", "Annot", "Figure", "Formula", "Form"),
    }
)
OTHERWISE = "Span"
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}")
DEEPEST, MOST, LAST_MARK = 60, 50_000, 100_000
REPLACEMENTS = ("/ActualText", "/Alt", "/E")
MAY_REPLACE = re.compile(rb"ActualText|/Alt|/E[\s/(<]|#")


class Tags:
    """The new tree of a file that has one. Read before anything is taken from the file, put in afterwards."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.places: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
        self.marks: dict[int, dict[int, Any]] = {}
        self.seen, self.count = set[tuple[int, int]](), 0
        old = pdf.Root.get("/StructTreeRoot")
        self.roles: Any = old.get("/RoleMap", {}) if isinstance(old, Dictionary) else {}
        self.tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        kids = self._kids(old, self.tree, None, DEEPEST) if isinstance(old, Dictionary) else []
        self.tree.K = Array(kids)

    def put_in(self) -> None:
        """Nothing where no mark on a page has a tag."""
        if not self.marks:
            return
        numbers: Any = Array()
        for key, (place, marks) in enumerate(sorted(self.marks.items())):
            self.pdf.pages[place].obj.StructParents = key
            elements = Array([marks.get(mark) for mark in range(max(marks) + 1)])
            numbers.extend([key, self.pdf.make_indirect(elements)])
        self.tree.ParentTree = self.pdf.make_indirect(Dictionary(Nums=numbers))
        self.tree.ParentTreeNextKey = len(self.marks)
        self.pdf.Root.StructTreeRoot = self.tree
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _kids(self, old: Any, new: Any, page: int | None, deepest: int) -> list[Any]:
        """What stands below an element, as the new one holds it."""
        below = old.get("/K", [])
        each = below if isinstance(below, Array) else [below]
        found = [self._kid(kid, new, page, deepest) for kid in each]
        return [kid for kid in found if kid is not None]

    def _kid(self, kid: Any, new: Any, page: int | None, deepest: int) -> Any:
        if not isinstance(kid, Dictionary):
            return self._mark(kid, page, new)
        if kid.get("/Type") == "/MCR" and "/Stm" not in kid:
            return self._mark(kid.get("/MCID"), self._page_of(kid, page), new)
        is_new = kid.objgen == (0, 0) or kid.objgen not in self.seen
        if "/S" not in kid or not is_new or not deepest or self.count >= MOST:
            return None
        self.seen.add(kid.objgen)
        self.count += 1
        return self._element(kid, new, self._page_of(kid, page), deepest - 1)

    def _element(self, old: Any, parent: Any, page: int | None, deepest: int) -> Any:
        new = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{self._type(old)}"), P=parent))
        if LANGUAGE.fullmatch(str(old.get("/Lang", ""))):
            new.Lang = pikepdf.String(str(old.Lang))
        if reach := _reach(old.get("/A")):
            new.A = Dictionary({"/O": Name.Table, **reach})
        new.K = Array(self._kids(old, new, page, deepest))
        return new

    def _mark(self, mark: Any, page: int | None, new: Any) -> Any:
        """A mark on a page, by its number there."""
        if not isinstance(mark, int) or page is None or not 0 <= mark <= LAST_MARK:
            return None
        self.marks.setdefault(page, {})[mark] = new
        return Dictionary(Type=Name.MCR, Pg=self.pdf.pages[page].obj, MCID=mark)

    def _page_of(self, old: Any, otherwise: int | None) -> int | None:
        page = old.get("/Pg")
        return self.places.get(page.objgen) if isinstance(page, Dictionary) else otherwise

    def _type(self, old: Any) -> str:
        """The standard type to which the file's own leads."""
        name = str(old.S)
        for _ in range(4):
            if name[1:] in STANDARD:
                return name[1:]
            name = str(self.roles.get(name, "/"))
        return OTHERWISE


def _reach(attributes: Any) -> dict[str, Any]:
    """How many rows and columns a cell takes, and of what a heading is one."""
    found: dict[str, Any] = {}
    for each in attributes if isinstance(attributes, Array) else [attributes]:
        if isinstance(each, Dictionary) and each.get("/O") == "/Table":
            found |= {key: int(each[key]) for key in ("/RowSpan", "/ColSpan") if isinstance(each.get(key), int)}
            if str(each.get("/Scope")) in ("/Row", "/Column", "/Both"):
                found["/Scope"] = each.Scope
    return found


def without_replacements(pdf: pikepdf.Pdf) -> None:
    """Take from the marks of pages and forms the texts that stand for what is drawn: a reader does not see them."""
    for holder in _drawn(pdf):
        for named in holder.get("/Resources", {}).get("/Properties", {}).values():
            _take_out(named)
        if MAY_REPLACE.search(_content(holder)):
            _without(pdf, holder)


def _drawn(pdf: pikepdf.Pdf) -> Iterator[Any]:
    yield from (page.obj for page in pdf.pages)
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and (thing.get("/Subtype") == "/Form" or thing.get("/PatternType") == 1):
            yield thing


def _content(holder: Any) -> bytes:
    if isinstance(holder, pikepdf.Stream):
        return holder.read_bytes()
    contents = holder.get("/Contents", [])
    return b" ".join(part.read_bytes() for part in ([contents] if isinstance(contents, pikepdf.Stream) else contents))


def _without(pdf: pikepdf.Pdf, holder: Any) -> None:
    instructions = list(pikepdf.parse_content_stream(holder))
    taken = [_take_out(i.operands[1]) for i in instructions if str(i.operator) in ("BDC", "DP") and len(i.operands) > 1]
    if not any(taken):
        return
    kept = pikepdf.unparse_content_stream(instructions)
    if isinstance(holder, pikepdf.Stream):
        holder.write(kept)
    else:
        holder.Contents = pdf.make_stream(kept)


def _take_out(said: Any) -> bool:
    """Whether there was something to take out."""
    keys = [key for key in REPLACEMENTS if isinstance(said, Dictionary) and key in said]
    for key in keys:
        del said[key]
    return bool(keys)
