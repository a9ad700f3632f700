"""A case's revision: bumped when something that its public page shows has changed, and only then."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction

from docket import models as m
from parties import models as p
from tests.processes.public_side import revision
from tests.records.cast import (
    a_case,
    a_claim,
    a_document,
    a_filing,
    a_forum,
    a_link,
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


def bumped(case: m.Case, change: Callable[[], Any]) -> bool:
    """Whether the change gave the case's page another revision, later by one."""
    before = revision(case)
    change()
    after = revision(case)
    assert before is not None
    assert after is not None
    assert after - before in (0, 1)
    return after != before


def edit(row: Any, **values: Any) -> Callable[[], None]:
    return lambda: type(row).objects.filter(pk=row.pk).update(**values) and None


class TestWhatThePageShows:
    def test_every_row_of_the_case(self):
        case = a_public_case()
        who = in_case(case)
        filing = a_public_filing(case)
        document = publish(a_document(filing))
        claim = a_claim(case)
        one = against(claim, who)
        for change in (
            edit(case, cause="28:1331"),
            edit(filing, title="Edited"),
            edit(document, title="Edited"),
            edit(who, name_as_filed="Edited"),
            edit(claim, label="Count I"),
            edit(one, disclosure="incomplete"),
            lambda: an_event(one),
            lambda: m.CaseOfficial.objects.create(case=case, name="A. Judge", role="judge"),
            lambda: m.Capacity.objects.create(case_party=who, kind="individual"),
            lambda: m.FilingParty.objects.create(filing=filing, case_party=who),
            lambda: m.FilingParty.objects.all().delete(),
            lambda: m.CaseNumber.objects.create(case=case, number="A-1", kind="former"),
        ):
            assert bumped(case, change)

    def test_the_names_of_people_firms_forums_and_sources(self):
        forum = a_forum()
        case, other = a_public_case(forum=forum), a_public_case()
        who = in_case(case)
        alias = p.PartyAlias.objects.create(party=who.party, name="Janie")
        firm = p.Firm.objects.create(name="Harbottle")
        appearance = counsel(who, firm=firm)
        source = a_source()
        m.SourceLink.objects.create(source=source, filing=a_public_filing(case), basis="record")
        for change in (
            edit(who.party, name="Renamed"),
            edit(alias, name="Jan"),
            edit(firm, name="Renamed"),
            edit(appearance.attorney, name="Renamed"),
            edit(forum, name="Renamed"),
            edit(source, title="Retitled"),
            edit(alias, party=a_party()),
            lambda: p.PartyAlias.objects.create(party=who.party, name="Once more"),
            lambda: p.PartyAlias.objects.filter(party=who.party).delete(),
        ):
            before = revision(other)
            assert bumped(case, change)
            assert revision(other) == before

    def test_a_source_and_its_link_to_whatever_the_page_shows(self):
        case, other = a_public_case(), a_public_case()
        targets = {
            "case": case,
            "filing": a_public_filing(case),
            "claim_event": an_event(against(a_claim(case), in_case(case))),
            "summary": publish(m.Summary.objects.create(case=case, text="So.", as_of="2024-01-01")),
            "update": publish(m.Update.objects.create(case=case, title="News", date="2024-01-01")),
        }
        unrelated = revision(other)
        for name, target in targets.items():
            source = a_source()
            link = m.SourceLink(source=source, basis="record", **{name: target})
            assert bumped(case, link.save), name
            assert bumped(case, edit(source, title="Retitled")), name
            assert bumped(case, edit(link, pinpoint="p. 2")), name
            assert bumped(case, edit(link, source=a_source())), name
            assert not bumped(case, edit(source, title="Of nothing now")), name
            assert bumped(case, link.delete), name
        assert revision(other) == unrelated

    def test_the_matter_s_title(self):
        case, matter = a_public_case(), publish(a_matter())
        m.CaseMatter.objects.create(case=case, matter=matter)
        assert bumped(case, edit(matter, title="Retitled"))

    def test_the_other_case_of_a_link_its_filings_and_its_forum(self):
        forum = a_forum()
        case, other = a_public_case(), a_public_case(forum=forum)
        m.CaseLink.objects.create(from_case=case, to_case=other, kind="related")
        mine, theirs = a_public_filing(case), a_public_filing(other)
        a_link(mine, theirs, kind="responds_to")
        event = an_event(against(a_claim(other), in_case(other)), kind="stayed", filing=mine)
        assert bumped(case, edit(other, caption="Retitled"))
        assert bumped(case, edit(forum, name="Renamed"))
        assert bumped(case, edit(theirs, title="Retitled"))
        assert bumped(other, edit(mine, title="Retitled"))
        assert bumped(other, edit(event, note="Noted"))
        assert not bumped(case, lambda: a_public_filing(other))

    def test_both_cases_when_a_row_moves_between_them(self):
        one, two = a_public_case(), a_public_case()
        official = m.CaseOfficial.objects.create(case=one, name="A. Judge", role="judge")
        before = (revision(one), revision(two))
        edit(official, case=two)()
        assert (revision(one), revision(two)) == tuple(number + 1 for number in before if number is not None)

    def test_a_row_that_disappears_or_is_sealed(self):
        case = a_public_case()
        filing, who = a_public_filing(case), in_case(case)
        for change in (
            lambda: act("seal", filing),
            lambda: act("unseal", filing),
            lambda: act("hide", filing),
            lambda: act("hide", who.party),
            lambda: act("seal", case),
            lambda: act("unseal", case),
        ):
            assert bumped(case, change)


