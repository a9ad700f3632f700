"""Six writers at once, and every snapshot that a reader takes meanwhile equals the rule.

WALL_STRESS_SECONDS (and WALL_STRESS_SNAPSHOTS) lengthen it.
"""

import json
import os
import subprocess
import sys
import time
from collections import Counter

from tests import cluster, oracle
from tests.processes.stress import seed

SECONDS = float(os.environ.get("WALL_STRESS_SECONDS", "25"))
SNAPSHOTS = int(os.environ.get("WALL_STRESS_SNAPSHOTS", "200"))
WRITERS = 6
START = "import sys, django; django.setup(); from tests.processes.stress import main; main(*sys.argv[1:])"
# what the writers do to each other, and what the record refuses
EXPECTED = {
    *("commits", "rollbacks", "refused", "gone meanwhile", "DeadlockDetected"),
    *("UniqueViolation", "ForeignKeyViolation", "CheckViolation", "RestrictViolation", "NotNullViolation"),
    "ExclusionViolation",
    "InsufficientPrivilege",  # the guard of visibility, when another writer was faster
}


def writer(number: int) -> subprocess.Popen[str]:
    environment = os.environ | cluster.environment(cluster.TEST_DATABASE)
    return subprocess.Popen(
        [sys.executable, "-c", START, str(number), str(SECONDS)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_no_snapshot_shows_more_or_less_than_the_rule(projected: None) -> None:
    seed()
    writers = [writer(number) for number in range(WRITERS)]
    wrong: list[list[str]] = []
    snapshots = while_writing = 0
    latest = time.monotonic() + SECONDS + 120
    try:
        with cluster.connect(database=cluster.TEST_DATABASE) as admin:
            while snapshots < SNAPSHOTS or any(w.poll() is None for w in writers):
                assert time.monotonic() < latest, f"only {snapshots} snapshots"
                busy = any(w.poll() is None for w in writers)
                if found := oracle.mismatches(admin):
                    wrong.append(found)
                snapshots += 1
                while_writing += busy
        happened = Counter[str]()
        for each in writers:
            happened.update(json.loads(each.communicate(timeout=60)[0]))
    finally:
        for each in writers:
            each.kill()
    print(f"{snapshots} snapshots, {while_writing} while writing, {len(wrong)} wrong; {dict(happened)}")
    assert wrong == []
    assert set(happened) <= EXPECTED
    assert happened["commits"] > 10 * WRITERS
    assert while_writing >= SNAPSHOTS / 4
