"""What follows from a case's filings, services and hearings under its forum's rules, before anything is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet

from docket.choices import DatePrecision, FilingState, dates
from docket.law.deadlines.periods import Period, Trigger, for_trigger, not_yet_held
from docket.models import Case, CaseParty, ClaimEvent, Filing, FilingLink, Hearing
from docket.proposals.ends import PURPOSES
from docket.proposals.starts import (
    DATES_OF_PERIOD,
    HEARINGS_ON_MOTIONS,
    ON_REQUEST,
    OPEN_AGAIN,
    STARTS,
    Start,
    Whom,
)
from docket.proposals.triggering_filings import Papers, counted_by, served

EACH_FOR_ITSELF = ("answer", "contest")  # every party has its own day; other periods are common to several


@dataclass(frozen=True)
class Following:
    """A period that runs from a day, for a party or (None) for all or for whom the record does not tell."""

    period: Period
    trigger_date: date
    case_party: CaseParty | None = None
    trigger: Filing | None = None
    hearing: Hearing | None = None

    @property
    def on_request(self) -> str:
        """In which cases it holds, where it is not proposed by itself."""
        return ON_REQUEST.get(self.period.id, "")

    @property
    def purpose(self) -> str:
        """What must be done."""
        return PURPOSES[self.period.id]


def from_filings(papers: Papers) -> list[Following]:
    """What the filings start, in their order."""
    rule_set = counted_by(papers.case)
    standing = (filing for filing in papers.filings if filing.state == FilingState.OK)
    return [found for filing in standing for found in _from_filing(filing, rule_set, papers)]


def too_old(papers: Papers) -> list[str]:
    """What the filings would start if the text of their time were held, in words for staff."""
    rule_set = counted_by(papers.case)
    return [
        f"{period.title} ({period.rule}): the text held is in force from {dates.show(period.first)} on, and time runs "
        f"from {dates.show(day)}. Enter the deadline by hand."
        for filing in papers.filings
        if filing.state == FilingState.OK
        for start in STARTS[filing.filing_type]
        if (day := _known(filing, start.dates)) and not start.rules_on
        for period in not_yet_held(rule_set, start.trigger, day)
        if period.id not in ON_REQUEST
    ]


def from_services(case: Case) -> list[Following]:
    """What runs from service as claim events record it, where no proof of service in the record does."""
    rule_set = counted_by(case)
    events = served(ClaimEvent.objects.filter(case=case)) if rule_set else ClaimEvent.objects.none()
    found: dict[tuple[int, int | None], ClaimEvent] = {}
    for event in events.order_by("date", "pk"):
        if event.filing is None or not _is_service(event.filing):
            found.setdefault((event.claim_against.case_party_id, event.filing_id), event)
    return [
        Following(period, event.date, event.claim_against.case_party, event.filing)
        for event in found.values()
        if event.date
        for trigger in (Trigger.SUMMONS_SERVED, Trigger.REMOVABLE_PLEADING_RECEIVED)
        for period in for_trigger(rule_set, trigger, event.date)
    ]


def from_hearings(case: Case, hearings: QuerySet[Hearing]) -> list[Following]:
    """What is due before hearings on motions."""
    rule_set = counted_by(case)
    counted = hearings.filter(kind__in=HEARINGS_ON_MOTIONS) if rule_set else hearings.none()
    return [
        Following(period, hearing.date, hearing=hearing)
        for hearing in counted
        if not hearing.is_vacated
        for period in for_trigger(rule_set, Trigger.HEARING, hearing.date)
    ]


def _is_service(filing: Filing) -> bool:
    return any(start.whom == Whom.SERVED for start in STARTS.get(filing.filing_type, ()))


def _from_filing(filing: Filing, rule_set: str, papers: Papers) -> Iterator[Following]:
    for start in STARTS[filing.filing_type]:
        if start.rules_on and not _opens_again(papers.links.get(filing.pk, ()), start):
            continue
        for day, parties in _runs(filing, start, papers):
            for period in for_trigger(rule_set, start.trigger, day):
                own_day = _known(filing, DATES_OF_PERIOD.get(period.id, ())) or day
                found = Following(period, own_day, trigger=filing)
                yield from (replace(found, case_party=party) for party in _each(parties, found.purpose))


def _each(parties: list[CaseParty], purpose: str) -> list[CaseParty | None]:
    if len(parties) == 1 or (parties and purpose in EACH_FOR_ITSELF):
        return [*parties]
    return [None]


def _runs(filing: Filing, start: Start, papers: Papers) -> list[tuple[date, list[CaseParty]]]:
    """The days from which time runs, each with those for whom; [] where the record knows no day."""
    by_day: dict[date, list[CaseParty]] = {}
    for event in papers.services.get(filing.pk, ()) if start.whom == Whom.SERVED else ():
        if event.date:
            parties = by_day.setdefault(event.date, [])
            if event.claim_against.case_party not in parties:
                parties.append(event.claim_against.case_party)
    day = _known(filing, start.dates)
    return list(by_day.items()) or ([(day, _for_whom(filing, start, papers))] if day else [])


def _for_whom(filing: Filing, start: Start, papers: Papers) -> list[CaseParty]:
    match start.whom:
        case Whom.FILERS:
            return papers.filers.get(filing.pk, [])
        case Whom.OTHER_END:
            others = [link.to_filing_id for link in papers.links.get(filing.pk, ())]
            return list(dict.fromkeys(party for pk in others for party in papers.filers.get(pk, ())))
        case Whom.AGAINST:
            found = list(dict.fromkeys(papers.against.get(filing.pk, ())))
            return found or (papers.responding if len(papers.responding) == 1 else [])
        case Whom.SERVED:
            return papers.responding if len(papers.responding) == 1 else []
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
