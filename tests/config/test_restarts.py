"""What ends by itself is started again, with pauses; what ends again and again ends everything, its words last."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from config import supervise
from config.cluster.embedded import EmbeddedError
from config.processes import output, restarts
from config.processes.output import Output, cut
from config.processes.restarts import PAUSES, WITHIN, FailedRepeatedly, Restarts
from config.sites import WORKER, Sites
from tests.processes.supervised import wait_for


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_pauses_grow_and_the_failure_after_the_last_is_one_too_many() -> None:
    one = Restarts("It", Clock())
    assert [one.pause() for _ in PAUSES] == list(PAUSES)
    assert list(PAUSES) == sorted(PAUSES)
    with pytest.raises(FailedRepeatedly, match="It ended 7 times within 5 minutes"):
        one.pause()


def test_failures_of_long_ago_count_no_more() -> None:
    clock = Clock()
    one = Restarts("It", clock)
    for _ in range(50):
        assert one.pause() == 0
        clock.now += WITHIN


@pytest.fixture
def some(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sites:
    """Processes with short pauses, and a database that is there."""
    monkeypatch.setattr(restarts, "PAUSES", (0.0, 0.0, 0.0))
    monkeypatch.setattr(Sites, "_waits_for_database", lambda self, name: False)
    return Sites(Output(tmp_path / "logs"))


def test_any_of_the_processes_is_started_again(some: Sites) -> None:
    said: list[str] = []
    for name in ("public", "desk", WORKER):
        some._begin(name, ["-c", "import time; time.sleep(600)"], {})
    before = {name: process.pid for name, process in some.processes.items()}
    for process in some.processes.values():
        process.kill()
        process.wait()
    some.revive(said.append)
    try:
        assert all(process.poll() is None for process in some.processes.values())
        assert all(process.pid != before[name] for name, process in some.processes.items())
        assert said == [
            f"{name} ended by itself; it is started again."
            for name in ("The public site", "The staff desk", "The worker")
        ]
    finally:
        some.stop()


def test_what_it_said_last_is_the_reason_when_it_is_no_use(some: Sites) -> None:
    some._begin("desk", ["-c", "print('the table of courts is missing', flush=True); raise SystemExit(3)"], {})

    def failed() -> bool:
        try:
            some.revive(lambda line: None)
        except FailedRepeatedly as failure:
            return "The staff desk ended 4 times" in str(failure)
        return False

    wait_for("it is given up", failed)
    wait_for("its words are read", lambda: "the table of courts is missing" in some.output.last_words("desk"))
    assert "the table of courts is missing" in (Path(some.output.file.baseFilename)).read_text()


def test_a_worker_without_a_database_is_waited_for_and_never_counted(
    some: Sites, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("DATABASE_URL", "postgresql://docket_desk:x@127.0.0.1:1/docketbook")
    monkeypatch.setenv("PUBLISHED_DATABASE_URL", "postgresql://docket_public:x@127.0.0.1:1/docketbook")
    some._begin(WORKER, ["-c", ""], {})
    some.processes[WORKER].wait()
    for _ in range(3):
        some.due.clear()
        some.revive(pytest.fail)
    assert some.restarts[WORKER].failures == []


class Server:
    """A database that starts when it has failed often enough."""

    port, log = 5432, Path("postgres.log")

    def __init__(self, failures: int) -> None:
        self.failures = failures

    def start(self) -> None:
        self.failures -= 1
        if self.failures >= 0:
            raise EmbeddedError("PostgreSQL did not start: the disk is full.")


def test_a_database_that_starts_late_is_waited_for_and_one_that_never_does_is_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(restarts, "PAUSES", (0.0, 0.0, 0.0))
    supervise._revive_database(Server(2), Restarts("PostgreSQL"))  # type: ignore[arg-type]
    with pytest.raises(FailedRepeatedly, match=r"PostgreSQL ended 4 times .* the disk is full"):
        supervise._revive_database(Server(9), Restarts("PostgreSQL"))  # type: ignore[arg-type]


def test_the_log_rotates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(output, "LARGEST", 1000)
    written = Output(tmp_path / "logs")
    said = subprocess.Popen(
        [sys.executable, "-c", "for n in range(300): print(f'line {n} of what went on')"], stdout=subprocess.PIPE
    )
    assert said.stdout
    written.follow("desk", said.stdout)
    wait_for("all is read", lambda: written.last_words("desk").endswith("line 299 of what went on"))
    files = sorted(path.name for path in (tmp_path / "logs").iterdir())
    assert files == ["docketbook.log", *(f"docketbook.log.{n}" for n in range(1, output.KEPT + 1))]
    assert all(path.stat().st_size <= 1000 for path in (tmp_path / "logs").iterdir())
    assert "line 299" in capfd.readouterr().err
    logging.shutdown()


def test_a_log_that_another_program_holds_open_is_cut(tmp_path: Path) -> None:
    log = tmp_path / "postgres.log"
    with log.open("ab", buffering=0) as held:
        held.write(b"x" * 100)
        cut(log, 100)
        assert log.stat().st_size == 100
        cut(log, 99)
        held.write(b"after")
    assert log.read_bytes() == b"after"
    assert (tmp_path / "postgres.log.1").read_bytes() == b"x" * 100
