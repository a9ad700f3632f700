"""What follows from a case's filings, services and hearings under its forum's rules, before anything is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from django.db.models import QuerySet

from docket.choices import DatePrecision, FilingState, HearingKind, dates
from docket.law.deadlines.periods import PERIODS, Trigger, for_trigger, not_yet_held
from docket.models import Case, CaseParty, ClaimEvent, Filing, FilingLink, Hearing
from docket.proposals import heard, removal, tolling, united_states
from docket.proposals.found import Following, Found
from docket.proposals.starts import (
    HEARINGS_ON_MOTIONS,
    OPEN_AGAIN,
    STARTS,
    Start,
    Whom,
)
from docket.proposals.triggering_filings import CaseRecord, counted_by, served, slug_of

EACH_FOR_ITSELF = ("answer", "contest")  # every party has its own day; other periods are common to several


def from_filings(record: CaseRecord) -> Found:
    """What the filings start, in their order."""
    rule_set = counted_by(record.case)
    in_force = (filing for filing in record.filings if filing.state == FilingState.OK)
    found = [found for filing in in_force for found in _from_filing(filing, rule_set, record)]
    return _fitted(record.case, Found(found, _too_old(record)))


def _fitted(case: Case, found: Found) -> Found:
    """By what else the record tells: a removal, the United States as a party, a motion that suspends."""
    for fitting in (removal.fitted, united_states.fitted, tolling.fitted):
        found = fitting(case, found)
    return found


def _too_old(record: CaseRecord) -> list[str]:
    """What the filings would start if the text of their time were held, in words for staff."""
    rule_set = counted_by(record.case)
    return [
        f"{period.title} ({period.rule}): the text held is in force from {dates.show(period.first)} on, and time runs "
        f"from {dates.show(day)}. Enter the deadline by hand."
        for filing in record.filings
        if filing.state == FilingState.OK
        for start in STARTS[filing.filing_type]
        if (day := _known(filing, start.dates)) and not start.rules_on
        for period in not_yet_held(rule_set, start.trigger, day, slug_of(record.case))
        if not period.condition
    ]


def from_services(case: Case) -> Found:
    """What runs from service as claim events record it, where no proof of service in the record does."""
    rule_set = counted_by(case)
    events = served(ClaimEvent.objects.filter(case=case)) if rule_set else ClaimEvent.objects.none()
    found: dict[tuple[int, int | None], ClaimEvent] = {}
    for event in events.order_by("date", "pk"):
        if event.filing is None or not _is_service(event.filing):
            found.setdefault((event.claim_against.case_party_id, event.filing_id), event)
    followings = [
        Following(period, event.date, event.claim_against.case_party, event.filing)
        for event in found.values()
        if event.date
        for trigger in (Trigger.SUMMONS_SERVED, Trigger.REMOVABLE_PLEADING_RECEIVED)
        for period in for_trigger(rule_set, trigger, event.date, slug_of(case))
    ]
    return _fitted(case, Found(followings))


def from_removal(case: Case, served_already: Iterable[Following]) -> Found:
    """The time to answer after a removal of those of whose service the record of this case holds nothing."""
    return united_states.fitted(case, removal.from_removal(case, served_already))


def from_hearings(case: Case, hearings: QuerySet[Hearing]) -> Found:
    """What is due before hearings on motions."""
    rule_set = counted_by(case)
    if rule_set and (told := _of_creditors(hearings, rule_set)):
        return Found([], told) + _before_motions(case, hearings, rule_set)
    return _before_motions(case, hearings, rule_set)


def _of_creditors(hearings: QuerySet[Hearing], rule_set: str) -> list[str]:
    """What runs from the first date set for a meeting of creditors: which of several that was, staff know."""
    kind = HearingKind.CREDITORS_MEETING
    periods = {p.rule: p for p in PERIODS if p.trigger is Trigger.CREDITORS_MEETING and rule_set in p.forums}
    if not periods or not hearings.filter(kind=kind).exists():
        return []
    named = "; ".join(f"{p.title}, {p.n} days ({rule})" for rule, p in periods.items())
    return [f"From the first date set for the meeting of creditors run: {named}. Enter them from that date."]


def _before_motions(case: Case, hearings: QuerySet[Hearing], rule_set: str) -> Found:
    counted = hearings.filter(kind__in=HEARINGS_ON_MOTIONS).select_related("set_by") if rule_set else hearings.none()
    found = Found()
    for hearing in counted:
        if not hearing.is_vacated:
            found += heard.before(hearing, rule_set, slug_of(case))
    return found


def _is_service(filing: Filing) -> bool:
    return any(start.whom == Whom.SERVED for start in STARTS.get(filing.filing_type, ()))


def _from_filing(filing: Filing, rule_set: str, record: CaseRecord) -> Iterator[Following]:
    for start in STARTS[filing.filing_type]:
        if start.rules_on and not _opens_again(record.links.get(filing.pk, ()), start):
            continue
        for day, parties in _runs(filing, start, record):
            for period in for_trigger(rule_set, start.trigger, day, slug_of(record.case), filing.filing_type):
                own_day = _known(filing, period.dates) or day
                found = Following(period, own_day, trigger=filing)
                yield from (replace(found, case_party=party) for party in _each(parties, found.purpose))


def _each(parties: list[CaseParty], purpose: str) -> list[CaseParty | None]:
    if len(parties) == 1 or (parties and purpose in EACH_FOR_ITSELF):
        return [*parties]
    return [None]


def _runs(filing: Filing, start: Start, record: CaseRecord) -> list[tuple[date, list[CaseParty]]]:
    """The days from which time runs, each with those for whom; [] where the record knows no day."""
    by_day: dict[date, list[CaseParty]] = {}
    for event in record.services.get(filing.pk, ()) if start.whom == Whom.SERVED else ():
        if event.date:
            parties = by_day.setdefault(event.date, [])
            if event.claim_against.case_party not in parties:
                parties.append(event.claim_against.case_party)
    day = _known(filing, start.dates)
    return list(by_day.items()) or ([(day, _for_whom(filing, start, record))] if day else [])


def _for_whom(filing: Filing, start: Start, record: CaseRecord) -> list[CaseParty]:
    match start.whom:
        case Whom.FILERS:
            return record.filers.get(filing.pk, [])
        case Whom.OTHER_END:
            others = [link.to_filing_id for link in record.links.get(filing.pk, ())]
            return list(dict.fromkeys(party for pk in others for party in record.filers.get(pk, ())))
        case Whom.AGAINST:
            found = list(dict.fromkeys(record.against.get(filing.pk, ())))
            return found or (record.responding if len(record.responding) == 1 else [])
        case Whom.SERVED:
            return record.responding if len(record.responding) == 1 else []
    return []


def _opens_again(links: Iterable[FilingLink], start: Start) -> bool:
    return any(
        link.kind == "rules_on" and link.outcome in OPEN_AGAIN and link.to_filing.filing_type in start.rules_on
        for link in links
    )


def _known(filing: Filing, names: Iterable[str]) -> date | None:
    """The first of the filing's dates that is known to the day."""
    for name in names:
        day: date | None = getattr(filing, name)
        if day and getattr(filing, f"{name}_precision") == DatePrecision.DAY:
            return day
    return None
