"""Claims entered from the papers: a pleading's counts by party in one form."""

from datetime import date

import pytest
from django.urls import reverse

from docket.models import CaseLink, CaseParty, Claim, ClaimAgainst, ClaimEvent, Filing, FilingLink, FilingParty
from docket.publishing import verbs
from tests.desk_cast import member, publish
from tests.desk_docket import Docket
from tests.desk_forms import errors, sent, ticked

COUNTS = ["Negligence", "Wrongful death", "Premises liability", "Negligent hiring", "Loss of consortium"]


@pytest.fixture
def ann(db):
    return member("editor", "ann")


@pytest.fixture
def bob(db):
    return member("editor", "bob")


@pytest.fixture
def docket(db):
    return Docket()


def plead(filing):
    return reverse("admin:claims_pleaded", args=[filing.pk])


@pytest.mark.django_db
class TestPleading:
    def test_five_counts_against_six_defendants_take_one_form(self, ann, docket):
        values = sent(ann.get(plead(docket.complaint)))
        for number, title in enumerate(COUNTS):
            values |= {f"n{number}-title": [title], f"n{number}-everyone": ["on"]}
        answer = ann.post(plead(docket.complaint), values)
        assert answer.status_code == 302
        claims = list(Claim.objects.filter(asserted_in=docket.complaint).order_by("position"))
        assert [claim.title for claim in claims] == COUNTS
        assert [claim.label for claim in claims] == ["Count I", "Count II", "Count III", "Count IV", "Count V"]
        assert [claim.cause_of_action for claim in claims][:2] == ["negligence", "wrongful_death"]
        for claim in claims:
            assert [row.case_party for row in claim.against.order_by("pk")] == docket.defendants
            assert [row.case_party for row in claim.asserted_by.all()] == [docket.plaintiff]
        events = ClaimEvent.objects.filter(filing=docket.complaint)
        assert events.count() == 30
        assert set(events.values_list("kind", "date", "basis")) == {("asserted", date(2024, 1, 16), "alleged")}

    def test_single_parties_are_ticked_and_a_cause_names_the_count(self, ann, docket):
        first, last = docket.defendants[0], docket.defendants[-1]
        values = sent(ann.get(plead(docket.complaint)))
        values |= {"n0-cause_of_action": ["product_liability_strict"], "n0-amount": ["75000"]}
        values = ticked(values, "n0-against", first.pk, last.pk) | {"relief": ["costs"]}
        assert ann.post(plead(docket.complaint), values).status_code == 302
        claim = Claim.objects.get()
        assert (claim.title, claim.label) == ("Product liability: strict liability", "Count I")
        assert (claim.amount, claim.relief) == (75000, ["costs"])
        assert [row.case_party for row in claim.against.order_by("pk")] == [first, last]

    def test_a_range_of_does_becomes_one_party_and_is_among_all_defendants(self, ann, docket):
        values = sent(ann.get(plead(docket.complaint)))
        values |= {"does_from": ["1"], "does_to": ["25"], "n0-title": ["Negligence"], "n0-everyone": ["on"]}
        assert ann.post(plead(docket.complaint), values).status_code == 302
        does = CaseParty.objects.get(role="doe_defendant")
        assert (does.party.name, does.party.kind, does.doe_from, does.doe_to) == ("Does 1–25", "group", 1, 25)
        assert Claim.objects.get().against.filter(case_party=does).exists()
        assert Claim.objects.get().against.count() == 7

    def test_more_rows_keep_what_is_typed_and_save_nothing(self, ann, docket):
        values = sent(ann.get(plead(docket.complaint))) | {"n0-title": ["Negligence"], "n1-label": ["Second"]}
        page = ann.post(plead(docket.complaint), values | {"_more": ["rows"]})
        again = sent(page)
        assert (again["n0-title"], again["n1-label"]) == (["Negligence"], ["Second"])
        assert "n9-title" in again
        assert errors(page) == []
        assert not Claim.objects.exists()

    def test_mistakes_are_told_in_their_row_and_nothing_is_saved(self, ann, docket):
        values = sent(ann.get(plead(docket.complaint)))
        values |= {"n0-title": ["Negligence"], "n1-everyone": ["on"], "n2-title": ["Fraud"]}
        values = ticked(values, "n2-against", docket.plaintiff.pk)
        told = errors(ann.post(plead(docket.complaint), values))
        assert "Tick against whom Count I is pleaded." in told
        assert any("Write what Count II is called" in words for words in told)
        assert any("Jane Roe makes Count III" in words for words in told)
        assert not Claim.objects.exists()

    def test_the_same_label_twice_and_half_a_range_of_does_are_refused(self, ann, docket):
        values = sent(ann.get(plead(docket.complaint))) | {"does_from": ["5"], "does_to": ["2"]}
        for number in range(2):
            values |= {f"n{number}-title": ["Fraud"], f"n{number}-everyone": ["on"], f"n{number}-label": ["Count I"]}
        assert any("in order: from 1 to 25" in words for words in errors(ann.post(plead(docket.complaint), values)))
        values |= {"does_from": [""], "does_to": [""]}
        assert any("Count I stands there twice" in words for words in errors(ann.post(plead(docket.complaint), values)))

    def test_who_brings_no_claims_cannot_be_ticked_as_making_one(self, ann, docket):
        friend = docket.party("A Friend", "amicus_curiae", "neutral")
        values = sent(ann.get(plead(docket.complaint)))
        values |= {"n0-title": ["Fraud"], "n0-everyone": ["on"], "n0-asserted_by": [str(friend.pk)]}
        assert any("who brings no claims" in words for words in errors(ann.post(plead(docket.complaint), values)))

    def test_a_party_of_another_case_is_no_choice(self, ann, docket):
        stranger = Docket().defendants[0]
        values = sent(ann.get(plead(docket.complaint))) | {"n0-title": ["Fraud"], "n0-against": [str(stranger.pk)]}
        assert ann.post(plead(docket.complaint), values).status_code == 200
        assert not ClaimAgainst.objects.exists()

    def test_unticking_takes_away_a_claim_to_which_nothing_happened(self, ann, docket):
        rows = docket.claim()
        docket.event(rows[0], "asserted", date(2024, 1, 16))
        values = sent(ann.get(plead(docket.complaint)))
        name = f"c{rows[0].claim_id}-against"
        values[name] = [str(row.case_party_id) for row in rows[1:]]
        assert ann.post(plead(docket.complaint), values).status_code == 302
        assert not ClaimAgainst.objects.filter(pk=rows[0].pk).exists()

    def test_unticking_a_claim_with_events_is_refused_with_the_way_out(self, ann, docket):
        rows = docket.claim()
        docket.event(rows[0], "answered", response="deny")
        values = sent(ann.get(plead(docket.complaint)))
        values[f"c{rows[0].claim_id}-against"] = [str(row.case_party_id) for row in rows[1:]]
        told = errors(ann.post(plead(docket.complaint), values))
        assert told == [
            "Count I against Defendant 1 has events (answered): tick it again, and enter what ended it instead."
        ]
        assert ClaimAgainst.objects.filter(pk=rows[0].pk).exists()

    def test_two_people_enter_the_counts_of_one_pleading_and_nothing_is_there_twice(self, ann, bob, docket):
        anns, bobs = sent(ann.get(plead(docket.complaint))), sent(bob.get(plead(docket.complaint)))
        entered = {"n0-title": ["Negligence"], "n0-everyone": ["on"]}
        assert ann.post(plead(docket.complaint), anns | entered).status_code == 302
        told = bob.post(plead(docket.complaint), bobs | entered)
        assert any("Somebody else entered Count I after you opened this form" in words for words in errors(told))
        assert Claim.objects.count() == 1
        again = sent(told)
        assert again["n0-title"] == ["Negligence"]
        assert bob.post(plead(docket.complaint), again | {"n0-label": ["Count II"]}).status_code == 302
        assert sorted(Claim.objects.values_list("label", flat=True)) == ["Count I", "Count II"]

    def test_two_people_change_one_count_and_both_edits_are_told(self, ann, bob, docket):
        claim = docket.claim()[0].claim
        anns, bobs = sent(ann.get(plead(docket.complaint))), sent(bob.get(plead(docket.complaint)))
        ann.post(plead(docket.complaint), anns | {f"c{claim.pk}-title": ["Gross negligence"]})
        told = bob.post(plead(docket.complaint), bobs | {f"c{claim.pk}-label": ["First cause"]})
        assert "saved this row after you opened it" in told.content.decode()
        assert bob.post(plead(docket.complaint), sent(told)).status_code == 302
        claim.refresh_from_db()
        assert (claim.title, claim.label) == ("Gross negligence", "First cause")

    def test_ticks_of_two_people_add_up(self, ann, bob, docket):
        first, second, third = docket.defendants[:3]
        claim = docket.claim(against=[first])[0].claim
        anns, bobs = sent(ann.get(plead(docket.complaint))), sent(bob.get(plead(docket.complaint)))
        name = f"c{claim.pk}-against"
        assert ann.post(plead(docket.complaint), ticked(anns, name, second.pk)).status_code == 302
        assert bob.post(plead(docket.complaint), ticked(bobs, name, third.pk)).status_code == 302
        assert [row.case_party for row in claim.against.order_by("pk")] == [first, second, third]

    @pytest.mark.parametrize(
        ("category", "roles", "words", "kind", "event", "label"),
        [
            ("arbitration", ("claimant", "respondent"), "All respondents", "arbitral_claim", "asserted", "Claim 1"),
            ("criminal", ("prosecution", "defendant"), "All defendants", "criminal_count", "charged", "Count 1"),
            ("regulatory", ("agency", "cited_party"), "All cited parties", "violation", "cited", "Item 1"),
        ],
    )
    def test_every_sort_of_proceeding_has_its_own_words(self, ann, category, roles, words, kind, event, label):
        docket = Docket(category, roles, defendants=2, paper="")
        page = ann.get(plead(docket.complaint))
        assert words in page.content.decode()
        values = sent(page) | {"n0-title": ["As written"], "n0-everyone": ["on"]}
        assert ann.post(plead(docket.complaint), values).status_code == 302
        claim = Claim.objects.get()
        assert (claim.kind, claim.label) == (kind, label)
        assert set(ClaimEvent.objects.values_list("kind", flat=True)) == {event}

    def test_it_asks_no_more_for_more_counts(self, ann, docket, django_assert_max_num_queries):
        for number in range(30):
            docket.claim(label=f"Count {number}")
        with django_assert_max_num_queries(22):
            ann.get(plead(docket.complaint))


