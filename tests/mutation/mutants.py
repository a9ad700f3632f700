"""Every small wrong that can be made of a file: one changed place each, as Python's own syntax tree names it."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

COMPARED: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}
IN_SQL = re.compile(r"\b(select|where|from|join|update|insert|exists|coalesce|case when)\b", re.IGNORECASE)
# how sentences for people begin or end; the SQL of the product is in small letters
PROSE = re.compile(r"\s*“?[A-Z][a-z]|.*\.\s*\Z", re.DOTALL)
SQL_EDITS = (
    (re.compile(r"(?<![<>=!-])<(?![>=@-])"), "<="),
    (re.compile(r"<="), "<"),
    (re.compile(r"(?<![<>=!-])>(?![>=])"), ">="),
    (re.compile(r">="), ">"),
    (re.compile(r"\band\b"), "or"),
    (re.compile(r"\bor\b(?! replace)"), "and"),
    (re.compile(r"\bnot (?!null)"), ""),
)


@dataclass(frozen=True)
class Mutant:
    """start, end: offsets into the file's text; words, column: the line's text and the place in it; kind: the sort."""

    file: str
    line: int
    start: int
    end: int
    before: str
    after: str
    kind: str
    words: str = ""
    column: int = 0

    @property
    def key(self) -> tuple[str, str, int, str]:
        """Which mutant it is, whatever is written above it in the file."""
        return self.file, self.words, self.column, self.after

    def text(self, source: str) -> str:
        """The whole file with the wrong in it."""
        return source[: self.start] + self.after + source[self.end :]

    def shown(self) -> str:
        """`file:line  before → after`, each on one line."""
        return f"{self.file}:{self.line}  {_short(self.before)} → {_short(self.after) or '(nothing)'}"


def mutants(file: str, source: str) -> list[Mutant]:
    """All of them, in the order of the file; Python may refuse to read some (`is_python`)."""
    found = {(m.start, m.end, m.after): m for m in _Walk(file, source).all()}
    return [m for _, m in sorted(found.items()) if m.before != m.after]


class _Walk:
    def __init__(self, file: str, source: str) -> None:
        self.file, self.source, self.tree = file, source, ast.parse(source)
        self._lines = source.splitlines(keepends=True)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))

    def all(self) -> Iterator[Mutant]:
        for node in self._reached(self.tree):
            for start, end, after, kind in _edits(self, node):
                yield self._mutant(start, end, after, kind)

    def _mutant(self, start: int, end: int, after: str, kind: str) -> Mutant:
        line = self.source.count("\n", 0, start) + 1
        text, column = self._lines[line - 1], start - self._starts[line - 1]
        words = text.strip()
        column -= len(text) - len(text.lstrip())
        return Mutant(self.file, line, start, end, self.source[start:end], after, kind, words, column)

    def _reached(self, node: ast.AST) -> Iterator[ast.AST]:
        """All but annotations, docstrings, what only the type checker reads, and `__all__`, which nobody imports by."""
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            return
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return
        yield node
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns"):
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST) and not _is_docstring(child) and not _is_piece(node, child):
                    yield from self._reached(child)

    def offset(self, line: int, column: int) -> int:
        """Of a place that the tree names by line and column in UTF-8."""
        text = self._lines[line - 1].encode()[:column].decode()
        return self._starts[line - 1] + len(text)

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        end = self.offset(node.end_lineno or node.lineno, node.end_col_offset or 0)
        return self.offset(node.lineno, node.col_offset), end


Edit = tuple[int, int, str, str]


def _edits(walk: _Walk, node: ast.AST) -> Iterator[Edit]:
    match node:
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            yield from _between(walk, left, right, *COMPARED[type(op)], "comparison")
        case ast.BoolOp(op=op, values=values):
            before, after = ("and", "or") if isinstance(op, ast.And) else ("or", "and")
            for left, right in itertools.pairwise(values):
                yield from _between(walk, left, right, before, after, "and/or")
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield walk.span(node)[0], walk.span(operand)[0], "", "not dropped"
        case ast.If(test=test) | ast.IfExp(test=test):
            start, end = walk.span(test)
            yield start, end, f"not ({walk.source[start:end]})", "condition negated"
        case ast.Constant(value=bool() as value):
            yield *walk.span(node), str(not value), "constant"
        case ast.Constant(value=int() as value):
            yield *walk.span(node), str(value + 1), "constant"
            yield *walk.span(node), str(value - 1), "constant"
        case ast.Constant(value=str() as text) if IN_SQL.search(text) and not PROSE.match(text):
            yield from _sql(walk, node)
        case ast.JoinedStr(values=[first, *_]) if IN_SQL.search(ast.unparse(node)) and not _begins_prose(first):
            yield from _sql(walk, node)
        case ast.Set(elts=members) | ast.Tuple(elts=members) | ast.List(elts=members) if len(members) > 1:
            yield from _members(walk, members)
        case ast.Return(value=ast.expr() as value) if not _is_none(value):
            yield *walk.span(value), "None", "return None"
        case ast.Expr(value=ast.Call()) | ast.AugAssign():
            yield *walk.span(node), "pass", "statement removed"


def _between(walk: _Walk, left: ast.expr, right: ast.expr, before: str, after: str, kind: str) -> Iterator[Edit]:
    start, end = walk.span(left)[1], walk.span(right)[0]
    found = re.search(rf"(?<!\w){re.escape(before)}(?!\w)", walk.source[start:end])
    if found:
        yield start + found.start(), start + found.end(), after, kind


def _members(walk: _Walk, members: list[ast.expr]) -> Iterator[Edit]:
    for member, following in itertools.pairwise(members):
        if not isinstance(member, ast.Starred) and isinstance(member, ast.Constant | ast.Attribute):
            yield walk.span(member)[0], walk.span(following)[0], "", "member dropped"


def _begins_prose(part: ast.expr) -> bool:
    return isinstance(part, ast.Constant) and bool(PROSE.match(str(part.value)))


def _sql(walk: _Walk, node: ast.expr) -> Iterator[Edit]:
    start, end = walk.span(node)
    for pattern, after in SQL_EDITS:
        for found in pattern.finditer(walk.source, start, end):
            yield found.start(), found.end(), after, "SQL"


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_piece(node: ast.AST, child: ast.AST) -> bool:
    """Whether it is the text of an f-string, which is looked at whole."""
    return isinstance(node, ast.JoinedStr) and isinstance(child, ast.Constant)


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def is_python(text: str) -> bool:
    """Whether Python can read it."""
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 100 else f"{words[:97]}…"
