"""Names of bodies as citations give them: one business designation, no other names, words shortened. Pure."""

from __future__ import annotations

import re

from docket.law.citing.abbreviations import IN_PLACES
from docket.law.citing.words import abbreviated_name

ALSO_KNOWN = re.compile(
    r",?\s*\(?\b(?:[dfan]/[bk]/a|doing business as|(?:formerly|also|now) known as)\b.*", re.IGNORECASE
)
DESCRIBED = re.compile(r",\s+(?:an?|the)\s+[^,]*$", re.IGNORECASE)
DESIGNATION = (
    r"(?:Inc|Incorporated|Ltd|Limited|L\.?L\.?C|L\.?L\.?L?\.?P|L\.?P|N\.?A|F\.?S\.?B|P\.?L\.?C|P\.?L\.?L\.?C|P\.?C|P\.A|Corp|Co"
    r"|S\.?A|A\.?G|B\.?V|GmbH(?: (?:and|&) Co\.? KG)?|AFL-CIO)\.?"
)
DESIGNATOR = re.compile(r",?\s+(?:Inc\.?|Ltd\.?|L\.?L\.?C\.?|L\.?L\.?P\.?|L\.P\.|LP|N\.A\.|F\.S\.B\.|P\.?L\.?C\.?)$")
ENOUGH = re.compile(
    r"\b(?:Ass['’]n|Association|Bros|Brothers|Co|Company|Corp|Corporation|Ins|Insurance|R\.R|Railroad)\b", re.IGNORECASE
)
POSTAL = r"[A-Z]{2}|[A-Z]\.[A-Z]\."
SEATED = re.compile(rf",\s+(?:{POSTAL}|{'|'.join(IN_PLACES)})$")
UNION = re.compile(
    r"(?P<union>.+?)(?:,? of (?:North )?America)?(?:, AFL-CIO)?(?:, CLC)?,?\s+"
    r"Local(?: Union)?(?: No\.?)?\s+(?P<local>\d+)(?:, AFL-CIO)?$"
)
TAX_COMMISSIONER = re.compile(r"Commissioner of (?:the )?Internal Revenue(?: Service)?$", re.IGNORECASE)


def organization(name: str) -> str:
    """“Lehman Bros. Holdings”, “First Nat’l Bank, N.A.”, “United Steelworkers Loc. 1”, “Comm’r”."""
    name = re.sub(r"(?<= )(?:Of|The|And|For)(?= )", lambda small: small[0].lower(), name)
    name = DESCRIBED.sub("", ALSO_KNOWN.sub("", re.sub(r"^The\s+", "", name, flags=re.IGNORECASE)))
    if TAX_COMMISSIONER.match(name):
        return "Comm’r"
    if union := UNION.match(name):
        return f"{abbreviated_name(union['union'])} Loc. {union['local']}"
    if not re.search(rf",\s+{DESIGNATION}$", name):
        name = SEATED.sub("", name)
    bare = DESIGNATOR.sub("", name)
    return abbreviated_name(bare if ENOUGH.search(bare) else name)
