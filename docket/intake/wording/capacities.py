"""What sort of party a name is, and the capacities printed under it, in the record's words. Pure."""

import re

from docket.choices import CapacityKind
from parties.choices import PartyKind

GROUP = re.compile(r"\b(?:does?|roes?)\s+(\d+)\s*(?:through|thru|to|-|–)\s*(\d+)", re.I)
ESTATE = re.compile(r"^(?:the )?estate of\b", re.I)
THING = re.compile(r"\bu\.?s\.? currency\b|^real property\b|^\$[\d,.]+ in\b|^approximately \$?[\d,.]+", re.I)
GOVERNMENT = re.compile(
    r"^(?:the )?(?:u\.?s\.?a?\.?|united states(?: of america)?)$|^(?:the )?(?:state|people|commonwealth|city|county"
    r"|town|township|village|borough|parish)(?: and county)? of\b|\b(?:department|bureau|secretary|ministry) of\b"
    r"|^united states\b|\bu\.?s\.? trustee\b|\bschool district\b",
    re.I,
)
ORGANIZATION = re.compile(
    r"\b(?:inc|incorporated|corp|corporation|co|company|llc|l\.l\.c|llp|l\.l\.p|lp|l\.p|ltd|limited|plc|gmbh|s\.a|n\.a"
    r"|bank|trust|fund|partners|partnership|association|university|college|hospital|church|foundation|union|insurance"
    r"|institute|society|committee|council|club|group|holdings?|enterprises?|industries|services|systems|studios?"
    r"|pictures|productions|authority|district|board|commission|office|administrator)\b\.?",
    re.I,
)
DESCRIBED_AS_BODY = re.compile(r"\b(?:corporation|company|partnership|trust|association|entity|cooperative)\b", re.I)
PHRASES = (
    (CapacityKind.CLASS_REP, re.compile(r"on (?:behalf of|\w+ own behalf).*\b(?:others )?similarly situated", re.I)),
    (CapacityKind.OFFICIAL_CAPACITY, re.compile(r"in \w+ official capacit(?:y|ies) (?:as|of) (.+)", re.I)),
    (CapacityKind.PERSONAL_REPRESENTATIVE, re.compile(r"as personal representative of the estate of (.+)", re.I)),
    (CapacityKind.EXECUTOR, re.compile(r"as execut(?:or|rix) of the estate of (.+)", re.I)),
    (CapacityKind.ADMINISTRATOR, re.compile(r"as administrat(?:or|rix) of the estate of (.+)", re.I)),
    (CapacityKind.SUCCESSOR_IN_INTEREST, re.compile(r"as successor[- ]in[- ]interest (?:to|of) (.+)", re.I)),
    (CapacityKind.TRUSTEE, re.compile(r"as trustee (?:of|for) (.+)", re.I)),
    (CapacityKind.RECEIVER, re.compile(r"as receiver (?:of|for) (.+)", re.I)),
    (CapacityKind.DERIVATIVE, re.compile(r"derivatively on behalf of (.+)", re.I)),
    (CapacityKind.SUED_AS, re.compile(r"(?:erroneously )?sued as (.+)", re.I)),
)


def party_kind(name: str, capacities: tuple[str, ...] = ()) -> PartyKind:
    """Person, organization, government …: by the words of the name and by what the court prints under it."""
    if GROUP.search(name):
        return PartyKind.GROUP
    for kind, words in (
        (PartyKind.ESTATE, ESTATE),
        (PartyKind.IN_REM, THING),
        (PartyKind.GOVERNMENT, GOVERNMENT),
        (PartyKind.ORGANIZATION, ORGANIZATION),
    ):
        if words.search(name):
            return kind
    described = any(DESCRIBED_AS_BODY.search(line) for line in capacities if line.lower().startswith(("a ", "an ")))
    return PartyKind.ORGANIZATION if described else PartyKind.PERSON


def doe_range(name: str) -> tuple[int, int] | None:
    """(1, 50) for "DOES 1 through 50, inclusive"."""
    if not (match := GROUP.search(name)):
        return None
    first, last = int(match[1]), int(match[2])
    return (first, last) if 1 <= first <= last <= 32_767 else None


def capacities(lines: tuple[str, ...]) -> list[tuple[CapacityKind, str]]:
    """(kind, of what or whom) in the order of the caption; a line of no known form is kept in its own words."""
    found: list[tuple[CapacityKind, str]] = []
    for line in lines:
        rest = line
        if match := re.match(r"individually(?:,? and )?", line, re.I):
            found.append((CapacityKind.INDIVIDUALLY, ""))
            rest = line[match.end() :].strip()
        if rest:
            found.append(_capacity(rest))
    return found


def _capacity(phrase: str) -> tuple[CapacityKind, str]:
    for kind, words in PHRASES:
        if match := words.fullmatch(phrase):
            # what follows a named person ("…, deceased, and as trustee of …") would be lost in one object
            if match.groups() and re.search(r",? and as |, and on ", match[1], re.I):
                break
            return kind, re.sub(r",? deceased$", "", match[1]) if match.groups() else ""
    return CapacityKind.ENTITY_DESCRIPTOR, phrase