@pytest.mark.django_db
class TestTheNextVersion:
    @pytest.fixture
    def amended(self, docket):
        self.first, self.second = docket.claim(label="Count I"), docket.claim("Fraud", "Count II")
        paper = docket.filing("Amended complaint", "init.amended_complaint", date(2024, 6, 10), docket.plaintiff)
        FilingLink.objects.create(from_filing=paper, to_filing=docket.complaint, kind="amends")
        return paper

    def kinds(self, filing):
        return sorted(ClaimEvent.objects.filter(filing=filing).values_list("kind", flat=True))

    def test_it_proposes_to_carry_every_live_claim_forward(self, ann, docket, amended):
        docket.event(self.first[0], "dismissed_motion", with_prejudice="with")
        page = ann.get(plead(amended))
        assert "From the earlier version: Complaint" in page.content.decode()
        assert ann.post(plead(amended), sent(page)).status_code == 302
        assert self.kinds(amended) == ["amended"] * 11
        assert not ClaimEvent.objects.filter(claim_against=self.first[0], filing=amended).exists()

    def test_what_is_unticked_becomes_superseded(self, ann, docket, amended):
        values = sent(ann.get(plead(amended)))
        dropped = self.second[0].claim_id
        del values[f"k{dropped}"]
        assert ann.post(plead(amended), values).status_code == 302
        assert self.kinds(amended) == ["amended"] * 6 + ["superseded"] * 6
        rows = ClaimEvent.objects.filter(filing=amended, kind="superseded")
        assert set(rows.values_list("claim_against__claim", "date")) == {(dropped, date(2024, 6, 10))}

    def test_a_count_may_be_renamed_and_gain_a_defendant(self, ann, docket, amended):
        newcomer = docket.party("Newcomer", "defendant", "responding")
        claim = self.second[0].claim
        values = sent(ann.get(plead(amended))) | {f"k{claim.pk}-label": ["Count III"]}
        assert ann.post(plead(amended), ticked(values, f"k{claim.pk}", newcomer.pk)).status_code == 302
        claim.refresh_from_db()
        assert claim.label == "Count III"
        assert claim.against.get(case_party=newcomer).events.get().filing == amended
        assert self.second[0].events.get().note == "As Count III, before Count II."

    def test_a_new_count_in_place_of_an_earlier_one_takes_it_in(self, ann, docket, amended):
        old = self.second[0].claim
        values = sent(ann.get(plead(amended)))
        values |= {"n0-title": ["Constructive fraud"], "n0-everyone": ["on"], "n0-instead_of": [str(old.pk)]}
        values |= {"n0-label": ["Count IX"]}
        assert ann.post(plead(amended), values).status_code == 302
        new = Claim.objects.get(title="Constructive fraud")
        assert new.carried_from == old
        merged = ClaimEvent.objects.filter(kind="merged", filing=amended)
        assert merged.count() == 6
        assert merged[0].note == "Into Count IX of “Amended complaint”."

    def test_once_carried_it_proposes_nothing_more(self, ann, docket, amended):
        ann.post(plead(amended), sent(ann.get(plead(amended))))
        page = ann.get(plead(amended))
        assert "pleaded again" in page.content.decode()
        ann.post(plead(amended), sent(page))
        assert self.kinds(amended) == ["amended"] * 12

    def test_without_a_link_it_asks_and_then_links(self, ann, docket, amended):
        FilingLink.objects.all().delete()
        page = ann.get(plead(amended))
        values = sent(page)
        assert values["earlier"] == [str(docket.complaint.pk)]
        assert ann.post(plead(amended), values).status_code == 302
        link = FilingLink.objects.get()
        assert (link.from_filing, link.to_filing, link.kind) == (amended, docket.complaint, "amends")

    def test_the_version_after_next_carries_from_the_one_before(self, ann, docket, amended):
        ann.post(plead(amended), sent(ann.get(plead(amended))))
        third = docket.filing("Second amended", "init.amended_complaint", date(2024, 9, 1), docket.plaintiff)
        page = ann.get(plead(third))
        assert sent(page)["earlier"] == [str(amended.pk)]
        assert ann.post(plead(third), sent(page)).status_code == 302
        assert self.kinds(third) == ["amended"] * 12


