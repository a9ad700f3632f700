"""The publication rule: which rows the public's role finds, and what of them."""

import datetime

import pytest
from django.db import connection

from docket import models as m
from docket.publishing.wall.tables import published_tables
from parties import models as p
from tests.processes.public_side import ids, row, rows, sees
from tests.records.cast import (
    a_case,
    a_claim,
    a_document,
    a_filing,
    a_forum,
    a_matter,
    a_party,
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


class TestDrafts:
    def test_a_draft_is_not_there_and_publishing_shows_it_with_its_filings(self):
        case = a_case()
        filing = a_filing(case)
        assert ids(m.Case) == ids(m.Filing) == []
        publish(case)
        assert (ids(m.Case), ids(m.Filing)) == ([case.pk], [filing.pk])

    def test_everything_of_a_draft_case_stays_with_it(self):
        case = a_case(forum=a_forum())
        who = in_case(case)
        m.Capacity.objects.create(case_party=who, kind="individual")
        counsel(who, firm=p.Firm.objects.create(name="Harbottle"))
        filing = a_filing(case)
        m.FilingParty.objects.create(filing=filing, case_party=who)
        document = a_document(filing)
        m.DocumentPage.objects.create(document=document, number=1, text="words")
        claim = a_claim(case, asserted_in=filing)
        m.ClaimParty.objects.create(claim=claim, case_party=who)
        an_event(against(claim, who), filing=filing)
        p.PartyAlias.objects.create(party=who.party, name="Janie")
        m.Excerpt.objects.create(filing=filing, text="whereas", source=a_source())
        m.Hearing.objects.create(case=case, title="Conference", date="2024-01-01")
        m.Summary.objects.create(case=case, text="It stands so.", as_of="2024-01-01")
        m.CaseNumber.objects.create(case=case, number="A-1", kind="former")
        m.CaseOfficial.objects.create(case=case, name="A. Judge", role="judge")
        filled = {t.model for t in published_tables() if t.model._default_manager.exists()}
        assert {model for model in filled if rows(model)} == {m.Forum}
        publish(case)
        assert {model for model in filled if not rows(model)} == set()

    def test_a_filing_added_to_a_public_case_waits_until_it_is_published(self):
        case = a_public_case()
        filing = a_filing(case)
        assert sees(filing) == [False]
        publish(filing)
        assert sees(filing) == [True]

    def test_publishing_a_filing_publishes_its_documents(self):
        filing = a_filing(a_public_case())
        document = a_document(filing)
        publish(filing)
        assert sees(filing, document) == [True, True]

    def test_publishing_without_the_rows_below_leaves_them_drafts(self):
        case = a_case()
        filing = a_filing(case)
        act("publish", case, with_rows_below=False)
        assert sees(case, filing) == [True, False]

    def test_hidden_rows_below_stay_hidden_when_their_case_is_published(self):
        case = a_case()
        kept, hidden = a_filing(case), a_filing(case)
        act("hide", hidden)
        publish(case)
        assert sees(kept, hidden) == [True, False]

    def test_a_case_is_public_whatever_its_matter_is_and_the_join_needs_both(self):
        matter, case = a_matter(), a_public_case()
        join = m.CaseMatter.objects.create(case=case, matter=matter)
        assert sees(case, matter, join) == [True, False, False]
        publish(matter)
        assert sees(case, matter, join) == [True, True, True]
        act("hide", case)
        assert sees(case, matter, join) == [False, True, False]

    def test_site_pages_and_matters_with_their_prose_say_so_themselves(self):
        page = m.SitePage.objects.create(slug="about-us", title="About", text="We.")
        matter = a_matter()
        summary = m.Summary.objects.create(matter=matter, text="So.", as_of="2024-01-01")
        update = m.Update.objects.create(matter=matter, title="News", date="2024-01-01")
        assert sees(page, summary, update) == [False, False, False]
        publish(matter)
        publish(page)
        assert sees(page, summary, update) == [True, True, True]


class TestPlaceholders:
    def test_a_sealed_filing_keeps_its_number_and_dates_and_nothing_else(self):
        case = a_public_case()
        filing = a_public_filing(
            case,
            entry_number="14",
            date_filed="2024-01-02",
            date_entered="2024-01-03",
            date_served="2024-01-04",
            title="Name of the informant",
            docket_text="It is Jane Roe",
            short_text="Roe",
            filing_type="motion",
            court_document_id="042",
        )
        document = publish(a_document(filing))
        act("seal", filing)
        shown = row(filing)
        assert (shown.visibility, shown.entry_number, shown.case_id) == ("sealed", "14", case.pk)
        assert (str(shown.date_filed), str(shown.date_entered), shown.date_served) == ("2024-01-02", "2024-01-03", None)
        texts = (shown.title, shown.docket_text, shown.short_text, shown.filing_type, shown.court_document_id)
        assert texts == ("", "", "", "", "")
        assert shown.updated_at == datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
        assert sees(document) == [False]

    def test_a_sealed_document_leaves_its_entry_and_its_number(self):
        filing = a_public_filing(a_public_case())
        document = publish(a_document(filing, attachment_number=2, title="Diary", page_count=9))
        page = m.DocumentPage.objects.create(document=document, number=1, text="Dear diary")
        act("seal", document)
        shown = row(document)
        assert (shown.visibility, shown.attachment_number) == ("sealed", 2)
        assert (shown.title, shown.page_count, shown.file) == ("", None, "")
        assert sees(filing, page) == [True, False]

    def test_a_sealed_case_shows_forum_and_number_only(self):
        forum = a_forum()
        case = a_public_case(forum=forum, docket_number="24-cv-1", cause="28:1332", amount="5.00", is_sample=True)
        filing = a_public_filing(case)
        who = in_case(case)
        act("seal", case)
        shown = row(case)
        assert (shown.visibility, shown.forum_id, shown.docket_number) == ("sealed", forum.pk, "24-cv-1")
        assert (shown.is_sample, shown.public_id) == (True, case.public_id)
        assert (shown.caption, shown.category, shown.cause, shown.amount) == ("", "", "", None)
        assert sees(filing, who, who.party) == [False, False, False]

    def test_what_was_removed_leaves_its_address_only(self):
        matter = publish(a_matter(place="Riverside"))
        case = a_public_case(forum=a_forum(), docket_number="24-cv-2")
        filing = a_public_filing(case, entry_number="3", date_filed="2024-01-02")
        act("remove", filing)
        assert (row(filing).entry_number, row(filing).date_filed, row(filing).visibility) == ("", None, "removed")
        act("remove", case)
        act("remove", matter)
        assert (row(case).forum_id, row(case).docket_number, row(case).public_id) == (None, "", case.public_id)
        assert (row(matter).title, row(matter).place, row(matter).visibility) == ("", "", "removed")

    def test_a_sealed_draft_shows_its_placeholder_only_under_a_public_parent(self):
        case = a_case()
        filing = a_filing(case, entry_number="1")
        act("seal", filing)
        assert sees(filing) == [False]
        publish(case)
        assert row(filing).visibility == "sealed"

    def test_what_is_staff_s_own_business_is_never_shown(self):
        case = a_public_case(new_filings="public")
        case.cause = "28:1331"
        case.save()
        assert (row(case).new_filings, row(case).row_version, row(case).cause) == ("", 0, "28:1331")


class TestPresence:
    def test_a_person_is_there_while_something_public_names_them(self):
        person, case = a_party(), a_case()
        alias = p.PartyAlias.objects.create(party=person, name="Janie")
        assert sees(person, alias) == [False, False]
        one = in_case(case, party=person)
        publish(case)
        assert sees(person, alias) == [True, True]
        two = in_case(a_public_case(), party=person)
        act("hide", one.case)
        assert sees(person, alias) == [True, True]
        act("hide", two.case)
        assert sees(person, alias) == [False, False]

    def test_an_alias_alone_gives_nobody_presence(self):
        alias = p.PartyAlias.objects.create(party=a_party(), name="Nobody")
        assert sees(alias, alias.party) == [False, False]

    def test_a_part_in_a_public_event_is_enough(self):
        matter, person = publish(a_matter()), a_party()
        m.MatterParty.objects.create(matter=matter, party=person, role="witness")
        assert sees(person) == [True]

    def test_a_hidden_person_takes_every_row_that_names_them_away(self):
        case, matter = a_public_case(), publish(a_matter())
        who = in_case(case)
        part = m.MatterParty.objects.create(matter=matter, party=who.party, role="witness")
        filing = a_public_filing(case)
        filer = m.FilingParty.objects.create(filing=filing, case_party=who)
        one = against(a_claim(case), who)
        appearance = counsel(who)
        named = [who, part, filer, one, appearance, appearance.attorney, who.party]
        assert sees(*named) == [True] * 7
        act("hide", who.party)
        assert sees(*named) == [False] * 7
        assert sees(filing, one.claim) == [True, True]
        act("publish", who.party)
        assert sees(*named) == [True] * 7

    def test_the_last_public_referrer_counts_when_a_row_changes_its_person(self):
        who = in_case(a_public_case())
        before, after = who.party, a_party()
        who.party = after
        who.save()
        assert sees(before, after) == [False, True]

    def test_a_source_appears_with_what_rests_on_it(self):
        source, case = a_source(), a_case()
        link = m.SourceLink.objects.create(source=source, case=case, basis="reported")
        assert sees(source, link) == [False, False]
        publish(case)
        assert sees(source, link) == [True, True]
        act("seal", case)
        assert sees(source, link) == [False, False]

    def test_a_person_who_becomes_eligible_and_named_in_one_transaction_is_there(self):
        case, person = a_public_case(), a_party(visibility="hidden")
        who = in_case(case, party=person)
        assert sees(who, person) == [False, False]
        act("publish", person)
        assert sees(who, person) == [True, True]


class TestClaimsWithheld:
    def test_a_withheld_claim_against_a_party_is_gone_with_its_events(self):
        case = a_public_case()
        claim = a_claim(case)
        shown, withheld = against(claim, in_case(case)), against(claim, in_case(case))
        event = an_event(withheld)
        m.ClaimAgainst.objects.filter(pk=withheld.pk).update(disclosure="withheld")
        assert sees(claim, shown, withheld, event) == [True, True, False, False]
        m.ClaimAgainst.objects.filter(pk=withheld.pk).update(disclosure="incomplete")
        assert sees(withheld, event) == [True, True]


class TestEveryWayOfWriting:
    def test_bulk_raw_and_queryset_writes_are_projected_alike(self):
        case = a_public_case(new_filings="public")
        m.CaseOfficial.objects.bulk_create([m.CaseOfficial(case=case, name=f"J{i}", role="judge") for i in range(3)])
        m.CaseOfficial.objects.filter(name="J0").update(name="Kept")
        with connection.cursor() as cursor:
            cursor.execute("update docket_caseofficial set name = 'Raw' where name = 'J1'")
            cursor.execute("delete from docket_caseofficial where name = 'J2'")
            cursor.execute(
                "select column_name from information_schema.columns where table_name = 'docket_caseofficial'"
            )
            with cursor.copy(
                "copy docket_caseofficial (case_id, name, name_as_filed, role, appointed_by, row_version,"
                " date_from_precision, date_terminated_precision) from stdin"
            ) as copy:
                copy.write_row((case.pk, "Copied", "", "judge", "", 1, "day", "day"))
        assert sorted(official.name for official in rows(m.CaseOfficial)) == ["Copied", "Kept", "Raw"]

    def test_a_public_case_that_says_so_shows_its_new_filings_at_once(self):
        case = a_public_case(new_filings="public")
        filing = a_filing(case, visibility="public")
        document = m.Document.objects.create(filing=filing, visibility="public")
        assert sees(filing, document) == [True, True]
