"""What the database refuses, whoever asks and in whatever words: raw SQL as the desk's own role."""

from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.db import DatabaseError, connection, connections, transaction
from psycopg import errors

from docket import models as m
from docket.publishing.wall import lifecycle
from docket.publishing.wall.tables import published_tables
from parties import models as p
from tests import cluster
from tests.processes.public_side import sees
from tests.records.cast import (
    a_case,
    a_document,
    a_filing,
    a_party,
    a_public_case,
    a_public_filing,
    act,
    in_case,
    publish,
)

pytestmark = pytest.mark.usefixtures("projected")

EVENT = """insert into docket_sealevent (verb, label, object_id, old_visibility, new_visibility, includes, reason,
    authority, actor_name, transaction, previous_hash, hash)
    values (%s, %s, %s, 'draft', %s, '{}', 'because', '', 'psql', '', '', '')"""


def desk() -> psycopg.Connection[Any]:
    return cluster.connect("docket_desk", cluster.TEST_DATABASE)


def superuser() -> psycopg.Connection[Any]:
    return cluster.connect(database=cluster.TEST_DATABASE)


def refused(error: type[Exception] | tuple[type[Exception], ...], statement: str, *values: Any) -> str:
    """The database's own words."""
    with desk() as connected, pytest.raises(error) as caught:
        connected.execute(statement, values)
    return str(caught.value)


class TestVisibility:
    def test_it_does_not_change_without_an_event(self):
        case = a_case()
        said = refused(
            errors.InsufficientPrivilege, "update docket_case set visibility = 'public' where id = %s", case.pk
        )
        assert "only by a publishing verb" in said
        assert sees(case) == [False]

    def test_no_new_row_starts_public_without_an_event(self):
        case = a_public_case()
        with pytest.raises(DatabaseError, match="only by a publishing verb"):
            a_filing(case, visibility="public")
        with pytest.raises(DatabaseError, match="only by a publishing verb"):
            m.Case.objects.bulk_create([m.Case(caption="x", category="civil", visibility="sealed")])

    def test_a_draft_case_lets_no_filing_start_public_even_if_a_public_one_would(self):
        with pytest.raises(DatabaseError, match="only by a publishing verb"):
            a_filing(a_case(new_filings="public"), visibility="public")
        filing = a_public_filing(a_public_case(new_filings="public"))
        with pytest.raises(DatabaseError, match="only by a publishing verb"):
            m.Hearing.objects.create(case=filing.case, title="x", date="2024-01-01", visibility="public")

    def test_an_event_of_an_earlier_transaction_does_not_count(self):
        case = a_case()
        with desk() as connected:
            connected.execute(EVENT, ("publish", "docket.case", case.pk, "public"))
        refused(errors.InsufficientPrivilege, "update docket_case set visibility = 'public' where id = %s", case.pk)

    def test_an_event_counts_for_its_row_and_the_rows_below_and_for_no_other(self):
        case, other = a_case(), a_case()
        mine, theirs = a_filing(case), a_filing(other)
        with desk() as connected, connected.transaction():
            connected.execute(EVENT, ("publish", "docket.case", case.pk, "public"))
            connected.execute("update docket_case set visibility = 'public' where id = %s", [case.pk])
            connected.execute("update docket_filing set visibility = 'public' where id = %s", [mine.pk])
            for statement in (
                f"update docket_filing set visibility = 'public' where id = {theirs.pk}",
                f"update docket_case set visibility = 'public' where id = {other.pk}",
                f"update docket_filing set visibility = 'sealed' where id = {mine.pk}",
            ):
                with pytest.raises(errors.InsufficientPrivilege), connected.transaction():
                    connected.execute(statement)
        assert sees(case, mine, other, theirs) == [True, True, False, False]

    def test_every_table_that_says_so_has_its_guard(self):
        with superuser() as admin:
            guarded = {
                (table, name)
                for table, name in admin.execute(
                    "select tgrelid::regclass::text, tgname from pg_trigger"
                    " where tgname like 'wall_guard%' and tgenabled = 'O'"
                )
            }
        says = [t.name for t in published_tables() if "visibility" in t.columns]
        assert guarded == {(name, f"wall_guard_{what}") for name in says for what in ("insert", "update")}


