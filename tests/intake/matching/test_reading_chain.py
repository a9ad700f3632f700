"""The proceedings that real pages name are those that were labelled; what single pages of courts say of others."""

from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from tests import reading_chain
from tests.court_pages import court_pages, texas_pages
from tests.shared import needs_dockets, needs_more


@needs_dockets
@needs_more
def test_real_pages_name_the_labelled_proceedings_and_no_others() -> None:
    counted = reading_chain.score()
    assert counted.wrong == ()
    assert counted.right >= 290
    assert len(counted.missed) <= 1


def told(page: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    (docket,) = read_dockets(sniff(page.encode()), page.encode(), "page")
    return [(related.kind, related.court, related.court_id, related.numbers) for related in docket.related]


def test_what_the_supreme_court_names_beside_the_case_below_is_not_under_review() -> None:
    ninth = "United States Court of Appeals for the Ninth Circuit"
    page = court_pages.supreme_court(LowerCourtCaseNumbers="(23-2051 (See also 23-1853, 23-1854))")
    assert told(page) == [
        ("appeal_of", ninth, "", ("23-2051",)),
        ("related", ninth, "", ("23-1853",)),
        ("related", ninth, "", ("23-1854",)),
    ]


def test_the_supreme_court_links_each_case_once_and_names_its_own_court() -> None:
    page = court_pages.supreme_court(Links="Linked with 24-1195, 24-1195, 24-1201")
    assert [row[2:] for row in told(page)[1:]] == [("scotus", ("24-1195",)), ("scotus", ("24-1201",))]


def test_an_appeal_names_those_before_and_beside_it() -> None:
    page = court_pages.appellate(district="3:21-cv-01234").replace(
        "<td><b>Panel Assignment:</b>",
        "<td><b>Prior Cases:</b></td></tr><tr><td>22-30652 <b>Date Filed:</b> 10/14/2022 </td></tr>"
        "<tr><td><b>Current Cases:</b></td></tr><tr><td>23-30126 23-30127</td></tr>"
        "<tr><td><b>Panel Assignment:</b>",
    )
    assert [row for row in told(page) if row[0] == "related"] == [
        ("related", "", "ca9", ("22-30652",)),
        ("related", "", "ca9", ("23-30127",)),
    ]


def test_a_case_that_texas_transferred_has_no_known_number_where_it_went() -> None:
    page = texas_pages.court_of_appeals().replace(
        "<div>Transfer To:</div><div></div>", "<div>Transfer To:</div><div>3rd Court of Appeals</div>"
    )
    moved = [row for row in told(page) if row[0] == "transferred_to"]
    assert [row[2:] for row in moved] == [("texapp-3", ())]


def test_labels_hold_no_number_of_a_case() -> None:
    assert all(label.number == "-" or len(label.number) == 64 for label in reading_chain.labels())
