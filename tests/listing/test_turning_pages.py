"""Turning the pages of a list: none skipped, none twice, and what is said where the row of an address is gone.

By the database and in hand, without the public site: what a reader sees of it is in tests/site/test_listings.py.
"""

from datetime import date
from typing import Any

import pytest
from django.http import QueryDict

from docket.choices import filing_group
from docket.listing import pagination
from docket.listing.counting import count
from docket.listing.pages_in_hand import page_of_known, sorted_by
from docket.listing.pagination import BadCursor, Order, Page, paginate
from docket.models import Case, ClaimAgainst, Deadline, Filing, Forum, Hearing, Matter
from docket.site.filters import (
    CaseFilter,
    ClaimFilter,
    DeadlineFilter,
    FilingFilter,
    ForumFilter,
    HearingFilter,
    MatterFilter,
    PartyInCasesFilter,
)
from docket.site.filters.parts import DOCKET, NEWEST, OLDEST
from docket.site.filters.search import Candidate
from parties.models import Party
from tests.records.listing_records import make_claim, make_party

BY_NAME = ForumFilter.orders[0]
DAYS = [date(2024, 1, 3), date(2024, 1, 2), date(2024, 1, 2), None, None]
"""Of five rows: the dated and the undated, so that a page may end where the undated begin."""
GONE = "zzzzzzzzzz"


def in_hand(order: Any = NEWEST) -> list[Candidate]:
    """Rows named a to e."""
    found = [Candidate(n, "abcde"[n], day, n) for n, day in enumerate(DAYS)]
    return sorted_by(found, order)


def named(page: Page[Any]) -> str:
    """The names of its rows, one letter each."""
    return "".join(row.public_id for row in page.rows)


class TestInHand:
    @pytest.mark.parametrize(("order", "names"), [(NEWEST, "acbed"), (OLDEST, "bcade"), (DOCKET, "bcade")])
    def test_it_sorts_by_day_and_the_undated_come_last(self, order: Any, names: str) -> None:
        assert "".join(row.public_id for row in in_hand(order)) == names

    def test_it_turns_on_and_back(self) -> None:
        rows = in_hand()
        first = page_of_known(rows, NEWEST, size=2)
        second = page_of_known(rows, NEWEST, size=2, after=first.after)
        last = page_of_known(rows, NEWEST, size=2, after=second.after)
        assert [named(page) for page in (first, second, last)] == ["ac", "be", "d"]
        assert (first.before, last.after) == ("", "")
        assert named(page_of_known(rows, NEWEST, size=2, before=last.before)) == "be"
        assert named(page_of_known(rows, NEWEST, size=2, before=second.before)) == "ac"

    @pytest.mark.parametrize(
        ("order", "place", "names"),
        [
            (NEWEST, f"2024-01-02_{GONE}", "cb"),
            (NEWEST, f"_{GONE}", "ed"),
            (OLDEST, f"2024-01-03_{GONE}", "ad"),
            # without a day nothing tells where it was: from the beginning
            (NEWEST, GONE, "ac"),
            (OLDEST, GONE, "bc"),
        ],
    )
    def test_a_page_whose_row_is_gone_begins_as_near_as_can_be_told(self, order: Any, place: str, names: str) -> None:
        page = page_of_known(in_hand(order), order, size=2, after=place)
        assert (named(page), page.lost) == (names, True)

    def test_an_order_without_days_begins_anew_whatever_day_the_address_names(self) -> None:
        rows = sorted(in_hand(), key=lambda row: row.public_id)
        page = page_of_known(rows, Order("id", "Id", ()), size=2, after=f"_{GONE}")
        assert (named(page), page.lost) == ("ab", True)


@pytest.fixture
def filings(db: None) -> list[Filing]:
    """The same five rows in the record, in the order of NEWEST."""
    case = Case.objects.create(caption="Roe v. Poe", category="civil")
    made = [Filing.objects.create(case=case, docket_text="NOTICE", date_filed=day) for day in DAYS]
    return [made[n] for n in (0, 2, 1, 4, 3)]


