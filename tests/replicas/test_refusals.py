"""What is no publisher, and what is made no replica: each refusal says why, and changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from config.replicas import follower
from config.replicas.publisher import ROLE, NoReplicas, publish
from tests import cluster
from tests.records.cast import a_case

MADE = "select (select count(*) from pg_publication), (select count(*) from pg_roles where rolname = 'docket_replica')"


def test_another_role_than_the_replicas_own_is_refused(fresh_database: str) -> None:
    own = replace(cluster.address(ROLE, fresh_database), password="words")
    with cluster.connect(database=fresh_database) as admin:
        for asked_as in (replace(own, user="docket_public"), replace(own, password="")):
            with pytest.raises(NoReplicas, match="docket_replica and a password"):
                publish(admin, asked_as)
        assert admin.execute(MADE).fetchone() == (0, 0)


def test_a_publisher_of_an_earlier_release_is_refused(fresh_database: str) -> None:
    own = replace(cluster.address(ROLE, fresh_database), password="words")
    with cluster.connect(database=fresh_database) as admin:
        admin.execute("drop table published.docket_wallstamp")
        with pytest.raises(NoReplicas, match="migrate"):
            publish(admin, own)
        assert admin.execute(MADE).fetchone() == (0, 0)


def test_who_publishes_nothing_is_not_followed(fresh_database: str) -> None:
    with cluster.connect(database=fresh_database) as there, pytest.raises(NoReplicas, match="publish_to_replicas"):
        follower.stamped(there)


def test_a_database_with_a_record_is_made_no_replica(fresh_database: str) -> None:
    with cluster.connect(database=fresh_database) as here:
        follower.refuse_record(here)
        a_case()
        with pytest.raises(NoReplicas, match="a record of its own"):
            follower.refuse_record(here)
