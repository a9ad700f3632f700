"""The rules for counting time, by id: those of every jurisdiction."""

from docket.law.deadlines.errors import unknown
from docket.law.deadlines.jurisdictions import rows
from docket.law.deadlines.rules.shape import RuleSet

RULE_SETS: dict[str, RuleSet] = {rules.id: rules for rules in rows("rules")}

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