class TestIdentity:
    @pytest.mark.parametrize("column", ["id", "public_id"])
    def test_an_id_and_an_address_never_change(self, column: str):
        case = a_public_case()
        said = refused(errors.RestrictViolation, f"update docket_case set {column} = '777' where id = %s", case.pk)
        assert "never change" in said

    def test_a_renumbered_draft_cannot_slip_past_the_guard(self):
        case = a_case()
        refused(
            errors.RestrictViolation,
            "update docket_case set id = id + 1000, visibility = 'public' where id = %s",
            case.pk,
        )


class TestDeleting:
    def test_what_was_public_is_kept_even_when_it_is_hidden_now(self):
        filing = a_public_filing(a_public_case())
        act("hide", filing)
        assert "was public and is kept" in refused(
            errors.RestrictViolation, "delete from docket_filing where id = %s", filing.pk
        )

    def test_what_was_public_is_kept_though_another_row_was_expunged(self):
        case = a_public_case()
        kept, gone = a_public_filing(case), a_public_filing(case)
        act("expunge", gone)
        assert "was public and is kept" in refused(
            errors.RestrictViolation, "delete from docket_filing where id = %s", kept.pk
        )

    def test_no_other_verb_of_the_same_transaction_lets_a_row_go_that_was_public(self):
        case = a_public_case()
        kept, hidden = a_public_filing(case), a_public_filing(case)
        with transaction.atomic():
            act("hide", hidden)
            with pytest.raises(DatabaseError, match="was public and is kept"), transaction.atomic():
                connection.cursor().execute("delete from docket_filing where id = %s", [kept.pk])

    def test_a_draft_that_was_never_public_may_go(self):
        filing = a_filing(a_public_case())
        filing.delete()
        assert not m.Filing.objects.filter(pk=filing.pk).exists()

    def test_a_row_that_was_public_within_a_transaction_rolled_back_may_go(self):
        filing = a_filing(a_public_case())
        with transaction.atomic():
            publish(filing)
            connection.cursor().execute("set constraints all immediate")
            transaction.set_rollback(True)
        filing.delete()
        assert not m.Filing.objects.filter(pk=filing.pk).exists()

    def test_a_person_who_was_public_is_kept(self):
        who = in_case(a_public_case())
        refused(errors.RestrictViolation, "delete from docket_caseparty where id = %s", who.pk)
        either = (errors.RestrictViolation, errors.ForeignKeyViolation)
        refused(either, "delete from parties_party where id = %s", who.party_id)

    def test_nothing_is_truncated_not_even_by_the_owner(self):
        with connections["owner"].cursor() as cursor:
            for table in [*(t.name for t in published_tables()), "docket_sealevent"]:
                with pytest.raises(DatabaseError, match=r"never truncated|only added"):
                    cursor.execute(f"truncate {table} cascade")


