"""The vocabularies agree with their tables, and understand what real docket pages print."""

import json
import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.db.models import TextChoices

from docket import choices
from docket.choices import (
    AttorneyRole,
    CapacityKind,
    CaseLinkKind,
    CaseStatus,
    ClaimEffect,
    ClaimEventKind,
    Designation,
    DocketPattern,
    FilingLinkKind,
    FilingType,
    PartyRole,
    Side,
)
from docket.law import nature_of_suit
from parties import choices as party_choices
from tests.shared import DOCKETS, needs_dockets

VOCABULARIES = [
    vocabulary
    for module in (choices, party_choices)
    for vocabulary in vars(module).values()
    if isinstance(vocabulary, type) and issubclass(vocabulary, TextChoices) and vocabulary is not TextChoices
]


# the words of courts outside the United States, of tribunals and of coroners, each where staff look for it
ABROAD = {
    choices.PartyRole: ("interested_person", "intervener", "applicant", "claimant"),
    choices.OfficialRole: ("coroner", "annulment_committee_member", "tribunal_secretary"),
    choices.AttorneyRole: ("liaison",),
    choices.CaseCategory: ("inquest", "tribunal"),
    choices.CaseType: ("inquest_death", "tribunal_employment", "arbitration_investment"),
    choices.CaseLinkKind: ("annuls_award", "adversary_proceeding_of", "short_form_of"),
    choices.CauseOfAction: (
        *("preference", "fraudulent_transfer", "dischargeability", "expropriation", "fair_and_equitable_treatment"),
        "breach_of_privacy",
    ),
    choices.ClaimEventKind: ("struck_out", "permission_refused", "annulled_award", "jurisdiction_declined"),
}


@pytest.mark.parametrize("vocabulary", ABROAD, ids=lambda vocabulary: vocabulary.__name__)
def test_it_has_the_words_of_other_forums(vocabulary: type[TextChoices]) -> None:
    assert set(ABROAD[vocabulary]) <= set(vocabulary.values)


