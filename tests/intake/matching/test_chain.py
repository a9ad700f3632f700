"""The chain of proceedings: linked where court and number are those of one case, in words where they are not."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from docket.choices import CaseLinkKind
from docket.intake.court_pages.pacer.other_proceedings import other_proceedings
from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.merging.merge import merge
from docket.intake.report import FileReport
from docket.intake.shape import ImportedRelated
from docket.models import Case, CaseLink, Forum
from docket.publishing import verbs
from docket.publishing.visibility import Visibility
from tests.court_pages import court_pages, pacer_pages
from tests.court_pages.importing import imported, make_forum, record
from tests.court_pages.recap_pages import API, docket
from tests.intake.merging.test_orders import in_all_orders
from tests.shared import DOCKETS, needs_dockets

ABOVE = "<TABLE><TR><TD>{}</TD><TD>Cause: {}</TD></TR></TABLE><td>Docket Text</td><td>Lead case: 3:19-cv-09999</td>"


@pytest.fixture(autouse=True)
def forums(db: None) -> None:
    for court in ("cand", "ca9", "alsb"):
        make_forum(court)


def appeal(number: str = "3:21-cv-01234-QRS") -> str:
    """A docket of appeal that names the case below."""
    raw = docket(
        court_id="ca9",
        docket_number="21-15999",
        pacer_case_id="900",
        appeal_from_str="Northern District of California",
        appeal_from=f"{API}/courts/cand/",
        original_court_info={"docket_number": number},
    )
    return json.dumps(raw)


def links() -> list[tuple[str, str, str | None, str]]:
    """Every link: of which case, how, to which case or in which words."""
    rows = CaseLink.objects.select_related("from_case", "to_case").order_by("pk")
    return [
        (
            *(link.from_case.docket_number, link.kind),
            *(link.to_case.docket_number if link.to_case else None, link.to_text),
        )
        for link in rows
    ]


def as_linked() -> list[Any]:
    return [links()]


def test_an_appeal_is_linked_to_the_case_below_in_either_order() -> None:
    files = [("docket.html", pacer_pages.district().encode()), ("appeal.json", appeal().encode())]
    one, other = in_all_orders(files, as_linked)
    assert one == other == [[("21-15999", CaseLinkKind.APPEAL_OF, "3:21-cv-01234", "")]]


def test_another_number_stays_in_words() -> None:
    imported(pacer_pages.district())
    imported(appeal("3:21-cv-04321"), "appeal.json")
    assert links() == [("21-15999", CaseLinkKind.APPEAL_OF, None, "Court cand, No. 3:21-cv-04321")]


def test_the_same_number_in_another_court_is_another_case() -> None:
    imported(court_pages.appellate())
    make_forum("nysd")
    imported(pacer_pages.district(court="Southern District of New York", host="ecf.nysd.uscourts.gov"))
    imported(appeal(), "appeal.json")
    assert all(to is None for _, _, to, _ in links())


def test_a_second_import_changes_nothing() -> None:
    for _ in range(2):
        imported(pacer_pages.district())
        imported(appeal(), "appeal.json")
        before = record()
    imported(appeal(), "appeal.json")
    assert record() == before


def test_a_link_that_staff_put_in_their_own_words_stays() -> None:
    imported(appeal(), "appeal.json")
    CaseLink.objects.update(to_text="The case that we do not link")
    imported(pacer_pages.district())
    assert links()[0][2:] == (None, "The case that we do not link")


def test_a_link_that_staff_removed_does_not_come_back() -> None:
    imported(appeal(), "appeal.json")
    CaseLink.objects.all().delete()
    imported(pacer_pages.district())
    imported(appeal(), "appeal.json")
    assert links() == []


def sealed(case: Case) -> None:
    verbs.act("seal", case, actor=None, reason="Sealed by order")


@pytest.mark.parametrize("hide", [sealed])
def test_a_case_under_seal_is_never_linked(hide: Callable[[Case], None]) -> None:
    imported(pacer_pages.district())
    hide(Case.objects.get())
    imported(appeal(), "appeal.json")
    assert links()[0][2] is None


def test_a_public_case_keeps_its_words_until_the_other_is_public() -> None:
    imported(appeal(), "appeal.json", publish=True)
    imported(pacer_pages.district())
    assert links()[0][2] is None
    imported(pacer_pages.district(), publish=True)
    assert Case.objects.filter(visibility=Visibility.PUBLIC).count() == 2
    imported(appeal(), "appeal.json")
    assert links()[0][2] == "3:21-cv-01234"


def named(words: str, cause: str = "") -> list[tuple[str, str, str, tuple[str, ...]]]:
    html = ABOVE.format(words, cause)
    found = other_proceedings(html, "cand", "3:21-cv-01234", cause)
    return [(related.kind, related.court_id, related.court, related.numbers) for related in found]


@pytest.mark.parametrize(
    ("words", "cause", "expected"),
    [
        ("Lead case: <a>3:20-cv-00077-QRS</a>", "", [("related", "cand", "", ("3:20-cv-00077",))]),
        (
            "Lead&nbsp;BK Case: <a>20-12345</a> Lead BK Title: X",
            "",
            [("adversary_proceeding_of", "cand", "", ("20-12345",))],
        ),
        (
            "Related&nbsp;Cases: <a>3:20-cv-00077</a> <a>3:20-cr-00078-Q</a>",
            "",
            [("related", "cand", "", ("3:20-cv-00077",)), ("related", "cand", "", ("3:20-cr-00078",))],
        ),
        (
            "Case in other court: Alameda County Superior Court, RG21-01",
            "28:1441 Notice of Removal",
            [("removed_from", "", "Alameda County Superior Court", ("RG21-01",))],
        ),
        ("Case in other court: Alameda County, RG21-01", "28:1331", [("related", "", "Alameda County", ("RG21-01",))]),
        ("Case in other court: Ninth Circuit, 21-15999", "", [("related", "ca9", "Ninth Circuit", ("21-15999",))]),
        ("Similar Case: <a>3:20-cv-00079-QRS</a>", "", [("related", "cand", "", ("3:20-cv-00079",))]),
        (
            "Magistrate judge case number: <a>3:20-mj-00079-Q</a> Date Filed: 01/02/2020",
            "",
            [("related", "cand", "", ("3:20-mj-00079",))],
        ),
        (
            "Appeals court case number: 21-15999 USCA-9th Circuit Defendant (1)",
            "",
            [("related", "ca9", "USCA-9th Circuit", ("21-15999",))],
        ),
        (
            "Appeals court case number: 21-15999J US Court of Appeals 11th Circuit Defendant (6)",
            "",
            [("related", "ca11", "US Court of Appeals 11th Circuit", ("21-15999",))],
        ),
        (
            "Lead Case Consolidated with member case Acme Shipping (20-12346) 1 Road represented by Roe 20-99999",
            "",
            [("related", "cand", "", ("20-12346",))],
        ),
        ("Lead case: <a>3:21-cv-01234</a>", "", []),
        ("Plaintiff in a related case", "", []),
    ],
)
def test_what_stands_above_the_parties_is_read(words: str, cause: str, expected: list[Any]) -> None:
    assert named(words, cause) == expected


def test_a_long_list_of_related_cases_is_read_to_its_end() -> None:
    numbers = [f"3:20-cv-{number:05}" for number in range(1, 401)]
    found = named("Related Cases: " + " ".join(f"<a>{number}-QRS</a>" for number in numbers))
    assert [number for _, _, _, (number,) in found] == numbers


@needs_dockets
def test_of_real_dockets_every_proceeding_that_is_named_is_found() -> None:
    """Counted by eye in the pages: what stands behind their labels, and nothing of their entries."""
    counted = {"nysb_19": 1, "caed_3": 4, "wawb_4": 1}
    for name, number in counted.items():
        (page,) = DOCKETS.glob(f"*/{name}.html")
        (found,) = read_dockets(sniff(page.read_bytes()), page.read_bytes(), page.name)
        assert len(found.related) == number, name


def test_hundreds_of_other_proceedings_are_written_by_as_many_statements_as_two() -> None:
    """A case that is administered jointly with others names each of them."""

    def written(others: int, office: int) -> int:
        data = pacer_pages.district(number=f"{office}:21-cv-01234-QRS", case=f"3712{office}").encode()
        (page,) = read_dockets(sniff(data), data, "page.html")
        numbers = [f"3:20-cv-{n:05}" for n in range(others)]
        named = [ImportedRelated(kind=CaseLinkKind.RELATED, court="", numbers=(number,)) for number in numbers]
        with CaptureQueriesContext(connection) as asked:
            merge(replace(page, related=tuple(named)), Forum.objects.get(slug="cand"), FileReport(file="page.html"))
        case = Case.objects.get(court_case_id=f"3712{office}")
        assert case.links_from.count() == case.numbers.filter(kind="related").count() == others
        return sum("INSERT" in str(query["sql"]) and "link" in str(query["sql"]) for query in asked.captured_queries)

    assert written(2, 1) == written(200, 3)
