"""A wrong put into functions that are imported already, so that nothing needs to be imported again."""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType


def patched(file: str, source: str, wrong: str, line: int) -> bool:
    """Whether it could be: the line stands in the body of a function that lives. Both texts are whole files.

    False for what is read once at import: constants, defaults, decorators, the bodies of classes.
    """
    found = _function_around(ast.parse(source), line)
    if found is None:
        return False
    path = str(Path(file).resolve())
    code = next((c for c in _codes(compile(wrong, path, "exec")) if c.co_firstlineno == found), None)
    living = [
        thing
        for thing in gc.get_objects()
        if isinstance(thing, FunctionType)
        and thing.__code__.co_firstlineno == found
        and thing.__code__.co_filename == path
    ]
    if code is None or not living:
        return False
    named = [function for function in living if function.__qualname__ == code.co_qualname]
    for function in named:
        function.__code__ = code
    return bool(named)


def _function_around(tree: ast.AST, line: int) -> int | None:
    """The first line, with decorators, of the outermost function in whose body the line stands."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if node.body[0].lineno <= line <= (node.end_lineno or 0):
                return min([node.lineno, *(one.lineno for one in node.decorator_list)])
        elif isinstance(node, ast.stmt) and (found := _function_around(node, line)):
            return found
    return None


def _codes(code: CodeType) -> Iterator[CodeType]:
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            if not inner.co_name.startswith("<"):
                yield inner
            yield from _codes(inner)
