"""What a docket's last entries say of the case's end: the Supreme Court's and the Texas appellate courts'. Pure.

Neither court's page has a field for it. An entry counts only if its words are one of the forms in `tables.endings`,
whole. Nothing is read where the case is open to doubt: two entries that differ on whatever days, one petition granted
and another denied, an end of a part, of one party or in words that are none of the forms, more than one petition or
case number spoken of, a rehearing asked for and not refused, an order taken back since.

“Petition DENIED.” → review denied; “Petition GRANTED.” → nothing, as the case goes on; both in one docket → nothing.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from docket.choices import CaseDisposition as D
from docket.choices import CaseStatus
from docket.law.reading.tables.endings import (
    AGAIN,
    ASKED_FOR,
    ASKS_AGAIN,
    BROUGHT,
    CONSOLIDATED,
    DECIDED,
    GRANTED,
    NUMBER,
    PARTLY,
    REFUSED_AGAIN,
    STRANGE_IN_SUPREME_COURT,
    STRANGE_IN_TEXAS,
    SUPREME_COURT,
    TEXAS,
    UNDOES,
    Forms,
)


@dataclass(frozen=True, slots=True)
class Ending:
    """How a case ended and by which entry (its place in what was given). disposition: "" where no word says how."""

    place: int
    day: date
    status: CaseStatus
    disposition: str

    @property
    def as_kept(self) -> str:
        """In one text, by which it is told later whether a case still says what was read."""
        return as_kept(self.status, self.disposition, self.day)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What an entry says: hows it ended the case (“” for no word how), that it grants, that it leaves doubt."""

    hows: frozenset[str]
    grants: bool
    is_doubtful: bool

    @property
    def end(self) -> str | None:
        """The disposition by which it surely ends the case."""
        if self.is_doubtful or len(self.hows) != 1:
            return None
        (how,) = self.hows
        # a petition granted and decided at once; otherwise one petition of several was granted
        return None if self.grants and how not in DECIDED else how


def as_kept(status: str, disposition: str, day: date) -> str:
    """“disposed vacated 2024-03-01”."""
    return " ".join(word for word in (str(status), str(disposition), day.isoformat()) if word)


def is_read(court: str) -> bool:
    """Whether the last entries of a court's dockets are read; by the forum's id: “scotus”, “texapp-8”."""
    return court in ("scotus", "tex", "texcrimapp") or court.startswith("texapp-")


def said(court: str, text: str) -> str | None:
    """The disposition by which an entry ends the case, "" where it does not say which; None where it ends nothing."""
    return _read(court, text).end if is_read(court) else None


def ending(court: str, entries: Sequence[tuple[date | None, str]]) -> Ending | None:
    """The end that a docket's entries (day, text; in any order) surely tell; None where they leave doubt."""
    if not is_read(court):
        return None
    read = [_read(court, text) for _, text in entries]
    dated = sorted((day, place) for place, (day, _) in enumerate(entries) if day)
    silent = [(day, place) for day, place in dated if read[place].end == ""]
    ends = [(day, place) for day, place in dated if read[place].end] or silent
    if not ends or _disagree(read) or _are_several(read, [text for _, text in entries]):
        return None
    last = ends[-1][0]
    place = next(place for day, place in ends if day == last)
    how, granted_since = read[place].end or "", any(read[n].grants for day, n in dated if day > last)
    if granted_since or (any(entry.grants for entry in read) and not _follows_a_grant(how, entries[place][1])):
        return None
    since = [(day, entries[n][1]) for day, n in dated if day >= last and n != place]
    if _is_undone(since) or any(UNDOES.search(text) for day, text in entries if day is None):
        return None
    status = CaseStatus.TRANSFERRED_OUT if how == D.TRANSFERRED else CaseStatus.DISPOSED
    return Ending(place, last, status, how)


def _read(court: str, text: str) -> _Entry:
    is_supreme = court == "scotus"
    forms = SUPREME_COURT if is_supreme else TEXAS
    told = [(words, _matching(forms, words)) for words in _parts(is_supreme, text)]
    found = {how for _, hows in told for how in hows}
    doubtful = any(_is_doubtful(is_supreme, words, hows) for words, hows in told)
    several = bool(found) and bool(NUMBER.search(text))
    return _Entry(frozenset(found - {GRANTED}), GRANTED in found, doubtful or several)


def _parts(is_supreme: bool, text: str) -> list[str]:
    """The sentences of the Supreme Court; an entry of Texas whole, its parts between dashes."""
    if is_supreme:
        found = re.split(r"(?<=[a-z0-9)])\.(?:\s+|\Z)", text.strip(), flags=re.I)
    else:
        found = [re.sub(r"\s+[–-]\s+", " – ", text.strip().removesuffix("."))]
    return [" ".join(words.split()) for words in found]


def _matching(forms: Forms, words: str) -> frozenset[str]:
    return frozenset(str(how) for form, how in forms if form.fullmatch(words))


def _is_doubtful(is_supreme: bool, words: str, hows: frozenset[str]) -> bool:
    """Whether words speak of an end of a part or of one party, or in a way that is not known."""
    if hows:
        return bool(PARTLY.search(words))
    strange = STRANGE_IN_SUPREME_COURT if is_supreme else STRANGE_IN_TEXAS
    return bool(strange.search(words)) and not ASKED_FOR.search(words)


def _disagree(read: Sequence[_Entry]) -> bool:
    """Whether the entries of a docket, with a day or without, tell different ends, or one of them leaves doubt."""
    hows = {how for entry in read for how in entry.hows}
    return len(hows - {""}) > 1 or any(entry.is_doubtful for entry in read)


def _are_several(read: Sequence[_Entry], texts: Sequence[str]) -> bool:
    """Whether the docket is of several cases, or of more petitions or appeals than were disposed of."""
    if any(CONSOLIDATED.search(text) for text in texts):
        return True
    if {how for entry in read for how in entry.hows} & {*DECIDED, D.TRANSFERRED}:
        return False  # one judgment on all of them, and a case is transferred whole
    brought = sum(bool(BROUGHT.search(text)) and not AGAIN.search(text) for text in texts)
    return brought > max(1, sum(bool(entry.hows) or entry.grants for entry in read))


def _follows_a_grant(how: str, text: str) -> bool:
    """Whether a case can end so once a petition was granted: decided, or granted improvidently."""
    return how in DECIDED or "improvidently" in text.lower()


def _is_undone(later: Iterable[tuple[date, str]]) -> bool:
    """Whether something since the end undid it, or may: what was asked for again, and not refused on a later day.

    In the order of days; of one day the order is not known, so a refusal answers only what was asked for before it.
    """
    pending = False
    for _, same_day in groupby(later, key=lambda entry: entry[0]):
        texts = [text for _, text in same_day]
        if any(UNDOES.search(text) for text in texts):
            return True
        refused = [text for text in texts if REFUSED_AGAIN.search(text)]
        asked = any(ASKS_AGAIN.search(text) for text in texts if text not in refused)
        pending = asked or (pending and not refused)
    return pending
