"""Keep the open proposals of a case in line with its record. Nothing here touches a deadline."""

from __future__ import annotations

from datetime import date

from django.db import connection, transaction
from django.db.models import Q

from docket.choices import Certainty, FilingLinkKind, FilingType, ProposalState
from docket.law.deadlines.periods import Trigger
from docket.models import Case, Deadline, DeadlineProposal, Filing, FilingLink, Forum, Hearing
from docket.proposals import removal, stopping, tolling
from docket.proposals.closing import propose_closing
from docket.proposals.following import from_filings, from_hearings, from_removal, from_services
from docket.proposals.found import Found
from docket.proposals.starts import HEARINGS_ON_MOTIONS, STARTS
from docket.proposals.triggering_filings import CaseRecord, why_none
from docket.proposals.upkeep import Proposed, Upkeep

SERVICE = (Trigger.SUMMONS_SERVED, Trigger.REMOVABLE_PLEADING_RECEIVED)
# the periods whose day follows from services and a removal together
SERVED = (*SERVICE, Trigger.US_ATTORNEY_SERVED, Trigger.SERVED_BEFORE_REMOVAL, Trigger.REMOVED_UNANSWERED)
SERVING = [kind for kind, starts in STARTS.items() if any(start.trigger in SERVICE for start in starts)]
JUDGING = [kind for kind, starts in STARTS.items() if any(s.trigger is Trigger.JUDGMENT_ENTERED for s in starts)]
OF_SERVICES = Q(trigger_kind__in=SERVED)
OF_JUDGMENTS = Q(rule__in=tolling.TOLLED)


@transaction.atomic
def follow_filing(filing: Filing) -> Proposed:
    """After a filing was entered or changed: what it starts, what it ends, and what else it decides the day of."""
    case = locked(filing.case_id)
    apart = OF_JUDGMENTS
    if removed := _decides_services(case, filing):
        apart |= OF_SERVICES
    upkeep, own = Upkeep(case, Q(trigger=filing) & ~apart), Filing.objects.filter(pk=filing.pk)
    found = from_filings(CaseRecord(case, own))
    upkeep.all(_without(found, services=bool(removed)))
    if removed:
        _follow_services(case, removed.date_filed, upkeep.result)
    if _decides_judgments(filing):
        _follow_judgments(case, filing, upkeep.result)
    if filing.filing_type in STARTS:
        _tell_none(case, upkeep.result)
    stopping.propose_stops(case, upkeep.result)
    propose_closing(case, own)
    about = Q(trigger=filing) | Q(satisfied_by=filing)
    return upkeep.proposed(about | OF_SERVICES if removed else about)


@transaction.atomic
def follow_services(case: Case) -> Proposed:
    """After a claim or its events were entered or changed: a service may run by its event or by its proof."""
    case = locked(case.pk)
    result = Proposed()
    notice = removal.into(case)
    _follow_services(case, notice.date_filed if notice else None, result)
    _tell_none(case, result)
    result.proposals = list(DeadlineProposal.objects.filter(OF_SERVICES, case=case, state=ProposalState.OPEN))
    return result


def _follow_services(case: Case, since: date | None, result: Proposed) -> None:
    upkeep, record = (
        Upkeep(case, OF_SERVICES, since),
        CaseRecord(case, Filing.objects.filter(case=case, filing_type__in=SERVING)),
    )
    found = from_filings(record)
    found = found.with_followings(f for f in found.followings if f.period.trigger in SERVED)
    found += from_services(case)
    upkeep.all(found + from_removal(case, found.followings))
    result.uncounted += upkeep.result.uncounted


def _follow_judgments(case: Case, filing: Filing, result: Proposed) -> None:
    """The time to appeal from every judgment: what a motion suspends and an order starts anew."""
    upkeep = Upkeep(case, OF_JUDGMENTS, filing.date_filed or filing.date_entered)
    found = from_filings(CaseRecord(case, Filing.objects.filter(case=case, filing_type__in=JUDGING)))
    upkeep.all(Found(tolling.judgments(found.followings)))
    result.uncounted += upkeep.result.uncounted


