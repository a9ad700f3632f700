"""What the command makes wrong, and that what it names is there."""

import ast
import importlib.util
import runpy
from pathlib import Path

import pytest

from config.data_folder import CHECKOUT
from tests.mutation.lines import Lines
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.patch import patched
from tests.mutation.results import Results
from tests.mutation.rooms import ROOMS
from tests.mutation.sampling import equivalent, is_known, sample
from tests.mutation.session import coverage_of


def wrongs(source: str) -> set[str]:
    """Every wrong version of a short text."""
    return {mutant.text(source) for mutant in mutants("x.py", source)}


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("x = a < b", "x = a <= b"),
        ("x = a not in b", "x = a in b"),
        ("x = a is None", "x = a is not None"),
        ("x = a and b or c", "x = a or b or c"),
        ("x = not a", "x = a"),
        ("x = b if a else c", "x = b if not (a) else c"),
        ("x = 3", "x = 4"),
        ("x = 3", "x = 2"),
        ("x = True", "x = False"),
        ("x = {A.B, A.C}", "x = {A.C}"),
        ("def f():\n    return 'ß' + g(1)", "def f():\n    return None"),
        ("f(a)\ng(b)", "pass\ng(b)"),
        ("x = 'select 1 where a < b'", "x = 'select 1 where a <= b'"),
        ("x = f'select {y} from t where not a and b'", "x = f'select {y} from t where a and b'"),
        ("x = f'select {y} from t where not a and b'", "x = f'select {y} from t where not a or b'"),
        ("é = 'é' if a else b == 1", "é = 'é' if a else b != 1"),
    ],
)
def test_it_makes_each_sort_of_wrong(source: str, wrong: str) -> None:
    assert wrong in wrongs(source)


def test_a_docstring_an_annotation_and_what_only_the_type_checker_reads_stay_as_they_are() -> None:
    assert wrongs('"""Select 1 where a < b."""\ndef f(a: L[1, 2]) -> L[3]:\n    """Not 4."""') == set()
    assert wrongs("if TYPE_CHECKING:\n    from x import y") == set()


@pytest.mark.parametrize(
    "text",
    [
        "'Where it is not the one charged.'",
        "'after the event, or back from it.'",
        "f'Who asks {a} or {b}, select one.'",
    ],
)
def test_words_for_people_are_no_sql_and_a_list_of_names_is_not_asked(text: str) -> None:
    assert wrongs(f"x = {text}") == set()
    assert wrongs("__all__ = ['a', 'b']") == set()


@pytest.mark.parametrize("room", ROOMS.values(), ids=lambda room: room.name)
def test_each_room_has_its_files_and_tests_and_every_mutant_of_a_sample_is_python(room) -> None:
    assert room.files(CHECKOUT)
    assert all((CHECKOUT / test).is_file() for test in room.tests)
    chosen = sample(room, 20, seed=1)
    assert chosen == sample(room, 20, seed=1) != sample(room, 20, seed=2)
    for mutant in chosen:
        source = (CHECKOUT / mutant.file).read_text()
        assert source[mutant.start : mutant.end] == mutant.before
        assert ast.dump(ast.parse(mutant.text(source))) != ast.dump(ast.parse(source)), mutant.shown()


def test_a_room_may_be_asked_with_some_of_its_tests() -> None:
    room = ROOMS["listing"]
    assert room.narrowed([""]) == room
    assert room.narrowed(["turning", "calendar"]).tests == (
        *("tests/listing/test_turning_pages.py", "tests/site/exports/test_calendar_files.py"),
    )


def test_what_is_listed_as_equivalent_is_still_there_and_says_why() -> None:
    for row in equivalent():
        found = mutants(row["file"], (CHECKOUT / row["file"]).read_text())
        assert any(is_known(mutant, row) for mutant in found), row
        assert row["why"].strip()


def test_which_lines_run_is_seen_in_folders_within_folders_and_in_no_other(tmp_path, monkeypatch) -> None:
    names = ("room/one.py", "room/deep/two.py", "roomy.py", "alone.py")
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x = 1\n")
    monkeypatch.chdir(tmp_path)
    measured = coverage_of(["room", "alone.py"])
    with measured.collect():
        for name in names:
            runpy.run_path(str(tmp_path / name))
    seen = {Path(file).relative_to(tmp_path).as_posix() for file in measured.get_data().measured_files()}
    assert seen == {"room/one.py", "room/deep/two.py", "alone.py"}


LINES = Lines(
    {"slow": 50.0, "fast": 1.0, "other": 20.0}, {"x.py": {"3": ["slow", "fast"], "9": ["other"]}}, at_most=60.0
)


@pytest.mark.parametrize(
    ("line", "in_database", "tests"),
    [
        (3, False, ["fast", "slow"]),
        (1, False, ["fast", "other"]),  # read at import; slow would make it too long
        (9, True, ["other", "fast"]),
    ],
)
def test_it_asks_the_tests_that_run_the_line_the_fastest_first(line: int, in_database: bool, tests: list[str]) -> None:
    mutant = Mutant("x.py", line, 0, 1, "a", "b", "constant")
    assert LINES.tests_for(mutant, in_database) == tests


MODULE = """
def usual(function):
    return function

KEPT = 1

class Thing:
    @usual
    def size(self):
        return 1 < 2

    def other(self):
        return [3 for _ in "a"]
"""


@pytest.mark.parametrize(
    ("before", "after", "is_patched"),
    [
        ("1 < 2", "1 > 2", True),
        ('[3 for _ in "a"]', "None", True),
        ("KEPT = 1", "KEPT = 2", False),  # read once, at import
    ],
)
def test_a_wrong_is_put_into_a_function_that_is_imported_already(tmp_path, before, after, is_patched) -> None:
    path = tmp_path / "module.py"
    path.write_text(MODULE)
    spec = importlib.util.spec_from_file_location("module", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    right = (module.Thing().size(), module.Thing().other(), module.KEPT)
    line = MODULE[: MODULE.index(before)].count("\n") + 1
    assert patched(str(path), MODULE, MODULE.replace(before, after), line) is is_patched
    assert ((module.Thing().size(), module.Thing().other(), module.KEPT) != right) is is_patched


def test_a_line_that_runs_at_import_is_known_to() -> None:
    lines = Lines({"one": 1.0}, {"x.py": {"3": ["", "one"], "9": ["one"]}})
    at_import, in_test = (Mutant("x.py", line, 0, 1, "a", "b", "constant") for line in (3, 9))
    assert [lines.is_read_at_import(mutant) for mutant in (at_import, in_test)] == [True, False]
    assert lines.tests_for(at_import, in_database=False) == lines.tests_for(in_test, in_database=False) == ["one"]


def test_a_run_that_was_stopped_goes_on_though_lines_were_added_above(tmp_path) -> None:
    source = "x = a < b\ny = a < b < 3"
    first, *_ = mutants("x.py", source)
    Results(tmp_path / "results").add("claims", first, "killed", 1.0)
    kept = Results(tmp_path / "results")
    assert [kept.of(m) for m in mutants("x.py", f"import z\n\n{source}")] == ["killed", None, None]
    assert kept.of(mutants("other.py", source)[0]) is None
