"""What a removal changes: the time to answer in the federal court (FRCP 81(c)(2)), the State's time no longer runs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from docket.choices import CaseLinkKind, CaseStatus, DatePrecision, FilingState, FilingType, Side
from docket.law.deadlines.periods import Period, by_id, compute_period
from docket.models import Case, CaseParty, ClaimEvent, Filing
from docket.proposals.found import Following, Found
from docket.proposals.triggering_filings import counted_by, served

FEDERAL = "frcp6"
ANSWER, BY_SERVICE, BY_REMOVAL = "fed.answer", "fed.answer.removed_service", "fed.answer.removed"
STATE_TIME = (
    "The case was removed: the state court goes no further (28 U.S.C. 1446(d)), and in the federal court the time to "
    "answer is that of FRCP 81(c)(2)."
)


def notice_of(case: Case) -> Filing | None:
    """The first notice of removal that stands, on a known day; None where the case was sent back."""
    if case.status == CaseStatus.REMANDED:
        return None
    notices = Filing.objects.filter(case=case, filing_type=FilingType.INIT_NOTICE_OF_REMOVAL, state=FilingState.OK)
    known = notices.filter(date_filed__isnull=False, date_filed_precision=DatePrecision.DAY)
    return known.order_by("date_filed", "sequence").first()


def into(case: Case) -> Filing | None:
    """The notice by which it came into this federal court; None in any other court."""
    return notice_of(case) if counted_by(case) == FEDERAL else None


def out_of(case: Case) -> Filing | None:
    """The notice by which it left this court; None in a federal one."""
    return None if counted_by(case) in ("", FEDERAL) else notice_of(case)


def fitted(case: Case, found: Found) -> Found:
    """The longest of the periods of FRCP 81(c)(2) in the place of the time to answer of those served before."""
    if not any(following.period.id == ANSWER for following in found.followings):
        return found
    notice = into(case)
    if notice is None:
        return found
    return found.with_followings(
        _longest(following, notice) if following.period.id == ANSWER else following for following in found.followings
    )


def from_removal(case: Case, served_already: Iterable[Following]) -> Found:
    """The time to answer of those of whose service this record holds nothing, or the State's record only."""
    notice = into(case)
    if notice is None or notice.date_filed is None:
        return Found()
    known = {following.case_party for following in served_already}
    before = _served_in_the_state(case)
    followings = []
    for party in _responding(case):
        if party in known or None in known:
            continue
        if day := before.get(party.party_id):
            followings.append(_longest(Following(by_id(ANSWER, day), day, party), notice))
        else:
            followings.append(Following(_by_removal(notice.date_filed), notice.date_filed, party, notice))
    return Found(followings)


def _longest(following: Following, notice: Filing) -> Following:
    removed = notice.date_filed
    if removed is None or following.trigger_date > removed:
        return following  # served afterwards, as Rule 12 and 28 U.S.C. 1448 have it
    by_service = by_id(BY_SERVICE, following.trigger_date)
    by_removal = _by_removal(removed)
    if _last(by_service, following.trigger_date) >= _last(by_removal, removed):
        day, trigger, period = following.trigger_date, following.trigger, by_service
    else:
        day, trigger, period = removed, notice, by_removal
    return Following(period, day, following.case_party, trigger, instead_of=following)


def _by_removal(day: date) -> Period:
    return by_id(BY_REMOVAL, day)


def _last(period: Period, day: date) -> date:
    latest = compute_period(period, day).earliest
    return date(latest.year, latest.month, latest.day)


def _served_in_the_state(case: Case) -> dict[int, date]:
    """By the party's primary key: its first service in the case from which this one was removed."""
    earlier = Case.objects.filter(Q(links_to__from_case=case, links_to__kind=CaseLinkKind.REMOVED_FROM)).order_by()
    found: dict[int, date] = {}
    for event in served(ClaimEvent.objects.filter(case__in=earlier)).order_by("date", "pk"):
        if event.date:
            found.setdefault(event.claim_against.case_party.party_id, event.date)
    return found


def _responding(case: Case) -> list[CaseParty]:
    parties = CaseParty.objects.filter(case=case, side=Side.RESPONDING, date_terminated__isnull=True, doe_from=None)
    return list(parties.order_by("position", "pk"))
