"""Work in a process that can take only so much: what comes back, what is refused, and what is left behind."""

import ast
import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import psutil
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import docket.confined
from config.data_folder import CHECKOUT
from docket.confined import Limits, Unreadable, call
from docket.confined.codec import Misfit, dumps, loads
from docket.confined.limits import MB
from docket.intake.court_pages.confined_reading import Dockets
from docket.intake.shape import ImportedDocket
from tests.processes.supervised import wait_for

ROOT = Path(__file__).parents[2]
SMALL = Limits(memory=64 * MB, seconds=60, output=2 * MB)
linux = pytest.mark.skipif(sys.platform != "linux", reason="the kernel keeps this limit on Linux only")


def run(name: str, told: Any = None, data: bytes = b"", limits: Limits = SMALL) -> docket.confined.Made:
    return call(f"tests.confined.confined_work:{name}", data, told, limits)


def refusal(name: str, told: Any = None, limits: Limits = SMALL) -> str:
    with pytest.raises(Unreadable) as refused:
        run(name, told, limits=limits)
    return str(refused.value)


def confined(process: psutil.Process) -> list[psutil.Process]:
    """The confined processes of a process: children of the one that forks them. A server of the tests is none."""
    forkers = [child for child in process.children() if not child.name().startswith("postgres")]
    return [work for child in forkers for work in child.children()]


class TestWhatComesBack:
    def test_bytes_go_in_and_come_out_with_an_answer(self):
        data = os.urandom(MB)
        made = run("echo", {"a": [1, None, "é"]}, data)
        assert (made.data, made.answer) == (data, {"a": [1, None, "é"]})

    def test_a_call_after_a_refusal_is_none_the_worse(self):
        assert refusal("stumble")
        assert run("echo", 7).answer == 7

    def test_calls_of_many_threads_do_not_mix(self):
        with ThreadPoolExecutor(6) as pool:
            made = list(pool.map(lambda n: run("echo", n, str(n).encode() * 1000), range(40)))
        assert [(each.answer, each.data) for each in made] == [(n, str(n).encode() * 1000) for n in range(40)]

    def test_a_module_that_is_not_installed_is_not_there_though_a_folder_of_modules_changed(self):
        assert run("echo", 7).answer == 7  # the process that forks has looked at the folders
        os.utime(CHECKOUT)
        assert run("ask_for_what_is_not_installed", "drv_libxml2").answer == "not there"

    def test_it_knows_the_standard_library_alone(self):
        for file in Path(docket.confined.__file__).parent.glob("*.py"):
            for node in ast.walk(ast.parse(file.read_text())):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                if isinstance(node, ast.ImportFrom) and not node.level:
                    names = [node.module or ""]
                for name in names:
                    own = name == "docket.confined" or name.startswith("docket.confined.")
                    assert own or name.partition(".")[0] in sys.stdlib_module_names, (file, name)


class TestWhatIsRefused:
    @linux
    @pytest.mark.parametrize("work", ["take_memory", "swallow_no_memory"])
    def test_more_memory_than_it_may_take(self, work: str):
        assert run("take_memory", 16).answer == 16 * MB
        assert refusal(work, 100) == "The file needs more than 64 MB to be read."

    def test_more_time_than_it_may_take(self):
        for work in ("spin", "wait"):
            assert refusal(work, limits=Limits(seconds=1)) == "The file takes more than 1 seconds to be read."

    def test_more_output_than_it_may_make(self):
        run("write", 2)
        assert refusal("write", 3) == "What was made of the file is larger than 2 MB."

    def test_a_longer_answer_than_anybody_wants(self):
        assert "larger than" in refusal("chatter", limits=Limits())

    def test_what_the_work_itself_refuses_and_what_it_stumbles_over(self):
        assert refusal("refuse") == "The page is of a fish."
        assert refusal("stumble") == "The file could not be read (ZeroDivisionError)."

    def test_a_crash_and_an_end_without_an_answer(self):
        assert "crash (SIGSEGV)" in refusal("crash", signal.SIGSEGV)
        assert "needs more than 64 MB" in refusal("crash", signal.SIGABRT)
        assert "gave no answer" in refusal("leave")

    def test_a_kill_from_outside(self):
        assert "ended from outside; nothing was changed" in refusal("crash", signal.SIGKILL)

    def test_work_that_is_not_there(self):
        assert "No process could be started" in refusal("nobody_wrote_this")
        assert run("echo", 1).answer == 1


