"""`publish_to_replicas`: lets public sites on other servers follow the published tables."""

from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError

from config.replicas import addresses
from config.replicas.publisher import ROLE, NoReplicas, publish


class Command(BaseCommand):
    help = (
        "Make the publication of the schema `published`, and the role docket_replica with the password in "
        "PUBLISHER_DATABASE_URL. ADMIN_DATABASE_URL must name a superuser. May be run again."
    )
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with addresses.administrator().connect() as admin:
                publish(admin, addresses.publisher())
        except (psycopg.Error, NoReplicas) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"Replicas may follow as {ROLE}. Keep its password as safe as the desk's: a role that replicates may read "
            "the whole log of changes. Next: `manage.py follow_publisher` at each replica."
        )
