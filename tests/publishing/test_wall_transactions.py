"""When the public tables follow: at commit, once, whatever happened on the way there."""

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from psycopg import IsolationLevel, errors

from docket import models as m
from docket.models.parts.sequence import take_sequences
from docket.publishing.preview import as_published
from tests import cluster
from tests.processes.public_side import row, sees
from tests.records.cast import a_case, a_document, a_filing, a_public_case, a_public_filing, act, in_case, publish

pytestmark = pytest.mark.usefixtures("projected")


def run(statement: str, *values: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_nothing_shows_before_the_commit():
    case = a_public_case()
    with transaction.atomic():
        filing = a_public_filing(case)
        assert sees(filing) == [False]
    assert sees(filing) == [True]


def test_a_savepoint_that_is_rolled_back_leaves_no_trace():
    case = a_public_case()
    with transaction.atomic():
        kept = a_public_filing(case)
        try:
            with transaction.atomic():
                lost = a_public_filing(case)
                act("hide", kept)
                raise LookupError
        except LookupError:
            kept.refresh_from_db()
    assert sees(kept, lost) == [True, False]


def test_a_first_change_inside_a_rolled_back_savepoint_does_not_stop_the_second():
    case = a_public_case()
    with transaction.atomic():
        try:
            with transaction.atomic():
                a_public_filing(case)
                raise LookupError
        except LookupError:
            filing = a_public_filing(case)
    assert sees(filing) == [True]


def test_constraints_made_immediate_in_mid_transaction_project_as_they_go():
    case = a_case()
    filing = a_filing(case)
    with transaction.atomic():
        publish(case)
        run("set constraints all immediate")
        with connection.cursor() as cursor:
            cursor.execute("select visibility from published.docket_filing where id = %s", [filing.pk])
            assert cursor.fetchone() == ("public",)
        act("seal", filing)
        run("set constraints all deferred")
        another = a_public_filing(case)
    assert row(filing).visibility == "sealed"
    assert sees(another) == [True]


@pytest.mark.parametrize("level", [IsolationLevel.REPEATABLE_READ, IsolationLevel.SERIALIZABLE])
def test_another_isolation_level_is_refused_at_commit(level: IsolationLevel):
    case = a_public_case()
    with cluster.connect("docket_desk", cluster.TEST_DATABASE) as desk:
        desk.isolation_level = level
        with pytest.raises(errors.RaiseException, match="READ COMMITTED"), desk.transaction():
            desk.execute("update docket_case set cause = 'x' where id = %s", [case.pk])
    case.refresh_from_db()
    assert case.cause == ""


def test_a_transaction_that_touches_nothing_public_may_have_any_level():
    with cluster.connect("docket_desk", cluster.TEST_DATABASE) as desk:
        desk.isolation_level = IsolationLevel.REPEATABLE_READ
        with desk.transaction():
            assert desk.execute("select count(*) from docket_case").fetchone() == (0,)


class TestTwoAtOnce:
    def connect(self) -> psycopg.Connection:
        connected = cluster.connect("docket_desk", cluster.TEST_DATABASE)
        connected.execute("begin")
        return connected

    def seal(self, desk: psycopg.Connection, case: m.Case) -> None:
        desk.execute(
            "insert into docket_sealevent (verb, label, object_id, old_visibility, new_visibility, includes, reason,"
            " authority, actor_name, transaction, previous_hash, hash)"
            " values ('hide', 'docket.case', %s, 'public', 'hidden', '{}', 'because', '', '', '', '', '')",
            [case.pk],
        )
        desk.execute("update docket_case set visibility = 'hidden' where id = %s", [case.pk])

    @pytest.mark.parametrize("first", ["the child", "the parent"])
    def test_a_child_added_while_its_parent_is_hidden(self, first: str):
        case = a_public_case()
        one, two = self.connect(), self.connect()
        one.execute(
            "insert into docket_caseofficial (case_id, name, name_as_filed, role, appointed_by, row_version,"
            " date_from_precision, date_terminated_precision) values (%s, 'A', '', 'judge', '', 1, 'day', 'day')",
            [case.pk],
        )
        self.seal(two, case)
        for connected in (one, two) if first == "the child" else (two, one):
            connected.execute("commit")
            connected.close()
        assert sees(case, m.CaseOfficial.objects.get()) == [False, False]

    def test_the_last_two_referrers_of_a_person_go_at_once(self):
        one, two = in_case(a_public_case()), in_case(a_public_case())
        in_case(two.case, party=one.party, role="witness")
        somebody = in_case(a_public_case()).party
        first, second = self.connect(), self.connect()
        for connected, case in ((first, one.case), (second, two.case)):
            connected.execute(
                "update docket_caseparty set party_id = %s where case_id = %s and party_id = %s",
                [somebody.pk, case.pk, one.party_id],
            )
        for connected in (first, second):
            connected.execute("commit")
            connected.close()
        assert sees(one.party, two.party, somebody) == [False, True, True]


class TestMoves:
    def move(self, filing: m.Filing, case: m.Case) -> None:
        with transaction.atomic():
            run("update docket_document set case_id = %s where filing_id = %s", case.pk, filing.pk)
            run(
                "update docket_documentpage set case_id = %s where document_id in"
                " (select id from docket_document where filing_id = %s)",
                case.pk,
                filing.pk,
            )
            run(
                "update docket_filing set case_id = %s, sequence = %s where id = %s",
                case.pk,
                take_sequences(case.pk)[0],
                filing.pk,
            )

    def test_a_filing_takes_its_documents_to_another_case_and_follows_it(self):
        one, hidden, two = a_public_case(), a_case(), a_public_case()
        filing = a_public_filing(one)
        document = publish(a_document(filing))
        page = m.DocumentPage.objects.create(document=document, number=1, text="x")
        self.move(filing, hidden)
        assert sees(filing, document, page) == [False, False, False]
        self.move(filing, two)
        assert sees(filing, document, page) == [True, True, True]
        assert row(page).case_id == two.pk

    def test_a_filing_cannot_leave_its_documents_behind(self):
        filing = a_public_filing(a_public_case())
        a_document(filing)
        with pytest.raises(DatabaseError, match="in_case"), transaction.atomic():
            run("update docket_filing set case_id = %s where id = %s", a_case().pk, filing.pk)


class TestPreview:
    def test_it_shows_what_the_public_would_see_and_leaves_nothing(self):
        case = a_case()
        filing = a_filing(case, title="Preview me")
        with as_published(lambda: act("publish", case)):
            assert [f.title for f in m.Filing.objects.all()] == ["Preview me"]
            assert m.Case.objects.get().new_filings == ""
        case.refresh_from_db()
        assert case.visibility == "draft"
        assert sees(case, filing) == [False, False]
        assert not m.SealEvent.objects.exists()

    def test_the_connection_reads_the_staff_s_tables_again_afterwards(self):
        case = a_case()
        with as_published():
            assert not m.Case.objects.filter(pk=case.pk).exists()
        assert m.Case.objects.filter(pk=case.pk).exists()
