"""Words shortened as citations shorten them (DOMAIN 8.2, 8.3). Pure."""

from __future__ import annotations

import re

from docket.law.citing.abbreviations import IN_NAMES, IN_PLACES, IN_TITLES

POINTS_OF_THE_COMPASS = ("North", "South", "East", "West")
PLACES = "|".join(re.escape(name) for name in sorted(IN_PLACES, key=len, reverse=True))
PLACE = re.compile(rf"(?<![\w’])(?:{PLACES})(?![\w’])")
SORTS = "City|County|Town|Village|Borough|Republic|Kingdom"
OF_A_BODY = "|".join(sorted({"Police", "Fire", *IN_NAMES} - {"and", *POINTS_OF_THE_COMPASS}))
# at most three words after “of”, none of them a body's: “City of New York”, not “City of Ellery Police Department”
WHOLE_PLACE = re.compile(rf"(?:{PLACES}|(?:{SORTS})(?: and (?:{SORTS}))? of (?:(?!{OF_A_BODY})[\w’.-]+ ?){{1,3}})$")
ARTICLES = ("a", "an", "the")
SMALL = ("and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "to", "under", "with", "without")


def abbreviated_name(words: str) -> str:
    """A name with every word of the tables shortened, the first too: “Nat’l Ins. Co. of N.M.” (Bluebook R. 10.2.2).

    A name of one word and a place that is the whole name stay: “Street”, “New York”, “City of New York”.
    """
    if " " not in words:
        return words
    if WHOLE_PLACE.match(words):
        return words
    placed = PLACE.sub(lambda place: IN_PLACES[place[0]], words)
    return " ".join(_short(word, IN_NAMES) for word in placed.split(" "))


def abbreviated_title(title: str) -> str:
    """“Mot. to Compel Arb.”, “Mem. in Supp. of Def.’s Mot. to Dismiss”: capitals on all but small words."""
    words = [word for word in title.replace("'", "’").split(" ") if word.lower() not in ARTICLES]
    return " ".join(_short(word if word in SMALL else word[:1].upper() + word[1:], IN_TITLES) for word in words)


def _short(word: str, table: dict[str, str]) -> str:
    found = re.fullmatch(r"(\(?)(.+?)([,;)]*)", word)
    if not found:
        return word
    before, core, after = found.groups()
    key = core.replace("'", "’")
    short = table.get(key) or table.get(key.capitalize() if key.isupper() else key)
    if not short and (single := _singular(key)) in table:
        short = f"{table[single][:-1]}s." if table[single].endswith(".") else f"{table[single]}s"
    return f"{before}{short}{after}" if short else word


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
