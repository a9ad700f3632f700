"""What differs by kind of page stands in one table: no other module names a kind."""

import ast
from collections.abc import Iterator
from dataclasses import MISSING, fields
from importlib.util import find_spec
from pathlib import Path

from config.data_folder import CHECKOUT
from docket.intake.page_kinds.closure_marks import ClosureMarks
from docket.intake.page_kinds.look import Look
from docket.intake.page_kinds.row import About, PageKind
from docket.intake.page_kinds.table import PAGE_KINDS, ROWS
from docket.intake.shape import Kind

MAY_NAME_KINDS = ("docket/intake/page_kinds/", "docket/intake/shape.py", "docket/migrations/")
NAMING = "from docket.intake.shape import Kind\nif kind in (Kind.RSS, Kind.TEXAS) or kind == 'attachment page': pass\n"
OF_ANOTHER = "from docket.choices import ClaimEventKind as Kind\nKind.RSS\n"


def test_each_kind_has_one_row() -> None:
    assert sorted(row.kind for row in ROWS) == sorted(Kind)
    assert set(PAGE_KINDS) == set(Kind)


def test_a_row_cannot_leave_anything_out() -> None:
    for table in (PageKind, Look, ClosureMarks):
        for field in fields(table):
            assert (field.default, field.default_factory) == (MISSING, MISSING), f"{table.__name__}.{field.name}"


def test_each_reader_is_a_module_and_each_kind_can_be_recognised() -> None:
    for row in ROWS:
        assert find_spec(f"docket.intake.court_pages.{row.reader}"), row.kind
        assert row.look.words or row.look.raw or row.look.keys or row.look.lines, row.kind
        assert bool(row.look.raw) == bool(row.look.raw_within), row.kind


def test_only_a_page_of_the_whole_case_can_say_that_there_is_nothing() -> None:
    for row in ROWS:
        assert row.about is About.CASE or not row.speaks_of, row.kind
        assert bool(row.source_title) == (row.about is not About.RECORD), row.kind


def test_no_other_module_names_a_kind() -> None:
    files = [file for file in (CHECKOUT / "docket").rglob("*.py") if not at(file).startswith(MAY_NAME_KINDS)]
    assert len(files) > 300
    assert [f"{at(file)}: {name}" for file in files for name in named_kinds(file.read_text())] == []


def test_the_search_for_named_kinds_finds_them() -> None:
    assert sorted(named_kinds(NAMING)) == ["Kind.RSS", "Kind.TEXAS", "attachment page"]
    assert list(named_kinds(OF_ANOTHER)) == []


def named_kinds(source: str) -> Iterator[str]:
    """The kinds that a module names: by the enumeration, or by their words in a text of their own."""
    nodes = list(ast.walk(ast.parse(source)))
    kinds = {
        alias.asname or alias.name
        for node in nodes
        if isinstance(node, ast.ImportFrom) and node.module == "docket.intake.shape"
        for alias in node.names
        if alias.name == "Kind"
    }
    words = {str(kind) for kind in Kind}
    for node in nodes:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in kinds:
            yield f"Kind.{node.attr}"
        elif isinstance(node, ast.Constant) and node.value in words:
            yield str(node.value)


def at(file: Path) -> str:
    """Where a file stands in the checkout."""
    return str(file.relative_to(CHECKOUT))
