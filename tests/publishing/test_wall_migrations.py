"""Taking the wall down for a change of shape and building it anew; finding and mending what differs."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.db import DataError, ProgrammingError, connections, models
from django.db.migrations import AddField, Migration, RunSQL
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation

from docket import models as m
from docket.publishing.wall import building, lifecycle
from docket.publishing.wall.tables import published_tables
from tests import cluster, oracle
from tests.processes.public_side import revision, row, sees
from tests.processes.stress import seed
from tests.records.cast import a_case, a_document, a_filing, a_forum, a_party, a_public_case, act, in_case, publish

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def database(fresh_database: str) -> str:
    return fresh_database


def migrate(*target: str) -> str:
    said = io.StringIO()
    call_command("migrate", *target, verbosity=0, stdout=said, stderr=said)
    return said.getvalue()


def wrong() -> list[Any]:
    with connections["owner"].cursor() as cursor:
        found: list[Any] = lifecycle.differences(cursor)
    with cluster.connect(database=str(connections["owner"].settings_dict["NAME"])) as admin:
        return found + oracle.mismatches(admin)


def superuser(statement: str) -> None:
    """As an intruder would: no trigger fires."""
    with cluster.connect(database=str(connections["owner"].settings_dict["NAME"])) as admin:
        admin.execute("set session_replication_role = replica")
        admin.execute(statement)


def check(**options: Any) -> str:
    said = io.StringIO()
    call_command("check_published", stdout=said, stderr=said, **options)
    return said.getvalue()


def latest() -> str:
    return str(MigrationLoader(None).graph.leaf_nodes("docket")[0][1])


def shown(table: str, column: str, row: models.Model) -> Any:
    with connections["published"].cursor() as cursor:
        cursor.execute(f"select {column} from {table} where id = %s", [row.pk])
        return cursor.fetchone()[0]


@contextmanager
def one_more_migration(monkeypatch: pytest.MonkeyPatch, operation: Operation) -> Iterator[None]:
    """As if the next release had a migration more."""
    attributes = {"dependencies": [("docket", latest())], "operations": [operation]}
    added = type("Migration", (Migration,), attributes)("9999_next", "docket")
    load_disk = MigrationLoader.load_disk

    def load(loader: MigrationLoader) -> None:
        load_disk(loader)
        loader.disk_migrations["docket", "9999_next"] = added

    with monkeypatch.context() as patched:
        patched.setattr(MigrationLoader, "load_disk", load)
        yield


@contextmanager
def one_more_column(model: type[models.Model], field: models.Field[Any, Any]) -> Iterator[None]:
    """As if the next release's model had a column more."""
    field.contribute_to_class(model, "flavour")
    forget()
    try:
        yield
    finally:
        model._meta.local_fields.remove(field)
        model._meta._expire_cache()  # type: ignore[attr-defined]
        del model.flavour  # type: ignore[attr-defined]
        forget()


def wait_until_somebody_waits(database: str) -> None:
    waits = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
    with cluster.connect(database=database) as admin:
        for _ in range(1000):
            if admin.execute(waits).fetchone():
                return
            time.sleep(0.01)
    pytest.fail("Nobody waits for a lock.")


def forget() -> None:
    published_tables.cache_clear()
    lifecycle.definition.cache_clear()


@pytest.fixture(autouse=True)
def no_files_of_other_tests() -> None:
    for name in storages["published"].listdir("")[1]:
        storages["published"].delete(name)