def answer(filing):
    return reverse("admin:claims_answered", args=[filing.pk])


def decide(filing, query=""):
    return reverse("admin:claims_decided", args=[filing.pk]) + query


def box(row):
    return f"cell{row.pk}"


@pytest.mark.django_db
class TestAnswers:
    @pytest.fixture
    def paper(self, docket):
        self.first, self.second = docket.claim(label="Count I"), docket.claim("Fraud", "Count II")
        return docket.filing("Answer", "resp.answer", date(2024, 3, 4), docket.defendants[0])

    def test_one_choice_answers_every_claim_against_the_filer(self, ann, docket, paper):
        values = sent(ann.get(answer(paper))) | {"everything": ["answered:deny"], "defenses": ["laches", "waiver"]}
        assert ann.post(answer(paper), values).status_code == 302
        events = ClaimEvent.objects.filter(filing=paper)
        assert {event.claim_against_id for event in events} == {self.first[0].pk, self.second[0].pk}
        said = {(e.kind, e.response, e.date, tuple(e.defenses)) for e in events}
        assert said == {("answered", "deny", date(2024, 3, 4), ("laches", "waiver"))}

    def test_each_claim_has_its_own_response_and_one_may_stay_open(self, ann, docket, paper):
        FilingParty.objects.create(filing=paper, case_party=docket.defendants[1])
        values = sent(ann.get(answer(paper)))
        values |= {box(self.first[0]): ["answered:admit"], f"row{self.second[0].claim_id}": ["answered:deny"]}
        values |= {box(self.second[1]): ["answered:lack_knowledge"]}
        assert ann.post(answer(paper), values).status_code == 302
        found = dict(ClaimEvent.objects.filter(filing=paper).values_list("claim_against", "response"))
        assert found == {self.first[0].pk: "admit", self.second[0].pk: "deny", self.second[1].pk: "lack_knowledge"}

    def test_the_answer_is_linked_to_the_pleading_it_answers(self, ann, docket, paper):
        ann.post(answer(paper), sent(ann.get(answer(paper))) | {"everything": ["answered:deny"]})
        link = FilingLink.objects.get()
        assert (link.from_filing, link.to_filing, link.kind) == (paper, docket.complaint, "answers")

    def test_who_answers_with_a_paper_without_filers_is_entered_as_its_filer(self, ann, docket, paper):
        paper.filing_parties.all().delete()
        values = sent(ann.get(answer(paper))) | {box(self.first[2]): ["answered:deny"]}
        assert ann.post(answer(paper), values).status_code == 302
        assert [row.case_party for row in paper.filing_parties.all()] == [docket.defendants[2]]

    def test_an_answer_by_somebody_else_is_refused(self, ann, docket, paper):
        values = sent(ann.get(answer(paper))) | {box(self.first[3]): ["answered:deny"]}
        told = errors(ann.post(answer(paper), values))
        assert told == ["Only claims against those who filed the paper (Defendant 1) are answered by it."]
        assert not ClaimEvent.objects.exists()

    def test_a_stranger_to_the_claims_has_nothing_to_answer(self, ann, docket, paper):
        paper.filing_parties.all().delete()
        FilingParty.objects.create(filing=paper, case_party=docket.plaintiff)
        assert "no count of this case is made against them" in ann.get(answer(paper)).content.decode()

    def test_an_answer_before_the_complaint_is_refused_in_its_cell(self, ann, docket, paper):
        values = sent(ann.get(answer(paper))) | {"date": ["2023-12-01"], box(self.first[0]): ["answered:deny"]}
        (told,) = errors(ann.post(answer(paper), values))
        assert told.startswith("1 December 2023 is before the claim, which was made on 16 January 2024.")
        assert not ClaimEvent.objects.exists()

    def test_a_claim_that_had_ended_is_not_answered_after_that(self, ann, docket, paper):
        docket.event(self.first[0], "dismissed_motion", date(2024, 2, 1), with_prejudice="with")
        page = ann.get(answer(paper))
        assert box(self.first[0]) not in sent(page)
        told = errors(ann.post(answer(paper), sent(page) | {box(self.first[0]): ["answered:deny"]}))
        assert any("it is not answered after that" in words for words in told)

    def test_what_was_answered_is_shown_and_can_be_changed(self, ann, docket, paper):
        ann.post(answer(paper), sent(ann.get(answer(paper))) | {"everything": ["answered:deny"]})
        values = sent(ann.get(answer(paper)))
        assert values[box(self.first[0])] == ["answered:deny"]
        values |= {box(self.first[0]): ["answered:admit"], "defenses": ["laches"]}
        assert ann.post(answer(paper), values).status_code == 302
        events = ClaimEvent.objects.filter(filing=paper)
        assert dict(events.values_list("claim_against", "response")) == {
            self.first[0].pk: "admit",
            self.second[0].pk: "deny",
        }
        assert {tuple(event.defenses) for event in events} == {("laches",)}

    def test_two_people_answer_one_claim_and_the_second_is_told(self, ann, bob, docket, paper):
        anns, bobs = sent(ann.get(answer(paper))), sent(bob.get(answer(paper)))
        ann.post(answer(paper), anns | {box(self.first[0]): ["answered:deny"]})
        told = bob.post(answer(paper), bobs | {box(self.first[0]): ["answered:admit"]})
        assert ClaimEvent.objects.get().response == "deny"
        assert any("ann entered “Answered” for Count I against Defendant 1" in words for words in errors(told))
        assert bob.post(answer(paper), sent(told)).status_code == 302
        assert ClaimEvent.objects.get().response == "admit"

    def test_a_plea_is_not_an_answer(self, ann):
        docket = Docket("criminal", ("prosecution", "defendant"), defendants=1, paper="crim.information")
        (row,) = docket.claim(label="Count 1")
        plea = docket.filing("Plea", "crim.plea", date(2024, 3, 1), docket.defendants[0])
        values = sent(ann.get(answer(plea)))
        told = ann.post(answer(plea), values | {box(row): ["answered:deny"]})
        assert any("is none of the responses" in words for words in errors(told))
        assert ann.post(answer(plea), values | {box(row): ["pleaded_not_guilty:"]}).status_code == 302
        assert ClaimEvent.objects.get().kind == "pleaded_not_guilty"

    def test_a_citation_is_contested(self, ann):
        docket = Docket("regulatory", ("agency", "cited_party"), defendants=1, paper="reg.citation")
        docket.claim(label="Item 1")
        notice = docket.filing("Notice of contest", "reg.notice_of_contest", date(2024, 3, 1), docket.defendants[0])
        values = sent(ann.get(answer(notice))) | {"everything": ["contested:deny"]}
        assert ann.post(answer(notice), values).status_code == 302
        assert (ClaimEvent.objects.get().kind, ClaimEvent.objects.get().response) == ("contested", "deny")


