"""What a docket's last entries say of the case's end: the Supreme Court's and the Texas appellate courts'. Pure.

Neither court's page has a field for it. An entry counts only if its words are one of the forms below, whole; two ends
on one day that differ, a rehearing asked for and not refused, or an order taken back since, leave the case open to
doubt: then nothing is read.

“Petition DENIED.” → review denied; “Petition GRANTED.” → nothing, as the case goes on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from docket.choices import CaseDisposition as D
from docket.choices import CaseStatus

_PETITION = r"petitions?(?: for (?:a )?writs? of certiorari(?: before judgment)?)?"
_WRIT = r"petitions? for (?:an? (?:extraordinary )?)?writs? of (?:mandamus|prohibition|habeas corpus)"
_REMANDED = r"(?:,? and (?:the )?cases? (?:is |are )?remanded(?: for further proceedings[^.;]*)?)?"
_JUDGED = r"(?:adjudged to be|(?:the )?judgment(?: is)?)"
_RULE_46 = r"(?: ?(?:-|–|pursuant to|under) rule 46(?:\.\d)?)?"
_OPINION = r"(?:memorandum )?opinion issued – "
_REVIEW = r"petition for review disposed – (?:filing |petition )?"
_BOTH = r"(?:mandamus|prohibition|habeas corpus)(?: and/or (?:mandamus|prohibition))?"
GRANTED = "granted"
DECIDED = {D.AFFIRMED, D.REVERSED, D.VACATED, D.AFFIRMED_IN_PART}
Forms = tuple[tuple[re.Pattern[str], D | str], ...]


def _forms(*rows: tuple[str, D | str]) -> Forms:
    return tuple((re.compile(words, re.I), disposition) for words, disposition in rows)


# Each sentence of an entry by itself, without its full stop (sup. ct. dockets since 2000).
SUPREME_COURT = _forms(
    (rf"(?:the )?{_PETITION}(?: is| are)? denied", D.REVIEW_DENIED),
    (rf"(?:the )?{_WRIT}(?: and/or {_BOTH})?(?: is| are)? denied", D.WRIT_DENIED),
    (
        rf"(?:the )?(?:{_PETITION}|{_WRIT})(?: is| are)? dismissed{_RULE_46}",
        D.DISMISSED_OTHER,
    ),
    (rf"(?:the )?(?:{_PETITION}|appeal)(?: is)? dismissed for want of jurisdiction", D.DISMISSED_JURISDICTION),
    (r"(?:the )?writ of certiorari(?: is)? dismissed as improvidently granted", D.DISMISSED_OTHER),
    (rf"{_JUDGED} affirmed{_REMANDED}(?: by an equally divided court)?", D.AFFIRMED),
    (rf"{_JUDGED} reversed{_REMANDED}", D.REVERSED),
    (rf"{_JUDGED} vacated{_REMANDED}", D.VACATED),
    (
        rf"{_JUDGED} affirmed in part,?(?: and)? (?:reversed|vacated) in part{_REMANDED}",
        D.AFFIRMED_IN_PART,
    ),
    (r"case considered closed", ""),
    (rf"(?:the )?(?:{_PETITION}|{_WRIT})(?: is| are)? granted(?: limited to .*| in part)?", GRANTED),
)
# The event, its disposition and any remark, each a part between dashes: “Memorandum opinion issued – Affirmed”.
TEXAS = _forms(
    (rf"{_REVIEW}(?:denied|refused)", D.REVIEW_DENIED),
    (rf"{_REVIEW}dismissed", D.DISMISSED_OTHER),
    (
        r"petition for review disposed – (?:filing |petition )?dismissed (?:for want of jurisdiction|w\.?o\.?j\.?)",
        D.DISMISSED_JURISDICTION,
    ),
    (rf"petition for writ of {_BOTH} disposed – (?:filing |petition )?denied", D.WRIT_DENIED),
    (rf"petition for writ of {_BOTH} disposed – (?:filing |petition )?dismissed", D.DISMISSED_OTHER),
    (r"(?:pdr|final) disp – refused", D.REVIEW_DENIED),
    (r"final disp – affirmed", D.AFFIRMED),
    (r"final disp – reversed(?:[ &/]+(?:and )?(?:remanded|rendered))?", D.REVERSED),
    (r"action taken – hc denied w(?:/o|ithout) written order(?: on tc fndgs[^–]*)?", D.WRIT_DENIED),
    (r"action taken – hc dismissed", D.DISMISSED_OTHER),
    (rf"{_OPINION}affirmed", D.AFFIRMED),
    (rf"{_OPINION}reversed(?:[ &/]+(?:and )?(?:remanded|rendered))?", D.REVERSED),
    (rf"{_OPINION}vacated(?:[ &/]+(?:and )?remanded)?", D.VACATED),
    (
        rf"{_OPINION}affirmed in part[,;]?(?: and)? (?:reversed|vacated)(?:[ &/]+(?:and )?"
        r"(?:remanded|rendered))? in part",
        D.AFFIRMED_IN_PART,
    ),
    (rf"{_OPINION}(?:appeal )?dismissed", D.APPEAL_DISMISSED),
    (
        rf"{_OPINION}(?:appeal )?dismissed for want of prosecution",
        D.DISMISSED_WANT_OF_PROSECUTION,
    ),
    (rf"{_OPINION}(?:appeal )?dismissed for want of jurisdiction", D.DISMISSED_JURISDICTION),
    (r"case transferred from this court to another court of appeals(?: – motion or writ granted)?", D.TRANSFERRED),
)
# Something that may undo an end, and what shows that it did not.
UNDOES = re.compile(
    r"\b(?:reinstat|recall|reopen|set aside|withdrawn by (?:the )?court|restored to|abate)|\border\b.{0,120}\bvacated\b"
    r"|\b(?:re-?hearing|reconsider\w*|reh)\b.{0,80}\bgranted\b|\bgranted\b.{0,80}\bre-?hearing\b",
    re.I,
)
ASKS_AGAIN = re.compile(r"\b(?:re-?hearing|reconsideration|reh)\b.{0,80}\b(?:filed|rec(?:eive)?d|submitted)\b", re.I)
REFUSED_AGAIN = re.compile(
    r"\b(?:re-?hearing|reconsideration|reh)\b.{0,120}\b(?:denied|den|overruled|dismissed|refused)\b|\bmandate issued\b"
    r"|\A\W*judgment issued\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Ending:
    """How a case ended and by which entry (its place in what was given). disposition: "" where no word says how."""

    place: int
    day: date
    status: CaseStatus
    disposition: str


def is_read(court: str) -> bool:
    """Whether the last entries of a court's dockets are read; by the forum's id: “scotus”, “texapp-8”."""
    return court in ("scotus", "tex", "texcrimapp") or court.startswith("texapp-")


def ending(court: str, entries: Sequence[tuple[date | None, str]]) -> Ending | None:
    """The end that a docket's entries (day, text; in any order) surely tell; None where they leave doubt."""
    if not is_read(court):
        return None
    dated = sorted((day, place) for place, (day, _) in enumerate(entries) if day)
    ends = [(day, place, how) for day, place in dated if (how := said(court, entries[place][1])) is not None]
    if not ends:
        return None
    last = ends[-1][0]
    if len({how for day, _, how in ends if day == last}) > 1:
        return None
    place, how = next((place, how) for day, place, how in ends if day == last)
    if _is_doubtful(entries[n][1] for day, n in dated if day >= last and n != place):
        return None
    status = CaseStatus.TRANSFERRED_OUT if how == D.TRANSFERRED else CaseStatus.DISPOSED
    return Ending(place, last, status, how)


