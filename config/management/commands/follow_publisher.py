"""`follow_publisher`: makes this installation's database a replica, or fills a replica anew."""

from typing import Any

import psycopg
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from config.replicas import addresses, follower
from config.replicas.publisher import NoReplicas
from docket.publishing.wall import lifecycle


class Command(BaseCommand):
    help = (
        "Follow the publisher of PUBLISHER_DATABASE_URL: tables of this release, emptied and filled from there. "
        "ADMIN_DATABASE_URL must name a superuser of this server. The site answers 503 until all is filled."
    )
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        publisher = addresses.publisher()
        try:
            with addresses.administrator().connect() as here, publisher.connect() as there:
                follower.refuse_record(here)
                if follower.stamped(there)[0] != lifecycle.definition():
                    raise CommandError(
                        "The publisher is of another release: install that one here. Nothing was changed."
                    )
                follower.leave(here)
                call_command("migrate", verbosity=0)
                # read before the first row is copied: an exchange in between leaves another serial there
                follower.fill(here, publisher, follower.stamped(there)[1], self.stdout.write)
        except (psycopg.Error, NoReplicas) as error:
            raise CommandError(str(error)) from error
        self.stdout.write("Next: bring files/published here, then `manage.py check_replica`.")
