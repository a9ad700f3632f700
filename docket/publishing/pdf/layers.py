"""Taking hidden layers out of a PDF: what is in them is removed, not only unseen. Runs confined."""

from __future__ import annotations

from typing import Any

import pikepdf

from docket.publishing.redaction.structure import hidden_layers

DEEPEST = 8  # forms within forms
Layer = set[tuple[int, int]]


def without_hidden_layers(pdf: pikepdf.Pdf) -> None:
    """Remove the content of layers that a reader does not see at first; what is seen then needs no layers."""
    hidden = set(hidden_layers(pdf))
    if hidden:
        done = Layer()
        for page in pdf.pages:
            _clear(pdf, page.obj, hidden, done, DEEPEST)
            notes = [note for note in page.obj.get("/Annots", []) if not _is_hidden(note.get("/OC"), hidden)]
            if "/Annots" in page.obj:
                page.obj.Annots = pikepdf.Array(notes)
    if "/OCProperties" in pdf.Root:
        del pdf.Root.OCProperties


def _clear(pdf: pikepdf.Pdf, holder: Any, hidden: Layer, done: Layer, deepest: int) -> None:
    """A page, or a form within it."""
    resources = holder.get("/Resources", pikepdf.Dictionary())
    names = {name for name, layer in resources.get("/Properties", {}).items() if _is_hidden(layer, hidden)}
    things = resources.get("/XObject", {})
    unseen = {name for name, thing in things.items() if _is_hidden(thing.get("/OC"), hidden)}
    if names or unseen:
        kept = pikepdf.unparse_content_stream(_kept(pikepdf.parse_content_stream(holder), names, unseen))
        if isinstance(holder, pikepdf.Stream):
            holder.write(kept)
        else:
            holder.Contents = pdf.make_stream(kept)
    for name in unseen:
        del things[name]
    for thing in dict(things.items()).values():
        is_form = thing.get("/Subtype") == "/Form" and thing.objgen not in done
        if is_form and deepest:
            done.add(thing.objgen)
            _clear(pdf, thing, hidden, done, deepest - 1)


def _kept(instructions: Any, names: set[str], unseen: set[str]) -> list[Any]:
    """The instructions outside of hidden marks; what sets the state of drawing within them goes too."""
    kept: list[Any] = []
    opened: list[bool] = []  # of each mark that is open: whether it is hidden
    for instruction in instructions:
        operands, operator = instruction.operands, str(instruction.operator)
        if operator in ("BDC", "BMC"):
            is_layer = operator == "BDC" and operands[0] == "/OC" and str(operands[1]) in names
            opened.append(is_layer or any(opened))
        if not any(opened) and not (operator == "Do" and str(operands[0]) in unseen):
            kept.append(instruction)
        if operator == "EMC" and opened:
            opened.pop()
    return kept


def _is_hidden(layer: Any, hidden: Layer) -> bool:
    """A group that is off, or a membership of which every group is."""
    if not isinstance(layer, pikepdf.Dictionary):
        return False
    if layer.get("/Type") != "/OCMD":
        return layer.objgen in hidden
    groups: Any = layer.get("/OCGs", [])
    each: list[Any] = [groups] if isinstance(groups, pikepdf.Dictionary) else list(groups)
    return bool(each) and all(group.objgen in hidden for group in each)
