"""Each sentence about a party is made from that party's own events, and says no more than they do."""

from __future__ import annotations

from datetime import date

import pytest

from docket.choices import CLAIM_EVENT_RULES, ClaimEffect, ClaimEventKind
from docket.claims import Family, status_from
from docket.site.wording import FOUND, note_of, notices, status_line
from tests.records.claim_histories import Event

BELL = "Bell Corp."
SUED, SERVED = Event("asserted", date(2025, 1, 2)), Event("served", date(2025, 2, 1))
CHARGED = Event("charged", date(2025, 1, 2))
COMPARED = date(2025, 12, 1)


def happened(kind: str, month: int, day: int = 1, **more: str) -> Event:
    event = Event(kind, date(2025, month, day))
    for name, value in more.items():
        setattr(event, name, value)
    return event


def said(*events: Event, family: Family = Family.SUIT, compared: date | None = None) -> tuple[str, str]:
    status = status_from(events, family, compared)
    return status_line(status), note_of(status, BELL, family)


@pytest.mark.parametrize(
    ("events", "line", "note"),
    [
        (
            [SUED, SERVED, happened("moved_against", 2, 20)],
            "Served 1 February 2025; challenged by motion, 20 February 2025",
            "",
        ),
        ([SUED, SERVED, happened("appealed", 6)], "Served 1 February 2025; on appeal, 1 June 2025", ""),
        (
            [SUED, happened("summary_judgment", 3, prevailing="responding", ground="limitations")],
            "Summary judgment, 1 March 2025",
            "Decided for Bell Corp. on time limits.",
        ),
        (
            [SUED, happened("answered", 2, response="deny"), happened("default_judgment", 3, ground="sanction")],
            "Judgment by default, 1 March 2025",
            "Judgment was entered by default as a sanction.",
        ),
        ([SUED, happened("default_judgment", 3)], "Judgment by default, 1 March 2025", ""),
        (
            [SUED, happened("default_judgment", 3, ground="no_response")],
            "Judgment by default, 1 March 2025",
            "Judgment was entered by default because no response was filed.",
        ),
        (
            [SUED, happened("answered", 2, response="deny"), happened("liability_decided", 3)],
            "Answered, denied, 1 February 2025; liability decided, relief to be decided, 1 March 2025",
            "",
        ),
        (
            [SUED, happened("declared", 3, prevailing="asserting")],
            "Declaratory judgment, 1 March 2025",
            "Decided for the party that makes the claim.",
        ),
        ([SUED, happened("transfer_avoided", 3, prevailing="asserting")], "Transfer avoided, 1 March 2025", ""),
        (
            [
                SUED,
                happened("verdict", 3, prevailing="asserting", ground="merits"),
                happened("appealed", 4),
                happened("reversed_rendered", 9, prevailing="responding"),
            ],
            "Decided on appeal, reversed and rendered, 1 September 2025",
            "Decided for Bell Corp. on appeal.",
        ),
        (
            [SUED, happened("verdict", 3, prevailing="asserting", ground="merits"), happened("satisfied", 9)],
            "Decided by jury verdict, 1 March 2025; judgment satisfied, 1 September 2025",
            "The jury found Bell Corp. liable.",
        ),
        (
            [SUED, happened("verdict", 3, prevailing="asserting"), happened("appealed", 4)],
            "Decided by jury verdict, 1 March 2025; on appeal, 1 April 2025",
            "Decided for the party that makes the claim.",
        ),
        ([SUED, happened("answered", 2), happened("mistrial", 5)], "Pending after a mistrial, 1 May 2025", ""),
        (
            [SUED, happened("answered", 2), happened("hung_jury", 5)],
            "Pending, the jury could not agree, 1 May 2025",
            "",
        ),
        (
            [
                SUED,
                happened("verdict", 3, prevailing="asserting", ground="merits"),
                happened("judgment_amended", 4),
                happened("appealed", 5),
                happened("modified_on_appeal", 9),
            ],
            "Decided by jury verdict, 1 March 2025; judgment amended, 1 April 2025; "
            "modified on appeal, 1 September 2025",
            "The jury found Bell Corp. liable.",
        ),
        ([SUED, happened("struck_out", 3)], "Struck out, 1 March 2025", ""),
        (
            [SUED, happened("bench_judgment", 3), happened("permission_refused", 5)],
            "Decided after bench trial, 1 March 2025; permission to appeal refused, 1 May 2025",
            "",
        ),
        (
            [SUED, happened("bench_judgment", 3), happened("appealed", 4), happened("certiorari_denied", 5)],
            "Decided after bench trial, 1 March 2025; certiorari denied, 1 May 2025",
            "",
        ),
        (
            [SUED, happened("class_certified", 3), happened("settled", 5), happened("class_settlement_final", 7)],
            "Settled, 1 May 2025; class certified, 1 March 2025; class settlement approved, 1 July 2025",
            "A settlement is not an admission or finding of liability.",
        ),
    ],
)
def test_a_claim_is_told_by_its_own_events_each_with_its_day(events: list[Event], line: str, note: str) -> None:
    assert said(*events) == (line, note)