class TestMigrations:
    def test_back_and_forward_with_data_leaves_the_projection_equal(self):
        seed()
        newest, before = latest(), MigrationLoader(None).graph.node_map["docket", latest()].parents
        [(_, previous)] = [node.key for node in before if node.key[0] == "docket"]
        draft, late = a_case(), a_filing(m.Case.objects.filter(visibility="public")[0])
        assert "stays off" in migrate("docket", previous)
        with pytest.raises(ValidationError, match="Run `manage"):
            act("publish", draft)
        # by column: the table of the release before may lack some that the models have
        m.Filing.objects.filter(pk=late.pk).update(docket_text="written meanwhile")
        m.Filing.objects.filter(visibility="public").update(docket_text="written meanwhile")
        migrate("docket", newest)
        assert wrong() == []
        publish(late)
        assert sees(late) == [True]
        assert wrong() == []

    def test_a_column_that_comes_and_goes_is_published_and_gone(self, monkeypatch: pytest.MonkeyPatch):
        seed()
        case = m.Case.objects.filter(visibility="public")[0]
        flavour: models.TextField[Any, Any] = models.TextField(default="plain", null=True)
        unbound = flavour.clone()  # type: ignore[attr-defined]
        operation, newest = AddField("case", "flavour", unbound), latest()
        with one_more_migration(monkeypatch, operation), one_more_column(m.Case, flavour):
            migrate()
            m.Case.objects.filter(pk=case.pk).update(flavour="sour")
            assert shown("docket_case", "flavour", case) == "sour"
            assert wrong() == []
        with one_more_migration(monkeypatch, operation):
            migrate("docket", newest)
        migrate()
        with pytest.raises(ProgrammingError, match="flavour"):
            shown("docket_case", "flavour", case)
        m.Case.objects.filter(pk=case.pk).update(caption="Recaptioned")
        assert row(case).caption == "Recaptioned"
        assert wrong() == []

    def test_a_failed_migration_leaves_the_last_public_state_and_refuses_the_verbs(
        self, monkeypatch: pytest.MonkeyPatch
    ):
        case = a_public_case()
        caption = case.caption
        with one_more_migration(monkeypatch, RunSQL("select 1 / 0")):
            with pytest.raises(DataError, match="division by zero"):
                migrate()
            m.Case.objects.filter(pk=case.pk).update(caption="Edited meanwhile")
            assert row(case).caption == caption
            with pytest.raises(ValidationError, match="projection is off"):
                act("seal", case)
            with pytest.raises(CommandError):
                check()
        migrate()
        assert row(case).caption == "Edited meanwhile"
        act("seal", case)
        assert wrong() == []

    def test_a_second_migrate_changes_nothing(self):
        case = a_public_case()
        before = revision(case)
        migrate()
        assert revision(case) == before

    def test_another_definition_builds_the_wall_anew_without_any_migration(self):
        case = a_public_case()
        before = revision(case)
        superuser("update wall.state set definition = 'of the last release'")
        migrate()
        assert revision(case) == (before or 0) + 1
        assert wrong() == []


