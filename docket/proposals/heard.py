"""Which motion a hearing is on: by the filing that set it, what that filing is about, or the hearing's own title."""

from __future__ import annotations

import re

from docket.choices import MOTIONS, FilingLinkKind, FilingState, FilingType
from docket.law.deadlines.periods import Trigger, for_trigger
from docket.models import Filing, FilingLink, Hearing
from docket.proposals.found import Following, Found

SUMMARY_JUDGMENT = frozenset({FilingType.MOT_SUMMARY_JUDGMENT, FilingType.MOT_PARTIAL_SUMMARY_JUDGMENT})
IN_WORDS = re.compile(r"\bsummary (judg(e)?ment|adjudication)\b|\bMS[JA]s?\b", re.IGNORECASE)
NAMES_A_MOTION = re.compile(
    r"\b(demurrer|strike|compel|quash|dismiss|stay|amend|seal|reconsider\w*|new trial|good[- ]faith|injunction|fees|"
    r"costs|limine|intervene|sever|consolidate|protective order|anti-slapp|default|withdraw|transfer|vacate|confirm)\b",
    re.IGNORECASE,
)


def before(hearing: Hearing, rule_set: str, court: str) -> Found:
    """The filings due before one hearing, by the motion that is heard."""
    special = for_trigger(rule_set, Trigger.SUMMARY_JUDGMENT_HEARING, hearing.date, court)
    general = for_trigger(rule_set, Trigger.HEARING, hearing.date, court)
    about = _is_on_summary_judgment(hearing) if special else False
    if about is None:
        return Found([], [_words(hearing, general[0].rule if general else "", special[0].rule)])
    return Found([Following(period, hearing.date, hearing=hearing) for period in (special if about else general)])


def _is_on_summary_judgment(hearing: Hearing) -> bool | None:
    """None where nothing tells and a motion for summary judgment is in the record."""
    types = _types(hearing.set_by) if hearing.set_by else set()
    if types:
        return bool(types & SUMMARY_JUDGMENT)
    if IN_WORDS.search(hearing.title):
        return True
    if NAMES_A_MOTION.search(hearing.title):
        return False
    in_force = Filing.objects.filter(case=hearing.case_id, filing_type__in=SUMMARY_JUDGMENT, state=FilingState.OK)
    undecided = in_force.exclude(links_to__kind=FilingLinkKind.RULES_ON)
    return None if undecided.exists() else False


def _types(filing: Filing) -> set[str]:
    """The motion that it is, or those that it names."""
    if filing.filing_type in MOTIONS:
        return {filing.filing_type}
    named = FilingLink.objects.filter(from_filing=filing, to_filing__filing_type__in=MOTIONS)
    return set(named.values_list("to_filing__filing_type", flat=True))


def _words(hearing: Hearing, general: str, special: str) -> str:
    return (
        f"Filings before the hearing of {hearing.date}: the record does not tell which motion is heard, and one for "
        f"summary judgment is undecided: {special} or {general}. Name the filing that set the hearing."
    )
