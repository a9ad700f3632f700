"""Which statements read from docket text the public may see before a person confirmed them: by measurement."""

from docket.law.reading.measured import MEASURED
from docket.law.reading.measuring import GRANTS_AND_DENIALS


def public_statements(family: str) -> frozenset[str]:
    """Of a family ("type", "link", "filer", "mention") the names of those that were right often enough."""
    return frozenset(row.name for row in MEASURED if row.family == family and row.is_public)


def public_outcomes() -> frozenset[str]:
    """The outcomes that a ruling may be said to have."""
    names = public_statements("ruling")
    together = GRANTS_AND_DENIALS if "granted_or_denied" in names else frozenset[str]()
    return frozenset(str(name) for name in (names | together) - {"granted_or_denied", "none"})