def turned(size: int, after: str = "", before: str = "") -> Page[Filing]:
    return paginate(Filing.objects.all(), NEWEST, size=size, after=after, before=before)


class TestInTheDatabase:
    @pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 6])
    def test_every_row_comes_once_in_either_direction(self, filings: list[Filing], size: int) -> None:
        page = turned(size)
        assert page.before == ""
        forth = list(page.rows)
        while page.after:
            page = turned(size, after=page.after)
            forth += page.rows
        assert forth == filings
        back = list(page.rows)
        while page.before:
            page = turned(size, before=page.before)
            if page.before:
                following = filings.index(page.rows[-1]) + 1
                assert turned(size, after=page.after).rows == filings[following : following + size]
            back = [row for row in page.rows if row not in back] + back
        assert back == filings

    @pytest.mark.parametrize("at_once", [2, 200])
    @pytest.mark.parametrize("size", [1, 2, 3])
    @pytest.mark.parametrize("last", [None, date(2024, 1, 3)])
    def test_of_rows_that_python_narrows_every_one_comes_once(
        self, filings: list[Filing], last: date | None, size: int, at_once: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pagination, "MOST_READ", at_once)
        rows = Filing.objects.filter(date_filed__lte=last) if last else Filing.objects.all()
        wanted, found, after = [row for row in filings[::2] if row in rows], [], ""
        for _ in filings:
            page = paginate(rows, NEWEST, size=size, after=after, keep=lambda row: row in wanted)
            found += page.rows
            if not (after := page.after):
                break
        assert (found, after) == (wanted, "")

    def test_the_first_page_met_going_back_is_a_full_one(self, filings: list[Filing]) -> None:
        place = turned(1, after=turned(1).after).before
        assert turned(3, before=place).rows == filings[:3]

    def test_a_page_whose_row_is_gone_begins_at_its_day_and_says_so(self, filings: list[Filing]) -> None:
        page = turned(2, after=f"2024-01-02_{GONE}")
        assert (page.rows, page.lost) == (filings[1:3], True)
        page = turned(2, before=f"2024-01-02_{GONE}")
        assert (page.rows, page.lost) == (filings[1:3], True)
        page = turned(2, after=f"_{GONE}")
        assert (page.rows, page.lost) == (filings[3:], True)
        page = turned(2, after=GONE)
        assert (page.rows, page.lost) == (filings[:2], True)

    def test_a_page_whose_row_is_there_is_not_said_to_be_lost(self, filings: list[Filing]) -> None:
        assert not turned(2, after=turned(2).after).lost
        assert not turned(2).lost

    @pytest.mark.parametrize("place", ["x'or 1=1", "2024-99-99_bcd", "\0", "9" * 300])
    def test_a_place_that_is_none_is_refused(self, filings: list[Filing], place: str) -> None:
        with pytest.raises(BadCursor):
            turned(2, after=place)


@pytest.mark.django_db
@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_every_claim_comes_once_though_some_cases_have_no_day(size: int) -> None:
    made = []
    for day in (date(2024, 1, 2), None, date(2024, 1, 3), None):
        case = Case.objects.create(caption="Roe v. Poe", category="civil", date_filed=day)
        by, against = (make_party(case, name, "plaintiff") for name in ("Roe", "Poe"))
        made.append([make_claim(case, title, by, against).pk for title in ("First", "Second")])
    asked = ClaimFilter(QueryDict(), ClaimAgainst.objects.select_related("case", "claim"))
    assert asked.is_valid()
    page = asked.page(lambda rows: rows, size)
    found = [row.pk for row in page.rows]
    while page.after:
        page = asked.page(lambda rows: rows, size, after=page.after)
        found += [row.pk for row in page.rows]
    assert found == [pk for n in (2, 0, 3, 1) for pk in made[n]]


