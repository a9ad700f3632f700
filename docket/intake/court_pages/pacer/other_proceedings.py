"""Other proceedings that a PACER docket names above its entries: lead and related cases, appeals, cases elsewhere.

“Lead case” does not say for what two cases are led together: they are related, and the note says which is the lead.
"Case in other court" is the state court's number where the cause says that the case was removed.
"""

import re
from collections.abc import Iterator

from docket.forums.pacer_courts import court_of_appeals, forum_id
from docket.intake.court_pages.page_head import head, without_tags
from docket.intake.shape import ImportedRelated

ABOVE = 60_000  # characters: what stands above the entries
# What a label says of the numbers behind it: the kind of link and the note.
LABELS = {
    "lead case": ("related", "The lead case."),
    "lead bk case": ("adversary_proceeding_of", "The bankruptcy of which this is an adversary proceeding."),
    "related case": ("related", ""),
    "similar case": ("related", "A similar case."),
    "member case": ("related", "A member case of this one."),
    "consolidated with member case": ("related", "A member case of this one."),
    "magistrate judge case number": ("related", "The case before the magistrate judge."),
    "case in other court": ("", ""),
    "appeals court case number": ("related", "A number in the court of appeals."),
}
LABEL = re.compile(
    r"\b(lead bk case|lead case|(?:related|similar|member) cases?|case in other court"
    r"|(?:magistrate judge|appeals court) case numbers?):|\b(consolidated with member case)s?\b",
    re.I,
)
ENDS = re.compile(
    r"\b(?:lead bk title|member cases?|cause|date filed|demand|nature of suit|jury demand|jurisdiction|show associated"
    r"|plaintiff|defendant|debtor|assigned to|referred to|represented by):?",
    re.I,
)
ENTRIES = re.compile(r">\s{0,20}docket\s{1,20}text\s{0,20}<", re.I)
NUMBER = re.compile(r"\b(?:\d{1,2}:)?\d\d-[a-z]{2,5}-\d{1,7}\b|\b\d\d-\d{5}\b", re.I)
LONGEST = 30_000  # a list of a thousand related cases
APPEALS = re.compile(r"\b(?:usca|court of appeals?|circuit)\b", re.I)
APPEAL = re.compile(r"\b(\d\d-\d{2,6})[A-Z]?\b([^;,\d]{0,40}(?:\b\d{1,2}(?:st|nd|rd|th) Circuit)?)", re.I)
CIRCUIT = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th) Circuit", re.I)
REMOVED = re.compile(r"\bremoval\b", re.I)
ELSEWHERE = re.compile(r"(?P<court>[^;,]{3,120}), (?P<number>[A-Z0-9][\w:.-]{2,40})", re.I)


def other_proceedings(html: str, court: str, own: str, cause: str) -> tuple[ImportedRelated, ...]:
    """What a docket says of other cases, each once. `court` and number are its own; `cause` is its statute."""
    above = ENTRIES.split(head(html, ABOVE), maxsplit=1)[0]
    words = " ".join(without_tags(above).replace("&nbsp;", " ").split())
    found: dict[tuple[str, ...], ImportedRelated] = {}
    for label, told in _told(words):
        for related in _named(label, told, court, cause):
            if own not in related.numbers:
                found.setdefault((related.court, related.court_id, *related.numbers), related)
    return tuple(found.values())


def _told(words: str) -> Iterator[tuple[str, str]]:
    """Each label with what stands behind it, up to the next one."""
    hits = list(LABEL.finditer(words))
    for place, hit in enumerate(hits):
        following = hits[place + 1].start() if place + 1 < len(hits) else hit.end() + LONGEST
        told = words[hit.end() : min(following, hit.end() + LONGEST)]
        end = ENDS.search(told)
        label = (hit[1] or hit[2]).lower()
        yield label.removesuffix("s"), told[: end.start()] if end else told


def _named(label: str, told: str, court: str, cause: str) -> Iterator[ImportedRelated]:
    kind, note = LABELS[label]
    if label == "case in other court":
        yield from (_elsewhere(found["court"].strip(), found["number"], cause) for found in ELSEWHERE.finditer(told))
    elif label == "appeals court case number":
        yield from (_appeal(found[1], found[2].strip(), note) for found in APPEAL.finditer(told))
    else:
        for number in NUMBER.findall(told):
            yield ImportedRelated(kind=kind, court_id=court, numbers=(number,), note=note)


def _appeal(number: str, name: str, note: str) -> ImportedRelated:
    """ "16-4166 USCA-8th Circuit"."""
    circuit = CIRCUIT.search(name)
    court = f"ca{circuit[1]}" if circuit else court_of_appeals(name.lower())
    return ImportedRelated("related", court=name, court_id=forum_id(court), numbers=(number,), note=note)


def _elsewhere(name: str, number: str, cause: str) -> ImportedRelated:
    appeals = court_of_appeals(f"court of appeals for the {name.lower()}")
    if appeals or APPEALS.search(name):
        note = "A number in the court of appeals."
        return ImportedRelated("related", court=name, court_id=forum_id(appeals), numbers=(number,), note=note)
    kind = "removed_from" if REMOVED.search(cause) else "related"
    return ImportedRelated(kind, court=name, numbers=(number,))
