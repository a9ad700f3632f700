"""Which line of a page is which filing, also where one has the full text and the other a short description. Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from docket.intake.matching.rows import Line, Pass, begins_alike, pair, pair_into, reworded

SURE = 0.8  # share of the words of a short description that the full text has, where only one line is numbered
MOST = 200  # lines of one day that are compared by words; more go by their order
WORD = re.compile(r"[a-z0-9]+")
IDLE = frozenset({"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "re", "the", "to", "with"})


def _one_has_no_number(known: Line, found: Line) -> bool:
    return not (known.number and found.number)


def _of_one_day(known: Line, found: Line) -> bool:
    return bool(known.days & found.days) and reworded(known, found)


def _lacks_text(known: Line, found: Line) -> bool:
    return not (known.text and found.text)


def _lacks_words(known: Line, found: Line) -> bool:
    return not (known.text or known.short or found.text or found.short)


def _described_once(known: Line, found: Line) -> bool:
    text, short = (known, found) if known.text else (found, known)
    return bool(text.text) and not (text.short or short.text)


def pair_entries(known: Sequence[Line], found: Sequence[Line]) -> list[int | None]:
    """For each line found the index of its row in `known`, None when it is new. Both are in the order of the docket."""
    if not known:
        return [None] * len(found)
    rows = pair(known, found, SURE_SIGNS)
    once = _numbers_once(rows, known, found)
    # of two sources one of which has no text, a number that each shows once is the same entry on whatever day
    lone: Pass[Line] = Pass(lambda line: line.number if line.number in once else None, _lacks_text)
    pair_into(rows, known, found, (lone, *WEAKER_SIGNS))
    _pair_by_words(rows, known, found)
    pair_into(rows, known, found, LAST)
    return rows


def _numbers_once(rows: Sequence[int | None], known: Sequence[Line], found: Sequence[Line]) -> set[str]:
    taken = {row for row in rows if row is not None}
    left = Counter(line.number for index, line in enumerate(known) if index not in taken)
    new = Counter(line.number for line, row in zip(found, rows, strict=True) if row is None)
    return {number for number in new if number and new[number] == 1 and left[number] == 1}


def _pair_by_words(rows: list[int | None], known: Sequence[Line], found: Sequence[Line]) -> None:
    """Pair a text with the short description whose words it has, on the same day, the likeliest first."""
    taken = {row for row in rows if row is not None}
    by_day: dict[date, list[int]] = defaultdict(list)
    for index, line in enumerate(known):
        if index not in taken:
            for day in line.days:
                by_day[day].append(index)
    likely = []
    for place, line in enumerate(found):
        if rows[place] is None:
            near = {index for day in line.days for index in by_day.get(day, ())}
            for index in near if len(near) <= MOST else ():
                if share := _share(known[index], line):
                    likely.append((-share, max(index, place), index + place, index, place))
    for *_, index, place in sorted(likely):
        if rows[place] is None and index not in taken:
            rows[place] = index
            taken.add(index)


def _share(known: Line, found: Line) -> float:
    """Of the words of the short description how many the text has; 0 where the two cannot be one entry."""
    short, text = (known, found) if not known.text else (found, known)
    if short.text or not short.short or not text.text or (known.number and found.number):
        return 0
    words = [word for word in WORD.findall(short.short) if word not in IDLE]
    stems = {word[:5] for word in WORD.findall(text.text)}
    share = sum(word[:5] in stems for word in words) / len(words) if words else 0
    # a line that another source has described already is not easily described by other words
    return share if share >= SURE or (known.number == found.number and not text.short) else 0


SURE_SIGNS: tuple[Pass[Line], ...] = (
    Pass(lambda line: (line.number, line.dated, line.text) if line.text else None),
    Pass(lambda line: (line.number, line.document) if line.number and line.document else None),
    # the court gave the entry another number
    Pass(lambda line: (line.document, line.text) if line.document and line.text else None, _of_one_day),
    Pass(lambda line: (line.number, line.dated, line.court_sequence) if line.court_sequence else None),
    Pass(lambda line: (line.number, line.dated, line.short) if line.short else None),
    Pass(lambda line: (line.number, line.court_sequence) if line.court_sequence else None, _of_one_day),
    # a source without numbers
    Pass(lambda line: line.document or None, _one_has_no_number),
    Pass(lambda line: line.court_sequence or None, _one_has_no_number),
    Pass(lambda line: (line.number, line.dated) if line.number else None, reworded),
    Pass(lambda line: line.number or None, _of_one_day),
    Pass(lambda line: (line.number, line.dated) if not (line.text or line.short) else None, _lacks_words),
)
WEAKER_SIGNS: tuple[Pass[Line], ...] = (
    # the clerk corrected the date
    Pass(
        lambda line: line.number or None,
        lambda known, found: bool(known.text and found.text) and reworded(known, found),
    ),
    # the number came later, or the page leaves it out
    Pass(lambda line: (line.dated, line.text) if line.text else None, _one_has_no_number),
    Pass(lambda line: line.dated if not line.number else None, begins_alike),
    # a source that gives no date
    Pass(lambda line: line.text or None, lambda known, found: not (known.day and found.day)),
)
LAST: tuple[Pass[Line], ...] = (
    # as many lines without number on each side of a day, one side with texts, the other with short descriptions
    Pass(lambda line: line.dated if not line.number else None, _described_once),
)
