"""Which line is which row, and whose value holds: the pure rules of the merge."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docket.choices import CapacityKind, ClaimEventKind
from docket.intake.matching.entries import pair_entries
from docket.intake.matching.rows import PARTIES, Line, Person, fingerprint, pair, squeeze
from docket.intake.precedence.settle import Stands, as_kept, kept, settle
from docket.intake.wording.capacities import capacities, doe_range, party_kind
from docket.intake.wording.count_dispositions import outcome

DAY, NEXT = date(2021, 3, 4), date(2021, 3, 5)


def line(number: str, text: str, day: date | None = DAY, sequence: str = "") -> Line:
    return Line(number, day, squeeze(text), sequence)


def paired(known: list[Line], found: list[Line]) -> list[int | None]:
    return pair_entries(known, found)


def at(source_rank: str) -> Stands:
    return lambda column: source_rank


lines = st.lists(
    st.builds(
        line,
        st.sampled_from(["", "1", "2", "2"]),
        st.sampled_from(["", "ORDER granting 5 motion", "NOTICE of appearance by counsel", "Text order"]),
        st.sampled_from([DAY, NEXT, None]),
    ),
    max_size=12,
)


class TestPairing:
    @given(lines)
    def test_a_page_pairs_with_itself_line_by_line(self, page: list[Line]) -> None:
        rows = paired(page, page)
        assert sorted(row for row in rows if row is not None) == list(range(len(page)))
        assert [page[row] for row in rows if row is not None] == page

    @given(lines, lines)
    def test_no_row_is_given_twice(self, known: list[Line], found: list[Line]) -> None:
        rows = [row for row in paired(known, found) if row is not None]
        assert len(rows) == len(set(rows))

    @given(lines, st.randoms(use_true_random=False))
    def test_the_order_of_the_page_does_not_matter(self, page: list[Line], random: Any) -> None:
        shuffled = list(page)
        random.shuffle(shuffled)
        assert None not in paired(page, shuffled)

    def test_repeats_pair_in_order_and_one_more_is_new(self) -> None:
        twice = [line("", "Text order"), line("", "Text order")]
        assert paired(twice, [*twice, line("", "Text order")]) == [0, 1, None]

    def test_a_reworded_entry_is_the_same_entry(self) -> None:
        assert paired([line("5", "MOTION to dismiss by Poe")], [line("5", "MOTION to dismiss by Poe. Modified")]) == [0]

    def test_another_entry_of_the_same_number_and_day_is_another_entry(self) -> None:
        assert paired([line("101", "ORDER granting stay of discovery")], [line("101", "Transcript of hearing")]) == [
            None
        ]

    def test_a_number_with_a_corrected_date_is_the_same_entry(self) -> None:
        assert paired([line("5", "MOTION to dismiss by Poe")], [line("5", "MOTION to dismiss by Poe", NEXT)]) == [0]

    def test_an_entry_that_got_its_number_later_is_the_same_entry(self) -> None:
        assert paired([line("", "SUMMONS issued as to Poe")], [line("7", "SUMMONS issued as to Poe")]) == [0]

    def test_two_numbers_of_one_text_are_two_entries(self) -> None:
        assert paired([line("7", "SUMMONS issued")], [line("8", "SUMMONS issued")]) == [None]

    def test_the_court_s_own_sequence_finds_a_rewritten_unnumbered_entry(self) -> None:
        assert paired([line("", "Hearing set", sequence="9")], [line("", "Vacated", sequence="9")]) == [0]

    def test_a_longer_text_completes_an_unnumbered_entry(self) -> None:
        known = [line("", "Minute entry: conference held")]
        assert paired(known, [line("", "Minute entry: conference held. Trial set for May")]) == [0]

    def test_ten_thousand_equal_lines_take_no_time(self) -> None:
        many = [line("", "Text order")] * 10_000
        assert paired(many, many) == list(range(10_000))

    def test_parties_of_one_name_and_role_pair_in_order(self) -> None:
        smith = Person("john smith", "defendant", "John Smith", "Defendant")
        other = Person("john smith", "movant", "John Smith", "Movant")
        assert pair([smith, smith], [smith, other, smith], PARTIES) == [0, None, 1]

    def test_a_fingerprint_holds_no_words(self) -> None:
        assert "marsh" not in fingerprint("5", "2021-03-04", "order as to marsh")
        assert fingerprint("1", "2") != fingerprint("12", "")


class TestWhoseValueHolds:
    @pytest.mark.parametrize(
        ("now", "last", "page", "newer", "changes", "conflicts"),
        [
            ("old", "old", "new", True, {"text": "new"}, []),  # as the last import left it
            ("old", "old", "new", False, {}, []),  # an older page
            ("ours", "old", "new", True, {}, ["text"]),  # corrected by staff
            ("ours", "old", "old", True, {}, ["text"]),  # corrected by staff, the court has not moved
            ("ours", None, "new", True, {}, ["text"]),  # entered by staff
            ("", None, "new", True, {"text": "new"}, []),  # empty
            ("", None, "new", False, {"text": "new"}, []),  # empty, older page
            ("", "old", "old", True, {}, ["text"]),  # emptied by staff
            ("old", "old", "", True, {}, []),  # the page does not say
            ("same", None, "same", True, {}, []),
        ],
    )
    def test_each_case(
        self, now: str, last: str | None, page: str, newer: bool, changes: dict[str, str], conflicts: list[str]
    ) -> None:
        known = {} if last is None else {"text": last, "by": "5 2021"}
        settled = settle({"text": now}, known, {"text": page}, at("5 2022" if newer else "5 2020"))
        assert (settled.changes, settled.conflicts) == (changes, conflicts)

    def test_a_page_of_the_same_rank_is_followed_and_one_a_little_lower_is_not(self) -> None:
        known = {"text": "old", "closed": "2021-03-04", "by": "5 2021"}
        now, page = {"text": "old", "closed": DAY}, {"text": "new", "closed": None}
        same = settle(now, known, page, at("5 2021"), speaks={"closed"})
        assert same.changes == {"text": "new", "closed": None}
        assert kept(known, page, at("5 2021"), speaks={"closed"}) == {"text": "new", "closed": None, "by": "5 2021"}
        assert not settle(now, known, page, at("5 2020"), speaks={"closed"}).changes
        assert kept(known, page, at("5 2020"), speaks={"closed"}) == known

    def test_a_page_fills_what_a_better_one_left_empty_only_where_that_one_did_not_say_so(self) -> None:
        said = {"closed": None, "by": "5 2021"}
        assert not settle({"closed": None}, said, {"closed": DAY}, at("5 2020")).changes
        assert settle({"closed": None}, said, {"closed": DAY}, at("5 2021")).changes == {"closed": DAY}
        assert settle({"closed": None}, {"by": "5 2021"}, {"closed": DAY}, at("1 2020")).changes == {"closed": DAY}

    def test_false_says_something_and_follows_the_page(self) -> None:
        assert settle({"alone": False}, {"alone": False}, {"alone": True}, at("5")).changes == {"alone": True}

    def test_a_date_is_kept_as_json_gives_it_back(self) -> None:
        assert settle({"day": DAY}, {"day": "2021-03-04"}, {"day": NEXT}, at("5")).changes == {"day": NEXT}
        assert as_kept(DAY) == "2021-03-04"

    def test_a_sum_is_kept_in_digits_and_follows_the_page(self) -> None:
        assert as_kept(Decimal("1E+3")) == "1000"
        told = settle({"sum": Decimal("10.50")}, {"sum": "10.50"}, {"sum": Decimal(11)}, at("5"))
        assert told.changes == {"sum": Decimal(11)}

    def test_a_page_may_say_that_there_is_none(self) -> None:
        known = {"closed": "2021-03-04", "by": "5 2021"}
        told = settle({"closed": DAY}, known, {"closed": None}, at("5 2022"), speaks={"closed"})
        assert told.changes == {"closed": None}
        assert not settle({"closed": DAY}, known, {"closed": None}, at("5 2022")).changes
        assert not settle({"closed": DAY}, known, {"closed": None}, at("5 2020"), speaks={"closed"}).changes
        assert not settle({"closed": NEXT}, known, {"closed": None}, at("5 2022"), speaks={"closed"}).changes

    def test_what_is_remembered(self) -> None:
        first = kept({}, {"a": "1", "b": "2"}, at("5 2021"))
        assert first == {"a": "1", "b": "2", "by": "5 2021"}
        later = kept(first, {"a": "9", "b": "", "c": "3"}, at("5 2022"))
        assert later == {"a": "9", "b": "2", "c": "3", "by": {"a": "5 2022", "b": "5 2021", "c": "5 2022"}}
        poorer = kept(first, {"a": "0", "c": "3"}, at("1 2022"))
        assert poorer == {"a": "1", "b": "2", "c": "3", "by": {"a": "5 2021", "b": "5 2021", "c": "1 2022"}}

    @given(st.permutations([("1 2022", "feed"), ("5 2020", "old docket"), ("5 2021", "docket"), ("3 2023", "history")]))
    def test_pages_in_any_order_leave_the_same(self, pages: list[tuple[str, str]]) -> None:
        row: dict[str, Any] = {"text": ""}
        trace: dict[str, Any] = {}
        for source_rank, text in pages:
            row |= settle(row, trace, {"text": text}, at(source_rank)).changes
            trace = kept(trace, {"text": text}, at(source_rank))
        assert (row["text"], trace) == ("docket", {"text": "docket", "by": "5 2021"})


class TestWords:
    @pytest.mark.parametrize(
        ("words", "kind"),
        [
            ("Dismissed", ClaimEventKind.DISMISSED_CRIMINAL),
            ("Count I is dismissed on the court's own motion.", ClaimEventKind.DISMISSED_CRIMINAL),
            ("Custody of BOP for 60 months, 4 years supervised release", ClaimEventKind.SENTENCED),
            ("Found guilty by jury verdict. SENTENCE: custody of BOP for life.", ClaimEventKind.SENTENCED),
            ("Defendant found guilty by jury", ClaimEventKind.CONVICTED),
            ("Guilty plea entered", ClaimEventKind.PLEA),
            ("Found not guilty by jury", ClaimEventKind.ACQUITTED),
            ("Judgment of acquittal", ClaimEventKind.ACQUITTED),
            ("Nolle prosequi", ClaimEventKind.NOLLE_PROSEQUI),
            ("Pleaded not guilty", ClaimEventKind.OTHER),
            ("Not guilty plea withdrawn", ClaimEventKind.OTHER),
            ("Sentence vacated; count dismissed", ClaimEventKind.OTHER),
            ("Superseded, see indictment", ClaimEventKind.OTHER),
            ("", ClaimEventKind.OTHER),
        ],
    )
    def test_only_a_clear_disposition_becomes_a_status(self, words: str, kind: ClaimEventKind) -> None:
        assert outcome(words).kind == kind

    def test_a_dismissal_says_with_what_prejudice(self) -> None:
        assert outcome("Dismissed without prejudice").with_prejudice == "without"
        assert outcome("Dismissed with prejudice").with_prejudice == "with"
        assert outcome("Dismissed").with_prejudice == "not_stated"

    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("Ottoline Marsh", "person"),
            ("Brightwater Pictures, LLC", "organization"),
            ("LA Printex Industries Inc", "organization"),
            ("USA", "government"),
            ("United States of America", "government"),
            ("State of New Mexico", "government"),
            ("Estate of Job Marsh", "estate"),
            ("DOES 1 through 50, inclusive", "group"),
            ("$24,700 in U.S. Currency", "in_rem"),
        ],
    )
    def test_what_sort_of_party_a_name_is(self, name: str, kind: str) -> None:
        assert party_kind(name) == kind

    def test_what_the_court_prints_under_a_name_tells_a_body(self) -> None:
        assert party_kind("Mikado", ("a business entity of form unknown",)) == "organization"

    def test_a_range_of_does(self) -> None:
        assert doe_range("DOES 1 through 50, inclusive") == (1, 50)
        assert doe_range("Jane Doe") is None

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("individually", [(CapacityKind.INDIVIDUALLY, "")]),
            (
                "individually and as personal representative of the Estate of Job Marsh, deceased",
                [(CapacityKind.INDIVIDUALLY, ""), (CapacityKind.PERSONAL_REPRESENTATIVE, "Job Marsh")],
            ),
            (
                "in her official capacity as Secretary of Weights",
                [(CapacityKind.OFFICIAL_CAPACITY, "Secretary of Weights")],
            ),
            ("on behalf of himself and all others similarly situated", [(CapacityKind.CLASS_REP, "")]),
            ("a Delaware Corporation", [(CapacityKind.ENTITY_DESCRIPTOR, "a Delaware Corporation")]),
            (
                "as trustee of the Marsh Trust, and as coexecutor of the Estate of Job Marsh",
                [
                    (
                        CapacityKind.ENTITY_DESCRIPTOR,
                        "as trustee of the Marsh Trust, and as coexecutor of the Estate of Job Marsh",
                    )
                ],
            ),
        ],
    )
    def test_capacities_in_the_record_s_words(self, text: str, found: list[tuple[CapacityKind, str]]) -> None:
        assert capacities((text,)) == found