def said(court: str, text: str) -> str | None:
    """The disposition by which an entry ends the case, "" where it does not say which; None where it ends nothing."""
    if not is_read(court):
        return None
    found = set(_in_supreme_court(text) if court == "scotus" else _in_texas(text))
    if GRANTED in found:  # one petition of several, or what was then decided at once
        found -= {GRANTED} if found & DECIDED else found
    return found.pop() if len(found) == 1 else None


def _in_supreme_court(text: str) -> Iterator[str]:
    for sentence in re.split(r"(?<=[a-z0-9)])\.(?:\s+|\Z)", text.strip(), flags=re.I):
        yield from _matching(SUPREME_COURT, sentence)


def _in_texas(text: str) -> Iterator[str]:
    yield from _matching(TEXAS, re.sub(r"\s+[–-]\s+", " – ", text.strip().removesuffix(".")))


def _matching(forms: Forms, words: str) -> Iterator[str]:
    plain = " ".join(words.split())
    return (str(how) for form, how in forms if form.fullmatch(plain))


def _is_doubtful(later: Iterator[str]) -> bool:
    """Whether something since the end undid it, or may: what was asked for again, and not refused."""
    asked = refused = False
    for text in later:
        if UNDOES.search(text):
            return True
        asked = asked or bool(ASKS_AGAIN.search(text))
        refused = refused or bool(REFUSED_AGAIN.search(text))
    return asked and not refused
