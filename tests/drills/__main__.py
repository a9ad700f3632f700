"""`make drills`, or `make drills ARGS="replicas proxies"` for some: a line for each, and status 1 if one failed.

Most are the tests of the suite, by what they are about; what takes a disk of its own stands beside. Twenty minutes are
the most for all together: what is not done by then has failed.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass

from config.data_folder import CHECKOUT

LIMIT = 20 * 60  # seconds
# what is tried -> how: arguments of pytest, or a module of this folder
PYTEST = ("pytest", "-q", "-n", "0", "-s", "--no-header")
DRILLS: dict[str, tuple[str, ...]] = {
    "kills": (*PYTEST, "tests/config/test_restarts.py", "tests/config/test_supervise.py"),
    "files": (*PYTEST, "tests/publishing/storing/test_killed.py"),
    "disk": ("tests.drills.full_disk",),
    "copies": (*PYTEST, "tests/config/test_identity.py"),
    "moment": ("tests.drills.point_in_time",),
    "archives": (*PYTEST, "tests/config/test_backup.py"),
    "database": (*PYTEST, "tests/config/test_database_away.py"),
    "clients": (*PYTEST, "tests/config/test_slow_clients.py"),
    "proxies": (*PYTEST, "tests/config/test_proxies.py"),
    "replicas": (*PYTEST, "tests/replicas"),
    "caches": (*PYTEST, "tests/caches"),
}
# more than a run of the tests takes the time for
LOAD = {
    "DRILL_SEALS": "100",
    "DRILL_FILINGS": "5000",
    "DRILL_KILLS": "100",
    "DRILL_SEALS_IN_CACHES": "1000",
}
TOLD = re.compile(r"^(?:\.*)(figure: .*|\d+ (?:passed|failed|error).*)$", re.MULTILINE)


@dataclass(frozen=True)
class Outcome:
    """seconds by the clock; figures: the lines of it that say something."""

    well: bool
    seconds: float
    figures: list[str]


def main() -> int:
    """Run what was asked for, one after the other, and print what came of each."""
    parser = argparse.ArgumentParser(prog="python -m tests.drills")
    parser.add_argument("drills", nargs="*", choices=[*DRILLS, []], metavar="DRILL", help=", ".join(DRILLS))
    asked = parser.parse_args().drills or list(DRILLS)
    end = time.monotonic() + LIMIT
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}", flush=True)
    done = [_told(name, _run(DRILLS[name], end - time.monotonic())) for name in asked]
    print(f"{sum(done)} of {len(done)} went well, in {LIMIT - (end - time.monotonic()):.0f} s.")
    return 0 if all(done) else 1


def _told(name: str, outcome: Outcome) -> bool:
    print(f"{name}: {'well' if outcome.well else 'FAILED'}, {outcome.seconds:.0f} s", flush=True)
    for line in outcome.figures:
        print(f"    {line}", flush=True)
    return outcome.well


def _run(how: tuple[str, ...], most: float) -> Outcome:
    begun = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", *how],
        cwd=CHECKOUT,
        env=os.environ | LOAD,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(timeout=max(most, 1))
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGTERM)
        said = process.communicate()[0] + "\nfigure: not done within the time for all drills"
    figures = TOLD.findall(said)
    if process.returncode:
        figures += said.splitlines()[-12:]
    return Outcome(process.returncode == 0, time.monotonic() - begun, figures)


if __name__ == "__main__":
    sys.exit(main())
