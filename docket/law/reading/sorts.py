"""Whether what is ruled on can be what the words name: who overrules an objection to a motion does not deny the motion.

Example: "Order Overruling Objection to Motion (related document(s) 5 Motion for Relief)" says nothing of 5.
"""

import re

OBJECTION, CLAIM, PLAN = "objection", "claim", "plan"
# The first of these words says what a filing is, or what is ruled on; claims are no lines of a docket.
SORTS: list[tuple[str, str]] = [
    (r"claims? objections?|objections?|opposition", OBJECTION),
    (r"claims?|proofs? of claim", CLAIM),
    (r"plans?|disclosure statements?", PLAN),
    (r"stipulations?|agreements?|compromises?|settlements?", "stipulation"),
    (r"reports? and recommendations?", "report"),
    (r"motions?|mot\.|applications?|petitions?|requests?", "request"),
]
_sorts = re.compile(r"\b(?:" + "|".join(f"(?P<s{n}>{words})" for n, (words, _) in enumerate(SORTS)) + r")(?!\w)", re.I)
_of_objections = re.compile(r"(?:sustain|overrul)", re.IGNORECASE)
_of_plans = re.compile(r"confirm", re.IGNORECASE)


def sort_of(words: str) -> str:
    """The sort that the first of its nouns names; "" where none does."""
    found = _sorts.search(words)
    return SORTS[int((found.lastgroup or "")[1:])][1] if found else ""


def sort_ruled_on(verb: str, words: str) -> str:
    """What a verb with these words behind it rules on: an objection is sustained, a plan confirmed, also unnamed."""
    said = sort_of(words)
    if said and not (said == "request" and _of_objections.match(verb)):
        return said
    if _of_objections.match(verb):
        return OBJECTION
    return PLAN if _of_plans.match(verb) else said


def is_meant(ruled: str, words: str, described: str) -> bool:
    """Whether a number in a bracket can be what is ruled on.

    ruled: the sort that is; words: those between the verb and the bracket; described: what the bracket calls it, or "".
    """
    if not described:
        return ruled != CLAIM and not (ruled == OBJECTION and _names_another(words))
    return fits(ruled, sort_of(described))


def fits(ruled: str, named: str) -> bool:
    """Whether what is ruled on can be the filing that is named: of the same sort, where both are known.

    An agreement is asked for in a motion; an objection, a claim or a plan is never the same as something else.
    """
    if not ruled or not named or ruled == named:
        return True
    return not {ruled, named} & {OBJECTION, CLAIM, PLAN}


def _names_another(words: str) -> bool:
    """ "Objection to Motion for Relief": which of the two a bare number is, is not said."""
    return any(sort_of(found[0]) not in (OBJECTION, CLAIM) for found in _sorts.finditer(words))
