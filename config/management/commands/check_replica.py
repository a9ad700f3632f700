"""`check_replica`: is this replica fit to be asked, and if not, why."""

from collections.abc import Iterator
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from config.health import state
from config.replicas import addresses, comparing, follower
from config.replicas.publisher import NoReplicas
from docket.publishing import files
from docket.publishing.wall import lifecycle, stamp


class Command(BaseCommand):
    """Exit status 1 when anything differs; changes nothing."""

    help = "Compare this replica with its publisher: release, serial, lag, rows and sums of each table, files."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        with connection.cursor() as cursor:
            if not stamp.is_replica(cursor):
                raise CommandError("This is no replica: `manage.py follow_publisher` makes it one.")
        try:
            with addresses.publisher().connect() as there, addresses.administrator().connect() as here:
                found = [*self._stamp(there), *comparing.differing(there, here), *self._files()]
        except (psycopg.Error, NoReplicas) as error:
            raise CommandError(str(error)) from error
        for sentence in found:
            self.stderr.write(sentence)
        if found:
            raise CommandError("The replica is not fit.")
        self.stdout.write("The replica is fit: it holds what its publisher has published.")

    def _stamp(self, there: follower.Connection) -> Iterator[str]:
        if follower.stamped(there)[0] != lifecycle.definition():
            yield "The publisher is of another release: install that one here."
        if not (found := state.replica()).well:
            yield found.words

    def _files(self) -> Iterator[str]:
        surplus, missing = files.differences()
        yield from (f"The file {name} is in the published storage and must not be." for name in surplus)
        yield from (f"The file {name} is missing from the published storage." for name in missing)
