"""A publisher in the tests' server and a replica in a second one, for the tests and drills of replication."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.db import models

from config.cluster.embedded import EmbeddedServer
from config.database.postgres import Address
from config.replicas import follower
from config.replicas.publisher import ROLE, publish
from tests import cluster
from tests.processes.asking import Answer, ask_at
from tests.processes.second_server import DATABASE, environment, manage
from tests.records.cast import a_public_case


@dataclass(frozen=True)
class Following:
    """The replica, and by which address it knows the publisher."""

    server: EmbeddedServer
    publisher: Address
    data: Path

    def manage(self, *command: str) -> tuple[int, str]:
        """A command at the replica."""
        return manage(command, environment(self.server, self.publisher), self.data)

    def follow(self) -> None:
        status, said = self.manage("follow_publisher")
        assert status == 0, said

    def shown(self, address: str) -> Answer:
        """What the replica's public site answers."""
        return ask_at(self.server.address("docket_public", DATABASE), [address])[address]

    def here(self, statement: str) -> Any:
        """The first value that the replica's database answers, asked by its superuser."""
        with self.server.connect(DATABASE) as admin:
            done = admin.execute(statement)
            row = done.fetchone() if done.description else None
            return row and row[0]

    def value(self, row: models.Model, column: str) -> Any:
        """What the replica holds of a row; None where it does not hold it."""
        return self.here(f"select {column} from published.{row._meta.db_table} where id = {row.pk}")

    def until(self, row: models.Model, column: str, wanted: object) -> None:
        """Wait until the replica holds that."""
        until = time.monotonic() + 60
        while (found := self.value(row, column)) != wanted:
            assert time.monotonic() < until, f"{row} has {column} {found!r}, not {wanted!r}"
            time.sleep(0.02)

    def until_caught_up(self) -> None:
        """Wait until what is published just now is there, and so all that was before."""
        case = a_public_case()
        self.until(case, "id", case.pk)


@contextmanager
def following(database: str, server: EmbeddedServer, data: Path) -> Iterator[Following]:
    """A publisher with its publication; the replica follows when told to."""
    address = replace(cluster.address(ROLE, database), password="the replicas' own word")
    with cluster.connect(database=database) as admin:
        publish(admin, address)
    try:
        yield Following(server, address, data)
    finally:
        with server.connect(DATABASE) as here:
            follower.leave(here)
        with cluster.connect(database=database) as admin:
            admin.execute(f"drop publication docketbook; drop role {ROLE}")
