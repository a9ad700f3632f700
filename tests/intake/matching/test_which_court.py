"""Which court a page is of, and by what name another proceeding's court is called."""

from dataclasses import replace
from datetime import date

import pytest

from docket.forums.pacer_courts import court_of_appeals, is_appellate, may_serve
from docket.forums.table import all_forums
from docket.intake.court_pages.pacer.appellate import find_court
from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.court_pages.texas import forum_of
from docket.intake.merging.merge import merge
from docket.intake.report import FileReport
from docket.intake.shape import ImportedDocket, Refused
from docket.models import Case, CaseLink, CaseNumber, Forum
from tests.court_pages import court_pages, texas_pages
from tests.court_pages.importing import imported, make_forum

PANEL = court_pages.appellate().replace(
    "Court of Appeals for the Ninth Circuit", "Bankruptcy Appellate Panel of the Ninth Circuit"
)


def the_docket(page: str, forum: str = "") -> ImportedDocket:
    return read_dockets(sniff(page.encode()), page.encode(), "page", forum)[0]


@pytest.mark.parametrize(
    ("words", "court"),
    [
        ("united states court of appeals for the ninth circuit", "ca9"),
        ("united states bankruptcy appellate panel of the ninth circuit", "bap9"),
        ("u.s. bankruptcy appellate panel for the tenth circuit general docket", "bap10"),
        ("bankruptcy appellate panel ninth circuit", "bap9"),
        ("court of appeals for the federal circuit", "cafc"),
        ("district court", ""),
    ],
)
def test_a_panel_is_not_the_court_of_appeals(words: str, court: str) -> None:
    assert court_of_appeals(words) == court
    assert not court or is_appellate(court)


def test_a_panel_s_page_is_of_the_panel_and_its_forum_is_accepted() -> None:
    assert the_docket(PANEL).court_id == "bap9"
    assert the_docket(PANEL, "bap9").court_id == "bap9"
    with pytest.raises(Refused, match="'bap9', not 'ca9'"):
        the_docket(PANEL, "ca9")


def test_a_page_of_the_court_of_appeals_is_not_taken_for_the_panel() -> None:
    with pytest.raises(Refused, match="'ca9', not 'bap9'"):
        the_docket(court_pages.appellate(), "bap9")


def test_a_panel_may_be_served_from_its_circuit_s_address() -> None:
    assert may_serve("ca9", "bap9")
    assert not may_serve("ca9", "bap8")
    assert find_court("https://ecf.ca9.uscourts.gov/docs1/1 general docket", "bap9") == "bap9"


def test_an_acms_file_without_court_asks_whatever_its_entries_name() -> None:
    text = "MANDATE of the United States Court of Appeals for the Eighth Circuit, https://ecf.ca8.uscourts.gov/docs1/1"
    page = court_pages.acms(text=text).replace("ca9.uscourts.gov", "example.org")
    with pytest.raises(Refused, match="does not say which court"):
        the_docket(page)
    assert the_docket(page, "ca2").court_id == "ca2"


@pytest.mark.parametrize(
    ("court", "filed", "forum"),
    [
        ("coa08", date(2021, 1, 4), "texapp-8"),
        ("texas_coa14", None, "texapp-14"),
        ("coa08", date(1981, 8, 31), "texcivapp"),
        ("coa08", date(1981, 9, 1), "texapp-8"),
        ("cossup", date(1980, 1, 1), "tex"),
        ("texas_coscca", None, "texcrimapp"),
        ("texas_unknown", None, ""),
        (None, None, ""),
    ],
)
def test_a_texas_court_is_told_by_district_and_year(court: str | None, filed: date | None, forum: str) -> None:
    assert forum_of(court, filed) == forum


def test_each_texas_district_is_in_the_table() -> None:
    rows = {row.slug: row for row in all_forums()}
    for number in range(1, 16):
        assert forum_of(f"coa{number:02}") in rows
    assert rows["texapp-8"].name == "Court of Appeals for the Eighth District of Texas"
    assert "Civil" in rows["texcivapp"].name
    assert "Civil" not in rows["texapp"].name


@pytest.mark.django_db
class TestInTheRecord:
    def texas(self) -> tuple[Forum, Forum]:
        above = make_forum("texapp")
        common = {"kind": "court", "level": "intermediate_appellate"}
        Forum.objects.filter(pk=above.pk).update(**common)
        eighth = Forum.objects.create(slug="texapp-8", name="Eighth District", parent=above, **common)
        return above, eighth

    def test_a_texas_case_under_all_districts_moves_to_its_own(self) -> None:
        above, eighth = self.texas()
        imported(texas_pages.court_of_appeals())
        Case.objects.update(forum=above)
        report = imported(texas_pages.court_of_appeals(), "again")
        assert Case.objects.get().forum == eighth
        assert "where it stands now" in " ".join(report.warnings)

    def test_another_proceeding_s_court_is_called_by_its_name_here(self) -> None:
        make_forum("ca9")
        below = make_forum("cand")
        Forum.objects.filter(pk=below.pk).update(name="District Court for the Northern District of California")
        docket = the_docket(court_pages.appellate())
        related = replace(docket.related[0], court_id="cand", numbers=("3:21-cv-01234",))
        merge(replace(docket, related=(related,)), make_forum("ca9"), FileReport("page"))
        name = "District Court for the Northern District of California"
        assert CaseLink.objects.get().to_text == f"{name}, No. 3:21-cv-01234"
        assert CaseNumber.objects.get().forum == below

    def test_a_court_that_is_not_among_the_forums_keeps_the_page_s_words(self) -> None:
        make_forum("ca9")
        imported(court_pages.appellate())
        assert CaseLink.objects.get().to_text.startswith("Board of Immigration Appeals")