class TestHistory:
    def test_the_desk_writes_history_by_its_triggers_and_cannot_change_it(self):
        case = a_case()
        m.Case.objects.filter(pk=case.pk).update(cause="28:1331")
        m.Case.objects.bulk_create([m.Case(caption="Bulk", category="civil")])
        connection.cursor().execute("update docket_case set cause = 'raw' where id = %s", [case.pk])
        history = apps.get_model("docket", "CaseHistory").objects.filter(pgh_obj=case).order_by("pk")
        assert list(history.values_list("cause", flat=True)) == ["", "28:1331", "raw"]
        with superuser() as admin:
            tables = [
                name
                for (name,) in admin.execute(
                    "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"
                    " and relname ~ 'history$'"
                )
            ]
        assert len(tables) > 30
        with desk() as connected:
            for table in [*tables, "docket_sealevent"]:
                for statement in (
                    f"update {table} set id = id"
                    if table == "docket_sealevent"
                    else f"update {table} set pgh_label = ''",
                    f"delete from {table}",
                    f"truncate {table}",
                ):
                    with pytest.raises(errors.InsufficientPrivilege):
                        connected.execute(statement)

    def test_the_desk_cannot_switch_history_off_for_itself(self):
        case = a_case()
        with superuser() as admin:
            names = admin.execute("select array_agg(tgname) from pg_trigger where tgname ~ '^pgtrigger_'").fetchone()
        with desk() as connected:
            connected.execute("select set_config('pgtrigger.ignore', %s::text, false)", names)
            connected.execute("update docket_case set cause = 'raw' where id = %s", [case.pk])
        history = apps.get_model("docket", "CaseHistory").objects.filter(pgh_obj=case).order_by("pk")
        assert list(history.values_list("cause", "row_version")) == [("", 1), ("raw", 2)]

    def test_history_of_many_rows_is_written_at_once_by_plans_that_fit_their_number(self):
        """A trigger a row took a third of a publishing; a plan kept from one row would join ten thousand row by row."""
        with superuser() as admin:
            joining = admin.execute(
                "select p.proname, coalesce(array_to_string(p.proconfig, ' '), '') from pg_trigger t"
                " join pg_proc p on p.oid = t.tgfoid where t.tgname ~ '^pgtrigger_update_update' and t.tgtype & 1 = 0"
            ).fetchall()
        assert len(joining) > 30
        assert [name for name, settings in joining if "enable_nestloop=off" not in settings] == []

    def test_history_is_erased_only_by_an_act_of_expunging(self):
        case = a_case()
        said = refused(
            errors.InsufficientPrivilege,
            "select wall.erase_history('docket_casehistory', array[%s]::bigint[])",
            case.pk,
        )
        assert "only by expunging" in said
        with desk() as connected:
            connected.execute("begin")
            connected.execute(EVENT, ("expunge", "", None, "expunged"))
            with pytest.raises(errors.RaiseException, match="no history table"):
                connected.execute("select wall.erase_history('docket_sealevent', array[1]::bigint[])")
            connected.execute("rollback")


class TestTheChain:
    def broken(self) -> list[int]:
        with connections["owner"].cursor() as cursor:
            return lifecycle.broken_events(cursor)

    def events(self, count: int = 4) -> list[int]:
        case = a_case()
        for n in range(count):
            act(["publish", "hide"][n % 2], case)
        return list(m.SealEvent.objects.order_by("pk").values_list("pk", flat=True))

    def test_it_is_whole_after_any_acts(self):
        assert self.events() == [1, 2, 3, 4]
        assert self.broken() == []
        event = m.SealEvent.objects.get(pk=2)
        assert event.previous_hash == m.SealEvent.objects.get(pk=1).hash != ""

    def test_a_rolled_back_act_leaves_no_gap(self):
        case = a_case()
        with transaction.atomic():
            publish(case)
            transaction.set_rollback(True)
        assert self.events() == [1, 2, 3, 4]
        assert self.broken() == []

    def test_an_event_cannot_choose_its_place_its_time_or_its_hash(self):
        self.events(2)
        with desk() as connected:
            connected.execute(
                "insert into docket_sealevent (id, verb, label, old_visibility, new_visibility, includes, reason,"
                " authority, actor_name, transaction, previous_hash, hash, at)"
                " values (999, 'x', '', '', '', '{}', '', '', '', '1', 'p', 'h', '2001-01-01')"
            )
        last = m.SealEvent.objects.order_by("-pk")[0]
        assert (last.pk, last.at.year > 2001, last.hash != "h") == (3, True, True)
        assert self.broken() == []

    def test_a_superuser_who_does_not_switch_the_triggers_off_is_refused(self):
        self.events(1)
        with superuser() as admin:
            for statement in ("update docket_sealevent set reason = ''", "delete from docket_sealevent"):
                with pytest.raises(errors.RestrictViolation, match="only added"):
                    admin.execute(statement)


def test_a_document_below_a_filing_goes_with_the_filing_s_event():
    case = a_public_case()
    filing = a_filing(case)
    document = a_document(filing)
    event = publish(filing) and m.SealEvent.objects.latest("pk")
    assert (event.label, event.object_id, event.includes) == ("docket.filing", filing.pk, {"docket.document": 1})
    assert sees(document) == [True]


def test_a_hidden_party_may_be_entered_and_an_expunged_one_not():
    assert sees(a_party(visibility="hidden")) == [False]
    with pytest.raises(DatabaseError, match="only by a publishing verb"):
        p.Party.objects.create(name="x", visibility="expunged")
