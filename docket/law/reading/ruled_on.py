"""What an order rules on, when it is known what sort of paper each entry is that it names."""

from collections.abc import Callable
from dataclasses import replace

from docket.choices import FilingLinkKind, FilingType, filing_group
from docket.law.reading.shape import ReadLink

# Papers that ask the court for something: by group, and of other groups.
ASKING_GROUPS = frozenset({"mot", "stip", "prob"})
ASKING = frozenset(
    {
        FilingType.BRIEF_NOTICE_OF_MOTION,
        FilingType.ORDER_REPORT_AND_RECOMMENDATION,
        FilingType.CRIM_MOTION_SUPPRESS,
    }
)


def ruled_on(links: tuple[ReadLink, ...], type_of: Callable[[str], str]) -> tuple[ReadLink, ...]:
    """The same links, but beside the motion its declarations, and orders of before, are only referred to.

    type_of: the filing type of what a target means, "" where it is not known: what is unknown may have asked. A paper
    that does not ask is ruled on where it stands alone and the order says how: "denying 1 Petition".
    """
    asks = {link.target: _asks(type_of(link.target)) for link in links}
    beside = any(link.kind == FilingLinkKind.RULES_ON and asks[link.target] for link in links)
    return tuple(link if asks[link.target] else _only_named(link, beside) for link in links)


def _only_named(link: ReadLink, beside: bool) -> ReadLink:
    if link.kind != FilingLinkKind.RULES_ON or (link.outcome and not beside):
        return link
    return replace(link, kind=FilingLinkKind.REFERS_TO, outcome="")


def _asks(filing_type: str) -> bool:
    return not filing_type or filing_type in ASKING or filing_group(filing_type) in ASKING_GROUPS
