"""The verbs: who may, what they take along, what they leave behind."""

import threading
from typing import Any

import pytest
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Permission, User
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, connections, transaction

from docket import models as m
from docket.publishing import verbs
from docket.publishing.visibility import Visibility
from docket.publishing.wall import lifecycle
from parties import models as p
from tests import cluster
from tests.processes.public_side import row, sees
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
SECRET = "Persephone-7f3a"


class TestWhoMay:
    @pytest.mark.parametrize(
        ("verb", "permission"),
        [
            ("publish", "publish_record"),
            ("seal", "seal_record"),
            ("remove", "seal_record"),
            ("expunge", "expunge_record"),
        ],
    )
    def test_each_verb_needs_its_permission(self, verb: str, permission: str):
        case, clerk = a_case(), User.objects.create_user("clerk")
        others = ["publish_record", "seal_record", "expunge_record"]
        clerk.user_permissions.set(Permission.objects.filter(codename__in=set(others) - {permission}))
        with pytest.raises(PermissionDenied, match=permission):
            verbs.act(verb, case, actor=User.objects.get(pk=clerk.pk), reason="because")
        clerk.user_permissions.set(Permission.objects.filter(codename=permission))
        event = verbs.act(verb, case, actor=User.objects.get(pk=clerk.pk), reason="because")
        assert (event.actor, event.actor_name) == (clerk, "clerk")

    @pytest.mark.parametrize("reason", ["", "  ", "x "])
    def test_every_act_says_why(self, reason: str):
        case = a_case()
        with pytest.raises(ValidationError, match="Say why"):
            verbs.act("publish", case, actor=None, reason=reason)
        assert sees(case) == [False]

    def test_a_verb_that_the_state_or_the_model_does_not_know_is_refused(self):
        case, hearing = a_public_case(), m.Hearing(case=a_case(), title="x", date="2024-01-01")
        hearing.save()
        with pytest.raises(ValidationError, match="is public: it cannot be published"):
            act("publish", case)
        with pytest.raises(ValidationError, match="cannot be sealed"):
            act("seal", hearing)
        with pytest.raises(ValidationError, match="cannot be held as a draft"):
            act("unpublish", a_party())
        assert verbs.allowed(in_case(case)) == []


class TestSealing:
    def test_the_text_moves_to_the_vault_and_comes_back_to_the_letter(self):
        texts = {"title": "  Motion\tof é  ", "docket_text": "line\r\nline \u200b end ", "short_text": ""}
        filing = a_public_filing(a_public_case(), **texts)
        act("seal", filing)
        filing.refresh_from_db()
        assert (filing.title, filing.docket_text, filing.short_text) == ("", "", "")
        assert set(m.SealedText.objects.values_list("field", flat=True)) == {"title", "docket_text"}
        act("unseal", filing)
        assert {name: getattr(filing, name) for name in texts} == texts
        assert row(filing).docket_text == texts["docket_text"]
        assert not m.SealedText.objects.exists()

    def test_a_case_s_caption_comes_back_and_its_children_with_it(self):
        case = a_public_case(caption="Roe v. Poe", caption_short="Roe", cause="28:1331", coverage_note="All of it.")
        filing, draft = a_public_filing(case), a_filing(case)
        act("seal", case)
        assert (case.caption, case.cause) == ("Sealed v. Sealed", "")
        act("remove", case)
        act("unseal", case)
        assert (case.caption, case.caption_short, case.cause, case.coverage_note) == (
            *("Roe v. Poe", "Roe", "28:1331", "All of it."),
        )
        assert sees(filing, draft) == [True, False]

    @pytest.mark.parametrize("before", ["draft", "hidden", "public"])
    def test_unsealing_restores_what_the_row_said_before(self, before: str):
        case = a_public_case()
        filing = a_filing(case)
        if before != "draft":
            act({"hidden": "hide", "public": "publish"}[before], filing)
        act("seal", filing)
        act("remove", filing)
        act("unseal", filing)
        assert filing.visibility == before
        assert sees(filing) == [before == "public"]

    def test_what_staff_wrote_while_it_was_sealed_is_not_lost(self):
        filing = a_public_filing(a_public_case(), title="First", docket_text="Text")
        act("seal", filing)
        m.Filing.objects.filter(pk=filing.pk).update(title="Second")
        act("unseal", filing)
        assert (filing.title, filing.docket_text) == ("Second", "Text")
        act("seal", filing)
        m.Filing.objects.filter(pk=filing.pk).update(title="Third")
        act("remove", filing)
        act("unseal", filing)
        assert filing.title == "Third"


class TestPublishingDrafts:
    def test_what_waits_below_a_public_case_is_published_in_one_act(self):
        case = a_public_case()
        filing = a_filing(case)
        document = a_document(filing)
        event = verbs.publish_drafts(case, actor=None, reason="reviewed")
        assert event is not None
        assert event.includes == {"docket.filing": 1, "docket.document": 1}
        assert sees(filing, document) == [True, True]
        assert verbs.publish_drafts(case, actor=None, reason="reviewed") is None

    def test_not_below_a_case_that_is_not_public(self):
        with pytest.raises(ValidationError, match="publish it first"):
            verbs.publish_drafts(a_case(), actor=None, reason="reviewed")


