"""A party of a caption as the short name of the case gives it (DOMAIN 8.2). Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from docket.law.citing.abbreviations import IN_PLACES
from docket.law.citing.bodies import ALSO_KNOWN, DESIGNATION, organization
from docket.law.citing.people import INITIALS, SUFFIX, could_be_person, is_person, starts_with_given_name, surname

STATE = re.compile(
    r"(?:The )?(State|People|Commonwealth)(?: of (?:the )?(?:State of |Commonwealth of )?(.+))?$", re.IGNORECASE
)
NATION = re.compile(r"(?:The )?(?:United States|U\.?S\.?)(?: of America)?(?: \(.*\))?$|USA$|U\.S\.A\.$", re.IGNORECASE)
ESTATE = re.compile(r"(?:The )?Estate of (?:the late )?", re.IGNORECASE)
CROWN = re.compile(r"(?:R\.?|Rex|Regina|The King|The Queen|His Majesty.*|Her Majesty.*)$", re.IGNORECASE)
ET_AL = re.compile(r",?\s+et\.?,? al\b\.?", re.IGNORECASE)
ROLE_WORDS = (
    r"(?:Cross-?|Counter-?|Third-Party )?(?:Administrat(?:or|rix)|Execut(?:or|rix)|Trustee|Receiver|Plaintiff|Defendant"
    r"|Petitioner|Respondent|Appell(?:ant|ee)|Applicant|Movant|Relator|Intervenor|Claimant|Debtor|Lead Case)s?"
)
DESCRIPTION = re.compile(
    rf",?\s+deceased\b.*|,\s+{ROLE_WORDS}\b.*|\s+\({ROLE_WORDS}\).*|\s+{ROLE_WORDS}(?:-\w+)*[.,]?$"
    r"|,\s+(?:and\s+)?(?:individually|jointly|personally|derivatively|as|in (?:his|her|its|their)|by|on behalf|through"
    r"|an?|the|for|a minor|minors?|himself|herself)\b.*",
    re.IGNORECASE,
)
LAST_DESIGNATION = re.compile(rf".*(?:,|\s){DESIGNATION}$")
FIRM = re.compile(r"(?:[^\W\d]+, )+[^\W\d]+,? (?:&|and) [^\W\d]+(?:,? .+)?$")
ONE_NAME = re.compile(rf"(?:{DESIGNATION}|Jr\.?|Sr\.?|II|III|IV|M\.?D\.?|AFL-CIO|CLC|Local .*)$", re.IGNORECASE)


@dataclass(frozen=True)
class Name:
    """A party as a citation needs it. kind: that of `parties.choices.PartyKind`; empty: known by its words only."""

    name: str
    kind: str = "person"
    surname: str = ""


def short_party(party: Name, own_state: str = "", charged: bool = False) -> str:
    """One party as the short name gives it. charged: by a prosecutor, so that a plain name is a person's."""
    name = " ".join(ET_AL.sub("", party.name).split())
    if NATION.match(name):
        return "United States"
    if (state := STATE.match(name)) and not ONE_NAME.match(name.split(" ")[-1]):
        word, place = state.groups()
        return str(word).capitalize() if not place or place == own_state else str(place)
    if party.kind == "estate" or ESTATE.match(name):
        return f"Estate of {surname(DESCRIPTION.sub('', ESTATE.sub('', name)))}"
    if party.kind in ("group", "in_rem"):
        return name
    without = ALSO_KNOWN.sub("", name)
    if LAST_DESIGNATION.match(without):
        return organization(without)
    if party.kind == "person" and party.surname:
        return surname(without, party.surname)
    charged = charged and starts_with_given_name(without)
    if party.kind == "person" and without.split(" ")[0] in IN_PLACES:
        return name
    known = party.kind == "person" or charged
    if party.kind in ("person", "") and (is_person(without) or (known and could_be_person(without))):
        return surname(without, party.surname)
    return SUFFIX.sub("", without) if " " not in SUFFIX.sub("", without) else organization(name)


def first_party(words: str, known: Sequence[Name] = ()) -> Name:
    """The party named first in one half of a caption; what the record holds of a party of exactly that name."""
    first = ET_AL.split(words)[0].split(";")[0].strip(" ,")
    name = _alone(DESCRIPTION.sub("", ALSO_KNOWN.sub("", first)).strip(" ,"))
    same = next((party for party in known if _as_compared(party.name) == _as_compared(name)), Name(name, ""))
    return replace(same, name=name)


def _alone(name: str) -> str:
    """One name without those that follow it: “Gorso Limited and Gazpo OJSC”, “Jane Roe and Ada Roe”, “Roe, Ada, …”."""
    first, joined, rest = _and_split(name)
    is_one = is_person(first) or INITIALS.match(first) or LAST_DESIGNATION.match(first)
    if joined and is_one and not rest.startswith("Co"):
        return _alone(first)
    if FIRM.match(name) and not is_person(name.split(",")[0]):
        return name
    head, *others = name.split(", ")
    for other in others:
        if not ONE_NAME.match(other) and not (len(other) > 1 and re.match(r"[A-Z]{2}$|[A-Z]\.[A-Z]\.$", other)):
            break
        head = f"{head}, {other}"
    return head


def _and_split(name: str) -> tuple[str, str, str]:
    found = re.match(r"(.+?),?(\s+(?:and|&)\s+)(.+)", name)
    return (found[1], found[2], found[3]) if found else (name, "", "")


def _as_compared(name: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", "", name).casefold().split())
