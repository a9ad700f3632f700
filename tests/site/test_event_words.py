"""docs/event-words.md says what each kind of event says in public, and no kind says more than it records."""

import pytest
from django.core.management import CommandError, call_command

from docket.choices import CLAIM_EVENT_RULES, ClaimEventKind
from docket.management.commands import event_words
from docket.management.commands.event_words import AGAINST, family_in, status_after, words_of_kind
from docket.site.outcomes import head_of
from docket.site.wording import note_of


def test_the_table_in_the_docs_is_that_of_the_kinds():
    call_command("event_words", check=True)


def test_a_stale_table_is_refused(monkeypatch):
    monkeypatch.setattr(event_words, "AGAINST", "Marsh Ltd.")
    with pytest.raises(CommandError, match="is stale"):
        call_command("event_words", check=True)


@pytest.mark.parametrize("kind", ClaimEventKind)
def test_every_kind_has_its_words_beside_the_claim_and_of_the_defendant(kind):
    _, _, beside, own, *_ = words_of_kind(kind)
    assert beside
    assert own.lower() == beside.lower()


@pytest.mark.parametrize("kind", ClaimEventKind)
def test_without_a_recorded_ground_and_side_no_kind_finds_anybody_liable_or_for_anybody(kind):
    _, family = family_in(kind)
    told = [note_of(status_after(kind, family), AGAINST, family)]
    told += [note_of(status_after(kind, family, prevailing=side), AGAINST, family) for side in ("", "asserting")]
    told.append(note_of(status_after(kind, family, ground="merits"), AGAINST, family))
    assert not any("found" in note for note in told)
    assert "Decided" not in told[0] + told[3]


@pytest.mark.parametrize("kind", ["reversed", "vacated", "sentence_vacated"])
def test_what_undoes_a_decision_does_not_say_what_comes_next(kind):
    words = CLAIM_EVENT_RULES[kind].status
    assert "pending" not in words
    assert "resentenced" not in words


def test_a_charge_that_the_prosecution_dropped_is_not_counted_among_the_dismissed():
    _, family = family_in(ClaimEventKind.NOLLE_PROSEQUI)
    dropped = status_after(ClaimEventKind.NOLLE_PROSEQUI, family)
    dismissed = status_after(ClaimEventKind.DISMISSED_CRIMINAL, family)
    assert head_of({1: [dropped], 2: [dismissed]}) == "1 dropped by the prosecution, 1 dismissed"


@pytest.mark.parametrize(
    ("side", "note"),
    [
        ("asserting", "Decided on appeal for the party that makes the claim."),
        ("responding", f"Decided for {AGAINST} on appeal."),
    ],
)
def test_a_decision_on_appeal_is_not_taken_for_a_claim_on_appeal(side, note):
    kind, family = ClaimEventKind.REVERSED_RENDERED, family_in(ClaimEventKind.REVERSED_RENDERED)[1]
    assert note_of(status_after(kind, family, prevailing=side), AGAINST, family) == note


def test_nobody_is_the_subject_of_an_opting_out_on_a_page_of_the_defendant():
    assert words_of_kind(ClaimEventKind.OPTED_OUT)[3].endswith("opt-out from the class noted, 1 March 2026")
