"""docs/security.md names what holds each check: every test that it names is there, and no check is left out."""

import ast
import re

from config.data_folder import CHECKOUT

PAGE = (CHECKOUT / "docs/security.md").read_text()
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
WITHOUT = {"44"}  # measured by the bench only, as the page says


def rows() -> dict[str, list[str]]:
    """The cells of each check, by its number."""
    lines = [line.split("|")[1:-1] for line in PAGE.splitlines() if re.match(r"\| \d", line)]
    return {cells[0].strip(): [cell.strip() for cell in cells[1:]] for cells in lines}


def test_every_test_that_it_names_is_there():
    gone = []
    for file, name in NAMED.findall(PAGE):
        path = CHECKOUT / file
        tree = ast.parse(path.read_text()) if path.exists() else ast.Module([], [])
        if name not in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}:
            gone.append(f"{file}::{name}")
    assert gone == []
    assert len(NAMED.findall(PAGE)) > 80


def test_all_forty_four_checks_have_a_test_and_a_figure_or_a_reason():
    found = rows()
    assert list(found) == [str(number) for number in range(1, 45)]
    assert {number for number, cells in found.items() if not NAMED.search(cells[1])} == WITHOUT
    assert [number for number, cells in found.items() if len(cells) != 3 or len(cells[2]) < 1] == []


def test_what_no_test_holds_says_so():
    assert [number for number in WITHOUT if "Not held" not in rows()[number][2]] == []