class TestBuilding:
    def test_the_built_tables_equal_those_that_were_drained(self):
        seed()
        check(rebuild=True)
        assert wrong() == []
        who = in_case(m.Case.objects.filter(visibility="public")[0], role="witness")
        assert sees(who, who.party) == [True, True]

    def test_own_keys_and_presence_are_filled(self):
        case, forum = a_case(), a_forum(parent=a_forum())
        parts = [in_case(case)]
        parts.append(in_case(case, substituted_for=parts[0]))
        publish(case)
        lonely = a_party()
        check(rebuild=True)
        assert (row(parts[1]).substituted_for_id, row(forum).parent_id) == (parts[0].pk, forum.parent_id)
        assert sees(lonely) == [False]

    def test_what_was_ever_public_is_remembered(self):
        case = a_public_case()
        filing = publish(a_filing(case))
        superuser("delete from wall.ever")
        check(rebuild=True)
        with pytest.raises(Exception, match="was public and is kept"):
            filing.delete()

    def test_the_public_reads_on_while_the_tables_are_built(self, monkeypatch: pytest.MonkeyPatch):
        case = a_public_case()
        seen: list[bool] = []
        exchange = building._exchange

        def look_and_exchange(cursor: Any) -> None:
            seen.extend(sees(case))
            exchange(cursor)

        monkeypatch.setattr(building, "_exchange", look_and_exchange)
        check(rebuild=True)
        assert seen == [True]

    def test_a_reader_in_the_way_is_waited_for_without_holding_the_others_up(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(building, "TRIES", 2)
        case = a_public_case()
        with cluster.connect("docket_public", str(connections["owner"].settings_dict["NAME"])) as reader:
            reader.execute("begin")
            reader.execute("select * from docket_case")
            with pytest.raises(Exception, match="lock timeout"):
                check(rebuild=True)
            reader.execute("select * from docket_filing")
            reader.execute("rollback")
        assert sees(case) == [True]
        assert wrong() == []

    def test_staff_in_mid_transaction_are_waited_for_whatever_they_touch_next(self, database: str):
        """In the opposite order of the rebuilding's own: it holds none of the tables while it waits for another."""
        case = a_public_case()
        filing = a_filing(case)
        with ThreadPoolExecutor() as pool, cluster.connect("docket_desk", database) as desk:
            desk.execute("begin")
            desk.execute("update docket_filing set title = 'mine' where id = %s", [filing.pk])
            rebuilding = pool.submit(self.rebuild)
            wait_until_somebody_waits(database)
            desk.execute("update docket_case set cause = 'mine' where id = %s", [case.pk])
            desk.execute("update docket_forum set name = name")
            desk.execute("commit")
            rebuilding.result(timeout=60)
        assert row(case).cause == "mine"
        assert wrong() == []

    def rebuild(self) -> None:
        try:
            check(rebuild=True)
        finally:
            connections.close_all()

    def test_rights_and_indexes_are_those_of_before(self, database: str):
        def shape() -> list[Any]:
            with cluster.connect(database=database) as admin:
                return admin.execute(
                    "select relname, relkind, relacl::text, (select indexdef from pg_indexes i"
                    " where i.schemaname = 'published' and i.indexname = relname)"
                    " from pg_class where relnamespace = 'published'::regnamespace"
                    " and relkind in ('r', 'i') order by 1, 2, 4"
                ).fetchall()

        before = shape()
        assert len(before) > 150
        check(rebuild=True)
        assert shape() == before


class TestChecking:
    def test_a_whole_wall_is_said_to_be_whole_with_the_chain_s_head(self):
        act("hide", a_case())
        assert "exactly what the rule says" in check()
        assert m.SealEvent.objects.get().hash in check()

    @pytest.mark.parametrize(
        ("planted", "found"),
        [
            ("delete from published.docket_filing", "docket_filing: 0 rows that should not be as they are, 1 missing."),
            (
                "update published.docket_case set caption = 'Poe'",
                "docket_case: 1 rows that should not be as they are, 1",
            ),
            (
                "insert into published.parties_party select * from public.parties_party on conflict do nothing",
                "parties_party: 1",
            ),
            ("update public.docket_case set visibility = 'hidden'", "docket_case: 1 rows"),
            ("delete from public.docket_document", "docket_document: 1 rows"),
            ("update published.docket_caserevision set number = 77", "docket_caserevision: 1"),
            ("insert into published.docket_filinggathered (filing_id) values (0)", "docket_filinggathered: 1 rows"),
            ("update published.docket_filinggathered set document_count = 7", "docket_filinggathered: 1 rows"),
            (
                "alter table docket_filing disable trigger wall_update",
                "docket_filing.wall_update is missing or disabled",
            ),
            ("drop trigger wall_guard_update on docket_case", "docket_case.wall_guard_update is missing or disabled"),
        ],
    )
    def test_what_was_planted_is_found_and_mended(self, planted: str, found: str):
        case = a_case()
        a_document(a_filing(case))
        in_case(case)
        a_party()
        publish(case)
        superuser(planted)
        said = io.StringIO()
        with pytest.raises(CommandError, match="--rebuild"):
            call_command("check_published", stderr=said)
        assert found in said.getvalue()
        assert "exactly" in check(rebuild=True)
        assert wrong() == []

    def test_tampering_with_the_chain_is_found_and_not_mended(self):
        a_public_case()
        superuser("update docket_sealevent set reason = 'another'")
        said = io.StringIO()
        with pytest.raises(CommandError):
            call_command("check_published", stderr=said, rebuild=True)
        assert "Seal event 1 does not fit the chain" in said.getvalue()

    @pytest.mark.parametrize(
        ("given", "found"),
        [
            ("grant usage on schema public to docket_public", "may use the schema public"),
            ("grant insert on published.docket_case to docket_public", "may do more than read published.docket_case"),
            ("grant temp on database {} to docket_public", "may create temporary tables"),
        ],
    )
    def test_a_right_too_many_is_found(self, database: str, given: str, found: str):
        superuser(given.format(database))
        said = io.StringIO()
        with pytest.raises(CommandError):
            call_command("check_published", stderr=said)
        assert found in said.getvalue()

    def test_the_exit_status_tells_a_script(self, database: str):
        def status() -> int:
            return subprocess.run(
                [sys.executable, "manage.py", "check_published"],
                cwd=ROOT,
                env=os.environ | cluster.environment(database),
                capture_output=True,
                check=False,
            ).returncode

        a_public_case()
        assert status() == 0
        superuser("delete from published.docket_case")
        assert status() == 1

    def test_an_unfinished_record_is_not_rebuilt(self, monkeypatch: pytest.MonkeyPatch):
        with (
            one_more_migration(monkeypatch, RunSQL("select 1")),
            pytest.raises(CommandError, match="not fully migrated"),
        ):
            check(rebuild=True)
