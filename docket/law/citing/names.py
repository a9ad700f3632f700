"""The short name of a case from the words of its caption (DOMAIN 8.2; Bluebook R. 10.2). Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docket.choices import CaptionKind
from docket.law.citing.bodies import ALSO_KNOWN
from docket.law.citing.capitals import readable
from docket.law.citing.parties import CROWN, DESCRIPTION, ET_AL, NATION, STATE, Name, first_party, short_party
from docket.law.citing.people import is_person
from docket.law.citing.relators import Relation, relation
from docket.law.citing.words import abbreviated_name

SIDES = 2
VERSUS = re.compile(r",?\s+(?:v|vs|versus)\.?\s+")
LOUD_VERSUS = re.compile(VERSUS.pattern, re.IGNORECASE)
IN_RE = re.compile(r"(?:In re:?|(?:In )?(?:the )?Matter of|Re)\s+(?:the\s+)?", re.IGNORECASE)
ASKS = re.compile(
    r"(?:In re:?\s+)?(?:In (?:the )?Matter of\s+)?(?:the\s+)?(?:Ex parte\s+)?(?:Verified\s+)?"
    r"(?:Petition|Application)\s+(?:(?:pursuant to|under)\s.*?\b1782,?\s+)?(?:of|by)\s+(?:the\s+)?",
    re.IGNORECASE,
)
ASKED = re.compile(
    r",?\s+(?:for (?:an?\s|the\s|its\s|admission|exoneration)|pursuant to|under\b|to (?:take|conduct|obtain)\b).*",
    re.IGNORECASE,
)
EX_PARTE = re.compile(r"Ex parte\s+", re.IGNORECASE)
BETWEEN = re.compile(
    r"(?:In (?:the )?Matter of )?(?:(?:the|an) )?Arbitration between:?\s+(.+?),?\s+and\s+(.+)", re.IGNORECASE
)
CONSOLIDATED = re.compile(r",?\s*\[?\(?(?:Lead Case )?consolidated with\b.*", re.IGNORECASE | re.DOTALL)
MDL = re.compile(
    r"[\s,–-]*[(\[]?\bMDL[\s-]*(?:Docket\s+)?(?:No\.?|Number)?\s*(\d{1,5})\b[)\]]?(?:\s*[–:-])?", re.IGNORECASE
)
NUMBER = re.compile(r",\s+(?:Case\s+)?Nos?\.\s.*$")
TRACK = re.compile(r"^\((?:[A-Z]{2,3})\)\s+")
APPLIES = re.compile(r"R \(on the application of (.+)\)$", re.IGNORECASE)


def short_name(caption: str, kind: str, parties: Sequence[Name] = (), own_state: str = "", abroad: bool = False) -> str:
    """“Roe v. Example Pictures, LLC”. own_state: the state whose own court decides; empty: not known, or no state's.

    Only the caption says who the case is called after. parties: of the record, to tell what a name in the caption is.
    abroad: of a court that writes “v” without a point. A caption that cannot be taken apart comes back as it stands.
    """
    whole = " ".join(caption.split())
    if kind == CaptionKind.DESCRIPTIVE:
        return whole
    words = typographic(readable(_bare(whole)))
    named = _named(words, kind, parties, own_state, abroad)
    return f"{named[0].upper()}{named[1:]}" if named else whole


def mdl_number(caption: str) -> str:
    """“2999” of “In re: Orrin Tablets Litigation (MDL No. 2999)”; empty where the caption gives none."""
    found = MDL.search(caption)
    return found[1] if found else ""


def typographic(words: str) -> str:
    """The words with curled apostrophes and quotation marks."""
    return re.sub(r'"([^"]*)"', r"“\1”", words.replace("'", "’"))


def _bare(caption: str) -> str:
    """The caption of the first case, without numbers."""
    return MDL.sub(" ", NUMBER.sub("", TRACK.sub("", CONSOLIDATED.sub("", caption)))).strip(" ,:–-")


def _named(words: str, kind: str, parties: Sequence[Name], own_state: str, abroad: bool) -> str:
    if between := BETWEEN.match(words):
        return " v. ".join(short_party(first_party(side, parties), own_state) for side in between.groups())
    if asks := ASKS.match(words):
        asked = ASKED.sub("", _halves(words[asks.end() :])[0])
        return f"In re {short_party(first_party(asked, parties), own_state)}"
    halves = _halves(words)
    if len(halves) == 1 and (EX_PARTE.match(words) or kind == CaptionKind.EX_PARTE):
        return f"Ex parte {_subject(_after(EX_PARTE, words), parties)}"
    if len(halves) == 1 and (IN_RE.match(words) or kind in (CaptionKind.IN_RE, CaptionKind.MATTER_OF)):
        return words if abroad else f"In re {_subject(_after(IN_RE, words), parties)}"
    if len(halves) != SIDES or not all(halves) or IN_RE.match(words):
        return ""
    return _dispute(halves, parties, own_state, abroad)


def _after(opening: re.Pattern[str], words: str) -> str:
    found = opening.match(words)
    return words[found.end() :] if found else words


def _halves(words: str) -> list[str]:
    return VERSUS.split(words) if VERSUS.search(words) else LOUD_VERSUS.split(words)


def _dispute(halves: list[str], parties: Sequence[Name], own_state: str, abroad: bool) -> str:
    if applies := APPLIES.match(halves[0]):
        one = f"R ({short_party(first_party(applies[1], parties), own_state)})"
    else:
        one = "R" if CROWN.match(halves[0]) else _side(relation(halves[0]), parties, own_state, False)
    prosecutor = bool(CROWN.match(halves[0]) or NATION.match(halves[0]) or STATE.match(halves[0]))
    other = _side(relation(halves[1]), parties, own_state, prosecutor)
    return f"{one} {'v' if abroad or one.startswith('R ') or one == 'R' else 'v.'} {other}" if one and other else ""


def _side(side: Relation, parties: Sequence[Name], own_state: str, charged: bool) -> str:
    words = short_party(first_party(side.party, parties), own_state, charged)
    if not side.relator:
        return words
    return f"{words} ex rel. {short_party(first_party(side.relator, parties), own_state, charged=True)}"


def _subject(words: str, parties: Sequence[Name]) -> str:
    """What an “In re” is about: a party by its short name, else the words, shortened."""
    subject = DESCRIPTION.sub("", ALSO_KNOWN.sub("", ET_AL.sub("", words))).strip(" ,")
    party = first_party(subject, parties)
    if party.kind or is_person(party.name) or party.name == subject:
        return short_party(party)
    return abbreviated_name(re.sub(r"^The ", "", subject))