@pytest.mark.parametrize(
    ("events", "line", "presumed"),
    [
        (
            [happened("sentence_vacated", 9)],
            "Convicted; sentence vacated on appeal, 1 September 2025",
            False,
        ),
        (
            [
                happened("convicted", 3),
                happened("sentenced", 4),
                happened("appealed", 5),
                happened("sentence_vacated", 9),
            ],
            "Convicted, 1 March 2025; sentence vacated on appeal, 1 September 2025",
            False,
        ),
        (
            [happened("convicted", 3), happened("appealed", 5), happened("acquittal_directed", 9)],
            "Acquitted on appeal, 1 September 2025",
            False,
        ),
        (
            [happened("convicted", 3), happened("remanded_new_trial", 9)],
            "Pending, sent back for a new trial, 1 September 2025",
            True,
        ),
        (
            [happened("pleaded_guilty", 3), happened("sentenced", 4), happened("pardoned", 9)],
            "Guilty plea entered, 1 March 2025; sentenced, 1 April 2025; pardoned, 1 September 2025",
            False,
        ),
        ([happened("not_guilty_insanity", 3)], "Not guilty by reason of insanity, 1 March 2025", False),
        (
            [happened("convicted_lesser", 3, offense="trespass")],
            "Convicted of trespass, a lesser offense, 1 March 2025",
            False,
        ),
        ([happened("convicted_lesser", 3)], "Convicted of a lesser offense, 1 March 2025", False),
        ([happened("pleaded_alford", 3)], "Alford plea entered, 1 March 2025", False),
        ([happened("incompetent", 3)], "Found incompetent to stand trial 1 March 2025, not decided", True),
        ([happened("pleaded_not_guilty", 2), happened("mistrial", 5)], "Pending after a mistrial, 1 May 2025", True),
        ([happened("appealed", 2)], "Charged 2 January 2025, not decided; on appeal, 1 February 2025", True),
        ([happened("acquitted", 3)], "Acquitted, 1 March 2025", False),
        ([happened("prosecution_deferred", 3)], "Prosecution deferred by agreement, 1 March 2025", True),
        (
            [happened("prosecution_deferred", 3), happened("deferral_completed", 9)],
            "Charge dismissed after the deferral was completed, 1 September 2025",
            False,
        ),
        (
            [happened("prosecution_deferred", 3), happened("deferral_ended", 9)],
            "Charged, deferral ended 1 September 2025, not decided",
            True,
        ),
        ([happened("bound_over", 3)], "Charged 2 January 2025, not decided; bound over for trial, 1 March 2025", True),
    ],
)
def test_who_is_charged_and_not_convicted_on_that_count_is_presumed_innocent_and_nobody_else(
    events: list[Event], line: str, presumed: bool
) -> None:
    status = status_from([CHARGED, *events], Family.CHARGE, COMPARED)
    assert status_line(status) == line
    assert bool(notices("criminal", [(BELL, status)])) == presumed


def test_of_a_case_without_counts_no_person_is_said_to_be_presumed_innocent() -> None:
    assert notices("criminal", []) == ["A charge is an accusation, not a finding."]


def test_a_settled_citation_may_be_final_and_is_not_said_to_admit_nothing() -> None:
    told = [Event("cited", date(2025, 1, 2)), happened("settled", 3), happened("final_order", 4)]
    assert said(*told, family=Family.CITATION) == ("Settled, 1 March 2025; became a final order, 1 April 2025", "")


def test_an_award_annulled_in_part_by_a_committee_is_said_to_be_that() -> None:
    told = [SUED, happened("award", 3), happened("annulled_award_in_part", 9)]
    line, _ = said(*told, family=Family.ARBITRATION)
    assert line == "Decided by award, 1 March 2025; award annulled in part by a committee, 1 September 2025"


