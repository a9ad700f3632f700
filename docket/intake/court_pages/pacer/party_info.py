"""What is printed under a party's name, taken apart: capacities and aliases may be public, nothing else.

PACER prints capacity, alias, street, telephone, e-mail and the last digits of tax and social security numbers
in one block. Only a line that is clearly one of the first two is let through (an allow-list); the whole block
goes to the vault.
"""

import re

from docket.intake.shape import ImportedAlias

LONGEST = 300
# A line with a digit, an address, an identifier or a child in it is never public, whatever else it says.
PRIVATE = re.compile(
    r"\d|@|#|\bc/o\b|\bssn\b|\bitin\b|\btax\b|\bein\b|\bbox\b|\bsuite\b|\b(?:tele)?phone\b|\bfax\b|\be-?mail\b"
    r"|\bminors?\b|\binfants?\b|\bchild(?:ren)?\b|\bjuveniles?\b|\bparents?\b|\bd\.?o\.?b\b|\bborn\b",
    re.I,
)
_BODY = (
    r"corporation|company|partnership|llc|l\.l\.c\.|inc\.?|trust|association|cooperative|joint venture"
    r"|sole proprietorship|business entity(?:,? (?:of )?form unknown)?|entity|individual|municipality"
    r"|public entity|public agency|agency|political subdivision|body corporate|nonprofit(?: organization)?"
)
_WHOSE = r"(?:his|her|their|its)"
_AS = r"(?:as|in|on behalf of|on|for)"
_OFFICE = (
    r"secretary|administrator|director|commissioner|warden|sheriff|governor|attorney general|superintendent"
    r"|mayor|chief|commanding general|correctional officer|police officer|trustee|receiver|president|chairman"
)
_FIDUCIARY = (
    r"(?:co-?)?(?:executor|executrix|administrator|administratrix|trustee|personal representative|receiver"
    r"|representative|conservator|liquidator|successor|assignee|subrogee|beneficiary|shareholder)s?"
)
CAPACITIES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?:an?|the) (?:[\w.'&-]+,? ){{0,8}}(?:{_BODY})(?: organized .*under the laws of [\w.' -]+)?",
        r"(?:a )?[\w.' -]*limited (?:liability (?:company|partnership)|corporation|partnership|company)",
        rf"individually(?:,? and {_AS} .+| on behalf of .+)?",
        rf"(?:individually,? and )?(?:solely )?in {_WHOSE} .*\bcapacit(?:y|ies)\b.*",
        rf"(?:individually,? and )?on {_WHOSE} own behalf(?: and {_AS} .+)?",
        r"(?:individually,? and )?on behalf of (?:himself|herself|itself|themselves|all others).*",
        r"derivatively on behalf of .+",
        rf"(?:individually,? and )?as (?:the )?(?:next friend|guardian ad litem|{_FIDUCIARY})"
        rf"(?:[- ]in[- ]interest)? (?:of|for|to) .+",
        rf"(?:{_FIDUCIARY})(?:[- ]in[- ]interest)? (?:of|to) .+",
        rf"(?:(?:acting|deputy|former|assistant|interim) )*(?:{_OFFICE})(?: (?:of|for|at) .+)?",
        r"real part(?:y|ies) in interest|relator|nominal defendant|(?:erroneously )?sued as .+",
        r"(?:now )?deceased|decedent",
    )
)
ALIAS_MARKS = {
    "also known as": "aka",
    "aka": "aka",
    "a/k/a": "aka",
    "doing business as": "dba",
    "dba": "dba",
    "d/b/a": "dba",
    "formerly known as": "fka",
    "formerly doing business as": "fka",
    "fka": "fka",
    "f/k/a": "fka",
    "now known as": "nka",
    "nka": "nka",
    "n/k/a": "nka",
}
TERMINATED = re.compile(r"TERMINATED:\s", re.I)


def capacities(extra_info: str) -> tuple[str, ...]:
    """The lines of a party block that say in what capacity, or as what kind of body, the party appears."""
    lines = [line.rstrip(" ,;") for kind, line in _lines(extra_info) if not kind and _is_public(line)]
    return tuple(dict.fromkeys(line for line in lines if any(p.fullmatch(line) for p in CAPACITIES)))


def alias(kind: str, name: str) -> ImportedAlias | None:
    """The alias that a mark such as "fka" introduces; None without such a mark, or when the name may not be public."""
    mark, name = ALIAS_MARKS.get(kind.lower().rstrip(" :.")), name.strip(' "“”,;')
    return ImportedAlias(mark, name) if mark and name and _is_public(name) else None


def aliases(extra_info: str) -> tuple[ImportedAlias, ...]:
    """Names that follow a line such as "also known as" or "doing business as"."""
    named = [(kind, line.strip(' "“”,;')) for kind, line in _lines(extra_info) if kind and _is_public(line)]
    return tuple(dict.fromkeys(ImportedAlias(kind, name) for kind, name in named if name))


def _is_public(line: str) -> bool:
    return len(line) <= LONGEST and not PRIVATE.search(line)


def _lines(extra_info: str) -> list[tuple[str, str]]:
    """(kind of alias or "", line) for each line of a block; marks and TERMINATED lines are left out."""
    lines: list[tuple[str, str]] = []
    kind = ""
    for raw in extra_info.splitlines():
        line = " ".join(raw.split())
        if mark := ALIAS_MARKS.get(line.lower().rstrip(" :.")):
            kind = mark
        elif line and not TERMINATED.match(line):
            lines.append((kind, line))
            kind = ""
    return lines