@pytest.mark.django_db
class TestOutcomes:
    @pytest.fixture
    def order(self, docket):
        self.first, self.second = docket.claim(label="Count I"), docket.claim("Fraud", "Count II")
        return docket.filing("Order", "judg.order_of_dismissal", date(2024, 9, 2))

    def test_a_dismissal_of_one_count_for_some_parties(self, ann, docket, order):
        values = sent(ann.get(decide(order))) | {"with_prejudice": ["with"], "prevailing": ["responding"]}
        assert values["kind"] == ["dismissed_motion"]
        values |= {box(self.second[1]): ["on"], box(self.second[2]): ["on"]}
        assert ann.post(decide(order), values).status_code == 302
        events = ClaimEvent.objects.filter(filing=order)
        assert {event.claim_against_id for event in events} == {self.second[1].pk, self.second[2].pk}
        assert {(e.kind, e.with_prejudice, e.date) for e in events} == {("dismissed_motion", "with", date(2024, 9, 2))}

    def test_with_or_without_prejudice_must_be_said(self, ann, docket, order):
        values = sent(ann.get(decide(order))) | {"everything": ["on"]}
        told = errors(ann.post(decide(order), values))
        assert any("“Dismissed on motion” is with or without prejudice: choose one" in words for words in told)
        assert not ClaimEvent.objects.exists()

    def test_a_row_and_a_column_tick_together_and_all_leaves_what_has_ended(self, ann, docket, order):
        docket.event(self.first[0], "settled", date(2024, 5, 1), with_prejudice="with")
        values = sent(ann.get(decide(order))) | {"kind": ["stayed"]}
        row, column = f"row{self.first[0].claim_id}", f"column{docket.defendants[0].pk}"
        assert ann.post(decide(order), values | {row: ["on"], column: ["on"]}).status_code == 302
        stayed = set(ClaimEvent.objects.filter(kind="stayed").values_list("claim_against", flat=True))
        assert stayed == {row.pk for row in self.first[1:]} | {self.second[0].pk}

    def test_nothing_ticked_and_an_event_before_the_claim_are_refused(self, ann, docket, order):
        values = sent(ann.get(decide(order))) | {"kind": ["stayed"], "date": ["2020"]}
        assert "Tick which counts it concerns, and against whom." in errors(ann.post(decide(order), values))
        told = errors(ann.post(decide(order), values | {"everything": ["on"]}))
        assert any("2020 is before the claim" in words for words in told)

    def test_what_the_proceeding_does_not_know_is_no_choice(self, ann, docket, order):
        values = sent(ann.get(decide(order))) | {"kind": ["award"], "everything": ["on"]}
        assert ann.post(decide(order), values).status_code == 200
        assert not ClaimEvent.objects.exists()

    def test_a_stay_is_lifted_only_where_there_is_one(self, ann, docket, order):
        values = sent(ann.get(decide(order))) | {"kind": ["stay_lifted"], box(self.first[0]): ["on"]}
        told = errors(ann.post(decide(order), values))
        assert told == ["Count I against Defendant 1 is not stayed: there is no stay to lift."]

    def test_an_amount_belongs_to_a_judgment(self, ann, docket, order):
        values = sent(ann.get(decide(order))) | {"amount": ["5000"], "with_prejudice": ["with"], "everything": ["on"]}
        assert any("has no amount" in words for words in errors(ann.post(decide(order), values)))
        values |= {"kind": ["verdict"]}
        assert ann.post(decide(order), values).status_code == 302
        assert set(ClaimEvent.objects.values_list("amount", flat=True)) == {5000}

    def test_two_people_decide_one_claim_and_the_second_is_told(self, ann, bob, docket, order):
        values = {"with_prejudice": ["without"], box(self.first[0]): ["on"]}
        anns, bobs = sent(ann.get(decide(order))), sent(bob.get(decide(order)))
        ann.post(decide(order), anns | values)
        told = errors(bob.post(decide(order), bobs | values | {"kind": ["stayed"]}))
        assert any("ann entered “Dismissed on motion” for Count I against Defendant 1" in words for words in told)
        assert ClaimEvent.objects.count() == 1

    def test_a_court_of_appeals_decides_the_claims_of_the_case_below(self, ann, docket, order):
        above = Docket("appeal", ("appellant", "appellee"), defendants=1, paper="init.notice_of_appeal")
        CaseLink.objects.create(from_case=above.case, to_case=docket.case, kind="appeal_of")
        docket.event(self.first[0], "verdict", date(2024, 5, 1))
        opinion = above.filing("Opinion", "order.opinion", date(2025, 1, 2))
        below = decide(opinion, f"?of={docket.case.pk}")
        values = sent(ann.get(below)) | {"kind": ["affirmed"], f"row{self.first[0].claim_id}": ["on"]}
        assert ann.post(below, values).status_code == 302
        event = ClaimEvent.objects.get(kind="affirmed")
        assert (event.claim_against, event.case, event.filing_case) == (self.first[0], docket.case, above.case)
        assert ann.get(decide(order, f"?of={Docket().case.pk}")).status_code == 404

    def test_the_last_claim_ended_proposes_the_closing_and_closes_nothing(self, ann, docket, order):
        values = sent(ann.get(decide(order))) | {"with_prejudice": ["with"], "everything": ["on"]}
        page = ann.post(decide(order), values, follow=True)
        close = reverse("admin:close_case", args=[docket.case.pk])
        assert close in page.content.decode()
        docket.case.refresh_from_db()
        assert docket.case.status == "unknown"
        filled = sent(ann.get(close))
        assert (filled["status"], filled["disposition"]) == (["disposed"], ["dismissed_other"])
        assert filled["date_terminated"] == ["2024-09-02"]
        assert ann.post(close, filled).status_code == 302
        docket.case.refresh_from_db()
        assert (docket.case.status, docket.case.date_terminated) == ("disposed", date(2024, 9, 2))

    def test_a_live_claim_proposes_nothing(self, ann, docket, order):
        values = sent(ann.get(decide(order))) | {"with_prejudice": ["with"], f"row{self.first[0].claim_id}": ["on"]}
        page = ann.post(decide(order), values, follow=True)
        assert reverse("admin:close_case", args=[docket.case.pk]) not in page.content.decode()


