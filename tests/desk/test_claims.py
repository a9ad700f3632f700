"""Claims entered from the filings: a pleading's counts by party in one form."""

from datetime import date

import pytest
from django.urls import reverse

from docket.models import CaseParty, Claim, ClaimAgainst, ClaimEvent, Filing, FilingLink
from docket.publishing import verbs
from tests.desk_forms import errors, sent, ticked
from tests.records.desk_cast import member, publish
from tests.records.desk_docket import Docket

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
        docket = Docket(category, roles, defendants=2, filing_type="")
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
        with django_assert_max_num_queries(23):
            ann.get(plead(docket.complaint))


@pytest.mark.django_db
class TestTheNextVersion:
    @pytest.fixture
    def amended(self, docket):
        self.first, self.second = docket.claim(label="Count I"), docket.claim("Fraud", "Count II")
        filing = docket.filing("Amended complaint", "init.amended_complaint", date(2024, 6, 10), docket.plaintiff)
        FilingLink.objects.create(from_filing=filing, to_filing=docket.complaint, kind="amends")
        return filing

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

    def test_a_sealed_filing_is_not_there_without_clearance(self):
        docket = Docket()
        publish(docket.case)
        verbs.act("seal", Filing.objects.get(pk=docket.complaint.pk), actor=None, reason="by order")
        clerk, officer = member("clerk"), member("custodian")
        for name in ("pleaded", "answered", "decided"):
            where = reverse(f"admin:claims_{name}", args=[docket.complaint.pk])
            assert clerk.get(where).status_code == 404
            assert officer.get(where).status_code == 200

    def test_a_public_count_gains_nobody_before_its_filing_is_public(self):
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
