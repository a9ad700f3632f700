"""Reader of the JSON of CourtListener (API v4, one page or several) and of the Internet Archive (docket.json)."""

import hashlib
from dataclasses import replace

from docket.intake.court_pages.closure import closed_by
from docket.intake.court_pages.recap.case import court_of, facts
from docket.intake.court_pages.recap.entries import entries, sealed_attachments
from docket.intake.court_pages.recap.pages import Found, Item, once, put_together
from docket.intake.court_pages.recap.people import parties
from docket.intake.court_pages.sniff import Sniffed
from docket.intake.shape import ImportedDocket, ImportedSource, Kind
from docket.intake.wording.alien_numbers import without_alien_numbers

BLOCKED = "The archive keeps this case away from search engines: somebody asked for it. Look before you publish."


def read_page(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> tuple[ImportedDocket, ...]:
    """Every docket of a file; raises Refused when there is none, or when it names no court or no number."""
    found, attorneys, left = put_together(sniffed.text)
    source = ImportedSource(file_name, hashlib.sha256(data).hexdigest())
    said = (f"{left:,} entries or parties are of a docket that was not given, and were left out.",) if left else ()
    first, *others = (_docket(each, attorneys, source, sniffed.kind, forum) for each in found)
    return (_warned(first, (*sniffed.warnings, *said)), *others)


def _docket(found: Found, attorneys: dict[str, Item], source: ImportedSource, kind: Kind, forum: str) -> ImportedDocket:
    raw, lines = found.docket, once(found.entries)
    sealed = sealed_attachments(lines, kind)
    said = [f"{sealed:,} attachments are marked as sealed and were left out."] if sealed else []
    said += [BLOCKED] if raw.get("blocked") else []
    docket = ImportedDocket(
        kind=kind,
        source=source,
        court_id=court_of(raw, forum),
        **facts(raw),
        closed=closed_by(raw, kind),
        parties=parties(once(found.parties), attorneys, str(raw.get("id") or "")),
        entries=entries(lines, kind),
        warnings=tuple(said),
    )
    return without_alien_numbers(docket)


def _warned(docket: ImportedDocket, said: tuple[str, ...]) -> ImportedDocket:
    return replace(docket, warnings=(*docket.warnings, *said)) if said else docket