def _tell_none(case: Case, result: Proposed) -> None:
    """That no rules are held is said, not passed over."""
    if words := why_none(case):
        result.uncounted.append(words)


def _without(found: Found, services: bool) -> Found:
    """What the filing alone decides the day of."""
    left = (f for f in found.followings if f.period.id not in tolling.TOLLED)
    return found.with_followings(f for f in left if not services or f.period.trigger not in SERVED)


def _decides_services(case: Case, filing: Filing) -> Filing | None:
    """The notice of removal by which the services and the removal decide together when answers are due."""
    if filing.filing_type not in (*SERVING, FilingType.INIT_NOTICE_OF_REMOVAL):
        return None
    return removal.into(case)


def _decides_judgments(filing: Filing) -> bool:
    if filing.filing_type in tolling.MOTIONS or filing.filing_type in JUDGING:
        return True
    rulings = FilingLink.objects.filter(from_filing=filing, kind=FilingLinkKind.RULES_ON)
    return rulings.filter(to_filing__filing_type__in=tolling.MOTIONS).exists()


@transaction.atomic
def follow_hearing(hearing: Hearing) -> Proposed:
    """After a hearing was set, moved or vacated."""
    case = locked(hearing.case_id)
    upkeep = Upkeep(case, Q(hearing=hearing))
    upkeep.all(from_hearings(case, Hearing.objects.filter(pk=hearing.pk)))
    if hearing.kind in HEARINGS_ON_MOTIONS:
        _tell_none(case, upkeep.result)
    return upkeep.proposed(Q(hearing=hearing))


@transaction.atomic
def follow_case(case: Case, since: date | None = None) -> Proposed:
    """Everything: after the case moved to another forum, or its docket was imported.

    since: no new deadline is proposed that ended before that day or that a filing has met already. An imported docket
    tells of years; what fell due before the court served the page is past.
    """
    case = locked(case.pk)
    upkeep = Upkeep(case, Q(), since)
    filings, hearings = Filing.objects.filter(case=case), Hearing.objects.filter(case=case)
    found = from_filings(CaseRecord(case, filings)) + from_services(case)
    found += from_removal(case, [f for f in found.followings if f.period.trigger in SERVED])
    upkeep.all(found + from_hearings(case, hearings))
    if upkeep.deadlines:
        stopping.propose_stops(case, upkeep.result)
        propose_closing(case, filings)
    return upkeep.proposed(Q()) if upkeep.is_about_anything else upkeep.result


def follow_new_case(case: Case, since: date) -> Proposed:
    """The same for a case that this transaction made: it has no deadlines, services or hearings yet, and no rival."""
    upkeep = Upkeep(case, None, since)
    # nobody can have asked for anything
    found = from_filings(CaseRecord(case, Filing.objects.filter(case=case), on_request=False))
    upkeep.all(found + from_removal(case, [f for f in found.followings if f.period.trigger in SERVED]))
    return upkeep.proposed(Q()) if upkeep.is_about_anything else upkeep.result


def follow_deadline(deadline: Deadline) -> None:
    """After a deadline was opened again: whatever it is counted from."""
    if deadline.trigger:
        follow_filing(deadline.trigger)
    elif deadline.hearing:
        follow_hearing(deadline.hearing)
    else:
        follow_services(deadline.case)


def follow_forum(forum: Forum) -> list[Proposed]:
    """After a forum's rules, zone or closed days changed: its cases that have open deadlines or proposals."""
    counted = Deadline.objects.open().filter(certainty=Certainty.COMPUTED).values("case")
    waiting = DeadlineProposal.objects.filter(state=ProposalState.OPEN).values("case")
    cases = Case.objects.filter(Q(forum=forum) | Q(forum__parent=forum)).filter(Q(pk__in=counted) | Q(pk__in=waiting))
    return [follow_case(case) for case in cases.order_by("pk")]


def locked(case_id: int) -> Case:
    """The case; until the transaction ends no other follows it, so that two people saving at once propose once.

    Its row is not locked: somebody publishing the case holds that, and waits for the filing that is being saved here.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended('docket.proposals', %s))", [case_id])
    return Case.objects.select_related("forum").get(pk=case_id)
