"""The sentences of a case page: who claims what from whom."""

import pytest

from docket.wording import digest

ROE, POE = ("Jane Roe",), ("Poe, Inc.",)


@pytest.mark.parametrize(
    ("category", "sentence"),
    [
        ("civil", "Jane Roe alleges negligence against Poe, Inc."),
        ("arbitration", "Jane Roe asserts negligence against Poe, Inc."),
        ("criminal", "Jane Roe charged Poe, Inc. with negligence."),
        ("regulatory", "Jane Roe cited Poe, Inc. for negligence."),
    ],
)
def test_a_sentence_says_who_claims_what_from_whom_and_ends_once(category: str, sentence: str) -> None:
    assert digest(category, [(ROE, "Negligence", POE)]) == sentence


@pytest.mark.parametrize(
    ("issue", "sentence"),
    [
        ("Whether immunity was waived", "Jane Roe asks whether immunity was waived."),
        ("Excessive damages", "Jane Roe raises excessive damages."),
    ],
)
def test_an_appeal_alleges_nothing(issue: str, sentence: str) -> None:
    assert digest("appeal", [(ROE, issue, POE)]) == sentence


def test_claims_of_one_claimant_stand_in_one_sentence() -> None:
    said = digest("civil", [(ROE, "Negligence", POE), (ROE, "Battery", ("John Poe",))])
    assert said == "Jane Roe alleges negligence and battery, each against one or more of Poe, Inc. and John Poe."