@pytest.mark.parametrize(
    ("compared", "line"),
    [
        (None, "Served 1 February 2025"),
        (date(2025, 1, 31), "Served 1 February 2025"),
        (date(2025, 2, 1), "Served 1 February 2025, no answer in this record"),
    ],
)
def test_silence_is_told_only_where_the_docket_was_compared_after_service(compared: date | None, line: str) -> None:
    status = status_from([SUED, SERVED], compared=compared)
    assert status_line(status) == line
    assert status.is_silent == ("answer" in line)
    assert ("No answer" in notices("civil", [(BELL, status)])[0]) == status.is_silent


def test_without_a_comparison_the_record_says_that_it_does_not_know() -> None:
    assert status_from([]).text == "this record does not say whether it was answered"
    assert status_from([SUED]).text == "pleaded"


# what changes what stood, without words of its own
WITHOUT_WORDS = {"motion_denied", "other"}


@pytest.mark.parametrize("kind", sorted(set(ClaimEventKind.values) - WITHOUT_WORDS))
def test_no_kind_of_event_is_dead_vocabulary(kind: str) -> None:
    family = {"criminal": Family.CHARGE, "regulatory": Family.CITATION}
    rule = CLAIM_EVENT_RULES[kind]
    category = next((c for c in family if rule.categories == {c, "appeal", "juvenile"} or rule.categories == {c}), "")
    family_ = family.get(category, Family.SUIT)
    before = status_from([Event("asserted", date(2025, 1, 1))], family_, COMPARED)
    after = status_from([Event("asserted", date(2025, 1, 1)), happened(kind, 3)], family_, COMPARED)
    if kind not in ("asserted", "charged", "arraigned", "cited"):
        assert after.text != before.text
    assert after.event is not None
    assert after.date == date(2025, 3, 1) or rule.effect is ClaimEffect.OPEN


WON = [(kind, won) for kind in FOUND for won in ("asserting", "responding")]


@pytest.mark.parametrize("family", [Family.PETITION, Family.ISSUE, Family.PROOF])
@pytest.mark.parametrize(("kind", "won"), WON)
def test_of_what_seeks_no_liability_nobody_is_found_liable_or_not_liable(family: Family, kind: str, won: str) -> None:
    _, note = said(SUED, happened(kind, 3, prevailing=won, ground="merits"), family=family)
    assert note == f"Decided for {BELL if won == 'responding' else 'the party that asks'}.".replace("..", ".")
    _, of_a_suit = said(SUED, happened(kind, 3, prevailing=won, ground="merits"))
    assert "liable" in of_a_suit


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("petition_granted", "Petition granted, 1 March 2025"),
        ("petition_granted_in_part", "Petition granted in part, 1 March 2025"),
        ("petition_denied", "Petition denied, 1 March 2025"),
    ],
)
def test_a_petition_is_granted_or_denied_without_a_trial_or_a_finding(kind: str, line: str) -> None:
    assert said(SUED, happened(kind, 3, prevailing="asserting"), family=Family.PETITION) == (line, "")


@pytest.mark.parametrize(
    ("kind", "family", "line"),
    [
        ("discontinued", Family.SUIT, "Discontinued, 1 March 2025"),
        ("discontinued", Family.CHARGE, "Discontinued, 1 March 2025"),
        ("lies_on_file", Family.CHARGE, "Left to lie on the file, without a verdict, 1 March 2025"),
        ("claim_upheld", Family.SUIT, "Upheld by the tribunal, 1 March 2025"),
        ("claim_not_upheld", Family.SUIT, "Not upheld by the tribunal, 1 March 2025"),
    ],
)
def test_what_ends_a_claim_in_england_and_wales_has_its_own_words_and_no_finding(
    kind: str, family: Family, line: str
) -> None:
    assert said(CHARGED if family == Family.CHARGE else SUED, happened(kind, 3), family=family) == (line, "")


@pytest.mark.parametrize("kind", ["petition_granted", "petition_granted_in_part", "petition_denied"])
def test_an_annulment_committee_grants_or_denies_what_is_asked_of_it(kind: str) -> None:
    assert "arbitration" in CLAIM_EVENT_RULES[kind].categories


@pytest.mark.parametrize("kind", ["claim_upheld", "claim_not_upheld"])
def test_only_a_tribunal_upholds_a_claim_in_its_own_words(kind: str) -> None:
    assert CLAIM_EVENT_RULES[kind].categories == {"tribunal"}
