"""The form in which a forum's name is looked up: the same for every usual way of writing it. Pure.

forum_key("U.S. District Court, C.D. Cal.")
== forum_key("United States District Court for the Central District of California")
== "california central court district states united"
"""

import re
import unicodedata
from itertools import pairwise

from docket.law.places import PLACES

SMALL_WORDS = frozenset(["a", "and", "at", "for", "in", "of", "on", "state", "the", "to", "within"])

WORDS = {
    "us": "united states",
    "usa": "united states",
    "usdc": "united states district court",
    "usbc": "united states bankruptcy court",
    "ct": "court",
    "cts": "court",
    "courts": "court",
    "dist": "district",
    "cir": "circuit",
    "circ": "circuit",
    "app": "appeals",
    "appeal": "appeals",
    "appellate": "appeals",
    "bankr": "bankruptcy",
    "sup": "supreme",
    "supr": "supreme",
    "super": "superior",
    "cnty": "county",
    "cty": "county",
    "counties": "county",
    "commn": "commission",
    "comm": "commission",
    "dept": "department",
    "div": "division",
    "mun": "municipal",
    "jud": "judicial",
    "natl": "national",
    "intl": "international",
    "fed": "federal",
    "cl": "claims",
    "assn": "association",
    "arb": "arbitration",
    "atty": "attorney",
    "attys": "attorney",
    "attorneys": "attorney",
    "gen": "general",
    "saint": "st",
    "calif": "california",
    "ore": "oregon",
    "penn": "pennsylvania",
    "wva": "west virginia",
    "nmi": "northern mariana islands",
}
ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
)
DIRECTIONS = {"c": "central", "e": "eastern", "m": "middle", "n": "northern", "s": "southern", "w": "western"}

# "n.d." is a direction before a state and North Dakota elsewhere; so are "s.d." and "m.d."
POSTAL = {place.postal.lower(): place.name.lower() for place in PLACES if place.postal not in ("IN", "OH", "AS")}
STATES = {place.cited: place.name.lower() for place in PLACES if place.cited} | POSTAL
STATE_BEGINNINGS = {place.name.lower().split()[0] for place in PLACES} | {"columbia", "mariana"}

INITIALS = re.compile(r"\b(?:[a-z]\. ?){2,}")
LETTERS_APART = re.compile(r"\b([cemnsw]) d\b")
WEST_VIRGINIA = re.compile(r"\bw\. ?va\b\.?")
DISTRICT_OF = re.compile(rf"([cemnsw]?)d({'|'.join(sorted(POSTAL))})")


def forum_key(name: str) -> str:
    """The words that matter, in full, each once and in alphabetical order; "" for text without any."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'").replace("'", "")
    plain = WEST_VIRGINIA.sub(" wva ", plain)
    plain = INITIALS.sub(lambda found: found[0].replace(".", "").replace(" ", "") + " ", plain)
    found = re.findall(r"[a-z0-9]+", LETTERS_APART.sub(r"\1d", plain))
    words: set[str] = set()
    for word, after in pairwise([*found, ""]):
        words.update(_in_full(word, after).split())
    return " ".join(sorted(words - SMALL_WORDS))


def _in_full(word: str, after: str) -> str:
    next_is_state = after in STATE_BEGINNINGS or after in STATES or after == "wva"
    if next_is_state and (word == "d" or word in ("cd", "ed", "md", "nd", "sd", "wd")):
        return f"{DIRECTIONS.get(word[:-1], '')} district"
    if word in WORDS:
        return WORDS[word]
    if word in STATES:
        return STATES[word]
    if district := DISTRICT_OF.fullmatch(word):
        return f"{DIRECTIONS.get(district[1], '')} district {POSTAL[district[2]]}"
    if ordinal := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th|d)", word):
        place = int(ordinal[1])
        return ORDINALS[place - 1] if 0 < place <= len(ORDINALS) else word
    return word
