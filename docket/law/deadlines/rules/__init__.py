"""The rules for counting time, by id. A new jurisdiction is a new file of rules and its line here."""

from docket.law.deadlines.errors import unknown
from docket.law.deadlines.rules.arbitration import AAA, ARB_CALENDAR, ICC, ICDR, JAMS, LCIA, UNCITRAL
from docket.law.deadlines.rules.california import CCP12, CCP1005
from docket.law.deadlines.rules.federal import FRAP26, FRCP6, FRCRP45
from docket.law.deadlines.rules.new_mexico import NM1006
from docket.law.deadlines.rules.shape import RuleSet
from docket.law.deadlines.rules.statutes import OSHA, YEARS

RULE_SETS: dict[str, RuleSet] = {
    rules.id: rules
    for rules in (
        FRCP6,
        FRAP26,
        FRCRP45,
        NM1006,
        CCP12,
        CCP1005,
        ARB_CALENDAR,
        AAA,
        JAMS,
        ICC,
        ICDR,
        UNCITRAL,
        LCIA,
        YEARS,
        OSHA,
    )
}

# Other ways in which staff and vendors name a method of service.
SERVICE_ALIASES = {
    "leaving_with_clerk": "clerk",
    "other": "other_consented",
    "email": "electronic",
    "e_service": "electronic",
    "hand": "personal",
}


def rule_set(id: str) -> RuleSet:
    try:
        return RULE_SETS[id]
    except KeyError:
        raise unknown("rule", id, RULE_SETS) from None
