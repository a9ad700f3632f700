"""What a court prints beside a criminal count: entered only where nothing in the words speaks against it."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docket.choices import CLAIM_EVENT_RULES, CaseCategory
from docket.choices import ClaimEventKind as Kind
from docket.intake.wording.count_dispositions import LONGEST, UNCLEAR, Outcome, outcome
from docket.intake.wording.disposition_rules import OUTCOMES

TABLE = Path(__file__).parents[2] / "data" / "count_dispositions.tsv"
EXAMPLES = [line.split("\t") for line in TABLE.read_text().splitlines() if not line.startswith("#")]

CLEAR = {
    Kind.ACQUITTED: ("Not guilty by jury", "Verdict: Not Guilty", "Judgment of acquittal entered", "Acquitted"),
    Kind.NOLLE_PROSEQUI: ("Nolle prosequi", "Nol prossed"),
    Kind.DISMISSED_CRIMINAL: (
        "Dismissed on motion of the government",
        "Order of dismissal",
        "Motion to dismiss granted",
    ),
    Kind.MISTRIAL: ("Mistrial declared",),
    Kind.DEFERRED: ("Pretrial diversion", "Deferred prosecution agreement"),
    Kind.TRANSFERRED: ("Transferred under Rule 20",),
    Kind.SENTENCED: ("24 months imprisonment", "Custody of BOP for 60 months", "Probation for a term of 5 years"),
    Kind.CONVICTED: ("Found guilty by jury", "Guilty verdict"),
    Kind.PLEA: ("Pleaded guilty", "Nolo contendere"),
}
CONTRADICTING = (
    *("not guilty by reason of insanity", "found incompetent to stand trial", "committed under 18 U.S.C. 4246"),
    *("committed to the custody of the Attorney General", "vacated", "set aside on the court's motion", "rescinded"),
    *("conviction reversed", "remanded for a new hearing", "per mandate of the court of appeals", "appeal filed"),
    *("new trial granted", "full pardon granted", "sentence commuted", "lesser included offense", "reduced charge"),
    *("probation violation", "supervised release revoked", "resentenced", "as to co-defendant Roe", "on another count"),
    *("in case 2:20-cr-00012", "motion denied", "rejected by the court", "entered in error", "corrected on 5/1"),
    *("taken under advisement", "pending", "hearing continued", "stayed", "motion to withdraw", "withdrawn"),
    *("government recommends it", "maximum penalty", "in part", "except count 2", "to be dismissed at a later day"),
    *("if conditions are met", "unless the government objects", "the judgment was not entered"),
)
# a sentence follows a conviction and that a plea; else two outcomes of one count contradict each other
STEPS = {Kind.SENTENCED, Kind.CONVICTED, Kind.PLEA}
NEUTRAL = (
    *("released from the custody of the U.S. Marshal", "remanded to the custody of the Marshal", "bond exonerated"),
    *("report to the Probation Office", "advised of right to appeal", "restitution waived", "at sentencing"),
)
PHRASES = [(kind, phrase) for kind, phrases in CLEAR.items() for phrase in phrases]
JOINERS = ("; ", ". ", ", ", " - ", "\n", " (")


def test_the_table_is_large_and_goes_both_ways() -> None:
    unclear = [text for text, kind, _ in EXAMPLES if kind == "other"]
    assert len(unclear) >= 100
    assert len(EXAMPLES) - len(unclear) >= 100
    assert {kind for _, kind, _ in EXAMPLES} == {rule.kind.value for rule in OUTCOMES} | {"other"}


@pytest.mark.parametrize(("text", "kind", "prejudice"), EXAMPLES)
def test_an_outcome_is_what_the_words_say(text: str, kind: str, prejudice: str) -> None:
    for said in (text, text.upper(), text.lower(), f"  {text.replace(' ', chr(10))} "):
        assert outcome(said) == Outcome(Kind(kind), prejudice), said


@pytest.mark.parametrize(("kind", "phrase"), PHRASES)
def test_each_phrase_alone_is_clear(kind: Kind, phrase: str) -> None:
    assert outcome(phrase).kind == kind


@given(st.sampled_from(PHRASES), st.sampled_from(CONTRADICTING), st.sampled_from(JOINERS), st.booleans())
def test_a_clear_outcome_beside_a_contradiction_is_none(
    clear: tuple[Kind, str], against: str, joiner: str, first: bool
) -> None:
    said = joiner.join((against, clear[1]) if first else (clear[1], against))
    assert outcome(said) == UNCLEAR, said


def test_every_contradiction_stops_every_outcome() -> None:
    wrong = [
        f"{phrase}; {against}"
        for (_, phrase), against in product(PHRASES, CONTRADICTING)
        if outcome(f"{phrase}; {against}").is_clear or outcome(f"{against}. {phrase}").is_clear
    ]
    assert wrong == []


def test_two_outcomes_are_none_unless_one_follows_from_the_other() -> None:
    for (one, words), (other, more) in product(PHRASES, PHRASES):
        found = outcome(f"{words}; {more}").kind
        if one == other:
            assert found in (one, Kind.OTHER)
        elif {one, other} <= STEPS:
            assert found == next(kind for kind in (Kind.SENTENCED, Kind.CONVICTED, Kind.PLEA) if kind in (one, other))
        else:
            assert found == Kind.OTHER, f"{words}; {more}"


@pytest.mark.parametrize(("kind", "phrase"), PHRASES)
@pytest.mark.parametrize("neutral", NEUTRAL)
def test_where_a_person_was_brought_changes_nothing(kind: Kind, phrase: str, neutral: str) -> None:
    assert outcome(f"{phrase}; {neutral}").kind == kind
    assert outcome(f"{neutral}; {phrase}").kind == kind


@pytest.mark.parametrize("neutral", NEUTRAL)
def test_where_a_person_was_brought_is_no_outcome(neutral: str) -> None:
    assert outcome(neutral) == UNCLEAR


@pytest.mark.parametrize("denial", ["not", "never", "was not", "has not been"])
@pytest.mark.parametrize("act", ["dismissed", "acquitted", "sentenced to 24 months", "convicted", "found guilty"])
def test_what_is_denied_is_no_outcome(denial: str, act: str) -> None:
    assert outcome(f"Defendant {denial} {act}") == UNCLEAR


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    found = outcome(text)
    assert found.is_clear or found == UNCLEAR


def test_a_text_too_long_to_say_one_thing_is_unclear() -> None:
    assert outcome("Dismissed" + " as stated" * LONGEST) == UNCLEAR


def test_a_dismissal_says_with_what_prejudice_and_no_other_outcome_does() -> None:
    for text, kind, prejudice in EXAMPLES:
        assert bool(prejudice) == CLAIM_EVENT_RULES[kind].needs_prejudice, text


def test_every_outcome_may_happen_to_a_criminal_count() -> None:
    assert all(CaseCategory.CRIMINAL in CLAIM_EVENT_RULES[rule.kind].categories for rule in OUTCOMES)