class TestWhatItDoesNotShow:
    def test_drafts_and_what_belongs_to_them(self):
        case = a_public_case()
        who = in_case(case)
        draft = a_filing(case)
        document = a_document(draft)
        claim = a_claim(case, asserted_in=draft)
        for change in (
            lambda: a_filing(case),
            edit(draft, title="Edited"),
            edit(document, title="Edited"),
            edit(claim, title="Edited"),
            lambda: against(claim, who),
            lambda: m.FilingParty.objects.create(filing=draft, case_party=who),
            lambda: m.DocumentPage.objects.create(document=document, number=1),
            lambda: act("hide", draft),
        ):
            assert not bumped(case, change)

    def test_vault_rows_and_saves_that_change_nothing(self):
        case = a_public_case()
        filing = a_public_filing(case)
        for change in (
            lambda: m.StaffNote.objects.create(case=case, text="A note"),
            lambda: p.ProtectedIdentity.objects.create(party=in_case(a_case()).party, true_name="Jane"),
            case.save,
            filing.save,
            edit(filing, title=filing.title),
        ):
            assert not bumped(case, change)

    def test_what_was_rolled_back(self):
        case = a_public_case()

        def rolled_back() -> None:
            with transaction.atomic():
                edit(case, cause="28:1331")()
                transaction.set_rollback(True)

        assert not bumped(case, rolled_back)

    def test_a_person_who_is_named_in_another_case_only(self):
        case, other = a_public_case(), a_public_case()
        who = in_case(other)
        in_case(case)
        assert not bumped(case, edit(who.party, name="Renamed"))


def test_many_changes_in_one_transaction_are_one_revision():
    case = a_public_case()

    def change() -> None:
        with transaction.atomic():
            for _ in range(3):
                a_public_filing(case)
            edit(case, cause="28:1331")()

    assert bumped(case, change)


def test_a_case_that_goes_and_comes_back_never_repeats_a_number():
    case = a_public_case()
    numbers = [revision(case)]
    for _ in range(3):
        act("hide", case)
        assert revision(case) is None
        publish(case)
        numbers.append(revision(case))
    assert len(set(numbers)) == 4
    assert numbers == sorted(numbers, key=lambda n: n or 0)


def test_the_desk_cannot_write_revisions():
    case = a_public_case()
    for statement in ("update wall.revision set number = 0", "delete from published.docket_caserevision"):
        with pytest.raises(Exception, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert revision(case)