class TestExpunging:
    def everything_about(self) -> dict[str, Any]:
        """A public case that says the secret wherever words can stand, beside an innocent one."""
        case = publish(
            a_case(forum=a_forum(), docket_number=SECRET, caption=SECRET, flags=[SECRET], cause=SECRET, amount="77.00")
        )
        other = a_public_case()
        person, shared = a_party(name=SECRET, description=SECRET), a_party()
        p.PartyAlias.objects.create(party=person, name=SECRET)
        p.PartyAlias.objects.create(party=person, name=f"{SECRET} II")
        p.ProtectedIdentity.objects.create(party=person, true_name=SECRET)
        lawyer = p.Attorney.objects.create(name=SECRET)
        p.AttorneyContact.objects.create(attorney=lawyer, text=SECRET)
        who, too = in_case(case, party=person, name_as_filed=SECRET), in_case(case, party=shared, role_as_filed=SECRET)
        in_case(other, party=shared)
        counsel(who, attorney=lawyer, firm=p.Firm.objects.create(name=SECRET), roles_as_filed=[SECRET])
        m.Capacity.objects.create(case_party=who, kind="individual", object=SECRET)
        for number in (SECRET, f"{SECRET}-b"):
            m.CaseNumber.objects.create(case=case, number=number, kind="former")
        m.CaseOfficial.objects.create(case=case, name=SECRET, role="judge")
        m.CaseLink.objects.create(from_case=other, to_case=case, kind="related", note=SECRET)
        matter = publish(a_matter())
        m.CaseMatter.objects.create(case=case, matter=matter)
        filing = a_public_filing(case, title=SECRET, docket_text=SECRET)
        m.Excerpt.objects.create(filing=filing, text=SECRET, source=a_source(title=SECRET))
        m.RulingCitation.objects.create(filing=filing, kind="reporter", text=SECRET)
        theirs = a_public_filing(other)
        a_link(theirs, filing, kind="responds_to")
        document = publish(a_document(filing, title=SECRET))
        m.DocumentPage.objects.create(document=document, number=1, text=SECRET)
        m.DocumentOriginal.objects.create(document=document, file_name=SECRET)
        claim = a_claim(case, title=SECRET, asserted_in=filing)
        one = against(claim, too)
        event = an_event(one, note=SECRET, filing=filing)
        link = m.SourceLink.objects.create(source=a_source(), claim_event=event, basis="record", pinpoint=SECRET)
        elsewhere = an_event(against(a_claim(other), in_case(other)), kind="stayed", filing=filing, note=SECRET)
        day = {"earliest": "2024-01-01", "latest": "2024-01-02"}
        m.Deadline.objects.create(case=case, title=SECRET, steps=[SECRET], trigger=filing, **day)
        m.Hearing.objects.create(case=case, title=SECRET, date="2024-01-01")
        m.Summary.objects.create(case=case, text=SECRET, as_of="2024-01-01")
        m.Update.objects.create(case=case, title=SECRET, date="2024-01-01")
        m.StaffNote.objects.create(case=case, text=SECRET)
        m.StaffNote.objects.create(filing=filing, text=SECRET)
        m.ImportedFile.objects.create(case=case, file_name=SECRET, kind="pacer", sha256="0", report={"of": SECRET})
        m.ImportTrace.objects.create(
            case=case, label="docket.filing", object_id=filing.pk, key="k", values={"t": SECRET}
        )
        sealed = a_public_filing(case, docket_text=SECRET)
        act("seal", sealed)
        m.Filing.objects.filter(pk=filing.pk).update(short_text=SECRET)  # the history has it too
        staff = User.objects.create(username="clerk")
        LogEntry.objects.create(
            user=staff,
            content_type=ContentType.objects.get_for_model(m.Filing),
            object_id=str(filing.pk),
            object_repr=SECRET,
            action_flag=CHANGE,
            change_message=SECRET,
        )
        return {
            "case": case,
            "other": other,
            "person": person,
            "shared": shared,
            "filing": filing,
            "lawyer": lawyer,
            "document": document,
            "theirs": theirs,
            "matter": matter,
            "elsewhere": elsewhere,
            "source": link.source,
        }

    def where_it_stands(self) -> list[str]:
        """Every table, of every schema, in which the secret is still to be found."""
        with cluster.connect(database=cluster.TEST_DATABASE) as admin:
            tables = admin.execute(
                "select format('%I.%I', nspname, relname) from pg_class c join pg_namespace n on n.oid = relnamespace"
                " where relkind = 'r' and nspname !~ '^pg_|information_schema'"
            ).fetchall()
            found = {
                name: admin.execute(f"select count(*) from {name} t where t::text like %s", [f"%{SECRET}%"]).fetchone()
                for (name,) in tables
            }
        return sorted(name for name, row in found.items() if row and row[0])

    def test_nothing_of_a_case_is_left_anywhere_in_the_database(self):
        rows = self.everything_about()
        assert len(self.where_it_stands()) > 50
        event = act("expunge", rows["case"])
        assert self.where_it_stands() == []
        assert (event.label, event.object_id, event.new_visibility) == ("", None, "expunged")
        case = m.Case.objects.get(pk=rows["case"].pk)
        assert (case.visibility, case.caption, case.forum, case.amount, case.flags) == (
            "expunged",
            "expunged",
            None,
            None,
            [],
        )
        assert case.public_id == rows["case"].public_id

    def test_what_others_need_stays(self):
        rows = self.everything_about()
        act("expunge", rows["case"])
        kept = [rows[name] for name in ("other", "shared", "theirs", "matter")]
        assert sees(*kept) == [True] * 4
        assert sees(rows["case"], rows["person"], rows["filing"], rows["elsewhere"], rows["source"]) == [False] * 5
        assert not p.Party.objects.filter(pk=rows["person"].pk).exists()

    def test_a_filing_goes_with_its_documents_pages_originals_and_notes(self):
        rows = self.everything_about()
        filing = rows["filing"]
        claims = m.Claim.objects.filter(asserted_in=filing)
        act("expunge", filing)
        assert (filing.visibility, filing.docket_text, filing.title, filing.case) == ("expunged", "", "", rows["case"])
        for model in (m.Document, m.DocumentPage, m.DocumentOriginal, m.Excerpt, m.RulingCitation):
            assert not model.objects.exists()
        assert not m.StaffNote.objects.filter(filing=filing).exists()
        assert claims.count() == 1
        assert sees(*claims) == [False]
        assert [t.values for t in m.ImportTrace.objects.all()] == [{}]
        assert m.ImportedFile.objects.get().report == {}
        for history in (
            "DocumentHistory",
            "DocumentPageHistory",
            "DocumentOriginalHistory",
            "ExcerptHistory",
            "RulingCitationHistory",
        ):
            assert not apps.get_model("docket", history).objects.exists()
        assert not apps.get_model("docket", "FilingHistory").objects.filter(pgh_obj_id=filing.pk).exists()

    def test_a_person_goes_with_every_row_that_names_them(self):
        rows = self.everything_about()
        act("expunge", rows["person"])
        assert not m.CaseParty.objects.filter(party=rows["person"]).exists()
        assert not p.PartyAlias.objects.exists()
        assert not p.ProtectedIdentity.objects.exists()
        assert not p.Attorney.objects.filter(pk=rows["lawyer"].pk).exists()
        assert p.Party.objects.get(pk=rows["person"].pk).name == "expunged"
        assert sees(rows["case"], rows["shared"]) == [True, True]

    @pytest.mark.parametrize("make", [a_matter, a_case, a_party, a_source], ids=lambda make: make.__name__)
    def test_a_draft_or_lonely_row_can_be_expunged_and_never_comes_back(self, make):
        made = make()
        act("expunge", made)
        assert made.visibility == Visibility.EXPUNGED
        assert verbs.allowed(made) == []
        with pytest.raises(ValidationError, match="is expunged"):
            act("publish", made)

    def test_two_cases_of_one_number_can_be_expunged_one_after_the_other(self):
        forum = a_forum()
        for _ in range(2):
            act("expunge", publish(a_case(forum=forum, docket_number="24-cv-9")))
        publish(a_case(forum=forum, docket_number="24-cv-9"))


