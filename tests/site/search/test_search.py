"""The search as the public meets it: with the public role, over committed and published rows."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from docket.models import Appearance, Case, CaseNumber, Filing, FilingLink, Forum
from docket.publishing import verbs
from parties.models import Attorney, Firm, PartyAlias
from tests.records.listing_records import Cast, as_public, make_case, make_claim, make_filing, make_party, publish

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.urls("config.urls_public")]


class Record(Cast):
    """With counsel, claims, another name and a second docket number."""

    def __init__(self) -> None:
        super().__init__()
        self.firm = Firm.objects.create(name="Quillfeather & Sons LLP")
        self.counsel = Attorney.objects.create(name="Tamsin Orrell")
        Appearance.objects.create(case_party=self.roe, attorney=self.counsel, firm=self.firm)
        PartyAlias.objects.create(party=self.poe.party, name="Starling Pictures")
        self.claim = make_claim(
            self.suit, "Negligence in rigging", self.roe, self.poe, {"kind": "served", "date": date(2022, 3, 20)}
        )
        self.district = Forum.objects.create(slug="xdist", kind="court", name="D. Ex.", docket_pattern="us_district")
        self.federal = make_case(
            "Moe v. Grand Pageant Co.", forum=self.district, docket_number="1:21-cv-00123", date_filed=date(2021, 5, 1)
        )
        CaseNumber.objects.create(case=self.federal, number="24STCV99010", kind="former")
        self.long = make_filing(
            self.federal,
            f"{'Words that say nothing of it. ' * 40} MOTION for summary judgment <script>alert(1)</script> of roe",
            filing_type="mot.summary_judgment",
            date_filed=date(2023, 1, 2),
        )

    def publish(self) -> Any:
        super().publish()
        publish(self.federal)
        return self


@pytest.fixture
def record(committed: None) -> Any:
    return Record().publish()


def ask(question: str) -> Any:
    with as_public():
        return Client().get(f"/search/?{question}")


def found(question: str) -> dict[str, list[str]]:
    """By kind, what the rows are."""
    page = ask(question)
    assert page.status_code == 200, page.content.decode()
    return {group.kind.code: [str(row) for row in group.rows] for group in page.context["groups"]}


def test_a_word_finds_rows_of_every_kind(record: Record) -> None:
    assert found("q=negligence") == {
        "claims": ["Negligence in rigging against Poe Productions, Inc., Defendant"],
        "filings": ["MOTION to dismiss for negligence of service", "1: COMPLAINT for negligence"],
    }
    assert found("q=stage") == {"matters": ["Collapse of the stage"]}
    assert found("q=orrell") == {"counsel": ["Tamsin Orrell"]}
    assert found("q=quillfeather") == {"counsel": ["Tamsin Orrell"]}
    assert found("q=starling") == {"parties": ["Poe Productions, Inc."]}
    assert found("q=pageant") == {"cases": ["Moe v. Grand Pageant Co., No. 1:21-cv-00123"]}


def test_words_stand_in_any_order_and_phrases_as_they_are(record: Record) -> None:
    assert list(found("q=Orrell,+Tamsin")) == ["counsel"]
    assert list(found("q=“tamsin+orrell”")) == ["counsel"]
    assert found("q=“orrell+tamsin”") == {}
    assert found('q="summary+judgment"') == {"filings": [str(record.long)]}
    assert found('q="judgment+summary"') == {}


def test_or_finds_either_in_names_as_in_docket_texts(record: Record) -> None:
    assert found("q=orrell+or+starling") == {"parties": ["Poe Productions, Inc."], "counsel": ["Tamsin Orrell"]}
    assert len(found("q=dismiss+or+judgment")["filings"]) == 2


def test_what_is_typed_with_a_minus_is_left_out(record: Record) -> None:
    assert found("q=negligence+-dismiss")["filings"] == ["1: COMPLAINT for negligence"]
    assert "claims" not in found("q=negligence+-rigging")
    assert found("q=productions+-poe") == {}
    page = ask("q=-poe")
    assert page.status_code == 400
    assert "Write a word that is to be found" in page.content.decode()


@pytest.mark.parametrize("number", ["1:21-cv-123", "21cv123", "No. 1:21-cv-00123-XY", "24STCV99010", "24 stcv 99010"])
def test_a_docket_number_goes_to_its_case(record: Record, number: str) -> None:
    page = ask(f"q={number}")
    assert page.status_code == 302
    assert page["Location"] == record.federal.get_absolute_url()


def test_a_number_of_several_cases_or_beside_other_wishes_is_listed(record: Record) -> None:
    publish(make_case("Roe v. Zoe", forum=record.district, docket_number="2:21-cv-00123"))
    page = ask("q=21cv123")
    assert page.status_code == 200
    assert len(page.context["numbered"]) == 2
    assert "is of these cases" in page.content.decode()
    assert ask("q=1:21-cv-123&all=1").status_code == 200
    assert ask("q=1:21-cv-123&filed_from=2020").status_code == 200


def test_words_beside_a_number_are_looked_for_in_its_case(record: Record) -> None:
    make_filing(record.suit, "MOTION for summary judgment")
    assert found("q=21cv123+summary+judgment") == {"filings": [str(record.long)]}
    page = ask("q=21cv123+summary+judgment").content.decode()
    assert "<span>in the case <b>1:21-cv-00123</b></span>" in page
    assert 'href="/search/?q=summary+judgment" aria-label="Take off: in the case 1:21-cv-00123"' in page


def test_what_is_asked_is_said_in_words_and_each_part_can_be_taken_off(record: Record) -> None:
    page = ask('q=negligence+-stay+"to+dismiss"&forum=xtest&filed_from=2022&what=filings')
    parts = [(part.label, part.value, part.without) for part in page.context["parts"]]
    rest = "forum=xtest&filed_from=2022&what=filings"
    assert parts == [
        ("with the word", "negligence", f"?q=%22to+dismiss%22+-stay&{rest}"),
        ("with the phrase", "“to dismiss”", f"?q=negligence+-stay&{rest}"),
        ("without", "“stay”", f"?q=negligence+%22to+dismiss%22&{rest}"),
        ("kind of result", "Filings", "?q=negligence+-stay+%22to+dismiss%22&forum=xtest&filed_from=2022"),
        ("before", "Test Court of Example County", "?q=negligence+-stay+%22to+dismiss%22&filed_from=2022&what=filings"),
        ("filed since", "2022", "?q=negligence+-stay+%22to+dismiss%22&forum=xtest&what=filings"),
    ]


def test_filters_narrow_and_a_kind_that_does_not_know_them_is_left_out(record: Record) -> None:
    assert found("q=roe&forum=xtest") == {
        "cases": [str(record.suit)],
        "parties": ["Roe, Jane"],
    }
    assert found("q=negligence&type=mot.dismiss") == {"filings": ["MOTION to dismiss for negligence of service"]}
    assert list(found("q=negligence&effect=open")) == ["claims"]
    assert found("q=negligence&party=poe&role=defendant") == {
        "filings": ["MOTION to dismiss for negligence of service"]
    }
    assert found("q=moe&filed_to=2021") == {"cases": [str(record.federal)]}
    assert found("q=orrell&forum=xarb") == {}
    assert found("q=orrell&forum=xtest") == {"counsel": ["Tamsin Orrell"]}


def test_motions_without_a_ruling_are_those_that_the_case_page_lists(record: Record) -> None:
    assert found("motions=no_ruling") == {"filings": [str(record.long), str(record.motion)]}
    order = make_filing(record.federal, "ORDER", filing_type="order.order")
    publish(order)
    FilingLink.objects.create(from_filing=order, to_filing=record.long, kind="rules_on", outcome="granted")
    assert found("motions=no_ruling") == {"filings": [str(record.motion)]}
    Case.objects.filter(pk=record.suit.pk).update(rulings_are_read=False)
    assert found("motions=no_ruling") == {}


def test_the_words_are_marked_and_what_the_court_wrote_is_escaped(record: Record) -> None:
    page = ask("q=“summary+judgment”").content.decode()
    assert "<mark>summary</mark> <mark>judgment</mark>" in page
    assert "<script>alert" not in page
    assert "<mark>Orrell</mark>" in ask("q=orrell").content.decode()


def test_what_was_typed_is_escaped_wherever_it_is_repeated(record: Record) -> None:
    page = ask('q="><script>alert(2)</script>&forum=<script>alert(3)').content.decode()
    assert "<script>alert" not in page


def test_facets_count_what_is_left_when_they_are_chosen(record: Record) -> None:
    page = ask("q=negligence+or+demand")
    names = {facet.name: facet.choices for facet in page.context["facets"]}
    assert {choice.words: choice.count for choice in names["Type of filing"]} == {
        "Complaint": 1,
        "Motion to dismiss": 1,
        "Demand for arbitration": 1,
    }
    for facet in page.context["facets"]:
        for choice in facet.choices:
            rows = found(choice.address.removeprefix("?"))
            assert sum(len(rows.get(code, ())) for code in ("cases", "filings")) == choice.count, choice


def test_a_name_spelled_nearly_so_is_offered_where_none_is_found(record: Record) -> None:
    page = ask("q=Tasmin+Orell")
    assert page.context["near"] == ["Tamsin Orrell"]
    assert 'href="/search/?q=Tamsin%20Orrell"' in page.content.decode()
    assert ask("q=Tamsin").context["near"] == []
    assert ask("q=Prodductions").context["near"] == ["Poe Productions, Inc."]


def test_nothing_found_says_what_to_take_off_and_where_else_there_is_something(record: Record) -> None:
    page = ask("q=negligence+zebra").content.decode()
    assert "<b>0 results</b>" in page
    page = ask("q=negligence&forum=xarb").content.decode()
    assert 'Look without <a class="pad" href="/search/?forum=xarb">with the word negligence</a>' in page
    page = ask("q=orrell&what=filings").content.decode()
    assert "None of the filings has all of this." in page
    assert 'href="/search/?q=orrell&amp;what=counsel">1 attorney</a>' in page


def test_filings_are_read_newest_first_or_best_match_first(record: Record) -> None:
    publish(make_filing(record.suit, "negligence, negligence", date_filed=date(2001, 1, 1)))
    assert found("q=negligence")["filings"][-1] == "negligence, negligence"
    assert found("q=negligence&order=best")["filings"][0] == "negligence, negligence"
    assert found("q=negligence&order=oldest")["filings"][0] == "negligence, negligence"


def test_one_kind_is_read_page_by_page_in_both_directions(record: Record) -> None:
    for number in range(60):
        make_party(record.suit, f"Zebra {number:02}", "defendant")
    seen: list[str] = []
    address = "?q=zebra&what=parties"
    while address:
        page = ask(address.removeprefix("?"))
        seen += [str(row) for row in page.context["groups"][0].rows]
        address = page.context["next"]
    assert seen == [f"Zebra {number:02}" for number in range(60)]
    back = ask(page.context["previous"].removeprefix("?"))
    assert [str(row) for row in back.context["groups"][0].rows] == seen[25:50]
    assert ask("q=zebra&what=parties&after=,").status_code == 400


def test_counts_are_capped(record: Record) -> None:
    case = make_case("Many v. More")
    Filing.objects.bulk_create(Filing(case=case, sequence=n + 2, docket_text="ZEBRA") for n in range(1001))
    publish(case)
    page = ask("q=zebra")
    assert str(page.context["groups"][0].found.count) == "more than 1,000"
    assert "More than 1,000 results" in page.content.decode()
    assert page.context["facets"] == []


def test_it_takes_as_many_questions_for_a_large_record_as_for_a_small_one(record: Record) -> None:
    def asked() -> int:
        with as_public(), CaptureQueriesContext(connection) as queries:
            assert Client().get("/search/?q=poe").status_code == 200
        return len(queries)

    few = asked()
    for number in range(30):
        case = make_case(f"Poe v. Moe {number}")
        party = make_party(case, f"Poe {number}", "plaintiff")
        make_filing(case, "MOTION of Poe", (party,))
        publish(case)
    # rows without a date are a list of their own, read where those with one do not fill the page
    assert asked() <= few + 2
    print(few, "questions")


def test_withheld_rows_are_never_found_counted_or_suggested(record: Record) -> None:
    hidden = make_case(
        "Secretive v. Undisclosed", forum=record.district, docket_number="1:22-cv-00456", date_filed=date(2022, 1, 1)
    )
    party = make_party(hidden, "Wilhelmina Undisclosed", "defendant")
    Appearance.objects.create(case_party=party, attorney=Attorney.objects.create(name="Barnabas Undisclosed"))
    make_claim(hidden, "Undisclosed claim", party, make_party(hidden, "Undisclosed Two", "plaintiff"))
    make_filing(hidden, "UNDISCLOSED motion", (party,), filing_type="mot.dismiss")
    sealed = make_filing(record.suit, "UNDISCLOSED order", date_filed=date(2022, 1, 1))
    publish(sealed)

    def looks() -> dict[str, Any]:
        with as_public():
            pages = {q: Client().get(f"/search/?q={q}") for q in QUESTIONS}
        return {q: (page.status_code, page.content) for q, page in pages.items()}

    verbs.act("seal", sealed, actor=None, reason="test")
    draft = looks()
    for question, (status, body) in draft.items():
        assert status == 200, question
        assert b"ndisclosed" not in body.replace(question.replace("+", " ").encode(), b""), question
        assert b"0 results" in body, question
    publish(hidden)
    assert ask("q=1:22-cv-456").status_code == 302
    assert set(found("q=undisclosed")) == {"cases", "parties", "counsel", "claims", "filings"}
    assert ask("q=Undiscolsed").context["near"]
    verbs.act("seal", hidden, actor=None, reason="test")
    assert looks() == draft
    verbs.act("unseal", hidden, actor=None, reason="test")
    verbs.act("hide", hidden, actor=None, reason="test")
    assert looks() == draft


QUESTIONS = ("undisclosed", "Undiscolsed", "Barnabas", "Wilhelmina", "1:22-cv-456", "22cv456+order", "Secretiv")


def test_results_are_kept_from_search_engines_and_the_box_is_on_every_page(record: Record) -> None:
    page = ask("q=roe")
    assert page["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in page.content.decode()
    with as_public():
        client = Client()
        for address in (record.suit.get_absolute_url(), "/filings/", "/calendar/", "/about/", "/nowhere/"):
            body = client.get(address).content.decode()
            assert 'role="search" action="/search/"' in body, address
        described = client.get("/opensearch.xml")
        sitemap = client.get("/sitemap.xml").content.decode()
    assert described["Content-Type"] == "application/opensearchdescription+xml"
    assert "/search/?q={searchTerms}" in described.content.decode()
    assert "/search/" not in sitemap
