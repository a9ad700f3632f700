"""What follows from a case's filings, services and hearings under its forum's rules, before anything is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Prefetch, QuerySet

from docket import dates
from docket.choices import ClaimEventKind, DatePrecision, FilingState, Side
from docket.deadlines.periods import Period, Trigger, for_trigger, not_yet_held
from docket.models import Case, CaseParty, ClaimAgainst, ClaimEvent, Filing, FilingLink, FilingParty, Hearing
from docket.proposals.ends import PURPOSES
from docket.proposals.starts import (
    DATES_OF_PERIOD,
    HEARINGS_ON_MOTIONS,
    NOT_COUNTED,
    ON_REQUEST,
    OPEN_AGAIN,
    STARTS,
    Start,
    Whom,
)

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


def from_filings(case: Case, filings: Iterable[Filing]) -> list[Following]:
    """What the filings start, in their order; `filings` as `readied`."""
    rule_set = counted_by(case)
    standing = [f for f in filings if f.state == FilingState.OK] if rule_set else []
    responding = _responding(case) if standing else []
    return [f for filing in standing for f in _from_filing(filing, rule_set, responding)]


def too_old(case: Case, filings: Iterable[Filing]) -> list[str]:
    """What the filings would start if the text of their time were held, in words for staff."""
    rule_set = counted_by(case)
    return [
        f"{period.title} ({period.rule}): the text held is in force from {dates.show(period.first)} on, and time runs "
        f"from {dates.show(day)}. Enter the deadline by hand."
        for filing in filings
        if rule_set and filing.state == FilingState.OK
        for start in STARTS[filing.filing_type]
        if (day := _known(filing, start.dates)) and not start.rules_on
        for period in not_yet_held(rule_set, start.trigger, day)
        if period.id not in ON_REQUEST
    ]


def from_services(case: Case) -> list[Following]:
    """What runs from service as claim events record it, where no proof of service in the record does."""
    rule_set = counted_by(case)
    events = _services(ClaimEvent.objects.filter(case=case)) if rule_set else ClaimEvent.objects.none()
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


def from_hearings(case: Case, hearings: Iterable[Hearing]) -> list[Following]:
    """What is due before hearings on motions."""
    rule_set = counted_by(case)
    return [
        Following(period, hearing.date, hearing=hearing)
        for hearing in hearings
        if rule_set and hearing.kind in HEARINGS_ON_MOTIONS and not hearing.is_vacated
        for period in for_trigger(rule_set, Trigger.HEARING, hearing.date)
    ]


def readied(filings: QuerySet[Filing]) -> QuerySet[Filing]:
    """Filings that may start a period, with what decides for whom, in a constant number of queries."""
    filers = Prefetch("filing_parties", FilingParty.objects.select_related("case_party"))
    other_filers = Prefetch("to_filing__filing_parties", FilingParty.objects.select_related("case_party"))
    links = FilingLink.objects.select_related("to_filing").prefetch_related(other_filers)
    return filings.filter(filing_type__in=STARTS).prefetch_related(
        filers,
        Prefetch("links_from", links),
        Prefetch("claims__against", ClaimAgainst.objects.select_related("case_party")),
        Prefetch("claim_events", _services(ClaimEvent.objects.all())),
    )


def counted_by(case: Case) -> str:
    """The rule set of the case's forum; "" where none of its periods are held."""
    return case.forum.deadline_rules if case.forum and case.category not in NOT_COUNTED else ""


def _services(events: QuerySet[ClaimEvent]) -> QuerySet[ClaimEvent]:
    known = events.filter(kind=ClaimEventKind.SERVED, date__isnull=False, date_precision=DatePrecision.DAY)
    return known.select_related("claim_against__case_party", "filing")


def _responding(case: Case) -> list[CaseParty]:
    """Those who may have to respond, in the order of the caption."""
    parties = CaseParty.objects.filter(case=case, side=Side.RESPONDING, date_terminated__isnull=True, doe_from=None)
    return list(parties.order_by("position", "pk"))


def _is_service(filing: Filing) -> bool:
    return any(start.whom == Whom.SERVED for start in STARTS.get(filing.filing_type, ()))


def _from_filing(filing: Filing, rule_set: str, responding: list[CaseParty]) -> Iterator[Following]:
    for start in STARTS[filing.filing_type]:
        if start.rules_on and not _opens_again(filing, start):
            continue
        for day, parties in _runs(filing, start, responding):
            for period in for_trigger(rule_set, start.trigger, day):
                own_day = _known(filing, DATES_OF_PERIOD.get(period.id, ())) or day
                found = Following(period, own_day, trigger=filing)
                yield from (replace(found, case_party=party) for party in _each(parties, found.purpose))


def _each(parties: list[CaseParty], purpose: str) -> list[CaseParty | None]:
    if len(parties) == 1 or (parties and purpose in EACH_FOR_ITSELF):
        return [*parties]
    return [None]


def _runs(filing: Filing, start: Start, responding: list[CaseParty]) -> list[tuple[date, list[CaseParty]]]:
    """The days from which time runs, each with those for whom; [] where the record knows no day."""
    by_day: dict[date, list[CaseParty]] = {}
    for event in filing.claim_events.all() if start.whom == Whom.SERVED else ():
        parties = by_day.setdefault(event.date, [])
        if event.claim_against.case_party not in parties:
            parties.append(event.claim_against.case_party)
    day = _known(filing, start.dates)
    return list(by_day.items()) or ([(day, _for_whom(filing, start, responding))] if day else [])


def _for_whom(filing: Filing, start: Start, responding: list[CaseParty]) -> list[CaseParty]:
    match start.whom:
        case Whom.FILERS:
            return _filers(filing)
        case Whom.OTHER_END:
            return list(dict.fromkeys(p for link in filing.links_from.all() for p in _filers(link.to_filing)))
        case Whom.AGAINST:
            against = (row.case_party for claim in filing.claims.all() for row in claim.against.all())
            found = sorted(dict.fromkeys(against), key=lambda party: (party.position, party.pk))
            return found or (responding if len(responding) == 1 else [])
        case Whom.SERVED:
            return responding if len(responding) == 1 else []
    return []


def _filers(filing: Filing) -> list[CaseParty]:
    return [row.case_party for row in filing.filing_parties.all()]


def _opens_again(filing: Filing, start: Start) -> bool:
    return any(
        link.kind == "rules_on" and link.outcome in OPEN_AGAIN and link.to_filing.filing_type in start.rules_on
        for link in filing.links_from.all()
    )


def _known(filing: Filing, names: Iterable[str]) -> date | None:
    """The first of the filing's dates that is known to the day."""
    for name in names:
        day: date | None = getattr(filing, name)
        if day and getattr(filing, f"{name}_precision") == DatePrecision.DAY:
            return day
    return None
