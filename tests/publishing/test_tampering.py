"""What a superuser who switches the triggers off can do to the chain of events, and that each of it shows."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from docket.models import SealEvent
from docket.publishing.wall import inspection
from tests import cluster
from tests.records.cast import a_case, act

pytestmark = pytest.mark.usefixtures("committed")

EVENTS = 6
COLUMNS = (
    "verb, label, object_id, old_visibility, new_visibility, includes, reason, authority, actor_name, actor_id, at,"
    " transaction"
)
COPIED = f"insert into docket_sealevent (id, {COLUMNS}, previous_hash, hash) select %s, {COLUMNS}, %s, %s"
REHASHED = "update docket_sealevent e set hash = wall.event_hash(e) where id = %s"


def change(column: str, value: str, event: int = 2) -> str:
    return f"update docket_sealevent set {column} = {value} where id = {event}"


def copied(place: str, previous: str, own: str, event: int) -> str:
    return f"{COPIED % (place, previous, own)} from docket_sealevent where id = {event}"


# What is done → the events that then do not fit.
TAMPERINGS: dict[str, tuple[list[str], list[int]]] = {
    "another verb": ([change("verb", "'hide'", 3)], [3]),
    "another sort of row": ([change("label", "'docket.filing'")], [2]),
    "another row": ([change("object_id", "object_id + 1")], [2]),
    "no row": ([change("object_id", "null")], [2]),
    "another state before": ([change("old_visibility", "'sealed'")], [2]),
    "another state after": ([change("new_visibility", "'sealed'")], [2]),
    "more rows taken along": ([change("includes", """'{"docket.filing": 9}'""")], [2]),
    "another reason": ([change("reason", "'another'")], [2]),
    "a reason with a space more": ([change("reason", "reason || ' '")], [2]),
    "an order that was none": ([change("authority", "'Order of 3 May 2024'")], [2]),
    "somebody else's name": ([change("actor_name", "'somebody else'")], [2]),
    "another time": ([change("at", "at - interval '1 microsecond'", 1)], [1]),
    "another transaction": ([change("transaction", "'1'")], [2]),
    "another hash": ([change("hash", "repeat('0', 64)", 3)], [3, 4]),
    "another hash before": ([change("previous_hash", "repeat('0', 64)", 3)], [3]),
    "words moved from one column to the next": (
        ["update docket_sealevent set authority = reason, reason = authority where id = 2"],
        [2],
    ),
    "an event changed and its hash made anew": ([change("reason", "'another'"), REHASHED % 2], [3]),
    "two events that exchange their words": (
        ["update docket_sealevent a set verb = b.verb, at = b.at from docket_sealevent b "
         "where (a.id, b.id) in ((2, 3), (3, 2))"],
        [2, 3],
    ),
    "one taken out": (["delete from docket_sealevent where id = 3"], [4]),
    "the first taken out": (["delete from docket_sealevent where id = 1"], [2]),
    "several taken out": (["delete from docket_sealevent where id in (2, 3, 4)"], [5]),
    "one taken out and the gap closed": (
        ["delete from docket_sealevent where id = 3", "update docket_sealevent set id = 3 where id = 4"],
        [3, 5],
    ),
    "one put at the end": ([copied("7", "hash", "repeat('0', 64)", 6)], [7]),
    "one put before the first": ([copied("0", "''", "repeat('0', 64)", 1)], [0, 1]),
    "one said twice, with a hash of its own": ([copied("7", "previous_hash", "''", 6), REHASHED % 7], [7]),
    "two in another order": (
        ["update docket_sealevent set id = case id when 2 then 30 else 2 end where id in (2, 3)"],
        [2, 4, 30],
    ),
    "a number left out": (["update docket_sealevent set id = id + 1 where id = 6"], [7]),
}  # fmt: skip
# Nothing in what is left tells of these: the number of events and the last hash, kept elsewhere, do.
SHOWN_BY_THE_HEAD = {
    "the last taken out": ["delete from docket_sealevent where id = 6"],
    "all taken out": ["delete from docket_sealevent"],
    "all made anew from one on": [change("reason", "'another'", 6), REHASHED % 6],
}


@pytest.fixture
def superuser(committed: None) -> Any:
    """With six events, and without the triggers that would refuse; nothing of what it does stays."""
    case = a_case()
    for number in range(EVENTS):
        act(["publish", "hide"][number % 2], case)
    assert list(SealEvent.objects.order_by("pk").values_list("pk", flat=True)) == list(range(1, EVENTS + 1))
    with cluster.connect(database=cluster.TEST_DATABASE) as connected:
        connected.execute("set session_replication_role = replica")
        yield connected


def broken_by(connected: psycopg.Connection[Any], statements: list[str]) -> list[int]:
    with connected.transaction(force_rollback=True):
        for statement in statements:
            assert connected.execute(statement.encode()).rowcount > 0, statement
        return [event for (event,) in connected.execute("select wall.broken_events() order by 1").fetchall()]


def test_twenty_kinds_of_tampering_show_at_the_event(superuser: psycopg.Connection[Any]) -> None:
    assert len(TAMPERINGS) >= 20
    assert broken_by(superuser, ["select 1"]) == []
    found = {name: broken_by(superuser, statements) for name, (statements, _) in TAMPERINGS.items()}
    assert found == {name: broken for name, (_, broken) in TAMPERINGS.items()}


def test_a_cut_end_shows_by_the_head_that_was_kept_elsewhere(superuser: psycopg.Connection[Any]) -> None:
    kept = inspection.head_of_the_chain()
    assert kept.startswith(f"{EVENTS} seal events; the last is ")
    for statements in SHOWN_BY_THE_HEAD.values():
        superuser.execute("create temp table kept on commit preserve rows as select * from docket_sealevent")
        for statement in statements:
            superuser.execute(statement.encode())
        assert broken_by(superuser, ["select 1"]) == []
        assert inspection.head_of_the_chain() != kept
        superuser.execute("truncate docket_sealevent; insert into docket_sealevent select * from kept; drop table kept")
    assert inspection.head_of_the_chain() == kept
