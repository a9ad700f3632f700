"""The sentences of a case page: who claims what from whom."""

from datetime import date
from typing import Any

import pytest

from docket.claims.families import Family
from docket.claims.status import status_from
from docket.models import Case, ClaimEvent
from docket.site.wording import Charge, brought_against, brought_by, case_status_words, digest, notices

ROE, POE = ("Jane Roe",), ("Poe, Inc.",)


@pytest.mark.parametrize(
    ("category", "sentence"),
    [
        ("civil", "Jane Roe alleges negligence against Poe, Inc."),
        ("arbitration", "Jane Roe asserts negligence against Poe, Inc."),
    ],
)
def test_a_sentence_says_who_claims_what_from_whom_and_ends_once(category: str, sentence: str) -> None:
    assert digest(category, [Charge(ROE, "Negligence", POE)]) == sentence


@pytest.mark.parametrize("category", ["criminal", "regulatory", "administrative", "civil", "juvenile"])
@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("criminal_count", "Jane Roe charged Poe, Inc. with negligence."),
        ("violation", "Jane Roe cited Poe, Inc. for negligence."),
        ("petition", "Jane Roe asks for negligence against Poe, Inc."),
        ("claim", "Jane Roe alleges negligence against Poe, Inc."),
    ],
)
def test_charged_or_cited_is_who_a_charge_or_citation_is_against_whatever_the_proceeding(
    category: str, kind: str, sentence: str
) -> None:
    assert digest(category, [Charge(ROE, "Negligence", POE, kind)]) == sentence


@pytest.mark.parametrize(
    ("issue", "sentence"),
    [
        ("Whether immunity was waived", "Jane Roe asks whether immunity was waived."),
        ("Excessive damages", "Jane Roe raises excessive damages."),
    ],
)
def test_an_appeal_alleges_nothing(issue: str, sentence: str) -> None:
    assert digest("appeal", [Charge(ROE, issue, POE)]) == sentence


def test_claims_of_one_claimant_stand_in_one_sentence() -> None:
    said = digest("civil", [Charge(ROE, "Negligence", POE), Charge(ROE, "Battery", ("John Poe",))])
    assert said == "Jane Roe alleges negligence and battery, each against one or more of Poe, Inc. and John Poe."


PRESUMED = "Poe is presumed innocent unless and until proven guilty."


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"charged": "Poe"}, f"The charges are accusations. {PRESUMED}"),
        ({"charged": "Poe", "acquitted": "Poe"}, f"The charges are accusations. {PRESUMED}"),
        ({"charged": "Poe", "sentenced": "Roe"}, f"The charges are accusations. {PRESUMED}"),
        (
            {"charged": "Poe", "sentenced": "Poe"},
            "The charges that are not decided in this record are accusations. "
            "Poe is presumed innocent of them unless and until proven guilty.",
        ),
        ({"sentenced": "Poe"}, None),
    ],
)
def test_who_was_sentenced_on_one_count_is_presumed_innocent_of_the_others_only(
    told: dict[str, str], sentence: str | None
) -> None:
    events = [
        (name, ClaimEvent(kind=kind, date=date(2016, 8, 12), date_precision="day")) for kind, name in told.items()
    ]
    statuses = [(name, status_from([event], Family.CHARGE)) for name, event in events]
    assert notices("criminal", statuses) == ([sentence] if sentence else [])


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("petition", "Jane Roe asks for recognition of the award against Poe, Inc."),
        ("proof_of_claim", "Jane Roe claims recognition of the award against Poe, Inc."),
        ("issue_on_appeal", "Jane Roe raises recognition of the award against Poe, Inc."),
        ("claim", "Jane Roe alleges recognition of the award against Poe, Inc."),
    ],
)
def test_what_is_asked_of_a_court_is_no_allegation(kind: str, sentence: str) -> None:
    assert digest("civil", [Charge(ROE, "Recognition of the award", POE, kind)]) == sentence


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"last_checked": date(2026, 3, 4)}, "Open when last checked, 4 March 2026"),
        ({"last_checked": date(2010, 3, 4)}, "Open when last checked, 4 March 2010; this may be out of date"),
        ({}, "Open in this record"),
        ({"status": "reopened", "date_terminated": date(2009, 1, 2)}, "Reopened in this record"),
        ({"status": "unknown", "date_terminated": date(2009, 1, 2)}, "Status not reported"),
        ({"status": "disposed", "last_checked": date(2010, 3, 4)}, "Closed"),
        ({"status": "disposed", "date_terminated": date(2009, 1, 2)}, "Closed 2 January 2009"),
        (
            {"status": "disposed", "date_terminated": date(2009, 1, 1), "date_terminated_precision": "month"},
            "Closed January 2009",
        ),
    ],
)
def test_a_case_is_open_on_the_day_on_which_it_was_checked_and_closed_on_that_of_its_closing(
    known: dict[str, Any], words: str
) -> None:
    assert case_status_words(Case(**{"status": "pending_active", **known}), date(2026, 4, 1)) == words


@pytest.mark.parametrize(
    ("category", "kinds", "against", "by"),
    [
        ("civil", ["claim"], "Claimed against", "Claimed by"),
        ("criminal", ["criminal_count"], "Charged against", "Charged by"),
        ("criminal", ["petition"], "Claimed against", "Claimed by"),
        ("criminal", ["criminal_count", "petition"], "Claimed against", "Claimed by"),
        ("regulatory", ["violation"], "Cited against", "Cited by"),
        ("administrative", ["claim"], "Claimed against", "Claimed by"),
        ("appeal", ["issue_on_appeal"], "Raised on appeal against", "Raised on appeal by"),
        ("probate", ["petition"], "Asked for, concerning", "Asked for by"),
    ],
)
def test_what_is_charged_raised_or_asked_is_headed_so_and_nothing_else_is(
    category: str, kinds: list[str], against: str, by: str
) -> None:
    claims = [Charge(ROE, "Negligence", POE, kind) for kind in kinds]
    assert (brought_against(category, claims), brought_by(category, claims)) == (against, by)


def test_at_an_inquest_it_is_said_that_nobodys_liability_is_decided():
    (sentence,) = notices("inquest", [])
    assert (
        sentence
        == "An inquest asks who died, and how, when and where. It decides no one’s criminal or civil liability."
    )


def test_before_a_tribunal_pleadings_are_allegations_and_nothing_is_said_to_be_private():
    (sentence,) = notices("tribunal", [])
    assert "allegations" in sentence
    assert "public" not in sentence
