"""Of which docket entry a file is: by the court's stamp on its first page, the court's id, its number, its words. Pure.

A wrong guess costs a look, a file at the wrong entry more: what fits two entries alike is offered at neither.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath

# “Case 2:21-cv-00123-ABC Document 45-2 Filed 03/04/21 Page 1 of 9”, “Case: 21-55123, … Document: 45, Page 1”,
# “Case 1:21-cv-00123 ECF No. 45-2, PageID.12 Filed 03/04/21”
STAMP = re.compile(
    r"\bCase:?\s+(?P<case>[\w:.()/-]*\d[\w:.()/-]*)[\s,|]+(?:Document|Doc\.?|ECF\s+No\.?|Dkt\.?(?:\s+No\.?)?)[:\s#]*"
    r"(?P<number>\d{1,6})(?:[-.](?P<attachment>\d{1,3}))?\b",
    re.I,
)
RECAP = re.compile(r"gov\.uscourts\.\w+\.\d+\.(?P<number>\d{1,6})\.(?P<attachment>\d{1,3})", re.I)
NUMBER = r"(?P<number>\d{1,5})(?:\s?[-._]\s?(?P<attachment>\d{1,3})(?![\d-]))?(?!\d)"
LABELLED = re.compile(
    rf"(?<![a-z])(?:ecf|dkt|docket|doc(?:ument)?|entry|no|nr|#)\.?[\s._#-]*(?:(?:entry|no|nr|number)\.?[\s._#-]*)?{NUMBER}",
    re.I,
)
LEADING = re.compile(rf"^{NUMBER}(?=[\s._)-]|$)")
DATE = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d[-._ ]?[01]\d[-._ ]?[0-3]\d|[0-3]?\d[-._/][0-3]?\d[-._/](?:19|20)?\d\d)(?!\d)"
)
ATTACHMENT = re.compile(r"(?<![a-z])att(?:achment|ach|ch)?\.?[\s._#-]*(?P<attachment>\d{1,3})(?!\d)", re.I)
RUN = re.compile(r"(?<!\d)\d{6,}(?!\d)")
WORD = re.compile(r"[^\W_]+")
IDLE = frozenset(
    (
        "a",
        "an",
        "and",
        "by",
        "copy",
        "document",
        "file",
        "filed",
        "final",
        "for",
        "in",
        "of",
        "on",
        "pdf",
        "re",
        "scan",
        "signed",
        "the",
        "to",
    )
)
FEWEST_WORDS, ENOUGH = 2, 0.75
FIRST_WORDS = 60  # of a docket text: what it is stands at its beginning
LONGEST = 1000  # letters of a docket text in which they stand
HEAD = 4000  # letters of a first page, within which a stamp stands
# of PACER's document ids the fourth digit says only whether it was asked for before
PACER_ID = 10


@dataclass(frozen=True)
class Entry:
    """A docket entry as files are compared with it. documents: attachment number, the court's id, title of each."""

    pk: int
    number: str
    words: str
    court_id: str = ""
    documents: tuple[tuple[int, str, str], ...] = ()


@dataclass(frozen=True)
class Offer:
    """Where a file may belong, and why; no entry: why none is offered."""

    why: str
    entry: Entry | None = None
    attachment: int = 0


def offered(file_name: str, first_page: str, entries: Iterable[Entry], is_case: Callable[[str], bool]) -> Offer:
    """The entry of a file. is_case: whether a number printed on it is this case's.

    >>> offered("45-2 Exhibit B.pdf", "", [Entry(1, "45", "MOTION for leave")], lambda number: True)
    Offer(why='by the number in its name', entry=Entry(pk=1, …), attachment=2)
    """
    entries, name = list(entries), PurePath(file_name.replace("\\", "/")).stem
    stamps = list(STAMP.finditer(" ".join(first_page[:HEAD].split())))
    ours = [stamp for stamp in stamps if is_case(stamp["case"])]
    if stamps and not ours:
        return Offer(f"the court's stamp on its first page names another case, {stamps[0]['case']}")
    found = _by_stamp(ours, entries) or _by_court_id(name, entries) or _by_number(name, entries)
    return found or _by_words(name, entries) or Offer("nothing in it names one entry")


