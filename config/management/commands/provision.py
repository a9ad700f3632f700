import os
from argparse import ArgumentParser
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError

from config.database.postgres import ALIASES, addresses, parse_url
from config.database.provision import LOGIN_ROLES, provision, script


class Command(BaseCommand):
    help = (
        "Create or mend roles, database, schemas and rights on a server of your own. ADMIN_DATABASE_URL is "
        "the address of a role that may create roles and databases; passwords are taken from DATABASE_URL, "
        "MIGRATE_DATABASE_URL and PUBLISHED_DATABASE_URL."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--sql", action="store_true", help="print a script for psql instead of running it")

    def handle(self, *args: Any, sql: bool, **options: Any) -> None:
        given = [parse_url(os.environ[v], v) for _, v in ALIASES["desk"].values() if os.environ.get(v)]
        name = addresses("desk")["default"].name
        if sql:
            self.stdout.write(script(name))
            return
        if not (url := os.environ.get("ADMIN_DATABASE_URL")):
            raise CommandError("Set ADMIN_DATABASE_URL, or use --sql and run the script yourself with psql.")
        admin = parse_url(url, "ADMIN_DATABASE_URL")
        passwords = {address.user: address.password for address in given if address.user in LOGIN_ROLES}
        try:
            with admin.connect() as connection:
                provision(connection, name, passwords)
        except psycopg.Error as error:
            raise CommandError(f"{admin}: {error}") from error
        without = ", ".join(role for role in LOGIN_ROLES if role not in passwords)
        self.stdout.write(f"Database {name} on {admin.host} has its roles and rights.")
        if without:
            self.stdout.write(f"No address here signs in as {without}: the password stays as it was.")
