"""Which case a page is of: two of three keys must agree, and staff are asked where they contradict each other."""

from itertools import product

import pytest

from docket.intake.matching.identity import VERDICTS, Key, Keys, Verdict, told, verdict
from docket.intake.matching.likeness import names, people_key, same_caption

A, D, M = Key.AGREES, Key.DIFFERS, Key.MISSING
SAME, NEW, CONFLICT = Verdict.SAME, Verdict.NEW, Verdict.CONFLICT
EVERY = [Keys(*keys) for keys in product(Key, repeat=3)]


def test_the_table_has_each_of_the_27_combinations_with_its_reason() -> None:
    assert sorted(VERDICTS) == sorted(EVERY)
    assert len(EVERY) == 27
    assert all(len(reason) > 10 for _, reason in VERDICTS.values())


@pytest.mark.parametrize("keys", EVERY, ids=lambda keys: "-".join(keys))
def test_each_verdict_follows_from_the_rule(keys: Keys) -> None:
    """Said once more as a rule: two that agree; one alone unless it is a name; never one against another."""
    agreeing = [key for key in keys if key is A]
    strong = A in (keys.court_id, keys.number)
    if len(agreeing) >= 2:
        expected = SAME
    elif strong:
        expected = CONFLICT if D in keys else SAME
    else:
        expected = NEW
    assert verdict(keys) is expected, VERDICTS[keys][1]


def test_no_single_key_makes_a_case_the_same_against_another() -> None:
    for keys in EVERY:
        if verdict(keys) is SAME and D in keys:
            assert keys.count(A) == 2


def test_it_says_in_words_what_differs() -> None:
    assert told(Keys(A, D, D), D) == ["the docket number", "caption and parties"]
    assert told(Keys(A, D, D), A) == ["the court's id"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marsh v. Brightwater Pictures, LLC", "Marsh v. Brightwater Pictures"),
        ("Marsh v. Brightwater", "Ottoline Marsh et al vs. Brightwater Pictures, LLC, et al."),
        ("MARSH VS BRIGHTWATER PICTURES", "Marsh v. Brightwater Pictures, LLC"),
        ("USA v. Crook", "United States of America v. Barnaby Crook"),
        ("In re Lantern Mills", "In the Matter of Lantern Mills, Inc."),
        ("O’Marsh v. Finch", "O'Marsh v. Finch"),
    ],
)
def test_a_longer_form_of_a_caption_is_the_same_caption(one: str, other: str) -> None:
    assert same_caption(one, other)
    assert same_caption(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marsh v. Brightwater Pictures, LLC", "Finch v. Plover Search LLC"),
        ("Marsh v. Brightwater", "Brightwater v. Marsh"),
        ("USA v. Crook", "USA v. Vole"),
        ("In re Marsh", "Marsh v. Brightwater"),
        ("Marsh v.", "Marsh v. Brightwater"),
        ("Finch, Inc. v. Vole", "Plover, Inc. v. Vole"),
        ("State Farm v. Vole", "State of Example v. Vole"),
        ("", ""),
    ],
)
def test_another_caption_is_another(one: str, other: str) -> None:
    assert not same_caption(one, other)


class TestPeople:
    marsh = names(["Ottoline Marsh", "Brightwater Pictures, LLC"])

    def key(self, page: str, case: str, one: list[str], other: list[str]) -> Key:
        return people_key([page], [case], names(one), names(other))

    def test_the_order_of_a_name_does_not_count(self) -> None:
        assert names(["MARSH, OTTOLINE"]) == names(["Ottoline  Marsh"])

    def test_a_government_and_its_trustee_tell_nothing(self) -> None:
        said = ["USA", "United States of America", "People of the State of New Example", "US Trustee", "U.S. Trustee"]
        assert names(said) == frozenset()

    def test_a_company_that_is_called_like_a_state_is_somebody(self) -> None:
        assert len(names(["State Farm Example", "Commonwealth Edison Example"])) == 2

    def test_nothing_to_compare_says_nothing(self) -> None:
        assert self.key("", "Marsh v. Brightwater", [], ["Ottoline Marsh"]) is M
        assert self.key("", "", [], []) is M

    def test_another_title_with_the_same_people_says_nothing(self) -> None:
        assert self.key("Marsh v. Newco", "Marsh v. Brightwater", ["Ottoline Marsh", "Brightwater", "Newco"],
                        ["Ottoline Marsh", "Brightwater"]) is M  # fmt: skip

    def test_one_who_sues_often_is_not_most_of_the_people(self) -> None:
        assert self.key("Marsh v. Finch", "Marsh v. Brightwater", ["Ottoline Marsh", "Finch"],
                        ["Ottoline Marsh", "Brightwater"]) is D  # fmt: skip

    def test_a_like_title_with_none_of_the_people_says_nothing(self) -> None:
        assert self.key("USA v. Smith", "USA v. Smith", ["USA", "John Smith"], ["USA", "Paul Smith"]) is M

    def test_people_decide_where_there_is_no_title(self) -> None:
        assert self.key("", "", ["Ottoline Marsh"], ["Ottoline Marsh"]) is A
        assert self.key("", "", ["Ottoline Marsh"], ["Cornelia Vole"]) is D