@pytest.mark.django_db
def test_a_list_by_name_turns_on_and_back() -> None:
    Forum.objects.bulk_create(Forum(slug=f"x{n}", kind="court", name=f"{n:02} County Court") for n in range(5))
    forums = list(Forum.objects.order_by("name", "pk"))
    first = paginate(Forum.objects.all(), BY_NAME, size=2)
    second = paginate(Forum.objects.all(), BY_NAME, size=2, after=first.after)
    assert [*first.rows, *second.rows] == forums[:4]
    assert paginate(Forum.objects.all(), BY_NAME, size=2, before=second.before).rows == forums[:2]


@pytest.mark.django_db
def test_a_count_is_exact_up_to_a_thousand_and_capped_beyond() -> None:
    Forum.objects.bulk_create(Forum(slug=f"x{n}", kind="court", name="Court") for n in range(1001))
    assert str(count(Forum.objects.exclude(slug="x7"))) == "1,000"
    assert str(count(Forum.objects.all())) == "more than 1,000"
    assert count(Forum.objects.filter(slug="x7")).of("forum", "forums") == "1 forum"


@pytest.mark.django_db
def test_each_filter_that_is_on_is_said_and_can_be_taken_off() -> None:
    question = QueryDict("category=civil&status=disposed&order=oldest&after=bcd")
    asked = CaseFilter(question, Case.objects.all())
    assert asked.is_valid()
    assert [(one.label, one.value) for one in asked.active] == [("Category", "Civil"), ("Status", "Closed")]
    assert asked.active[0].without == "?status=disposed&order=oldest"


@pytest.mark.django_db
def test_an_id_that_is_exact_wins_over_names_that_contain_it() -> None:
    court = Forum.objects.create(slug="xtest", kind="court", name="Court of Example")
    other = Forum.objects.create(slug="xother", kind="court", name="Court of Xtest")
    cases = [
        Case.objects.create(caption=f"Roe v. {forum.slug}", category="civil", forum=forum) for forum in (court, other)
    ]
    for words, found in (("xtest", cases[:1]), ("of xtest", cases[1:]), ("court", cases)):
        asked = CaseFilter(QueryDict(f"forum={words}"), Case.objects.order_by("pk"))
        assert asked.is_valid()
        assert list(asked.rows) == found, words


def test_nobody_is_offered_claims_that_stand_nowhere() -> None:
    offered = dict(ClaimFilter.base_filters["effect"].extra["choices"]())
    assert "disposed" in offered
    assert "none" not in offered


def test_the_types_of_the_group_that_is_asked_for_are_offered() -> None:
    asked = FilingFilter(QueryDict("group=mot"), Filing.objects.all())
    offered = [code for code, _ in asked.filters["type"].extra["choices"]]
    assert len(offered) > 10
    assert {filing_group(code) for code in offered} == {"mot"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "model", "names"),
    [
        (CaseFilter, Case, ["q", "category", "status"]),
        (FilingFilter, Filing, ["q", "group", "type", "filed_from", "filed_to"]),
        (ForumFilter, Forum, ["q", "kind", "used"]),
        (MatterFilter, Matter, ["q", "tag"]),
        (ClaimFilter, ClaimAgainst, ["q", "effect", "kind"]),
        (PartyInCasesFilter, Party, ["q", "kind"]),
        (HearingFilter, Hearing, ["certainty", "day_from", "day_to"]),
        (DeadlineFilter, Deadline, ["certainty", "day_from", "day_to"]),
    ],
)
def test_what_is_asked_most_stands_above_more_filters(kind: Any, model: Any, names: list[str]) -> None:
    asked = kind(QueryDict(), model.objects.all())
    assert [field.name for field in asked.first_fields] == [*names, "order"]
    assert not {*names, "order"} & {field.name for field in asked.more_fields}
