"""The lists as the public reads them: with the public role, over committed and published rows."""

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from docket.listing.pagination import paginate
from docket.models import Case, Filing, Forum
from docket.publishing import verbs
from docket.site.filters import (
    CaseFilter,
    ClaimFilter,
    FilingFilter,
    ForumFilter,
    MatterFilter,
    PartyInCasesFilter,
    listed,
)
from tests import cluster
from tests.processes.asking import ask
from tests.records.listing_records import Cast, as_public, make_case, make_claim, make_filing, publish

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.urls("config.urls_public")]
LISTS = ("matters", "cases", "filings", "parties", "claims", "forums")


@pytest.fixture
def cast(committed: None) -> Cast:
    return Cast().publish()


def page_of(address: str):
    with as_public():
        return Client().get(address)


def shown(address: str) -> list[str]:
    """What the rows of a list are, in order."""
    page = page_of(address)
    assert page.status_code == 200, page.content.decode()
    return [str(row) for row in page.context["rows"]]


def asked(kind, rows, question: str = ""):
    found = kind(QueryDict(question), rows)
    assert found.is_valid(), found.form.errors
    return found


def test_every_list_shows_its_rows(cast: Cast) -> None:
    make_claim(cast.suit, "Negligence", cast.roe, cast.poe)
    for name in LISTS:
        page = page_of(f"/{name}/")
        assert page.status_code == 200
        assert page.context["rows"], name
        assert "<tbody>" in page.content.decode()


def test_filters_combine(cast: Cast) -> None:
    assert shown("/filings/?group=resp&forum=xtest&role=defendant") == ["2: ANSWER to the complaint"]
    assert shown("/filings/?group=resp&forum=xarb") == []
    assert shown("/filings/?q=negligence&party=Poe") == ["MOTION to dismiss for negligence of service"]
    assert shown(f"/cases/?matter={cast.stage.public_id}&category=arbitration") == ["Poe and Moe"]
    assert shown("/cases/?q=D-1-CV&status=pending_active&party=roe&role=plaintiff") == [
        "Roe v. Poe Productions, Inc., No. D-1-CV-2022-00001"
    ]


def test_party_and_role_are_of_the_same_row(cast: Cast) -> None:
    assert shown("/cases/?party=Roe&role=defendant") == []
    assert shown("/filings/?party=Roe&role=defendant") == []


def test_a_case_of_two_matters_is_listed_once(cast: Cast) -> None:
    assert len(shown("/cases/?matter=o")) == 2  # both titles have an o, and one case belongs to both


def test_a_month_only_date_is_in_a_range_when_its_month_overlaps_it(cast: Cast) -> None:
    assert shown("/filings/?filed_from=2022-03-20&filed_to=2022-03-31") == [
        "2: ANSWER to the complaint",
        "MOTION to dismiss for negligence of service",
    ]
    assert shown("/filings/?filed_to=2022-02") == ["1: COMPLAINT for negligence"]
    assert shown("/filings/?filed_from=2022-04") == []
    assert shown("/cases/?filed_from=2022-03-31&filed_to=2022") == ["Poe and Moe"]


def test_the_heading_and_the_title_say_how_many(cast: Cast) -> None:
    page = page_of("/filings/?forum=xtest").content.decode()
    assert "<title>Filings (3) – " in page
    assert '<h1>Filings <span class="how-many">3</span></h1>' in page


def test_a_count_is_exact_up_to_a_thousand_and_capped_beyond(cast: Cast) -> None:
    case = make_case("Many v. More")
    Filing.objects.bulk_create(Filing(case=case, sequence=n + 2, docket_text="NOTICE") for n in range(1000))
    publish(case)
    assert str(page_of(f"/filings/?case={case.public_id}").context["count"]) == "1,000"
    publish(make_filing(case, "NOTICE"))
    page = page_of(f"/filings/?case={case.public_id}")
    assert str(page.context["count"]) == "more than 1,000"
    assert "<title>Filings (more than 1,000) – " in page.content.decode()
    assert str(page_of("/filings/?q=notice").context["count"]) == "more than 1,000"


