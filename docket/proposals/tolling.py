"""Motions that suspend the time to appeal, and the order from which it runs anew (FRAP 4(a)(4)(A))."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from docket.choices import DatePrecision, FilingLinkKind, FilingState, RulingOutcome
from docket.law.deadlines.periods import PERIODS, Tolling, by_id, compute_period
from docket.models import Case, Filing, FilingLink
from docket.proposals.found import Following, Found

RUNS_AGAIN = {period.tolled_by.runs_again for period in PERIODS if period.tolled_by}
# the periods whose day several filings decide together
TOLLED = frozenset({period.id for period in PERIODS if period.tolled_by} | RUNS_AGAIN)
MOTIONS = frozenset(motion for period in PERIODS if period.tolled_by for motion in period.tolled_by.motions)
DISPOSING = frozenset(
    {
        RulingOutcome.GRANTED,
        RulingOutcome.DENIED,
        RulingOutcome.GRANTED_IN_PART,
        RulingOutcome.DENIED_AS_MOOT,
        RulingOutcome.DENIED_WITHOUT_PREJUDICE,
    }
)
GRANTED = frozenset({RulingOutcome.GRANTED, RulingOutcome.GRANTED_IN_PART})


@dataclass(frozen=True)
class Motion:
    """One that may suspend, on the day of its filing, with the order that disposed of it."""

    filing: Filing
    filed: date
    order: Filing | None = None
    decided: date | None = None
    outcome: str = ""


def fitted(case: Case, found: Found) -> Found:
    """What is suspended is marked so; what runs again runs from the last order."""
    if not any(following.period.tolled_by for following in found.followings):
        return found
    motions = _motions(case)
    return found.with_followings(_one(following, motions) for following in found.followings)


def judgments(followings: Iterable[Following]) -> list[Following]:
    """Of those the ones whose day motions decide."""
    return [following for following in followings if following.period.id in TOLLED]


def why(following: Following) -> str:
    """In words for staff: which motion suspends it."""
    cite = following.period.tolled_by.cite if following.period.tolled_by else ""
    return f"{following.period.title} ({following.period.rule}): suspended by {following.suspended_by} ({cite})."


def _one(following: Following, motions: list[Motion]) -> Following:
    tolling = following.period.tolled_by
    timely = [m for m in motions if tolling and _is_timely(m, tolling, following.trigger_date)]
    if tolling is None or not timely:
        return following
    open_still = [m for m in timely if m.decided is None or _ends_it(m, tolling)]
    if open_still:
        return replace(following, suspended_by=open_still[0].filing)
    last = max(timely, key=lambda motion: motion.decided or date.min)
    if last.decided is None:
        return following
    again = by_id(tolling.runs_again, last.decided)
    return replace(following, period=again, trigger_date=last.decided, trigger=last.order, instead_of=following)


def _is_timely(motion: Motion, tolling: Tolling, judgment: date) -> bool:
    within = tolling.motions.get(motion.filing.filing_type)
    if within is None or (motion.decided and motion.decided <= judgment):
        return False
    last = compute_period(by_id(within, judgment), judgment).latest
    return motion.filed <= (last.date() if isinstance(last, datetime) else last)


def _ends_it(motion: Motion, tolling: Tolling) -> bool:
    return motion.filing.filing_type in tolling.ends_it and motion.outcome in GRANTED


def _motions(case: Case) -> list[Motion]:
    """In the order of their filing."""
    filings = Filing.objects.filter(case=case, filing_type__in=MOTIONS, state=FilingState.OK)
    known = filings.filter(date_filed__isnull=False, date_filed_precision=DatePrecision.DAY)
    rulings = FilingLink.objects.filter(
        to_filing__in=known.order_by(),
        kind=FilingLinkKind.RULES_ON,
        outcome__in=DISPOSING,
        from_filing__state=FilingState.OK,
    ).select_related("from_filing")
    decided = {link.to_filing_id: link for link in rulings.order_by("pk")}
    return [_motion(filing, decided.get(filing.pk)) for filing in known.order_by("date_filed", "sequence")]


def _motion(filing: Filing, ruling: FilingLink | None) -> Motion:
    filed = filing.date_filed or date.max
    day = _entered(ruling.from_filing) if ruling else None
    if ruling is None or day is None:
        return Motion(filing, filed)
    return Motion(filing, filed, ruling.from_filing, day, ruling.outcome)


def _entered(order: Filing) -> date | None:
    for name in ("date_entered", "date_filed"):
        day: date | None = getattr(order, name)
        if day and getattr(order, f"{name}_precision") == DatePrecision.DAY:
            return day
    return None
