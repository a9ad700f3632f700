"""A docket narrowed to a kind or to numbers, its lines as addresses, a filing's neighbours, the court's own copies."""

import re
from datetime import date

import pytest

from docket.models import Document, Filing
from docket.models.parts.sequence import take_sequences
from docket.publishing import verbs
from docket.publishing.preview import as_published
from docket.site.sheet.neighbours import neighbours_of
from tests.records.page_record import Record
from tests.site.pages.addresses import project
from tests.site.words import words

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]
COURT = "https://court.example.org/doc1/0123"


@pytest.fixture
def record():
    record = Record()
    kinds = {record.complaint: "init.complaint", record.answer: "resp.answer", record.motion: "mot.compel_discovery"}
    for filing, kind in kinds.items():
        Filing.objects.filter(pk=filing.pk).update(filing_type=kind)
    Filing.objects.filter(case=record.case, entry_number="6").update(filing_type="order.order")
    return record


@pytest.fixture
def lines(client, record):
    """The public ids of the lines that are listed, and the page."""

    def ask(asked=""):
        page = client.get(f"{record.case.get_absolute_url()}{asked}").content.decode()
        return re.findall(r'<tr id="e-(\w+)"', page), page

    return ask


def ids(**narrowed):
    return list(
        Filing.objects.filter(**narrowed).order_by("date_filed", "sequence").values_list("public_id", flat=True)
    )


@pytest.mark.parametrize(
    ("kind", "types"),
    [
        ("motions", ["mot.compel_discovery"]),
        ("orders", ["order.order"]),
        ("pleadings", ["init.complaint", "resp.answer"]),
    ],
)
def test_a_docket_is_narrowed_to_a_kind(lines, record, kind, types):
    found, page = lines(f"?kind={kind}")
    assert found == ids(case=record.case, filing_type__in=types) != []
    assert f"{len(found)} of " in words(page)
    assert f": {kind}. Show all" in words(page)
    assert 'name="robots" content="noindex"' in page


def test_exhibits_are_lines_with_an_attachment_or_of_that_type(lines, record):
    Document.objects.create(case=record.case, filing=record.answer, attachment_number=3, title="Exhibit C")
    typed = record.filing(record.case, "12", "EXHIBIT", date(2025, 1, 1), filing_type="brief.exhibit")
    assert {record.answer.public_id, typed.public_id} <= set(lines("?kind=exhibits")[0])
    assert record.motion.public_id not in lines("?kind=exhibits")[0]


def test_numbers_are_a_range_and_what_is_no_number_lies_in_none(lines, record):
    lettered = record.filing(record.case, "5A", "Lettered", date(2024, 1, 1))
    found, _ = lines("?first=2&last=5")
    known = Filing.objects.in_bulk(found, field_name="public_id")
    assert {row.entry_number for row in known.values()} <= {"2", "3", "4", "5"}
    assert record.answer.public_id in found
    assert lettered.public_id not in found
    assert lines("?first=999999999")[0] == []


@pytest.mark.parametrize("asked", ["kind=jokes", "first=x", "last=-1", "first=٣", "first=99999999999"])
def test_what_cannot_be_asked_is_named_and_left_out(lines, record, asked):
    found, page = lines(f"?{asked}")
    assert 'role="alert"' in page
    assert found == lines()[0]


def test_a_sealed_line_is_of_no_kind(lines, record, settings):
    record.publish()
    verbs.act("seal", record.motion, actor=None, reason="order")
    settings.DESK = False
    with as_published():
        assert record.motion.public_id in lines()[0]
        for kind in ("motions", "exhibits", "documents"):
            assert record.motion.public_id not in lines(f"?kind={kind}")[0]


def test_each_line_has_one_address_of_its_own(lines, record):
    for view in ("", "?view=threads", "?order=desc"):
        found, page = lines(view)
        assert len(found) == len(set(found)) > 5
        assert page.count('class="day" href="#e-') >= len(found)


def test_a_document_at_the_court_is_linked_as_such_and_never_once_it_is_sealed(client, lines, record, settings):
    record.publish()
    document = Document.objects.create(case=record.case, filing=record.answer, attachment_number=7, source_url=COURT)
    verbs.act("publish", document, actor=None, reason="test")
    project()
    settings.DESK = False
    with as_published():
        for page in (lines()[1], client.get(record.answer.get_absolute_url()).content.decode()):
            assert f'<a href="{COURT}" rel="nofollow noopener">Attachment 7</a>' in page
            assert "at the court, may need an account" in page
        assert record.answer.public_id in lines("?kind=documents")[0]
    verbs.act("seal", document, actor=None, reason="order")
    project()
    with as_published():
        assert COURT not in lines()[1]
        assert COURT not in client.get(record.answer.get_absolute_url()).content.decode()


def test_a_filing_stands_between_its_neighbours(client, record):
    ordered = list(Filing.objects.filter(case=record.case, date_filed__isnull=False).order_by("date_filed", "sequence"))
    beside = neighbours_of(ordered[1])
    assert (beside.previous, beside.following) == (ordered[0], ordered[2])
    assert neighbours_of(ordered[0]).previous is None
    page = client.get(ordered[1].get_absolute_url()).content.decode()
    assert f'href="{record.case.get_absolute_url()}#e-{ordered[1].public_id}"' in page
    assert f'href="{ordered[0].get_absolute_url()}" rel="prev"' in page


def test_a_line_far_down_is_found_on_the_page_that_its_address_opens(client, record):
    rows = Filing.objects.bulk_create(
        Filing(case=record.case, sequence=place, docket_text=f"Line {place}", date_filed=date(2026, 1, 1))
        for place in take_sequences(record.case.pk, 150)
    )
    line = neighbours_of(Filing.objects.select_related("case").get(pk=rows[120].pk)).line
    assert f'<tr id="e-{rows[120].public_id}"' in client.get(line).content.decode()


def test_what_was_removed_or_is_not_public_is_nobody_s_neighbour(client, record, settings):
    record.publish()
    ordered = list(Filing.objects.filter(case=record.case, date_filed__isnull=False).order_by("date_filed", "sequence"))
    verbs.act("remove", ordered[1], actor=None, reason="test")
    settings.DESK = False
    with as_published():
        page = client.get(ordered[0].get_absolute_url()).content.decode()
        assert ordered[1].get_absolute_url() not in page.split('aria-label="In the docket"')[1].split("</nav>")[0]
    draft = record.filing(record.case, "2", "Draft words", ordered[0].date_filed)
    with as_published():
        page = client.get(ordered[0].get_absolute_url()).content.decode()
        assert draft.public_id not in page