class TestWithoutTheWall:
    def off(self, column: str, value: str) -> None:
        with connections["owner"].cursor() as cursor:
            cursor.execute(f"update wall.state set {column} = {value}")

    @pytest.mark.parametrize(("column", "value"), [("armed", "false"), ("definition", "'of another release'")])
    def test_every_verb_is_refused_while_the_projection_is_off(self, column: str, value: str):
        case = a_public_case()
        kept = lifecycle.definition()
        self.off(column, value)
        try:
            for verb in ("seal", "hide", "expunge"):
                with pytest.raises(ValidationError, match=r"Run `manage\.py migrate`"):
                    act(verb, case)
        finally:
            self.off("armed", "true")
            self.off("definition", f"'{kept}'")
        assert case.visibility == "public"


def test_acts_on_rows_of_one_case_do_not_deadlock():
    case = a_case()
    filings = [a_filing(case) for _ in range(20)]
    failed: list[BaseException] = []

    def hide_each() -> None:
        try:
            for filing in filings:
                act("hide", filing)
        except BaseException as error:
            failed.append(error)
        finally:
            connection.close()

    def publish_and_hide() -> None:
        try:
            for verb in ("publish", "hide", "publish", "hide"):
                act(verb, case)
        except BaseException as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=target) for target in (hide_each, publish_and_hide)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    refused = [error for error in failed if not isinstance(error, ValidationError)]
    assert refused == []


def test_a_rolled_back_act_leaves_the_public_page_as_it_was():
    case = a_public_case(caption="Roe v. Poe")
    with transaction.atomic():
        act("seal", case)
        transaction.set_rollback(True)
    assert row(case).caption == "Roe v. Poe"
