"""`check_published`: compares what is published with what the rule says, both ways; `--rebuild` mends."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections, transaction

from docket.publishing import wall


class Command(BaseCommand):
    """Exit status 1 when anything differs, a seal event was tampered with, or the projection is off."""

    help = "Compare the published schema with the publication rule; --rebuild mends what differs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--rebuild", action="store_true", help="Mend what differs.")

    def handle(self, *args: Any, **options: Any) -> None:
        owner = connections["owner"]
        if options["rebuild"]:
            with transaction.atomic(using="owner"), owner.cursor() as cursor:
                wall.arm(cursor)
        with transaction.atomic(using="owner"), owner.cursor() as cursor:
            cursor.execute("set transaction isolation level repeatable read")
            problems = self._problems(cursor)
        for problem in problems:
            self.stderr.write(problem)
        if problems:
            raise CommandError("The published schema is not what it should be. `check_published --rebuild` mends it.")
        self.stdout.write("The published schema is exactly what the rule says.")

    def _problems(self, cursor: Any) -> list[str]:
        if not wall.is_armed(cursor):
            return ["The projection is off or of another release: run `manage.py migrate`."]
        found = [
            f"{table}: {wrong} rows that should not be as they are, {missing} missing."
            for table, wrong, missing in wall.differences(cursor)
        ]
        cursor.execute("select wall.broken_events()")
        return found + [f"Seal event {event} does not fit the chain." for (event,) in cursor.fetchall()]
