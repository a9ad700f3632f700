"""`check_published`: compares what is published with what the rule says, both ways; `--rebuild` mends."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor

from docket.publishing import files
from docket.publishing.caches import purging
from docket.publishing.wall import inspection, lifecycle, stamp


class Command(BaseCommand):
    """Exit status 1 when anything differs, an event was tampered with, a guard is missing, or the projection is off."""

    help = (
        "Compare the published schema with the publication rule, and look at the wall's triggers, its chain of events, "
        "the public's role and the published files. --rebuild makes the published tables and files anew."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--rebuild", action="store_true", help="Mend what differs.")

    def handle(self, *args: Any, **options: Any) -> None:
        with connections["owner"].cursor() as cursor:
            if stamp.is_replica(cursor):
                raise CommandError("This is a replica, without a record to compare with: `manage.py check_replica`.")
        if options["rebuild"]:
            self._rebuild()
        found = inspection.findings()
        for sentence in found:
            self.stderr.write(sentence)
        if found:
            remedy = "" if options["rebuild"] else " `check_published --rebuild` mends rows, triggers and files."
            raise CommandError(f"The wall is not what it should be.{remedy}")
        self.stdout.write("The published schema is exactly what the rule says.")
        self.stdout.write(inspection.head_of_the_chain())

    def _rebuild(self) -> None:
        executor = MigrationExecutor(connections["owner"])
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise CommandError("The record is not fully migrated: run `manage.py migrate`, which builds the wall too.")
        with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
            lifecycle.arm(cursor)
            purging.follow_all("rebuild", using="owner")
        files.mend()
