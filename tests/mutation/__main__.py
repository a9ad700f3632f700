"""`python -m tests.mutation --room claims,deadlines --count 60`: which small wrongs would the tests not notice?

Works on copies of the checkout, by hand, not in CI: a mutant takes some seconds. May be stopped at any moment and goes
on where it was; `--again` asks the survivors once more. `equivalent.toml` lists survivors
that no test can kill, with why.
"""

from __future__ import annotations

import argparse
import signal
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path
from queue import SimpleQueue

from config.data_folder import CHECKOUT
from tests.mutation.lines import AT_MOST, Lines, lines_of
from tests.mutation.mutants import Mutant
from tests.mutation.results import Results
from tests.mutation.rooms import ROOMS, Room
from tests.mutation.sampling import equivalent, is_known, sample
from tests.mutation.worker import Worker

KEPT = CHECKOUT / ".mutation"
UNTESTED, EQUIVALENT, UNMET = "no test", "equivalent", "not met"
OUTCOMES = ("killed", "timed out", "survived", UNTESTED, EQUIVALENT, UNMET)
LIVING = ("survived", UNTESTED)
DOUBTED = (*LIVING, "timed out")  # asked once more: a busy machine can be late by itself


@dataclass(frozen=True)
class Run:
    """Of these rooms, with what is known already."""

    rooms: list[Room]
    chosen: dict[str, list[Mutant]]
    results: Results
    again: bool

    def asked(self) -> Iterator[tuple[Room, Mutant]]:
        """Those still to be met, of each room in turn."""
        turns = zip_longest(*([(room, mutant) for mutant in self.chosen[room.name]] for room in self.rooms))
        for turn in filter(None, chain.from_iterable(turns)):
            if self.outcome(turn[1]) in (UNMET, *(DOUBTED if self.again else ())):
                yield turn

    def outcome(self, mutant: Mutant) -> str:
        if any(is_known(mutant, row) for row in equivalent()):
            return EQUIVALENT
        return self.results.of(mutant) or UNMET


def main() -> None:
    """Print a table and the survivors."""
    asked = _arguments()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that no copy and no PostgreSQL is left behind
    KEPT.mkdir(exist_ok=True)
    rooms = [ROOMS[name].narrowed(asked.tests.split(",")) for name in asked.room.split(",")]
    chosen = {room.name: sample(room, asked.count // len(rooms), asked.seed)[asked.skip :] for room in rooms}
    run = Run(rooms, chosen, Results(KEPT / "results.jsonl"), asked.again)
    try:
        _meet_all(run, asked)
    except KeyboardInterrupt:
        print("Stopped; the same command goes on.")
    _show(run)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--room", default=",".join(ROOMS), help=f"of {', '.join(ROOMS)}; default: all")
    parser.add_argument("--count", type=int, default=300, help="mutants altogether, as many of each room; 0: none")
    parser.add_argument("--skip", type=int, default=0, help="so many of each room, the first of the sample: met before")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    parser.add_argument("--tests", default="", help="only the files of tests with such a word in their name: quick")
    parser.add_argument("--jobs", type=int, default=1, help="workers, each with a PostgreSQL of its own")
    parser.add_argument("--seconds", type=float, default=AT_MOST, help="of tests for one mutant, the fastest first")
    parser.add_argument("--again", action="store_true", help="the survivors once more, each imported afresh")
    asked = parser.parse_args()
    if unknown := set(asked.room.split(",")) - set(ROOMS):
        parser.error(f"--room: {', '.join(sorted(unknown))} is none of {', '.join(ROOMS)}.")
    return asked


def _meet_all(run: Run, asked: argparse.Namespace) -> None:
    wanted = list(run.asked())
    if not wanted:
        return
    with tempfile.TemporaryDirectory(prefix="docketbook-mutation-") as folder:
        Path(folder).chmod(0o755)
        workers = [Worker(Path(folder, str(n))) for n in range(asked.jobs)]
        try:
            lines = {room.name: _lines(room, workers[0], asked.seconds) for room in {room for room, _ in wanted}}
            _share(run, wanted, lines, workers)
        finally:
            for worker in workers:
                worker.stop()


def _lines(room: Room, worker: Worker, at_most: float) -> Lines:
    lines = lines_of(room, worker, KEPT, at_most)
    print(f"{room.name}: {len(lines.seconds)} tests, {sum(lines.seconds.values()):.0f} s", flush=True)
    return lines


def _share(run: Run, wanted: list[tuple[Room, Mutant]], lines: dict[str, Lines], workers: list[Worker]) -> None:
    free: SimpleQueue[Worker] = SimpleQueue()
    for worker in workers:
        free.put(worker)
    pool = ThreadPoolExecutor(len(workers))
    try:
        told = pool.map(lambda pair: _meet(free, pair[0], pair[1], lines[pair[0].name], run.again), wanted)
        for (room, mutant), (outcome, seconds) in zip(wanted, told, strict=True):
            run.results.add(room.name, mutant, outcome, seconds)
            print(f"{outcome:9} {seconds:5.1f} s  {mutant.shown()}", flush=True)
    finally:
        pool.shutdown(cancel_futures=True)  # where it was stopped, those under way are waited for and no other


def _meet(free: SimpleQueue[Worker], room: Room, mutant: Mutant, lines: Lines, again: bool) -> tuple[str, float]:
    in_database = room.in_database and mutant.kind == "SQL"
    tests = lines.tests_for(mutant, in_database, again)
    if not tests:
        return UNTESTED, 0.0
    worker = free.get()
    try:
        # of the copy, since the checkout may change meanwhile
        text = mutant.text((worker.folder / mutant.file).read_text())
        question = {"file": mutant.file, "text": text, "tests": tests, "limit": lines.limit(tests)}
        afresh = again or lines.is_read_at_import(mutant)
        how = {"room": room.tests, "line": mutant.line, "afresh": afresh, "in_database": in_database}
        answer = worker.ask({"meet": {**question, **how}})
    finally:
        free.put(worker)
    return str(answer["outcome"]), float(answer["seconds"])


def _show(run: Run) -> None:
    print(f"\n{'room':12}{'mutants':>8}" + "".join(f"{name:>11}" for name in OUTCOMES) + f"{'noticed':>9}")
    for name, chosen in run.chosen.items():
        counted = Counter(run.outcome(mutant) for mutant in chosen)
        noticed, lived = counted["killed"] + counted["timed out"], sum(counted[outcome] for outcome in LIVING)
        share = f"{100 * noticed / (noticed + lived):.0f} %" if noticed + lived else "–"
        print(f"{name:12}{len(chosen):8}" + "".join(f"{counted[o]:11}" for o in OUTCOMES) + f"{share:>9}")
    for name, chosen in run.chosen.items():
        for mutant in chosen:
            if run.outcome(mutant) in LIVING:
                print(f"{name}: {run.outcome(mutant)}: {mutant.kind}: {mutant.shown()}")


if __name__ == "__main__":
    main()