class TestWhatItCanReach:
    def test_it_opens_no_file_no_socket_and_no_pipe_and_starts_no_program(self, tmp_path: Path):
        secret = tmp_path / "secret"
        secret.write_text("x")
        found = run("reach_out", str(secret)).answer
        if os.getuid() == 0:  # root may raise its own limits again
            del found["more"]
        assert found
        assert "open" not in found.values(), found
        assert [file.name for file in tmp_path.iterdir()] == ["secret"]

    def test_it_has_nothing_of_its_caller_but_the_call(self, monkeypatch: pytest.MonkeyPatch):
        found = run("look_around").answer
        assert set(found["environment"]) <= {"LANG", "LC_CTYPE", "JURISCRAPER_LOG"}
        assert found["nice"] >= 5
        assert (found["group"], found["cores"], found["threads"]) == (True, 0, 1)
        # in, out, log; given, made, said; and what a library keeps open as its log
        assert found["open"] <= 7


CALLS = """import sys
from docket.confined import Limits, call
print("ready", flush=True)
call("tests.confined.confined_work:wait", b"", None, Limits(seconds=600))
"""


class TestWhatIsLeftBehind:
    @pytest.fixture
    def caller(self) -> Any:
        with subprocess.Popen([sys.executable, "-c", CALLS], cwd=ROOT) as caller:
            yield psutil.Process(caller.pid)
            caller.kill()

    def test_nothing_when_the_caller_is_killed(self, caller: psutil.Process):
        wait_for("the confined process", lambda: confined(caller))
        left = [*caller.children(), *confined(caller)]
        assert len(left) == 2
        caller.kill()
        assert psutil.wait_procs(left, timeout=20)[1] == []

    def test_nothing_when_the_one_that_forks_is_killed(self):
        with ThreadPoolExecutor() as pool:
            waiting = pool.submit(refusal, "wait", limits=Limits(seconds=600))
            ours = psutil.Process()
            wait_for("the confined process", lambda: confined(ours))
            left = confined(ours)
            left[0].parent().kill()  # type: ignore[union-attr]
            assert "ended from outside" in waiting.result()
            assert psutil.wait_procs(left, timeout=20)[1] == []
        assert run("echo", 1).answer == 1

    def test_a_confined_process_that_is_killed_is_told_of(self):
        with ThreadPoolExecutor() as pool:
            waiting = pool.submit(refusal, "wait", limits=Limits(seconds=600))
            ours = psutil.Process()
            wait_for("the confined process", lambda: confined(ours))
            confined(ours)[0].kill()
            assert "ended from outside" in waiting.result()

    def test_a_process_forked_off_the_caller_has_one_of_its_own(self):
        run("echo")
        reading, writing = os.pipe()
        if (child := os.fork()) == 0:
            try:
                os.write(writing, str(run("echo", 5).answer).encode())
            finally:
                os._exit(0)
        os.close(writing)
        os.waitpid(child, 0)
        with open(reading, "rb") as said:
            assert said.read() == b"5"
        assert run("echo", 6).answer == 6

    def test_no_descriptor(self):
        run("echo")
        before = psutil.Process().num_fds()
        for _ in range(5):
            run("echo")
            refusal("stumble")
        assert psutil.Process().num_fds() == before


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Leaf:
    name: str


@dataclass(frozen=True)
class Tree:
    number: int
    colour: Colour
    day: date | None
    at: datetime | None
    leaf: Leaf
    leaves: tuple[Leaf, ...] = ()
    words: tuple[str, ...] = ()
    ready: bool = False


TREE = Tree(3, Colour.RED, date(2021, 3, 4), datetime(2021, 3, 4, 5, 6), Leaf("a"), (Leaf("b"),), ("c\ud800\0",), True)


class TestTheCodec:
    def test_a_value_comes_back_as_it_was(self):
        assert loads(dumps(TREE, Tree), Tree) == TREE

    @settings(max_examples=60)
    @given(st.builds(ImportedDocket))
    def test_any_docket_comes_back_as_it_was(self, docket: ImportedDocket):
        assert loads(dumps((docket,), Dockets), Dockets) == (docket,)

    @pytest.mark.parametrize(
        ("place", "raw"),
        [(0, "3"), (0, True), (0, 3.0), (1, "blue"), (1, ["red"]), (2, 5), (2, "soon"), (3, {}), (4, None), (4, []),
         (4, [5]), (4, ["a", "b"]), (5, "ab"), (5, [None]), (6, [1]), (7, 1)],
    )  # fmt: skip
    def test_a_value_of_another_type_is_refused(self, place: int, raw: Any):
        row = json.loads(dumps(TREE, Tree))
        row[place] = raw
        with pytest.raises(Misfit):
            loads(json.dumps(row).encode(), Tree)

    @pytest.mark.parametrize("data", [b"", b"null", b"[]", b"{}", b"[" * 100_000, b"\xff", b'["x"]', b"NaN"])
    def test_what_is_no_such_value_at_all_is_refused(self, data: bytes):
        with pytest.raises(Misfit):
            loads(data, Tree)

    @pytest.mark.parametrize("kind", [dict[str, int], int | str, tuple[int, str], object])
    def test_a_type_without_a_rule_is_a_fault_of_the_program(self, kind: Any):
        with pytest.raises(TypeError):
            dumps(None, kind)
