"""Keys of published rows that point to withheld ones: blank, or the row goes with them."""

import pytest

from docket import models as m
from parties import models as p
from tests.processes.public_side import row, sees
from tests.records.cast import (
    a_case,
    a_claim,
    a_document,
    a_forum,
    a_link,
    a_public_case,
    a_public_filing,
    a_source,
    act,
    against,
    an_event,
    counsel,
    in_case,
    publish,
)

pytestmark = pytest.mark.usefixtures("projected")


class TestKeysThatMayBeBlank:
    def test_the_person_whose_place_another_took_is_blank_while_hidden(self):
        case = a_public_case()
        first = in_case(case)
        second = in_case(case, substituted_for=first)
        assert row(second).substituted_for_id == first.pk
        act("hide", first.party)
        assert row(second).substituted_for_id is None
        act("publish", first.party)
        assert row(second).substituted_for_id == first.pk

    def test_a_claim_forgets_the_earlier_version_that_is_withheld(self):
        case = a_public_case()
        complaint, amended = a_public_filing(case), a_public_filing(case)
        first = a_claim(case, asserted_in=complaint)
        second = a_claim(case, asserted_in=amended, carried_from=first)
        third = a_claim(case, carried_from=second)
        act("hide", complaint)
        assert row(first) is None
        assert (row(second).carried_from_id, row(third).carried_from_id) == (None, second.pk)

    def test_a_redaction_does_not_name_the_document_that_is_withheld(self):
        filing = a_public_filing(a_public_case())
        full = a_document(filing, attachment_number=1)
        redacted = publish(a_document(filing, redacts=full))
        assert row(redacted).redacts_id is None
        publish(full)
        assert row(redacted).redacts_id == full.pk
        act("seal", full)
        assert row(redacted).redacts_id is None

    def test_a_sealed_redaction_shows_no_key_when_what_it_redacts_appears(self):
        filing = a_public_filing(a_public_case())
        full = a_document(filing, attachment_number=1)
        redacted = publish(a_document(filing, redacts=full))
        act("seal", redacted)
        publish(full)
        assert row(redacted).redacts_id is None

    def test_a_chain_of_own_keys_appears_whole_in_one_act(self):
        case = a_case()
        chain = [in_case(case)]
        for _ in range(5):
            chain.append(in_case(case, substituted_for=chain[-1]))
        publish(case)
        assert [row(each).substituted_for_id for each in chain] == [None, *(each.pk for each in chain[:-1])]

    def test_forums_are_public_and_keep_their_parent(self):
        parent = a_forum()
        child = a_forum(parent=parent)
        assert row(child).parent_id == parent.pk
        case = a_public_case(forum=child)
        assert row(case).forum_id == child.pk

    def test_a_firm_that_is_hidden_leaves_its_attorney_s_appearance(self):
        who = in_case(a_public_case())
        firm = p.Firm.objects.create(name="Harbottle")
        appearance = counsel(who, firm=firm)
        assert sees(firm, appearance, appearance.attorney) == [True, True, True]
        act("hide", firm)
        assert sees(firm, appearance, appearance.attorney) == [False, True, True]
        assert row(appearance).firm_id is None

    def test_an_excerpt_stays_when_its_source_is_hidden(self):
        filing = a_public_filing(a_public_case())
        source = a_source()
        excerpt = m.Excerpt.objects.create(filing=filing, text="whereas", source=source)
        assert sees(excerpt, source) == [True, True]
        act("hide", source)
        assert sees(excerpt, source) == [True, False]
        assert row(excerpt).source_id is None


class TestKeysThatAreEvidence:
    def test_a_claim_event_goes_with_the_filing_that_did_it(self):
        case = a_public_case()
        order = a_public_filing(case)
        claim = against(a_claim(case), in_case(case))
        event, told = an_event(claim, kind="dismissed_motion", with_prejudice="with", filing=order), an_event(claim)
        assert sees(event, told) == [True, True]
        act("seal", order)
        assert sees(event, told) == [False, True]
        act("unseal", order)
        assert sees(event, told) == [True, True]

    def test_an_event_done_in_another_case_needs_that_case(self):
        case, appeal = a_public_case(), a_public_case()
        mandate = a_public_filing(appeal)
        event = an_event(against(a_claim(case), in_case(case)), kind="affirmed", filing=mandate)
        assert sees(event) == [True]
        act("hide", appeal)
        assert sees(event) == [False]

    def test_a_claim_goes_with_its_pleading_and_everything_under_it(self):
        case = a_public_case()
        complaint = a_public_filing(case)
        claim = a_claim(case, asserted_in=complaint)
        who = in_case(case)
        claimant = m.ClaimParty.objects.create(claim=claim, case_party=who)
        one = against(claim, who)
        event = an_event(one)
        link = m.SourceLink.objects.create(source=a_source(), claim_event=event, basis="record")
        below = [claim, claimant, one, event, link, link.source]
        assert sees(*below) == [True] * 6
        act("hide", complaint)
        assert sees(*below) == [False] * 6
        act("publish", complaint)
        assert sees(*below) == [True] * 6

    def test_deadlines_and_hearings_need_the_filings_they_rest_on(self):
        case = a_public_case()
        order, answer = a_public_filing(case), a_public_filing(case)
        who = in_case(case)
        day = {"earliest": "2024-02-01", "latest": "2024-02-01"}
        due = publish(
            m.Deadline.objects.create(
                case=case, title="Answer", trigger=order, satisfied_by=answer, state="met", case_party=who, **day
            )
        )
        hearing = publish(m.Hearing.objects.create(case=case, title="Motion", date="2024-03-01", set_by=order))
        for blocker, seen in ((order, [False, False]), (answer, [False, True]), (who.party, [False, True])):
            act("hide", blocker)
            assert sees(due, hearing) == seen
            act("publish", blocker)
            assert sees(due, hearing) == [True, True]

    def test_links_between_filings_and_cases_need_both_ends(self):
        case, other = a_public_case(), a_public_case()
        motion, order = a_public_filing(case), a_public_filing(other)
        link = a_link(order, motion, kind="stays")
        between = m.CaseLink.objects.create(from_case=case, to_case=other, kind="related")
        words = m.CaseLink.objects.create(from_case=case, to_text="an inquest", kind="related")
        assert sees(link, between, words) == [True, True, True]
        act("seal", motion)
        assert sees(link, between, words) == [False, True, True]
        act("seal", other)
        assert sees(link, between, words) == [False, False, True]
