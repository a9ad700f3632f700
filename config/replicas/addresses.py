"""Whom the commands of replication talk to, by the environment."""

from __future__ import annotations

import os

from django.core.management.base import CommandError

from config.cluster.embedded import SUPERUSER
from config.database.postgres import Address, addresses, embedded_address, operators_server, parse_url


def administrator() -> Address:
    """A superuser's address of this installation's database."""
    name = addresses("desk")["default"].name
    if not operators_server():
        return embedded_address(SUPERUSER, name)
    return parse_url(_given("ADMIN_DATABASE_URL"), "ADMIN_DATABASE_URL").to(name)


def publisher() -> Address:
    """By which replicas ask for what is published."""
    return parse_url(_given("PUBLISHER_DATABASE_URL"), "PUBLISHER_DATABASE_URL")


def _given(variable: str) -> str:
    if url := os.environ.get(variable):
        return url
    raise CommandError(f"Set {variable}; docs/operating.md, “Readers on other servers”, says to what.")
