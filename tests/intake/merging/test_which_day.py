"""Which day a page shows: where only the day of entry is shown, none of filing is told, whatever the order of files."""

from datetime import date
from itertools import permutations

import pytest

from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.shape import ImportedDocket
from docket.models import Filing
from tests.court_pages import court_pages
from tests.court_pages import pacer_pages as pages
from tests.court_pages.importing import imported, make_forum

FILED, ENTERED = date(2021, 3, 4), date(2021, 3, 5)
COMPLAINT = pages.Row("1", "COMPLAINT (Entered: 03/05/2021)", document="03501111111", sequence=5)
ON_ENTRY = pages.Row("1", COMPLAINT.text, "03/05/2021", document="03501111111", sequence=5)


def by_entry(rows: list[pages.Row], served: str = "07/01/2021 10:11:12") -> str:
    """A docket report that was asked for by the day of entry."""
    return pages.district(rows=rows, served=served).replace("nowrap'>Date Filed<", "nowrap'>Date Entered<")


def the_docket(page: str) -> ImportedDocket:
    return read_dockets(sniff(page.encode()), page.encode(), "page")[0]


def days(docket: ImportedDocket) -> list[tuple[date | None, date | None]]:
    return [(entry.date_filed, entry.date_entered) for entry in docket.entries]


def test_a_report_by_date_entered_tells_no_day_of_filing() -> None:
    docket = the_docket(by_entry([ON_ENTRY]))
    assert (docket.ordered_by, days(docket)) == ("date_entered", [(None, ENTERED)])


def test_a_report_by_date_filed_tells_both() -> None:
    assert days(the_docket(pages.district(rows=[COMPLAINT]))) == [(FILED, ENTERED)]


def test_the_day_of_a_feed_is_that_of_entry() -> None:
    assert days(the_docket(court_pages.feed([(ON_ENTRY, "Complaint")]))) == [(None, ENTERED)]


@pytest.mark.django_db
class TestInTheRecord:
    @pytest.fixture(autouse=True)
    def forum(self) -> None:
        make_forum()

    def test_a_newer_report_by_date_entered_leaves_the_day_of_filing(self) -> None:
        imported(pages.district(rows=[COMPLAINT]))
        imported(by_entry([ON_ENTRY]))
        filing = Filing.objects.get()
        assert (filing.date_filed, filing.date_entered) == (FILED, ENTERED)

    @pytest.mark.parametrize("order", list(permutations(["docket", "report", "feed"])), ids=" ".join)
    def test_in_any_order_one_entry_has_both_days(self, order: tuple[str, ...]) -> None:
        found = {
            "docket": pages.district(rows=[COMPLAINT]),
            "report": by_entry([ON_ENTRY]),
            "feed": court_pages.feed([(ON_ENTRY, "Complaint")]),
        }
        for name in order:
            imported(found[name], name)
        filing = Filing.objects.get()
        assert (filing.date_filed, filing.date_entered) == (FILED, ENTERED)

    def test_a_report_by_date_entered_keeps_its_order_and_is_found_again(self) -> None:
        rows = [
            pages.Row("1", "COMPLAINT", "03/05/2021", document="03501111111", sequence=5),
            pages.Row("", "Minute entry: conference held.", "03/08/2021"),
            pages.Row("2", "ANSWER", "04/01/2021", document="03501111333", sequence=9),
        ]
        imported(by_entry(rows))
        imported(by_entry(rows, served="08/01/2021 10:11:12"))
        assert [filing.docket_text for filing in Filing.objects.all()] == [row.text for row in rows]
        imported(pages.district(rows=rows))
        assert Filing.objects.count() == 3

    def test_a_renumbered_entry_with_the_same_document_follows_the_page(self) -> None:
        row = pages.Row("2", "NOTICE of Appearance.", "03/06/2021", document="03501111222", sequence=7)
        renumbered = pages.Row("3", row.text, row.filed, document=row.document, sequence=7)
        imported(pages.district(rows=[COMPLAINT, row]))
        imported(pages.district(rows=[COMPLAINT, renumbered], served="07/01/2021 01:01:01"))
        assert sorted(Filing.objects.values_list("entry_number", flat=True)) == ["1", "3"]
