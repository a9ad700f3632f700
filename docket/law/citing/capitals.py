"""Captions in capitals, made readable: “STATE OF HAWAII v. O'BRIEN” is “State of Hawaii v. O’Brien”. Pure."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# bodies and forms of bodies that are written in capitals; what has no vowel stays in capitals by itself
ACRONYMS = _words(
    """
    AFL-CIO AG AI A/S ATF BIA CIA CIO DC DEA DHS DOI DOJ DOL DOT EEOC EPA FAA FBI FCC FDA FDIC FEC FEMA FERC FHFA FOIA
    FTC GSA HHS HUD IBM ICE II III INS IRS IV IX KG LLC LLLP LLP LP MDL NA NASA NATO NLRB NOAA NSA NV OJSC OSHA PA PC
    PLC PLLC SA SE SEC SPA TSA UK UPS US USA USAA USCIS USDA USPS USPTO VA VI VII VIII XI
    """
)
AS_SPELLED = _words("Bd Bldg Corp Dr GmbH Jr Ltd Mr Mrs Ms Mt Sr St")
SPELLED = {"V.": "v."} | {word.upper(): word for word in AS_SPELLED}
SMALL = _words(
    """
    a an and at by de del der di dos for from in la of on or rel the to under und van von with
    """
)
JOINS = re.compile(r"\b(?:v|vs|versus|et,? al|ex rel|a/k/a|d/b/a|f/k/a|n/k/a)\b\.?", re.IGNORECASE)
SIDES = re.compile(r"(;|\s(?:v|V|vs|VS|versus|VERSUS)\.?\s)")
LOUD_RUN = re.compile(r"(?<!\S)[A-Z][A-Z'’.,&-]+(?: (?:&|[A-Z][A-Z'’.,&-]*))+(?!\S)")
SURELY_A_WORD, SURELY_A_WORD_AMONG_OTHERS = 5, 4  # letters: shorter capitals among small letters may be initials


def readable(caption: str) -> str:
    """The caption with shouted names in ordinary letters; capitals among small letters that may be initials stay."""
    if _is_loud(JOINS.sub(" ", caption)):
        return _lowered(caption.split(" "))
    return "".join(part if SIDES.fullmatch(part) else _side(part) for part in SIDES.split(caption))


def _is_loud(text: str) -> bool:
    return bool(re.search(r"[A-Z]{2}", text)) and not re.search(r"[a-z]", text)


def _side(side: str) -> str:
    """Names in capitals in ordinary letters, where nothing else stands with them or several words of them together."""
    if _is_loud(JOINS.sub(" ", side)):
        return _lowered(side.split(" ")) if _has_name(side.split(" ")) else side
    return LOUD_RUN.sub(lambda run: _lowered(run[0].split(" ")) if _has_name(run[0].split(" ")) else run[0], side)


def _has_name(words: list[str]) -> bool:
    """Whether one of the words is too long for initials and can be spoken: not “EPA”, “BNSF”, “LA”."""
    letters = [re.sub(r"[^A-Z]", "", word) for word in words if not re.search(r"\d", word)]
    least = SURELY_A_WORD if len(words) == 1 else SURELY_A_WORD_AMONG_OTHERS
    return any(len(word) >= least and re.search("[AEIOUY]", word) and word not in ACRONYMS for word in letters)


def _lowered(words: list[str]) -> str:
    return " ".join(_word(word) for word in words)


def _word(word: str) -> str:
    core = re.sub(r"[^\w./-]|\.$", "", word)
    if not _is_loud(word) and len(core) != 1:
        return word
    if re.fullmatch(r"(?:[A-Z]\.)+[A-Z]?", core + ".") or core in ACRONYMS or (len(core) == 1 and core not in "AV"):
        return word
    if core in SPELLED:
        return word.replace(core, SPELLED[core])
    if core.lower() in SMALL or core == "V":
        return word.lower()
    if not re.search("[AEIOUY]", core):
        return word
    return "-".join(_part(part) for part in word.split("-"))


def _part(part: str) -> str:
    """“O’Brien”, “McNeal”, “Poe’s”, “(No. 6)”."""
    lowered = re.sub(r"[A-Za-z]", lambda first: first[0].upper(), part.lower(), count=1)
    lowered = re.sub(r"^(\W*[A-Z]['’])([a-z])", lambda name: name[1] + name[2].upper(), lowered)
    return re.sub(r"^(\W*Mc)([a-z])", lambda name: name[1] + name[2].upper(), lowered)
