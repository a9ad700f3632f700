"""What imports do the short way: the same answers as the long way, in few statements."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from juriscraper.pacer import DocketReport

from docket.intake.court_pages.pacer.rows import QuickRows
from docket.models import Case, DeadlineProposal
from docket.proposals.propose import follow_case
from tests.court_pages import pacer_pages as pages
from tests.court_pages.importing import imported, record, the_case
from tests.court_pages.pacer_pages import Row
from tests.records.suit import forum
from tests.shared import DOCKET_REPORTS, needs_dockets

LINK = '<a href="https://ecf.cand.uscourts.gov/doc1/03501111111">1</a>&nbsp;'
CELLS = {
    "line break": "1<br>(5 pgs)",
    "paragraph": "<p>1</p>(5 pgs)",
    "count beside": "1 (5 pgs)",
    "blanks around": "&nbsp; 1 &nbsp;",
    "no number": "&nbsp;",
    "nothing": "",
    "text after the cell": "</td> 9 <td style='display:none'>",
    "in pieces": "<b>1</b><i>2</i>",
    "a comment": "<!-- 7 -->1",
    "another link first": f'<a href="/cgi-bin/x.pl?1">see</a> {LINK}',
    "link of the site": '<a href="/doc1/03501111111?caseid=4#page=2">1</a>',
    "link without folder": '<a href="03501111111">1</a>',
    "link with blanks": '<a href="  /doc1/03501111111  ">1</a>',
    "link without address": "<a name='x'>1</a>",
    "link of other words": '<a href="/doc1/03501111111">one</a>',
    "link to a script": '<a href="/cgi-bin/show_doc.pl?caseid=1&de_seq_num=5">1</a>',
    "link to a case's script": '<a href="/cgi-bin/show_case_doc?1,2,3">1</a>',
}


def read(reader: Any, html: str, court: str) -> Any:
    """The data, or the sort of fault: both are a refusal."""
    report = reader(court)
    try:
        report._parse_text(html)
        return report.data
    except Exception as fault:
        return "refused" if isinstance(fault, LookupError | AssertionError) else type(fault)


@needs_dockets
@pytest.mark.parametrize("page", DOCKET_REPORTS, ids=lambda page: page.name)
def test_the_quick_reader_reads_real_pages_as_juriscraper_does(page: Path) -> None:
    html = page.read_text(errors="replace")
    court = json.loads(page.with_suffix(".json").read_text()).get("court_id", "nmd")
    assert read(QuickRows, html, court) == read(DocketReport, html, court)


@pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS)
@pytest.mark.parametrize("court", ["cand", "txnb"])
def test_the_quick_reader_reads_odd_cells_as_juriscraper_does(cell: str, court: str) -> None:
    plain = pages.district(rows=[Row("@", "ORDER. (Entered: 03/05/2021)"), Row("2", "NOTICE", document="03501111333")])
    html = plain.replace("@&nbsp;", cell)
    quick, slow = read(QuickRows, html, court), read(DocketReport, html, court)
    for found in (quick, slow):
        for entry in found["docket_entries"] if isinstance(found, dict) else ():
            # an id that is no number is no id, and the importer drops it
            entry["pacer_doc_id"] = (entry["pacer_doc_id"] or "").isdecimal() and entry["pacer_doc_id"]
    assert quick == slow


@contextmanager
def statements() -> Iterator[list[str]]:
    found: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield found
    found += [query["sql"] for query in captured.captured_queries]


@pytest.fixture
def cand(db: None) -> None:
    court = forum("cand", "frcp6", "America/Los_Angeles")
    court.courts_db_id = "cand"
    court.save()


@pytest.mark.usefixtures("cand")
def test_a_new_docket_takes_as_many_statements_whatever_its_length() -> None:
    rows = [Row(str(n), "ORDER granting 1 Motion filed by Ottoline Marsh.", sequence=n) for n in range(1, 61)]
    taken = []
    imported(pages.district())  # whose parties will be asked about as namesakes
    for number, count in (("3:21-cv-00001", 20), ("3:21-cv-00002", 60)):
        with statements() as said:
            imported(pages.district(rows=rows[:count], number=number, case=number[-5:]))
        taken.append(len(said))
    assert taken[0] == taken[1]
    assert taken[0] <= 42


@pytest.mark.usefixtures("cand")
def test_a_new_case_is_proposed_what_following_it_again_finds() -> None:
    rows = [
        Row("1", "COMPLAINT against Brightwater Pictures, LLC. (Entered: 05/20/2021)", filed="05/20/2021"),
        Row("2", "MOTION to Dismiss 1 Complaint filed by Brightwater Pictures, LLC.", filed="05/25/2021"),
        Row("3", "ORDER denying 2 Motion to Dismiss.", filed="05/28/2021"),
        Row("4", "JUDGMENT in favor of Ottoline Marsh.", filed="05/28/2021"),
    ]
    report = imported(pages.district(rows=rows))
    assert report.proposed == DeadlineProposal.objects.filter(state="open").count() > 1
    before = record()
    follow_case(the_case(), since=date(2021, 6, 1))
    assert record() == before
    imported(pages.district(rows=rows))
    assert Case.objects.count() == 1
    assert record() == before
