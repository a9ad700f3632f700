"""Writing the docket of a sample's case: filings, who filed them, their documents, excerpts and links."""

import hashlib

from django.core.files.base import ContentFile

from docket.models import Document, DocumentOriginal, DocumentPage, Excerpt, Filing, FilingLink, FilingParty
from docket.samples.pdf import sample_pdf
from docket.samples.people import dated, sample_id
from docket.samples.record import Record
from docket.samples.shape import FilingData


def write_filing(record: Record, case: str, data: FilingData, sequence: int) -> Filing:
    """One line of the docket as a draft, with its filers, documents and excerpts."""
    filing = Filing(
        public_id=sample_id(record.sample, case, "filing", data.id),
        case=record.cases[case],
        sequence=sequence,
        entry_number=data.number,
        filing_type=data.type,
        title=data.title,
        docket_text=data.text,
        short_text=data.short,
        state=data.state,
        **dated("date_filed", data.filed),
        **dated("date_entered", data.entered),
        **dated("date_served", data.served),
    )
    record.filings[f"{case}/{data.id}"] = record.add(filing)
    for filer in data.by:
        record.add(FilingParty(case=filing.case, filing=filing, case_party=record.case_party(case, filer)))
    for number, title in enumerate(data.docs):
        _document(record, case, data, number, title)
    for position, excerpt in enumerate(data.excerpts):
        record.add(
            Excerpt(
                case=filing.case,
                filing=filing,
                text=excerpt.text,
                pinpoint=excerpt.pinpoint,
                source=record.people.sources[excerpt.source] if excerpt.source else None,
                position=position,
            )
        )
    record.prove(data.proof, filing=filing)
    return filing


def write_filing_links(record: Record, case: str, data: FilingData) -> None:
    """Its links to filings of this and other cases; a draft that is written last brings its own."""
    filing = record.filings.get(f"{case}/{data.id}")
    if filing is None:
        return
    for link in data.links:
        kind, target, *outcome = link.split()
        other = record.filing(case, target)
        record.add(
            FilingLink(
                from_case=filing.case,
                from_filing=filing,
                to_case=other.case,
                to_filing=other,
                kind=kind,
                outcome="".join(outcome),
            )
        )


def _document(record: Record, case: str, data: FilingData, number: int, title: str) -> None:
    filing = record.filing(case, data.id)
    document = record.add(
        Document(
            public_id=sample_id(record.sample, case, "document", data.id, str(number)),
            case=filing.case,
            filing=filing,
            attachment_number=number,
            title=title,
        )
    )
    if not data.pdf:
        return
    pages = sample_pdf(filing.case, title, data.text)
    for page, text in enumerate(pages.texts, 1):
        record.add(DocumentPage(case=filing.case, document=document, number=page, text=text))
    name = f"{document.public_id}.pdf"
    record.add(
        DocumentOriginal(
            document=document,
            file=ContentFile(pages.pdf, name=name),
            file_name=name,
            sha256=hashlib.sha256(pages.pdf).hexdigest(),
        )
    )
