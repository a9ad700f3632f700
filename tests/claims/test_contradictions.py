"""Where a case and the events of its claims cannot both be right: found, each with a sentence and a place."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from docket.choices import CLAIM_EVENT_RULES, ClaimEventKind
from docket.claims import status_of
from docket.claims.contradictions import contradictions
from docket.desk.claims.outcome_kinds import possible
from docket.models import Case, CaseParty, Claim, ClaimAgainst, ClaimEvent, Filing, FilingParty
from docket.site.exports.claims import CLAIMS
from parties.models import Party

pytestmark = pytest.mark.django_db


def a_count(
    *events: str, name: str = "Sam Poe", kind: str = "criminal_count", case: Case | None = None, **of_case: str
):
    case = case or Case.objects.create(caption="State v. Poe", **({"category": "criminal"} | of_case))
    party = CaseParty.objects.create(
        case=case, role="defendant", party=Party.objects.create(kind="person", name=name, sort_name=name)
    )
    claim = Claim.objects.create(case=case, title="Trespass", kind=kind)
    row = ClaimAgainst.objects.create(claim=claim, case_party=party)
    for position, event in enumerate(events):
        prejudice = "with" if CLAIM_EVENT_RULES[event].needs_prejudice else ""
        ClaimEvent.objects.create(
            claim_against=row, kind=event, date=date(2026, 3, 1 + position), with_prejudice=prejudice
        )
    return row


def found(case: Case) -> list[str]:
    return [each.sentence for each in contradictions([case])]


CLOSED = {"status": "disposed"}


@pytest.mark.parametrize(
    ("events", "of_case", "words"),
    [
        (
            ("charged", "convicted", "reversed"),
            CLOSED | {"disposition": "convicted"},
            "is pending: “decision rev",
        ),
        (("charged", "acquitted"), CLOSED | {"disposition": "convicted"}, "and no claim in it ended so."),
        (("charged", "pleaded_guilty", "sentenced"), CLOSED | {"disposition": "convicted"}, "no claim in it ended so."),
        (("charged", "convicted"), CLOSED | {"disposition": "acquitted"}, "and no claim in it ended so."),
        (("charged", "dismissed_criminal", "convicted"), {}, "and nothing reopened it."),
        (("charged", "convicted"), CLOSED | {"disposition": "convicted"}, ""),
        (("charged", "pleaded_guilty", "sentenced"), CLOSED | {"disposition": "plea"}, ""),
        (("charged", "dismissed_criminal", "reopened", "convicted"), {}, ""),
        (("charged",), {}, ""),
    ],
)
def test_it_finds_what_cannot_be_right_together_and_nothing_else(events, of_case, words):
    sentences = found(a_count(*events, **of_case).case)
    assert len(sentences) == bool(words) or len(sentences) == 2
    assert any(words in sentence for sentence in sentences) == bool(words)


def test_it_finds_a_settled_case_with_a_pending_claim():
    row = a_count("asserted", "answered", kind="claim", category="civil", status="disposed", disposition="settled")
    assert found(row.case) == [
        "State v. Poe is closed as “Settled”, and “Trespass” against Sam Poe is pending: “answered”."
    ]


@pytest.mark.parametrize("role", ["doe_defendant", "roe"])
def test_who_was_never_named_may_be_left_when_a_case_closes(role):
    row = a_count("asserted", kind="claim", category="civil", status="disposed", disposition="settled")
    assert len(found(row.case)) == 1
    CaseParty.objects.update(role=role)
    assert found(row.case) == []


@pytest.mark.parametrize("kind", ["sentenced", "sentence_vacated", "remanded_resentencing", "commuted"])
def test_what_follows_a_plea_of_guilt_shows_that_a_case_closed_by_one(kind):
    row = a_count("charged", kind, status="disposed", disposition="plea")
    assert not any("no claim in it ended so" in sentence for sentence in found(row.case))


ENDED = [
    *("voluntarily_dismissed", "dismissed_motion", "dismissed_stipulated", "dismissed_want_of_prosecution"),
    *("withdrawn", "struck_out", "nolle_prosequi", "dismissed_criminal", "deferral_completed", "settled"),
]
JUDGED = [
    *("verdict", "bench_judgment", "summary_judgment", "judgment_on_pleadings", "jmol_directed_verdict"),
    *("default_judgment", "declared", "convicted", "convicted_lesser", "acquitted", "sentenced"),
    *("petition_granted", "petition_granted_in_part", "petition_denied", "pleaded_guilty", "pleaded_no_contest"),
]


@pytest.mark.parametrize(
    ("ended", "judged"), [*((one, "verdict") for one in ENDED), *(("settled", one) for one in JUDGED)]
)
def test_a_claim_that_is_gone_is_not_judged_until_something_reopens_it(ended, judged):
    (sentence,) = found(a_count("asserted", ended, judged, kind="claim", category="civil").case)
    assert sentence.endswith("and nothing reopened it.")
    assert found(a_count("asserted", ended, "reopened", judged, kind="claim", category="civil").case) == []


def test_an_earlier_version_of_a_claim_contradicts_nothing():
    row = a_count("asserted", "settled", kind="claim", category="civil", status="disposed", disposition="settled")
    earlier = Claim.objects.create(case=row.case, title="Trespass", kind="claim")
    ClaimAgainst.objects.create(claim=earlier, case_party=row.case_party)
    assert len(found(row.case)) == 1
    Claim.objects.filter(pk=row.claim_id).update(carried_from=earlier)
    assert found(row.case) == []


def test_it_finds_who_is_presumed_innocent_above_a_plea_agreement():
    row = a_count("charged")
    other = a_count("charged", name="Ann Roe", case=row.case)
    plea = Filing.objects.create(case=row.case, filing_type="crim.plea_agreement", title="Plea agreement")
    FilingParty.objects.create(filing=plea, case_party=other.case_party)
    (sentence,) = found(row.case)
    assert sentence.endswith("Ann Roe is told to be presumed innocent.")


def test_the_command_names_each_and_fails(capsys):
    row = a_count("charged", "acquitted", status="disposed", disposition="convicted")
    with pytest.raises(CommandError, match="1 found"):
        call_command("check_record")
    assert row.case.public_id in capsys.readouterr().out
    Case.objects.update(disposition="acquitted")
    call_command("check_record")
    assert "No case contradicts" in capsys.readouterr().out


# entered with the pleading or by the answer's own sheet
ELSEWHERE = {"asserted", "amended", "answered", "charged", "cited", "contested"}
ALONE = {"other", "motion_denied"}


def test_every_kind_of_event_goes_through_form_status_and_file():
    offered: dict[str, str] = {}
    for category in ("civil", "criminal", "arbitration", "regulatory", "bankruptcy", "tribunal"):
        for _, kinds in possible(category, crossing=False):
            offered |= {kind: category for kind, _ in kinds}
    assert set(ClaimEventKind.values) - set(offered) == ELSEWHERE
    of_kind = {"criminal": "criminal_count", "regulatory": "violation", "arbitration": "arbitral_claim"}
    begun = {"criminal": "charged", "regulatory": "cited"}
    for kind, category in offered.items():
        row = a_count(begun.get(category, "asserted"), kind=of_kind.get(category, "claim"), category=category)
        prejudice = "with" if CLAIM_EVENT_RULES[kind].needs_prejudice else ""
        event = ClaimEvent(claim_against=row, kind=kind, date=date(2026, 4, 1), with_prejudice=prejudice, position=5)
        event.case = row.case
        event.full_clean()
        before = status_of(row).text
        event.save()
        after = status_of(ClaimAgainst.objects.get(pk=row.pk)).text
        assert CLAIMS.derive is not None
        assert CLAIMS.derive(ClaimAgainst.objects.get(pk=row.pk))[0] == after
        if kind not in ALONE | {"arraigned"}:
            assert after != before, kind