@pytest.mark.usefixtures("committed")
class TestWhatIsPublic:
    """On committed data: only that is ever published."""

    def test_what_would_be_public_at_once_is_entered_by_those_who_may_publish(self):
        docket = Docket()
        publish(docket.case)
        clerk, editor = member("clerk"), member("editor")
        for name in ("pleaded", "answered", "decided"):
            where = reverse(f"admin:claims_{name}", args=[docket.complaint.pk])
            page = clerk.get(where)
            assert "you may not change what is public" in page.content.decode()
            assert clerk.post(where, {}).status_code == 403
            assert editor.get(where).status_code == 200

    def test_a_sealed_paper_is_not_there_without_clearance(self):
        docket = Docket()
        publish(docket.case)
        verbs.act("seal", Filing.objects.get(pk=docket.complaint.pk), actor=None, reason="by order")
        clerk, officer = member("clerk"), member("records officer")
        for name in ("pleaded", "answered", "decided"):
            where = reverse(f"admin:claims_{name}", args=[docket.complaint.pk])
            assert clerk.get(where).status_code == 404
            assert officer.get(where).status_code == 200

    def test_a_public_count_gains_nobody_before_its_paper_is_public(self):
        docket = Docket()
        claim = docket.claim()[0].claim
        publish(docket.case)
        amended = docket.filing("Amended complaint", "init.amended_complaint", date(2024, 6, 10), docket.plaintiff)
        FilingLink.objects.create(from_filing=amended, to_filing=docket.complaint, kind="amends")
        newcomer, editor = docket.party("Newcomer", "defendant", "responding"), member("editor")
        values = ticked(sent(editor.get(plead(amended))), f"k{claim.pk}", newcomer.pk)
        told = errors(editor.post(plead(amended), values))
        assert any("readers would see who else" in words for words in told)
        assert not claim.against.filter(case_party=newcomer).exists()