def title_of(file_name: str) -> str:
    """A title from a file's name: “45-2_Exhibit-B.pdf” → “Exhibit B”; empty where the name is numbers only."""
    name = PurePath(file_name.replace("\\", "/")).stem
    for pattern in (RECAP, DATE, LABELLED, ATTACHMENT, RUN, LEADING):
        name = pattern.sub(" ", name.strip(), count=1)
    words = re.sub(r"[\s_]+", " ", name).strip(" -–.,")
    words = words if " " in words else words.replace("-", " ")
    return words if any(letter.isalpha() for letter in words) else ""


def _by_stamp(stamps: list[re.Match[str]], entries: list[Entry]) -> Offer | None:
    """An exhibit that was itself filed before bears both stamps: the later one is its own."""
    if not stamps:
        return None
    last = max(stamps, key=lambda stamp: int(stamp["number"]))
    return _numbered(last["number"], last["attachment"], entries, "by the court's stamp")


def _by_court_id(name: str, entries: list[Entry]) -> Offer | None:
    sought = {_same_id(run) for run in RUN.findall(name)}
    found = {(entry, attachment) for entry, attachment, known in _court_ids(entries) if _same_id(known) in sought}
    if len(found) != 1:
        return None
    entry, attachment = found.pop()
    return Offer("by the court's id", entry, attachment)


def _court_ids(entries: list[Entry]) -> Iterator[tuple[Entry, int, str]]:
    for entry in entries:
        yield from ((entry, 0, entry.court_id) for _ in [0] if entry.court_id)
        yield from ((entry, attachment, known) for attachment, known, _ in entry.documents if known)


def _same_id(known: str) -> str:
    return f"{known[:3]}0{known[4:]}" if len(known) >= PACER_ID and known.isdigit() else known


def _by_number(name: str, entries: list[Entry]) -> Offer | None:
    dateless = DATE.sub(" ", name).strip()
    for found in (RECAP.search(name), LABELLED.search(dateless), LEADING.search(dateless)):
        if found:
            other = ATTACHMENT.search(dateless)
            attachment = found["attachment"] or (other["attachment"] if other else None)
            if offer := _numbered(found["number"], attachment, entries, "by the number in its name"):
                return offer
    return None


def _numbered(number: str, attachment: str | None, entries: list[Entry], why: str) -> Offer | None:
    found = [entry for entry in entries if entry.number.lstrip("0") == number.lstrip("0") and entry.number]
    if len(found) > 1:
        return Offer(f"{len(found)} entries are numbered {number}")
    return Offer(why, found[0], int(attachment or 0)) if found else None


def _by_words(name: str, entries: list[Entry]) -> Offer | None:
    sought = _words(name)
    if len(sought) < FEWEST_WORDS:
        return None
    scored = sorted(_scored(sought, entries), key=lambda each: each[0], reverse=True)
    if not scored or scored[0][0][0] < ENOUGH or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    return Offer("by its title", scored[0][1], scored[0][2])


def _scored(sought: tuple[str, ...], entries: list[Entry]) -> Iterator[tuple[tuple[float, bool], Entry, int]]:
    """Each entry and each titled document of it: how much of the name it says, and whether both begin alike."""
    for entry in entries:
        texts = [(0, entry.words), *((attachment, title) for attachment, _, title in entry.documents if title)]
        best: dict[int, tuple[float, bool]] = {}
        for attachment, text in texts:
            said = _words(text)[:FIRST_WORDS]
            share = len(set(sought) & set(said)) / len(set(sought))
            best[attachment] = max(best.get(attachment, (0.0, False)), (share, said[:1] == sought[:1]))
        yield from ((score, entry, attachment) for attachment, score in best.items())


@lru_cache(maxsize=20_000)  # each entry is compared with every file
def _words(text: str) -> tuple[str, ...]:
    found = (word.casefold() for word in WORD.findall(text[:LONGEST]))
    return tuple(word for word in found if word not in IDLE and not word.isdigit())
