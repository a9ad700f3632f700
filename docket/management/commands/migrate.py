"""`migrate`, with the wall taken down before tables change their shape and built anew afterwards."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.core.management.commands import migrate
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor

from docket.publishing.caches import purging
from docket.publishing.wall import lifecycle


class Command(migrate.Command):
    """Migrates as the owner. The public keeps reading the last state until the wall stands again."""

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database="owner")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take the wall down only when there is something to migrate; build it when it is not this release's."""
        owner = connections[options["database"]]
        if options["plan"] or options["check_unapplied"] or options["prune"]:
            super().handle(*args, **options)
            return
        targets_one_app = bool(options["app_label"])
        if targets_one_app or self._pending(owner):
            with transaction.atomic(using=owner.alias), owner.cursor() as cursor:
                lifecycle.disarm(cursor)
            super().handle(*args, **options)
        if not self._is_whole(owner):
            self.stderr.write("The record is not fully migrated: the public projection stays off until it is.")
            return
        with transaction.atomic(using=owner.alias), owner.cursor() as cursor:
            if not lifecycle.is_armed(cursor):
                if options["verbosity"]:
                    self.stdout.write("Building the public projection …")
                lifecycle.arm(cursor)
                purging.follow_all("migrate", using=owner.alias)

    def _pending(self, owner: Any) -> bool:
        executor = MigrationExecutor(owner)
        return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))

    def _is_whole(self, owner: Any) -> bool:
        try:
            return not self._pending(owner)
        except Exception as error:
            raise CommandError(f"The state of the migrations cannot be read: {error}") from error
