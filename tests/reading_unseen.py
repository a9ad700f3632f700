"""What was measured on entries of courts that no rule was written for: the source of `docket.law.reading.measured`.

How the sample was drawn: the 103 courts of both collections of dockets were shuffled with seed 20261130; every other
one is "held", 49 courts with 1,888 entries, and was first opened when the rules were done. To these came the entries of
half of the dockets that others labelled (parted by SHA-256 of the docket's id) and those of a second set, of which the
courts are not known: 2,979 entries in all. Read with the rules as they stood then, every link and ruling that comes
into the record was judged by reading the entry, and of each family of types up to 170 entries, of orders and service
all. Later the 255 motions and notices that were left were judged too, as those rules read them: the beginning of each
text (150 to 190 characters) was read in mixed order before its type was looked at, knowing that it was one of the two
families; the doubtful ones were settled with the reading in view, so this part is not blind. It was stricter, and ten
of the older judgments were changed by it: a request for courtesy copies is no appearance, an operating report no status
report, a banker's compensation no attorney's fee.

`tests/data/unseen_labels.tsv` holds ids, SHA-256 of the text, the statement (family, name, target) and whether it was
right. A statement found wrong counts as wrong for good, also where the rule was mended since: those courts are then
seen.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from docket.choices import FilingLinkKind
from docket.law.reading import Reading, read_line
from docket.law.reading.measuring import GRANTS_AND_DENIALS, Measured

SHARED = Path(__file__).parents[2] / "shared"
LABELS = Path(__file__).parent / "data" / "unseen_labels.tsv"
MEASURED = Path(__file__).parents[1] / "docket" / "law" / "reading" / "measured.py"
GROUP = "granted_or_denied"  # the five outcomes of the same clauses, together


def labels() -> list[dict[str, str]]:
    """The judged statements; an empty list where the collection is not there."""
    if not (SHARED / "labels").is_dir():
        return []
    with LABELS.open() as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def measured() -> tuple[Measured, ...]:
    """Each kind of statement with how often it was right: a right one counts while the rules still say it."""
    counts: dict[tuple[str, str], Counter[bool]] = {}
    for row in labels():
        right = row["right"] == "1"
        if right and not _is_said(row):
            continue
        for key in _keys(row):
            counts.setdefault(key, Counter())[right] += 1
    return tuple(Measured(*key, count[True], count[False]) for key, count in sorted(counts.items()))


def no_longer_right() -> list[dict[str, str]]:
    """Right statements that the rules do not say any more."""
    return [row for row in labels() if row["right"] == "1" and not _is_said(row)]


def _keys(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    yield row["family"], row["name"]
    if row["family"] == "ruling" and row["name"] in GRANTS_AND_DENIALS:
        yield "ruling", GROUP


def _is_said(row: dict[str, str]) -> bool:
    reading = read_again(row["entry"], row["sha256"])
    if row["family"] == "type":
        return reading.filing_type.partition(".")[0] == row["name"]
    if row["family"] == "filer":
        return bool(reading.filers)
    said = [link for link in reading.links if link.target == row["target"]]
    if row["family"] == "mention":
        return bool(said)
    if row["family"] == "ruling":
        outcome = "" if row["name"] == "none" else row["name"]
        return any(link.kind == FilingLinkKind.RULES_ON and link.outcome == outcome for link in said)
    return any(link.kind == row["name"] for link in said) or (row["name"] == "refers_to" and bool(said))


@cache
def read_again(entry: str, digest: str) -> Reading:
    """The reading of one labelled entry. Raises AssertionError where the text is another than the one judged."""
    text, is_short = _text(entry)
    assert sha256(text.encode()).hexdigest() == digest, f"{entry} is another text"
    return read_line("", text) if is_short else read_line(text)


def _text(entry: str) -> tuple[str, bool]:
    if entry.startswith(("flp:", "dec:")):
        name, _, key = entry.partition(":")
        return labelled(name)[key], False
    file, _, place = entry.rpartition("#")
    return texts_of(file)[int(place)]


@cache
def labelled(name: str) -> dict[str, str]:
    """The texts of one set of labels ("flp", "dec") by their ids."""
    file, column = {"flp": ("flp_entries.tsv", "unique_id"), "dec": ("de_classifier.tsv", "docket_entry_id")}[name]
    with (SHARED / "labels" / file).open() as lines:
        return {row[column]: row["text"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}


@cache
def texts_of(file: str) -> list[tuple[str, bool]]:
    """The texts of a docket's entries, and whether each is a short description."""
    found = json.loads((SHARED / file).read_text())
    if isinstance(found, dict) and "case_events" in found:
        events = [(e["type"], e.get("disposition"), e.get("remarks")) for e in found["case_events"]]
        return [(" ".join(part for part in event if part), False) for event in events]
    if isinstance(found, dict) and "DocumentFiled" in found:
        filings = [(filing["document_type"], filing["memo"]) for filing in found["DocumentFiled"]]
        return [(" ".join(part for part in filing if part), False) for filing in filings]
    return list(_entries(found if isinstance(found, list) else [found]))


def _entries(dockets: list[Any]) -> Iterator[tuple[str, bool]]:
    for docket in (docket for docket in dockets if isinstance(docket, dict)):
        inner = docket.get("dockets")
        for each in (docket, *(inner if isinstance(inner, list) else ())):
            for entry in each.get("docket_entries") or []:
                long, short = entry.get("description") or "", entry.get("short_description") or ""
                if isinstance(long, str) and (long or short):
                    yield long or short, not long


def table() -> str:
    """The generated part of `docket/law/reading/measured.py`."""
    rows = [f'    Measured("{row.family}", "{row.name}", {row.right}, {row.wrong}),' for row in measured()]
    head = MEASURED.read_text().partition("MEASURED: ")[0]
    return head + "MEASURED: tuple[Measured, ...] = (\n" + "\n".join(rows) + "\n)\n"


def report() -> Iterator[str]:
    """The table for people: precision, lower bound, what is public."""
    for row in measured():
        yield (
            f"  {row.family + ' ' + row.name:<34} {row.right:>4} right {row.wrong:>3} wrong"
            f"  precision {row.precision:6.1%}  at least {row.lower_bound:6.1%}"
            f"  {'public' if row.is_public else 'waits'}"
        )
