"""Writing a sample into the record, as drafts: first all dockets, then what ties their rows together."""

from docket.choices import PARTY_ROLE_SIDE
from docket.models import (
    Appearance,
    Capacity,
    Case,
    CaseLink,
    CaseMatter,
    CaseNumber,
    CaseOfficial,
    CaseParty,
    Forum,
    Matter,
    MatterParty,
    Summary,
    Update,
)
from docket.models.parts.sequence import take_sequences
from docket.samples.claims import write_claim
from docket.samples.days import write_deadline, write_hearing
from docket.samples.files import Sample
from docket.samples.filings import write_filing, write_filing_links
from docket.samples.people import People, dated, sample_id
from docket.samples.record import Record
from docket.samples.shape import CaseData, CasePartyData, MatterData, SummaryData, UpdateData

# columns of the model that a file's table fills as they stand
PLAIN = (
    *("caption", "caption_short", "caption_is_descriptive", "caption_kind", "category", "case_type"),
    *("docket_number", "docket_number_as_filed", "nature_of_suit", "nature_of_suit_as_filed", "cause"),
    *("jurisdiction_basis", "jurisdiction_as_filed", "jury_demand", "demand", "amount", "status", "disposition"),
    *("mdl_status", "last_checked", "coverage_note"),
)


def write(sample: Sample) -> tuple[Matter, Record]:
    """The matter and its cases with all rows below them; drafts, in the caller's transaction."""
    slugs = {case.forum for case in sample.cases} | {number.forum for case in sample.cases for number in case.numbers}
    record = Record(sample.matter.id, People(sample.matter), Forum.objects.filter(slug__in=slugs))
    matter = _matter(record, sample.matter)
    for position, case in enumerate(sample.cases):
        _case(record, matter, case, position)
    for case in sample.cases:
        for filing in case.filings:
            write_filing_links(record, case.id, filing)
        for position, claim in enumerate(case.claims):
            write_claim(record, case.id, claim, position)
        _what_comes_next(record, case)
        _case_links(record, case)
    record.flush()
    return matter, record


def _matter(record: Record, data: MatterData) -> Matter:
    matter = Matter.objects.create(
        public_id=sample_id(data.id, "matter"),
        title=data.title,
        place=data.place,
        tags=list(data.tags),
        coverage_note=data.coverage_note,
        heading_note=data.heading_note,
        is_sample=True,
        noindex=True,
        **dated("happened_on", data.happened),
    )
    record.prove(data.proof, matter=matter)
    for position, part in enumerate(data.people):
        taken = record.add(
            MatterParty(
                matter=matter, party=record.party(part.party), role=part.role, note=part.note, position=position
            )
        )
        record.prove(part.proof, matter_party=taken)
    _prose(record, data.id, data.summaries, data.updates, matter=matter)
    return matter


def _case(record: Record, matter: Matter, data: CaseData, position: int) -> None:
    case = Case.objects.create(
        public_id=sample_id(record.sample, "case", data.id),
        forum=record.forum(data.forum),
        flags=list(data.flags),
        is_sample=True,
        noindex=True,
        **{name: getattr(data, name) for name in PLAIN},
        **dated("date_filed", data.filed),
        **dated("date_terminated", data.terminated),
    )
    record.cases[data.id] = case
    record.prove(data.proof, case=case)
    record.add(CaseMatter(case=case, matter=matter, position=position))
    for number in data.numbers:
        CaseNumber.objects.create(case=case, number=number.number, kind=number.kind, forum=record.forum(number.forum))
    for place, party in enumerate(data.parties):
        _case_party(record, data.id, party, place)
    for official in data.officials:
        record.add(
            CaseOfficial(
                case=case,
                name=official.name,
                name_as_filed=official.name_as_filed,
                role=official.role,
                appointed_by=official.appointed_by,
                **dated("date_from", official.since),
                **dated("date_terminated", official.until),
            )
        )
    shown = [filing for filing in data.filings if filing.then != "draft"]
    for sequence, filing in zip(take_sequences(case.pk, len(shown)), shown, strict=True):
        write_filing(record, data.id, filing, sequence)
    _prose(record, data.id, data.summaries, data.updates, case=case)


def _case_party(record: Record, case: str, data: CasePartyData, position: int) -> None:
    party = CaseParty.objects.create(
        case=record.cases[case],
        party=record.party(data.party),
        role=data.role,
        role_as_filed=data.role_as_filed,
        name_as_filed=data.name_as_filed,
        side=data.side or PARTY_ROLE_SIDE[data.role],
        position=position,
        doe_from=data.does[0] if data.does else None,
        doe_to=data.does[1] if data.does else None,
        substituted_for=record.case_party(case, data.substituted_for) if data.substituted_for else None,
        is_pro_se=data.pro_se,
        highest_offense_opening=data.offense,
        **dated("date_joined", data.joined),
        **dated("date_terminated", data.terminated),
    )
    record.case_parties[f"{case}/{data.id or data.party}"] = party
    for place, (kind, *object) in enumerate(data.capacities):
        record.add(Capacity(case=party.case, case_party=party, kind=kind, object="".join(object), position=place))
    for place, counsel in enumerate(data.counsel):
        attorney, firm = record.people.attorneys[counsel.attorney]
        record.add(
            Appearance(
                case=party.case,
                case_party=party,
                attorney=attorney,
                firm=firm,
                roles=list(counsel.roles),
                roles_as_filed=list(counsel.roles_as_filed),
                designation=counsel.designation,
                position=place,
                **dated("date_from", counsel.since),
                **dated("date_terminated", counsel.until),
            )
        )


def _prose(
    record: Record,
    id: str,
    summaries: tuple[SummaryData, ...],
    updates: tuple[UpdateData, ...],
    **subject: Matter | Case,
) -> None:
    for number, row in enumerate(summaries):
        summary = record.add(
            Summary(
                public_id=sample_id(record.sample, id, "summary", str(number)),
                text=row.text,
                **dated("as_of", row.as_of),
                **subject,
            )
        )
        record.prove(row.proof, summary=summary)
    for number, news in enumerate(updates):
        update = record.add(
            Update(
                public_id=sample_id(record.sample, id, "update", str(number)),
                date=news.on,
                title=news.title,
                text=news.text,
                **subject,
            )
        )
        record.prove(news.proof, update=update)


def _what_comes_next(record: Record, data: CaseData) -> None:
    for number, hearing in enumerate(data.hearings):
        write_hearing(record, data.id, hearing, str(number))
    for number, deadline in enumerate(data.deadlines):
        write_deadline(record, data.id, deadline, str(number))


def _case_links(record: Record, data: CaseData) -> None:
    for link in data.links:
        record.add(
            CaseLink(
                from_case=record.cases[data.id],
                to_case=record.cases[link.to] if link.to else None,
                to_text=link.text,
                kind=link.kind,
                note=link.note,
                **dated("date", link.on),
            )
        )
