"""What an order rules on, when it is known what sort of filing each entry is that it names."""

from collections.abc import Callable
from dataclasses import replace

from docket.choices import FilingLinkKind, FilingType, filing_group
from docket.law.reading.shape import ReadLink

# Filings that ask the court for something: by group, and of other groups.
ASKING_GROUPS = frozenset({"mot", "stip", "prob"})
ASKING = frozenset(
    {
        FilingType.BRIEF_NOTICE_OF_MOTION,
        FilingType.ORDER_REPORT_AND_RECOMMENDATION,
        FilingType.CRIM_MOTION_SUPPRESS,
        FilingType.CRIM_MOTION_DISMISS,
        FilingType.RESP_DEMURRER,
        FilingType.BK_PLAN,
        FilingType.BK_DISCLOSURE_STATEMENT,
        FilingType.BK_CLAIM_OBJECTION,
        FilingType.BK_REAFFIRMATION,
    }
)
SEVERAL = "several."  # the rule: several numbers for one request
# Nobody asks for anything by these: a complaint, a judgment or a declaration is not granted.
NEVER_ASKING_GROUPS = frozenset({"svc", "resp", "judg", "notice", "disc", "admin", "trial"})
NEVER_ASKING = frozenset(
    {
        FilingType.INIT_COMPLAINT,
        FilingType.INIT_AMENDED_COMPLAINT,
        FilingType.INIT_THIRD_PARTY_COMPLAINT,
        FilingType.INIT_COUNTERCLAIM,
        FilingType.INIT_CROSSCLAIM,
        FilingType.INIT_NOTICE_OF_REMOVAL,
        FilingType.INIT_NOTICE_OF_APPEAL,
        FilingType.INIT_COVER_SHEET,
        FilingType.INIT_SUMMONS_REQUEST,
        FilingType.CRIM_COMPLAINT,
        FilingType.CRIM_INDICTMENT,
        FilingType.CRIM_SUPERSEDING_INDICTMENT,
        FilingType.CRIM_INFORMATION,
        FilingType.BRIEF_DECLARATION,
        FilingType.BRIEF_AFFIDAVIT,
        FilingType.BRIEF_EXHIBIT,
        FilingType.BRIEF_MEMORANDUM,
        FilingType.BRIEF_REPLY,
        FilingType.BRIEF_OPPOSITION,
        FilingType.BRIEF_RESPONSE,
    }
)


def ruled_on(links: tuple[ReadLink, ...], type_of: Callable[[str], str]) -> tuple[ReadLink, ...]:
    """The same links, but beside the motion its declarations, and orders of before, are only referred to.

    type_of: the filing type of what a target means, "" where it is not known: what is unknown may have asked, but not
    where the order rules on one motion and names several numbers. A filing that does not ask is ruled on where it
    stands alone and the order says how: "denying 1 Petition".
    """
    types = {link.target: type_of(link.target) for link in links}
    unsure = {link.target for link in links if link.rule.startswith(SEVERAL) and not types[link.target]}
    asks = {target: _asks(filing_type) and target not in unsure for target, filing_type in types.items()}
    beside = any(link.kind == FilingLinkKind.RULES_ON and asks[link.target] for link in links)
    return tuple(_as_it_can_be(link, types[link.target], asks[link.target], beside) for link in links)


def _as_it_can_be(link: ReadLink, filing_type: str, asks: bool, beside: bool) -> ReadLink:
    if link.kind == FilingLinkKind.VACATES and filing_type and filing_type.startswith(("mot.", "brief.", "notice.")):
        return _only_named(link)
    if link.kind == FilingLinkKind.APPEALS and filing_type.startswith(("mot.", "brief.", "notice.", "init.")):
        return _only_named(link)
    if link.kind == FilingLinkKind.SUPPORTS and filing_type.startswith(("order.", "judg.", "svc.")):
        return _only_named(link)
    if link.kind != FilingLinkKind.RULES_ON or asks:
        return link
    if beside or not link.outcome or link.rule.startswith(SEVERAL) or _never_asks(filing_type):
        return _only_named(link)
    return link


def _only_named(link: ReadLink) -> ReadLink:
    return replace(link, kind=FilingLinkKind.REFERS_TO, outcome="", rule="not_asked." + link.rule)


def _asks(filing_type: str) -> bool:
    return not filing_type or filing_type in ASKING or filing_group(filing_type) in ASKING_GROUPS


def _never_asks(filing_type: str) -> bool:
    is_order = filing_type.startswith("order.") and filing_type not in ASKING
    return is_order or filing_type in NEVER_ASKING or filing_group(filing_type) in NEVER_ASKING_GROUPS
