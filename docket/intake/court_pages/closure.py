"""The courts' own marks that a case or an entry is closed to the public: those of the table of kinds. Pure.

A case that its page calls sealed is refused. An entry that its page calls sealed or restricted is held: it is left out
whole, words, number and documents, and the report says so, since the page may have been saved by someone who may see
more than the public. A *document* that is sealed while its entry stands open (“SEALED DOCUMENT”, a lock beside a link)
closes nothing: the entry is public, and no file comes with a page.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from docket.intake.page_kinds.table import PAGE_KINDS
from docket.intake.shape import ImportedDocket, ImportedEntry, Kind, Refused


def closed_by(said: Mapping[str, Any], kind: Kind) -> str:
    """The property of a JSON object, not of those within it, that says that it is closed; "" where none does."""
    key = PAGE_KINDS[kind].closure.key
    return next((name for name, value in said.items() if key and re.fullmatch(key, name) and _is_said(value)), "")


def closed_heading(heading: str, kind: Kind) -> str:
    """The words of a page's heading that say that the case is closed; "" where none do."""
    words = PAGE_KINDS[kind].closure.heading
    hit = re.search(words, heading) if words else None
    return hit[0] if hit else ""


def without_what_is_closed(docket: ImportedDocket) -> ImportedDocket:
    """The docket without its held entries; raises Refused for a case that is closed."""
    if mark := docket.closed or _closed_case(docket):
        raise Refused(
            f"The court's page says that this case is not open to the public (“{mark}”).",
            "Nothing of it was imported. If the court has opened the case since, save its page again.",
        )
    docket = _without_closed_claims(docket)
    held = [entry for entry in docket.entries if _is_held(entry, docket.kind)]
    if not held:
        return docket
    # a number tells no more than the gap that it leaves; of the words nothing is said
    names = ", ".join(f"entry {entry.number}" if entry.number else "an entry without a number" for entry in held)
    said = (
        f"{len(held):,} held: the court marks {names} as sealed or restricted. Nothing of it was imported; what an "
        "earlier import brought of it is still in the record and may have to be sealed."
    )
    kept = tuple(entry for entry in docket.entries if not _is_held(entry, docket.kind))
    return replace(docket, entries=kept, warnings=(*docket.warnings, said))


def _without_closed_claims(docket: ImportedDocket) -> ImportedDocket:
    """The docket without claims of a register that speak of a seal or a restriction."""
    words = PAGE_KINDS[docket.kind].closure.entry
    kept = tuple(
        claim
        for claim in docket.claims
        if not (words and re.search(words, f"{claim.status} {claim.description} {claim.remarks}"))
    )
    if len(kept) == len(docket.claims):
        return docket
    said = f"{len(docket.claims) - len(kept):,} claims held: the register calls them sealed or restricted."
    return replace(docket, claims=kept, warnings=(*docket.warnings, said))


def open_ones(dockets: Sequence[ImportedDocket]) -> tuple[ImportedDocket, ...]:
    """Of a file's dockets those that are not closed, without held entries; raises Refused where none is left.

    A feed is of many cases: a closed one among them is left out, and the first of the others says so.
    """
    left: list[ImportedDocket] = []
    closed: list[str] = []
    refusal = None
    for docket in dockets:
        try:
            left.append(without_what_is_closed(docket))
        except Refused as mark:
            refusal = mark
            closed.append(docket.docket_number)
    if refusal and not left:
        raise refusal
    if refusal:
        said = f"{len(closed):,} of the cases are marked by the court as not open to the public and were left out."
        left[0] = replace(left[0], warnings=(*left[0].warnings, said), closed_beside=tuple(closed))
    return tuple(left)


def _closed_case(docket: ImportedDocket) -> str:
    marks = PAGE_KINDS[docket.kind].closure
    flags = [flag for flag in docket.flags if marks.flag and re.fullmatch(marks.flag, flag, re.I)]
    caption = docket.caption.strip()
    return flags[0] if flags else caption if marks.caption and re.fullmatch(marks.caption, caption) else ""


def _is_held(entry: ImportedEntry, kind: Kind) -> bool:
    words = PAGE_KINDS[kind].closure.entry
    return bool(entry.closed or (words and any(re.search(words, text) for text in (entry.text, entry.short_text))))


def _is_said(value: Any) -> bool:
    """Whether a property says yes; "0", "false", "Public" and an absent value do not."""
    return bool(value) and str(value).strip().casefold() not in ("", "0", "0.0", "false", "no", "none", "n", "public")
