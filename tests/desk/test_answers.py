"""Claims answered and decided from the filings: what an answer answers, what an order disposes of."""

from datetime import date

import pytest
from django.urls import reverse

from docket.models import CaseLink, ClaimEvent, FilingLink, FilingParty
from tests.desk_forms import errors, sent
from tests.records.desk_cast import member
from tests.records.desk_docket import Docket


@pytest.fixture
def ann(db):
    return member("editor", "ann")


@pytest.fixture
def bob(db):
    return member("editor", "bob")


@pytest.fixture
def docket(db):
    return Docket()


def answer(filing):
    return reverse("admin:claims_answered", args=[filing.pk])


def decide(filing, query=""):
    return reverse("admin:claims_decided", args=[filing.pk]) + query


def box(row):
    return f"cell{row.pk}"


@pytest.mark.django_db
class TestAnswers:
    @pytest.fixture
    def filing(self, docket):
        self.first, self.second = docket.claim(label="Count I"), docket.claim("Fraud", "Count II")
        return docket.filing("Answer", "resp.answer", date(2024, 3, 4), docket.defendants[0])

    def test_one_choice_answers_every_claim_against_the_filer(self, ann, docket, filing):
        values = sent(ann.get(answer(filing))) | {"everything": ["answered:deny"], "defenses": ["laches", "waiver"]}
        assert ann.post(answer(filing), values).status_code == 302
        events = ClaimEvent.objects.filter(filing=filing)
        assert {event.claim_against_id for event in events} == {self.first[0].pk, self.second[0].pk}
        said = {(e.kind, e.response, e.date, tuple(e.defenses)) for e in events}
        assert said == {("answered", "deny", date(2024, 3, 4), ("laches", "waiver"))}

    def test_each_claim_has_its_own_response_and_one_may_stay_open(self, ann, docket, filing):
        FilingParty.objects.create(filing=filing, case_party=docket.defendants[1])
        values = sent(ann.get(answer(filing)))
        values |= {box(self.first[0]): ["answered:admit"], f"row{self.second[0].claim_id}": ["answered:deny"]}
        values |= {box(self.second[1]): ["answered:lack_knowledge"]}
        assert ann.post(answer(filing), values).status_code == 302
        found = dict(ClaimEvent.objects.filter(filing=filing).values_list("claim_against", "response"))
        assert found == {self.first[0].pk: "admit", self.second[0].pk: "deny", self.second[1].pk: "lack_knowledge"}

    def test_the_answer_is_linked_to_the_pleading_it_answers(self, ann, docket, filing):
        ann.post(answer(filing), sent(ann.get(answer(filing))) | {"everything": ["answered:deny"]})
        link = FilingLink.objects.get()
        assert (link.from_filing, link.to_filing, link.kind) == (filing, docket.complaint, "answers")

    def test_who_answers_with_a_filing_without_filers_is_entered_as_its_filer(self, ann, docket, filing):
        filing.filing_parties.all().delete()
        values = sent(ann.get(answer(filing))) | {box(self.first[2]): ["answered:deny"]}
        assert ann.post(answer(filing), values).status_code == 302
        assert [row.case_party for row in filing.filing_parties.all()] == [docket.defendants[2]]

    def test_an_answer_by_somebody_else_is_refused(self, ann, docket, filing):
        values = sent(ann.get(answer(filing))) | {box(self.first[3]): ["answered:deny"]}
        told = errors(ann.post(answer(filing), values))
        assert told == ["Only claims against those who filed it (Defendant 1) are answered by it."]
        assert not ClaimEvent.objects.exists()

    def test_a_stranger_to_the_claims_has_nothing_to_answer(self, ann, docket, filing):
        filing.filing_parties.all().delete()
        FilingParty.objects.create(filing=filing, case_party=docket.plaintiff)
        assert "no count of this case is made against them" in ann.get(answer(filing)).content.decode()

    def test_an_answer_before_the_complaint_is_refused_in_its_cell(self, ann, docket, filing):
        values = sent(ann.get(answer(filing))) | {"date": ["2023-12-01"], box(self.first[0]): ["answered:deny"]}
        (told,) = errors(ann.post(answer(filing), values))
        assert told.startswith("1 December 2023 is before the claim, which was made on 16 January 2024.")
        assert not ClaimEvent.objects.exists()

    def test_a_claim_that_had_ended_is_not_answered_after_that(self, ann, docket, filing):
        docket.event(self.first[0], "dismissed_motion", date(2024, 2, 1), with_prejudice="with")
        page = ann.get(answer(filing))
        assert box(self.first[0]) not in sent(page)
        told = errors(ann.post(answer(filing), sent(page) | {box(self.first[0]): ["answered:deny"]}))
        assert any("it is not answered after that" in words for words in told)

    def test_what_was_answered_is_shown_and_can_be_changed(self, ann, docket, filing):
        ann.post(answer(filing), sent(ann.get(answer(filing))) | {"everything": ["answered:deny"]})
        values = sent(ann.get(answer(filing)))
        assert values[box(self.first[0])] == ["answered:deny"]
        values |= {box(self.first[0]): ["answered:admit"], "defenses": ["laches"]}
        assert ann.post(answer(filing), values).status_code == 302
        events = ClaimEvent.objects.filter(filing=filing)
        assert dict(events.values_list("claim_against", "response")) == {
            self.first[0].pk: "admit",
            self.second[0].pk: "deny",
        }
        assert {tuple(event.defenses) for event in events} == {("laches",)}

    def test_two_people_answer_one_claim_and_the_second_is_told(self, ann, bob, docket, filing):
        anns, bobs = sent(ann.get(answer(filing))), sent(bob.get(answer(filing)))
        ann.post(answer(filing), anns | {box(self.first[0]): ["answered:deny"]})
        told = bob.post(answer(filing), bobs | {box(self.first[0]): ["answered:admit"]})
        assert ClaimEvent.objects.get().response == "deny"
        assert any("ann entered “Answered” for Count I against Defendant 1" in words for words in errors(told))
        assert bob.post(answer(filing), sent(told)).status_code == 302
        assert ClaimEvent.objects.get().response == "admit"

    def test_a_plea_is_not_an_answer(self, ann):
        docket = Docket("criminal", ("prosecution", "defendant"), defendants=1, filing_type="crim.information")
        (row,) = docket.claim(label="Count 1")
        plea = docket.filing("Plea", "crim.plea", date(2024, 3, 1), docket.defendants[0])
        values = sent(ann.get(answer(plea)))
        told = ann.post(answer(plea), values | {box(row): ["answered:deny"]})
        assert any("is none of the responses" in words for words in errors(told))
        assert ann.post(answer(plea), values | {box(row): ["pleaded_not_guilty:"]}).status_code == 302
        assert ClaimEvent.objects.get().kind == "pleaded_not_guilty"

    def test_a_citation_is_contested(self, ann):
        docket = Docket("regulatory", ("agency", "cited_party"), defendants=1, filing_type="reg.citation")
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
        above = Docket("appeal", ("appellant", "appellee"), defendants=1, filing_type="init.notice_of_appeal")
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
