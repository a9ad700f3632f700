"""What README and docs say of the tree is so: every path exists, every room is named in its own words."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.data_folder import CHECKOUT

DOCUMENTS = [CHECKOUT / "README.md", CHECKOUT / "CONTRIBUTING.md", *sorted((CHECKOUT / "docs").glob("*.md"))]
NAMED = re.compile(r"`((?:config|docket|parties|tests|templates|static|docs)/[^`\s]*|[a-z_.]+\.(?:toml|md))`")
LINKED = re.compile(r"\]\(([^)#:]+)[^):]*\)")
NO_ROOMS = {"migrations", "management", "templatetags"}


def rooms() -> Iterator[tuple[str, str]]:
    """Each package down to docket/site/views, and the first line of its docstring."""
    for top in ("config", "parties", "docket"):
        for file in (CHECKOUT / top).rglob("__init__.py"):
            room = file.parent.relative_to(CHECKOUT)
            if len(room.parts) <= 3 and not NO_ROOMS & set(room.parts):
                yield f"{room}/", (ast.get_docstring(ast.parse(file.read_text())) or "").partition("\n")[0]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_path_named_in_a_document_exists(document: Path):
    text = document.read_text()
    gone = [name for name in NAMED.findall(text) if not list(CHECKOUT.glob(name.partition("::")[0].rstrip("/")))]
    gone += [link for link in LINKED.findall(text) if not (document.parent / link).exists()]
    assert gone == []


def test_the_architecture_names_every_room_in_its_own_words():
    said = (CHECKOUT / "docs/architecture.md").read_text()
    assert {room: words for room, words in rooms() if not words or f"- `{room}`: {words}\n" not in said} == {}


def test_the_architecture_names_no_room_that_is_gone():
    named = re.findall(r"^ *- `([^`]+)`: ", (CHECKOUT / "docs/architecture.md").read_text(), re.MULTILINE)
    assert sorted(named) == sorted(room for room, _ in rooms())


def test_the_readme_shows_every_room_of_the_docket():
    tree = (CHECKOUT / "README.md").read_text().partition("## The tree")[2].partition("```")[2].partition("```")[0]
    shown = set(re.findall(r"^  ([a-z_]+)/ ", tree, re.MULTILINE)) - NO_ROOMS
    assert shown == {room.split("/")[1] for room, _ in rooms() if room.startswith("docket/") and room.count("/") == 2}


def test_the_readme_names_what_is_in_the_rooms_of_site_desk_and_config_and_in_deploy():
    tree = (CHECKOUT / "README.md").read_text().partition("## The tree")[2].partition("```")[2].partition("```")[0]
    within = [room for room, _ in rooms() if room.startswith(("docket/site/", "docket/desk/")) and room.count("/") == 3]
    within += [room for room, _ in rooms() if room.startswith("config/") and room.count("/") == 2]
    within += [f"deploy/{path.name}/" for path in (CHECKOUT / "deploy").iterdir()]
    assert [room for room in within if f"{room.split('/')[-2]}/" not in tree] == []


def test_no_room_of_the_docket_stands_outside_the_order_of_imports():
    """import-linter says nothing of a package that no layer names."""
    contract = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    ordered = {name for layer in contract["layers"] for name in layer.split(" | ")}
    tops = {f"docket.{path.parent.name}" for path in (CHECKOUT / "docket").glob("*/__init__.py")}
    assert tops - ordered == {"docket.migrations"}


def test_the_glossary_is_in_order_and_says_for_each_word_where_its_code_is():
    entries = (CHECKOUT / "docs/glossary.md").read_text().split("\n- **")[1:]
    words = [entry.partition("**")[0] for entry in entries]
    assert words == sorted(words)
    assert [word for word, entry in zip(words, entries, strict=True) if "Code: `" not in entry] == []


def test_the_glossary_has_every_part_of_the_publication_rule():
    words = (CHECKOUT / "docs/glossary.md").read_text()
    assert [
        part for part in ("blank", "corrected", "evidence", "presence", "rides") if f"**{part}**" not in words
    ] == []


def test_every_goal_that_the_performance_page_names_is_a_row_of_the_bench():
    said = (CHECKOUT / "docs/performance.md").read_text()
    measured = "".join(file.read_text() for file in (CHECKOUT / "tests/bench").glob("*.py"))
    rows = re.findall(r"^\| `([^`]+)` \|", said, re.MULTILINE) + re.findall(r"\(`([^`]+)`, goal", said)
    assert len(rows) == 8
    assert [row for row in rows if row not in measured] == []


def test_every_part_of_the_bench_is_named_on_the_performance_page():
    said = (CHECKOUT / "docs/performance.md").read_text()
    parts = re.search(r"^PARTS = \((.*)\)$", (CHECKOUT / "tests/bench/__main__.py").read_text(), re.MULTILINE)
    assert parts is not None
    assert f"({parts[1].replace(chr(34), '')})" in said


def test_no_folder_is_crowded():
    """Whoever opens a folder sees at a glance what it holds; a room that grows is parted by task."""
    counted = Counter(
        str(file.parent.relative_to(CHECKOUT))
        for top in ("config", "docket", "parties", "templates", "static", "tests", "docs")
        for file in (CHECKOUT / top).rglob("*.*")
        if file.name != "__init__.py" and not {"__pycache__", "migrations"} & set(file.parts)
    )
    assert {folder: files for folder, files in counted.items() if files > 24} == {}