def test_what_a_tribunal_hears_is_claimed_and_at_an_inquest_nothing_is_decided() -> None:
    rules = choices.CLAIM_EVENT_RULES
    at_inquests = {kind for kind, rule in rules.items() if "inquest" in rule.categories}
    assert not at_inquests & {"verdict", "convicted", "acquitted", "bench_judgment", "settled", "citation_affirmed"}
    assert all("tribunal" in rules[kind].categories for kind in ("struck_out", "answered", "bench_judgment", "settled"))
    assert choices.FORUM_NOT_REPORTED["inquest"] == "Coroner not reported"


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.__name__)
class TestEveryVocabulary:
    def test_it_has_a_different_label_for_each_code(self, vocabulary: type[TextChoices]) -> None:
        labels = [label.casefold() for label in vocabulary.labels]
        assert sorted(labels) == sorted(set(labels))

    def test_its_codes_fit_the_columns_and_name_their_members(self, vocabulary: type[TextChoices]) -> None:
        for member in vocabulary:
            assert len(member.value) <= 40
            assert member.value in ("", member.name.lower()) or "." in member.value
            assert member.label.strip()

    def test_it_says_what_it_is(self, vocabulary: type[TextChoices]) -> None:
        assert (vocabulary.__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize(
    ("table", "vocabulary"),
    [
        (choices.CASE_STATUS_PUBLIC_LABEL, CaseStatus),
        (choices.CASE_LINK_INVERSE_LABEL, CaseLinkKind),
        (choices.DOCKET_PATTERNS, DocketPattern),
        (choices.DOCKET_EXAMPLES, DocketPattern),
        (choices.PARTY_ROLE_SIDE, PartyRole),
        (choices.CAPACITY_PHRASE, CapacityKind),
        (choices.FILING_LINK_RULES, FilingLinkKind),
        (choices.CLAIM_EVENT_RULES, ClaimEventKind),
    ],
)
def test_each_table_has_one_row_for_each_code(table: dict[str, object], vocabulary: type[TextChoices]) -> None:
    assert sorted(table) == sorted(vocabulary.values)


def test_no_two_public_status_labels_are_alike() -> None:
    labels = list(choices.CASE_STATUS_PUBLIC_LABEL.values())
    assert len(labels) == len(set(labels))
    words = [rule.status for rule in choices.CLAIM_EVENT_RULES.values()]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("pattern", DocketPattern.values)
def test_each_docket_pattern_matches_its_examples(pattern: str) -> None:
    assert choices.DOCKET_EXAMPLES[pattern]
    for number in choices.DOCKET_EXAMPLES[pattern]:
        assert re.search(choices.DOCKET_PATTERNS[pattern], number), number


def test_a_docket_pattern_refuses_a_number_of_another_forum() -> None:
    assert not re.search(choices.DOCKET_PATTERNS["nm"], "2:20-cv-01234")
    assert not re.search(choices.DOCKET_PATTERNS["lasc"], "D-101-CV-2022-00244")
    assert not re.search(choices.DOCKET_PATTERNS["us_district"], "22-2098")


def test_a_third_party_plaintiff_stands_on_the_responding_side() -> None:
    assert choices.PARTY_ROLE_SIDE["third_party_plaintiff"] == Side.RESPONDING
    assert choices.PARTY_ROLE_SIDE["counter_defendant"] == Side.INITIATING
    assert choices.PARTY_ROLE_SIDE["amicus_curiae"] == Side.NEUTRAL


def test_a_friend_of_the_court_and_the_dead_cannot_assert_claims() -> None:
    barred = choices.ROLES_THAT_CANNOT_ASSERT
    assert {"amicus_curiae", "decedent", "statutory_beneficiary"} <= barred
    assert not barred & {
        "plaintiff",
        "defendant",
        "counter_claimant",
        "claimant",
        "intervenor",
        "prosecution",
    }
    assert barred <= set(PartyRole.values)


@pytest.mark.parametrize(
    ("wording", "role"),
    [
        ("Plaintiff", PartyRole.PLAINTIFF),
        ("Defendant (1)", PartyRole.DEFENDANT),
        ("DEFENDANT  (12)", PartyRole.DEFENDANT),
        ("3rd pty defendant", PartyRole.THIRD_PARTY_DEFENDANT),
        ("ThirdParty Plaintiff", PartyRole.THIRD_PARTY_PLAINTIFF),
        ("4th party defendant", PartyRole.FOURTH_PARTY_DEFENDANT),
        ("Counter-Claimant", PartyRole.COUNTER_CLAIMANT),
        ("Counter Defendant", PartyRole.COUNTER_DEFENDANT),
        ("Cross Defendant", PartyRole.CROSS_DEFENDANT),
        ("Intervenor Dft", PartyRole.INTERVENOR_DEFENDANT),
        ("Intervenor-Plaintiff", PartyRole.INTERVENOR_PLAINTIFF),
        ("Debtor 2", PartyRole.DEBTOR),
        ("Debtor-in-Possession", PartyRole.DEBTOR),
        ("US Trustee", PartyRole.US_TRUSTEE),
        ("United States Trustee", PartyRole.US_TRUSTEE),
        ("Creditor Committee", PartyRole.CREDITOR_COMMITTEE),
        ("In\xa0re", PartyRole.IN_RE_SUBJECT),
        ("Plaintiff\xa0-\xa0Appellee", PartyRole.APPELLEE),
        ("Defendant - Cross-Appellant", PartyRole.CROSS_APPELLANT),
        ("Petitioner", PartyRole.PETITIONER),
        ("Amicus\xa0Curiae", PartyRole.AMICUS_CURIAE),
        ("Holder of the candle", PartyRole.OTHER),
        ("", PartyRole.OTHER),
    ],
)
def test_it_reads_a_role_as_courts_word_it(wording: str, role: PartyRole) -> None:
    assert choices.role_from_court(wording) is role


def test_each_role_is_read_from_its_own_label() -> None:
    for role in PartyRole:
        assert choices.role_from_court(role.label) is role


def test_every_entry_of_the_wording_table_can_be_reached() -> None:
    for wording, role in choices.ROLE_FROM_COURT.items():
        assert choices.role_from_court(wording) is role, wording


@pytest.mark.parametrize(
    ("wording", "role", "day"),
    [
        ("TERMINATED: 05/03/2019", AttorneyRole.TERMINATED, date(2019, 5, 3)),
        ("SELF- TERMINATED: 6/7/2020", AttorneyRole.SELF_TERMINATED, date(2020, 6, 7)),
        ("LEAD ATTORNEY", AttorneyRole.LEAD, None),
        ("Plaintiffs' Liaison Counsel", AttorneyRole.LIAISON, None),
        ("ATTORNEY TO BE NOTICED", AttorneyRole.TO_BE_NOTICED, None),
        ("ATTORNEY IN SEALED GROUP", AttorneyRole.SEALED_GROUP, None),
        ("PRO HAC VICE", AttorneyRole.PRO_HAC_VICE, None),
        ("COR LD NTC Retained", AttorneyRole.LEAD, None),
        ("COR NTC Government", AttorneyRole.TO_BE_NOTICED, None),
        ("TERMINATED: 13/45/2019", AttorneyRole.TERMINATED, None),
        ("Bar Status: Disbarred", AttorneyRole.DISBARRED, None),
        ("Government", AttorneyRole.UNKNOWN, None),
    ],
)
def test_it_reads_what_is_printed_under_counsel(wording: str, role: AttorneyRole, day: date | None) -> None:
    assert choices.attorney_role_from_court(wording) == (role, day)


@pytest.mark.parametrize(
    ("wording", "designation"),
    [
        ("Designation: Retained", Designation.RETAINED),
        ("Designation: CJA Appointment", Designation.CJA_APPOINTMENT),
        ("Designation: Public Defender or Community Defender Appointment", Designation.PUBLIC_DEFENDER),
        ("COR LD NTC Government", Designation.GOVERNMENT),
        ("NTC Pro Se", Designation.PRO_SE),
        ("Designation: Something Else", Designation.OTHER),
        ("LEAD ATTORNEY", None),
    ],
)
def test_it_reads_how_counsel_came_to_act(wording: str, designation: Designation | None) -> None:
    assert choices.designation_from_court(wording) == designation


def test_a_capacity_reads_as_in_a_caption() -> None:
    phrase = choices.capacity_phrase
    assert phrase("individually") == "individually"
    assert phrase("personal_representative", "John Roe") == (
        "as personal representative of the Estate of John Roe, deceased"
    )
    assert phrase("dba", "Roe's {Props}") == "d/b/a Roe's {Props}"
    assert phrase("guardian") == "guardian"


def test_every_filing_type_is_in_a_group_that_has_a_name() -> None:
    assert {choices.filing_group(value) for value in FilingType.values} == set(choices.FILING_GROUPS)
    grouped = [value for _, rows in choices.grouped_filing_types() for value, _ in rows]
    assert sorted(grouped) == sorted(FilingType.values)


@pytest.mark.parametrize(
    ("category", "jurisdiction", "first"),
    [
        ("civil", "England and Wales", "England and Wales"),
        ("tribunal", "England and Wales", "Employment tribunal"),
        ("inquest", "England and Wales", "Inquest"),
        ("arbitration", "international", "Arbitration"),
        ("civil", "California", "Initiating"),
    ],
)
def test_the_types_of_the_proceeding_and_of_its_forums_country_come_first_and_none_is_left_out(
    category: str, jurisdiction: str, first: str
) -> None:
    grouped = choices.grouped_filing_types(choices.first_groups(category, jurisdiction))
    assert grouped[0][0] == first
    assert sorted(grouped) == sorted(choices.grouped_filing_types())


@pytest.mark.parametrize(
    ("states", "answers"),
    [
        ("ew.claim_form", "ew.defence"),
        ("ew.particulars_of_claim", "ew.defence_and_counterclaim"),
        ("ew.part_20_claim", "ew.defence_to_part_20_claim"),
        ("et.claim", "et.response"),
        ("arb.request", "arb.response_to_notice"),
        ("arb.notice_of_arbitration", "arb.response_to_notice"),
        ("arb.memorial", "arb.counter_memorial"),
    ],
)
def test_a_claim_abroad_states_claims_and_what_answers_it_answers(states: str, answers: str) -> None:
    assert states in choices.STATING
    assert answers in choices.ANSWERING


@pytest.mark.parametrize(
    ("kind", "acts"),
    [
        ("ew.permission_to_appeal", True),
        ("et.judgment", True),
        ("inq.record", True),
        ("arb.decision_on_annulment", True),
        ("ew.skeleton_argument", False),
        ("ew.acknowledgment_of_service", False),
        ("ew.part_36_offer", False),
        ("arb.separate_opinion", False),
        ("inq.submission", False),
    ],
)
def test_what_a_court_tribunal_or_coroner_does_is_its_act_and_what_a_party_files_is_not(kind: str, acts: bool) -> None:
    assert (kind in choices.COURT_ACTS) == acts


def test_an_acknowledgment_of_service_is_no_answer() -> None:
    """CPR 10.3: it gives time for a defence; it denies nothing."""
    assert FilingType.EW_ACKNOWLEDGMENT_OF_SERVICE not in choices.ANSWERING | choices.PLEADINGS


def test_filing_types_are_named_after_their_codes() -> None:
    assert [member.name for member in FilingType] == [value.replace(".", "_").upper() for value in FilingType.values]


def test_an_order_is_no_motion_and_an_answer_is_no_claim() -> None:
    assert not choices.COURT_ACTS & choices.MOTIONS
    assert not choices.COURT_ACTS & choices.PLEADINGS
    assert not choices.INITIATING & choices.ANSWERING
    assert FilingType.JUDG_NOTICE_OF_DISMISSAL not in choices.COURT_ACTS
    assert FilingType.ARB_FINAL_AWARD in choices.COURT_ACTS
    for kinds in (choices.COURT_ACTS, choices.MOTIONS, choices.PLEADINGS, choices.INITIATING):
        assert kinds <= set(FilingType.values)


def test_an_answer_stays_within_its_case_and_a_response_may_leave_it() -> None:
    crossing = {kind for kind, rule in choices.FILING_LINK_RULES.items() if rule.may_cross_cases}
    assert crossing == {
        "responds_to",
        "stays",
        "lifts_stay",
        "vacates",
        "modifies",
        "appeals",
        "incorporates",
        "refers_to",
    }
    assert [kind for kind, rule in choices.FILING_LINK_RULES.items() if rule.takes_outcome] == ["rules_on"]
    assert choices.FILING_LINK_RULES["answers"].acyclic
    assert choices.FILING_LINK_RULES["amends"].acyclic


def test_no_charge_reads_as_a_conviction_before_there_is_one() -> None:
    rules = choices.CLAIM_EVENT_RULES
    for kind in ("charged", "arraigned", "pleaded_not_guilty", "incompetent"):
        assert rules[kind].status.endswith("not decided")
    assert rules["acquitted"].effect is rules["convicted"].effect is ClaimEffect.DISPOSED
    not_criminal = [rule for rule in rules.values() if "criminal" not in rule.categories]
    assert not any("guilty" in rule.status or "convict" in rule.status for rule in not_criminal)


def test_a_dismissal_asks_whether_it_was_with_prejudice() -> None:
    asking = {kind for kind, rule in choices.CLAIM_EVENT_RULES.items() if rule.needs_prejudice}
    assert {
        "voluntarily_dismissed",
        "dismissed_motion",
        "dismissed_want_of_prosecution",
        "dismissed_stipulated",
        "dismissed_criminal",
    } <= asking
    assert all(choices.CLAIM_EVENT_RULES[kind].effect is ClaimEffect.DISPOSED for kind in asking)


def test_an_appeal_that_overturns_reopens_and_one_that_affirms_does_not() -> None:
    rules = choices.CLAIM_EVENT_RULES
    for kind in ("reversed", "vacated", "remanded_on_appeal"):
        assert rules[kind].effect is ClaimEffect.REOPENED
    assert rules["affirmed"].effect is rules["appeal_dismissed"].effect is ClaimEffect.DISPOSED
    assert rules["appealed"].effect is ClaimEffect.ON_APPEAL


def test_it_offers_the_codes_in_use_and_still_knows_the_retired_ones() -> None:
    offered = [code for _, rows in nature_of_suit.choices() for code, _ in rows]
    assert len(offered) == len(set(offered)) == 93
    assert 890 in offered
    assert 875 not in offered
    assert nature_of_suit.title(875) == "Customer Challenge 12 USC 3410"
    assert nature_of_suit.title(101) == ""


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        ("530 Habeas Corpus (General)", 530),
        (" 444 Welfare", 444),
        ("11 Recovery of money/property - 542 turnover of property", None),
        ("101 Not a code", None),
        ("5301 Not a code", None),
        ("", None),
    ],
)
def test_it_reads_a_nature_of_suit_as_docket_sheets_print_it(wording: str, code: int | None) -> None:
    assert nature_of_suit.nature_from_court(wording) == code


def real_parties() -> Iterator[dict[str, object]]:
    for path in sorted(DOCKETS.glob("*/*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        for docket in content if isinstance(content, list) else [content]:
            parties = docket.get("parties") if isinstance(docket, dict) else None
            yield from (party for party in parties or [] if isinstance(party, dict))


@needs_dockets
def test_it_understands_every_role_on_the_real_docket_pages() -> None:
    wordings = {str(party["type"]) for party in real_parties()}
    assert len(wordings) > 25
    unknown = {text for text in wordings if choices.role_from_court(text) is PartyRole.OTHER}
    assert unknown <= {"Other", "Unknown"}


@needs_dockets
def test_it_understands_everything_printed_under_counsel_on_the_real_docket_pages() -> None:
    wordings: set[str] = set()
    for party in real_parties():
        attorneys = party.get("attorneys") or []
        assert isinstance(attorneys, list)
        wordings |= {role for attorney in attorneys for role in attorney.get("roles") or []}
    assert len(wordings) > 10
    for text in wordings:
        role, day = choices.attorney_role_from_court(text)
        assert role is not AttorneyRole.UNKNOWN or choices.designation_from_court(text), text
        assert (day is not None) == ("TERMINATED" in text), text
