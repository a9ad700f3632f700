"""Loading samples and withdrawing them again, through the publishing verbs.

What was public is never deleted, so a sample is withdrawn by hiding its matter and its cases: every address of it then
answers like one that never was. Loading it again shows the same rows, with whatever staff changed in them meanwhile.
"""

from collections.abc import Iterable

from django.db import transaction

from docket.forums.table import all_forums
from docket.forums.table.loading import load_forums
from docket.models import Case, Document, Filing, Forum, Matter
from docket.models.parts.sequence import take_sequences
from docket.publishing.verbs import act
from docket.publishing.visibility import Visibility
from docket.samples.cases import write
from docket.samples.files import NAMES, Sample, read
from docket.samples.filings import write_filing, write_filing_links
from docket.samples.people import sample_id
from docket.samples.record import Record

WITHDRAWN = "sample data withdrawn"
LOADED = "sample data"


@transaction.atomic
def load(names: Iterable[str]) -> list[str]:
    """Load each sample that is not there, show again what is hidden; says what it did, a line each."""
    if not Forum.objects.filter(slug="calsuppctla").exists():
        load_forums(all_forums())
    return [_load(read(name)) for name in names]


def _load(sample: Sample) -> str:
    matter = Matter.objects.filter(public_id=sample_id(sample.matter.id, "matter")).first()
    title = f"“{sample.matter.title}”"
    if matter is None:
        matter, record = write(sample)
        _publish(matter, record, sample)
        filings = Filing.objects.filter(case__matters=matter).count()
        return f"{title}: loaded, {len(sample.cases)} cases and {filings} filings."
    if matter.visibility != Visibility.HIDDEN:
        return f"{title}: already there, left as it is."
    cases = Case.objects.filter(matters=matter, is_sample=True, visibility=Visibility.HIDDEN)
    for row in (matter, *cases):
        act("publish", row, actor=None, reason=f"{LOADED} loaded again", with_rows_below=False)
    return f"{title}: shown again as it was, {len(cases)} cases."


def withdraw() -> list[str]:
    """Hide every matter and case that is marked as a sample; says what it did, a line each."""
    said = []
    with transaction.atomic():
        for model in (Case, Matter):
            shown = model._default_manager.filter(is_sample=True, visibility=Visibility.PUBLIC)
            for row in shown:
                act("hide", row, actor=None, reason=WITHDRAWN)
                said.append(f"{row}: hidden.")
    return said or ["No sample is shown."]


def _publish(matter: Matter, record: Record, sample: Sample) -> None:
    for row in (matter, *record.cases.values()):
        act("publish", row, actor=None, reason=LOADED)
    for case in sample.cases:
        for filing in case.filings:
            if filing.then == "draft":
                write_filing(record, case.id, filing, take_sequences(record.cases[case.id].pk)[0])
                write_filing_links(record, case.id, filing)
                record.flush()
            elif filing.then:
                act(filing.then, record.filing(case.id, filing.id), actor=None, reason=filing.reason)
            for number in filing.removed_docs:
                removed = Document.objects.get(filing=record.filing(case.id, filing.id), attachment_number=number)
                act("remove", removed, actor=None, reason=filing.reason)


ALL = tuple(NAMES)
