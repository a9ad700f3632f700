"""Writing what comes next in a sample's case: hearings, and deadlines ordered or computed."""

from docket.choices import Certainty
from docket.law.deadlines.periods import by_id
from docket.models import Deadline, Hearing
from docket.proposals.counting import Place, fill, inputs_of
from docket.samples.files import SampleError
from docket.samples.people import sample_id
from docket.samples.record import Record
from docket.samples.shape import DeadlineData, HearingData


def write_hearing(record: Record, case: str, data: HearingData, number: str) -> None:
    record.add(
        Hearing(
            public_id=sample_id(record.sample, case, "hearing", number),
            case=record.cases[case],
            kind=data.kind,
            title=data.title,
            date=data.on,
            time=data.at,
            place=data.place,
            certainty=data.certainty,
            set_by=record.filing_or_none(case, data.filing),
            is_vacated=data.vacated,
            outcome=data.outcome,
        )
    )


def write_deadline(record: Record, case: str, data: DeadlineData, number: str) -> None:
    """As the court ordered it, or as the table of periods computes it from its trigger."""
    case_row = record.cases[case]
    deadline = Deadline(
        public_id=sample_id(record.sample, case, "deadline", number),
        case=case_row,
        title=data.title,
        case_party=record.case_party(case, data.party) if data.party else None,
        trigger=record.filing_or_none(case, data.filing),
        state=data.state,
        satisfied_by=record.filing_or_none(case, data.met_by),
    )
    if data.due:
        deadline.earliest = deadline.latest = data.due
    elif data.period and data.trigger_date:
        for name, value in inputs_of(by_id(data.period, data.trigger_date), data.trigger_date).items():
            setattr(deadline, name, value)
        deadline.certainty = Certainty.COMPUTED
        fill(deadline, Place(case_row.forum))
    else:
        raise SampleError(f"{case}, deadline “{data.title}”: give `due`, or `period` and `trigger_date`.")
    record.add(deadline)
