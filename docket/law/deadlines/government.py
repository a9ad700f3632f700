"""Whether a party is the United States, its agency or its officer, as far as names tell (FRCP 12(a)(2), (3))."""

import re

from docket.law.places import PLACES

GOVERNMENT = "government"  # the kind of party

THE_UNITED_STATES = re.compile(r"(the )?(united states( of america)?|usa|u\.s\.a?\.?)", re.IGNORECASE)
# What is of the United States by its very name, whatever kind of party it was entered as.
BY_NAME = re.compile(
    r"\b(?:united states|u\. ?s\.|us) (?:department|attorney general|postal service|air force|army|navy|marine corps|"
    r"coast guard|citizenship and immigration|customs and border|immigration and customs|"
    r"environmental protection agency|forest service|fish and wildlife|marshals? service|secret service|"
    r"small business administration|patent and trademark office|bureau|office of|agency for|trade representative|"
    r"securities and exchange|equal employment|secretary)\b"
    r"|\b(?:internal revenue service|social security administration|commissioner of social security|"
    r"federal bureau of (?:investigation|prisons)|central intelligence agency|drug enforcement administration|"
    r"securities and exchange commission|federal trade commission|federal communications commission|"
    r"national labor relations board|environmental protection agency|transportation security administration|"
    r"department of (?:homeland security|veterans affairs|defense|housing and urban development|the interior|"
    r"the treasury))\b"
    r"|\bof the united states(?: of america)?$",
    re.IGNORECASE,
)
# What tells that a public body is a State's or a local one.
OF_ANOTHER = re.compile(
    r"\b(?:city|county|town|township|village|borough|parish|pueblo|municipal\w*|school district|school board|sheriff|"
    r"board of education|police department|commonwealth|state of|state police|governor|mayor|university|republic|"
    r"kingdom|nation|tribe)\b",
    re.IGNORECASE,
)
STATES = re.compile(rf"\b(?:{'|'.join(place.name for place in PLACES)})\b", re.IGNORECASE)


def is_of_united_states(name: str, kind: str, office: str | None) -> bool | None:
    """True or False, or None where a public body or an office may be of the United States and nothing tells.

    kind: that of the party. office: in which office it is sued ("Secretary of Labor"), "" where an official capacity
    is recorded without it, None where it is sued in none. "City of Santa Fe" is False, "Department of Labor" is None,
    "United States Steel Corporation", an organization, is False.
    """
    said = f"{name}, {office}" if office else name
    if THE_UNITED_STATES.fullmatch(name.strip()):
        return True
    if OF_ANOTHER.search(said) or STATES.search(said):
        return False
    if any(BY_NAME.search(words.strip()) for words in (name, office or "")):
        return True
    return None if kind == GOVERNMENT or office is not None else False
