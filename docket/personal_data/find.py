"""Everything that is found in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docket.personal_data import labelled, names, numbers, reachable
from docket.personal_data.plain import plain
from docket.personal_data.shape import Finding, apart

# The surest first: what one of them has taken is no other's.
LOOKS: tuple[Callable[[str], Iterator[Finding]], ...] = (
    reachable.email,
    labelled.birth_date,
    numbers.card,
    numbers.bank_account,
    numbers.social_security,
    numbers.taxpayer,
    labelled.numbered,
    numbers.alien,
    reachable.telephone,
    reachable.home_address,
    names.protected_name,
)


def find(text: str) -> list[Finding]:
    """The personal data in a text, in its order, none within another.

    >>> [str(finding.kind) for finding in find("SSN 219-09-9999; XXX-XX-1234; No. 2:19-cv-01234")]
    ['social_security']
    """
    simple = plain(text)
    found = apart(finding for look in LOOKS for finding in look(simple.text))
    return [Finding(finding.kind, *simple.place(finding.start, finding.end)) for finding in found]