def dated_filings(case: Case) -> None:
    """Equal dates, no dates, and dates known to the month."""
    day = date(2024, 1, 1)
    dates = [day, day, day, None, None, None, *(day + timedelta(n // 2) for n in range(12)), None]
    for n, filed in enumerate(dates):
        precision = "month" if filed == day and n % 2 else "day"
        make_filing(case, f"PAPER {n}", date_filed=filed, date_filed_precision=precision)


@pytest.mark.parametrize("words", ["", "&q=paper"])  # read in order by the database, or found by a word and sorted
@pytest.mark.parametrize("order", ["newest", "oldest", "docket"])
def test_pages_walk_every_row_once_in_both_directions(cast: Cast, order: str, words: str) -> None:
    dated_filings(cast.suit)
    rows = Filing.objects.filter(docket_text__startswith="PAPER")
    found = asked(FilingFilter, rows, f"case={cast.suit.public_id}&order={order}{words}")
    whole = list(found.in_order())
    assert len(whole) == 19
    assert all(row.date_filed is None for row in whole[-4:]), "undated rows come last in every order"
    # 3, 5, 15: a page ends exactly where the undated begin; 2, 4: going back it does; 19: there is one page
    for size in (2, 3, 4, 5, 15, 18, 19):
        assert_walked(found, whole, size)


def assert_walked(found: Any, whole: list[Filing], size: int) -> None:
    """From page to page to the end and back; only a first page met going back repeats rows, to be a full one."""

    def page_at(**cursor: str) -> Any:
        return found.page(lambda filings: filings, size, **cursor)

    page = page_at()
    forward = list(page.rows)
    while page.after:
        page = page_at(after=page.after)
        forward += page.rows
    assert forward == whole, size
    backward, before = list(page.rows), page.before
    while before:
        page = page_at(before=before)
        backward = [row for row in page.rows if row not in backward] + backward
        before = page.before
    assert backward == whole, size


def test_a_search_finds_a_lost_place_by_its_date_as_the_database_does(cast: Cast) -> None:
    dated_filings(cast.suit)
    rows = Filing.objects.filter(docket_text__startswith="PAPER")
    for order in ("newest", "oldest"):
        known, read = (asked(FilingFilter, rows, f"order={order}{words}") for words in ("&q=paper", ""))
        for way, day in product(("after", "before"), ("2023-12-31", "2024-01-03", "2031-01-01", "")):
            place = {way: f"{day}_bcdfghjkmn"}
            ours, theirs = (found.page(lambda filings: filings, 5, **place) for found in (known, read))
            assert ours.rows == theirs.rows, (order, place)


def test_a_cursor_is_a_date_and_a_public_id(cast: Cast) -> None:
    dated_filings(cast.suit)
    page = paginate(Filing.objects.all(), FilingFilter.orders[0], size=3)
    last = page.rows[-1]
    assert page.after == f"{last.date_filed}_{last.public_id}"


def test_a_page_whose_row_is_gone_begins_at_its_date(cast: Cast) -> None:
    page = page_of("/filings/?after=2022-03-20_bcdfghjkmn")
    assert str(page.context["rows"][0]) == "2: ANSWER to the complaint"
    assert "not in the list any more" in page.content.decode()


@pytest.mark.parametrize("place", ["after=x%27or%201=1", "after=2022-99-99_bcd", "before=%00", "after=" + "9" * 300])
def test_a_place_that_is_none_is_answered_by_400(cast: Cast, place: str) -> None:
    assert page_of(f"/filings/?{place}").status_code == 400


BAD = [
    "q=%00",
    "q=" + "a" * 10_000,
    "q=" + "+".join(["word"] * 13),
    "category=none",
    "order=best%00",
    "forum=%00",
    "party=" + "b" * 300,
    "filed_from=2022-13",
    "filed_from=0000",
    "filed_to=99999999999999999999",
    "happened_from=tomorrow",
    "tag=" + "t" * 100,
    "effect=won",
    "role=%27%3B--",
]
STRANGE = [
    "q=%F0%9F%92%A9",
    "q=%ED%A0%80",
    "q=%28a+%7C%26+%21%29%3A%2A",
    "q=%25_%5C",
    "q=the",
    "page=99999999999999999999999",
    "matter=zzzzzzzzzz",
    "case=999999999999999999999999999",
    "&".join(f"x{n}=1" for n in range(200)),
    "&".join(["category=civil"] * 200),
    "order=best",
    "utm_source=x",
]


@pytest.mark.parametrize("name", LISTS)
def test_nothing_that_is_asked_breaks_a_list_or_its_file(cast: Cast, name: str) -> None:
    files = {"cases", "filings", "parties", "claims"} & {name}
    with as_public():
        for question in BAD + STRANGE:
            for address in (f"/{name}/", *(f"/{file}.csv" for file in files)):
                answer: Any = Client().get(f"{address}?{question}")
                body = b"".join(answer.streaming_content) if answer.streaming else answer.content
                assert answer.status_code in (200, 400), (address, question)
                assert body


@pytest.mark.parametrize("question", BAD)
def test_what_is_wrong_is_said_beside_the_filter(cast: Cast, question: str) -> None:
    name = question.partition("=")[0]
    kinds = {"happened_from": "matters", "tag": "matters", "effect": "claims"}
    page = page_of(f"/{kinds.get(name, 'filings')}/?{question}")
    assert page.status_code == 400
    assert "errorlist" in page.content.decode()


def test_an_unknown_name_finds_nothing_and_says_so(cast: Cast) -> None:
    page = page_of("/cases/?party=Nobody+at+all").content.decode()
    assert "Nobody at all (none of that name)" in page
    assert "No case matches all of these filters" in page


def test_each_filter_that_is_on_can_be_taken_off(cast: Cast) -> None:
    page = page_of("/filings/?q=negligence&group=mot&order=best&after=bcd")
    assert [(one.label, one.value) for one in page.context["asked"].active] == [
        ("Words in title or docket text", "negligence"),
        ("Sort of filing", "Motion"),
    ]
    without = page.context["asked"].active[0].without
    assert shown(f"/filings/{without}") == ["MOTION to dismiss for negligence of service"]
    assert "after" not in without


def test_the_best_match_comes_first_and_pages_on(cast: Cast) -> None:
    make_filing(cast.suit, "negligence negligence negligence")
    publish(Filing.objects.get(docket_text="negligence negligence negligence"))
    assert shown("/filings/?q=negligence&order=best")[0] == "negligence negligence negligence"
    found = asked(FilingFilter, listed.filings(), "q=negligence&order=best")
    first = found.page(lambda rows: rows, 2)
    second = found.page(lambda rows: rows, 2, after=first.after)
    assert [row.pk for row in first.rows + second.rows] == [row.pk for row in found.ranked]
    assert found.page(lambda rows: rows, 2, before=second.before).rows == first.rows


def test_forums_are_found_by_what_people_call_them(cast: Cast) -> None:
    cast.court.aliases.create(name="The Example Court", key="example court")
    assert shown("/forums/?q=example+court") == ["Test Court of Example County"]
    assert shown("/cases/?forum=Example+Court") == ["Roe v. Poe Productions, Inc., No. D-1-CV-2022-00001"]
    assert set(shown("/forums/?used=yes")) == {"Test Court of Example County", "Arbitral Centre of Ex"}


def test_a_list_by_name_has_a_second_page(cast: Cast) -> None:
    Forum.objects.bulk_create(
        Forum(slug=f"x{number}", kind="court", name=f"{number:03} County Court") for number in range(60)
    )
    first = page_of("/forums/?order=name").context["page"]
    second = page_of(f"/forums/?order=name&after={first.after}").context["page"]
    back = page_of(f"/forums/?order=name&before={second.before}").context["page"]
    assert len(first.rows) == 50
    assert [row.name for row in first.rows + second.rows] == sorted(row.name for row in first.rows + second.rows)
    assert [row.pk for row in back.rows] == [row.pk for row in first.rows]


def test_a_claim_is_found_by_where_it_stands(cast: Cast) -> None:
    served = {"kind": "served", "date": date(2022, 3, 1)}
    denied = {"kind": "answered", "response": "deny", "date": date(2022, 3, 20)}
    dismissed = {"kind": "dismissed_motion", "with_prejudice": "without", "date": date(2022, 5, 1)}
    reopened = {"kind": "reopened", "date": date(2022, 6, 1)}
    make_claim(cast.suit, "Open", cast.roe, cast.poe, served)
    make_claim(cast.suit, "Answered", cast.roe, cast.poe, served, denied)
    make_claim(cast.suit, "Over", cast.roe, cast.poe, served, denied, dismissed)
    make_claim(cast.suit, "Again", cast.roe, cast.poe, served, dismissed, reopened)
    hidden = make_claim(cast.suit, "Unsaid", cast.roe, cast.poe, served, dismissed)
    hidden.disclosure = "incomplete"
    hidden.save()
    for effect, titles in {
        "open": ["Open"],
        "answered": ["Answered"],
        "disposed": ["Over"],
        "reopened": ["Again"],
    }.items():
        page = page_of(f"/claims/?effect={effect}")
        assert [row.claim.title for row in page.context["rows"]] == titles
        assert str(page.context["count"]) == "1"
    assert len(page_of("/claims/").context["rows"]) == 5


def test_a_seal_takes_the_words_and_leaves_the_line(cast: Cast) -> None:
    verbs.act("seal", cast.complaint, actor=None, reason="order of 3 May")
    assert shown("/filings/?q=negligence") == ["MOTION to dismiss for negligence of service"]
    page = page_of(f"/filings/?case={cast.suit.public_id}").content.decode()
    assert "Sealed entry" in page
    assert "COMPLAINT" not in page


def test_a_sealed_case_and_a_removed_filing_have_no_line(cast: Cast) -> None:
    verbs.act("remove", cast.answer, actor=None, reason="order of 3 May")
    assert "2: ANSWER to the complaint" not in shown("/filings/")
    verbs.act("seal", cast.suit, actor=None, reason="order of 4 May")
    assert shown("/cases/") == ["Poe and Moe", "State v. Moe"]
    assert shown("/filings/") == ["Demand"]
    assert "D-1-CV-2022-00001" not in page_of("/cases/?q=D-1-CV").content.decode().replace("q=D-1-CV", "")


def test_drafts_are_not_there(cast: Cast) -> None:
    make_filing(cast.suit, "DRAFT ORDER")
    make_case("Draft v. Draft")
    assert not [row for row in shown("/filings/") if "DRAFT" in row]
    assert not [row for row in shown("/cases/") if "Draft" in row]
    assert str(page_of("/filings/").context["count"]) == "4"


def test_the_lists_at_the_desk_leave_out_the_same_placeholders(cast: Cast) -> None:
    verbs.act("seal", cast.suit, actor=None, reason="order of 4 May")
    assert [str(row) for row in listed.filings()] == ["Demand"]
    assert cast.suit not in listed.cases()


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (MatterFilter, "matters"),
        (CaseFilter, "cases"),
        (FilingFilter, "filings"),
        (PartyInCasesFilter, "parties"),
        (ClaimFilter, "claims"),
        (ForumFilter, "forums"),
    ],
)
def test_every_filter_of_a_list_is_in_its_form_with_a_label(cast: Cast, kind, name: str) -> None:
    page = page_of(f"/{name}/").content.decode()
    for field in kind.base_filters:
        if f'type="hidden" name="{field}"' not in page:
            assert f'for="id_{field}"' in page
            assert f'id="id_{field}"' in page


FULL = {
    "matters": "q=o&party=poe&happened_from=2020",
    "cases": "q=poe&matter=o&forum=court&party=poe&role=defendant&filed_from=2020",
    "filings": "q=negligence&matter=o&forum=court&case=poe&party=poe&role=defendant&documents=none&filed_from=2020",
    "parties": "q=poe&matter=o&case=poe&forum=court&role=defendant",
    "claims": "q=n&matter=o&case=poe&forum=court&party=poe&claimant=roe&effect=open",
    "forums": "q=court&used=yes",
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_at_most_twelve_queries_at_any_size(cast: Cast, name: str, django_assert_max_num_queries) -> None:
    make_claim(cast.suit, "Negligence", cast.roe, cast.poe)
    for size in (0, 80):
        for n in range(size):
            make_filing(cast.suit, f"negligence {n}", (cast.poe, cast.roe))
            make_claim(cast.suit, f"Negligence {n}", cast.roe, cast.poe, {"kind": "served"})
        publish(*Filing.objects.filter(visibility="draft"))
        for question in ("", f"?{FULL[name]}", "?after=2022-03-20_bcdfghjkmn"):
            with as_public(), django_assert_max_num_queries(14):  # and BEGIN and COMMIT
                assert Client().get(f"/{name}/{question}").status_code == 200


def test_a_search_that_takes_too_long_is_stopped_with_a_page_that_says_what_to_do(cast: Cast) -> None:
    path = "/filings/?q=word&order=best"
    limit = f"alter role docket_public in database {cluster.TEST_DATABASE} {{}} statement_timeout"
    with cluster.connect(database=cluster.TEST_DATABASE) as admin:
        admin.execute(limit.format("set") + " = '200ms'")
        try:
            with admin.transaction():  # what it searches is not to be had before the time is up
                admin.execute("lock table published.docket_filing in access exclusive mode")
                slow = ask(cluster.TEST_DATABASE, [path])[path]
        finally:
            admin.execute(limit.format("reset"))
    assert slow.status == 503
    assert slow.headers["Retry-After"] == "60"
    said = slow.body.decode()
    assert "This takes too long to answer" in said
    assert "add a filter" in said
    assert '<a href="/filings/">Start again' in said
    assert ask(cluster.TEST_DATABASE, [path])[path].status == 200
