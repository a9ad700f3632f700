"""The law by jurisdiction: one folder each, found by walking this package; there is no list of them anywhere.

A folder holds what it needs of these modules, each with one tuple of rows:

    calendars.py  CALENDARS  holiday calendars            (`calendars.shape`)
    rules.py      RULE_SETS  rules for counting time      (`rules.shape`)
    periods.py    PERIODS    what follows from a filing   (`periods.shape`)
    courts.py     COURTS     which courts count by them   (`courts`)
    examples.py   EXAMPLES   worked examples, each with its source (`examples`)

`manage.py check_deadline_data` says what a folder lacks; docs/deadlines.md walks through making one.
"""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

MODULES = {
    "calendars": "CALENDARS",
    "rules": "RULE_SETS",
    "periods": "PERIODS",
    "courts": "COURTS",
    "examples": "EXAMPLES",
}


def names() -> list[str]:
    """The folders, in the order of the alphabet."""
    return sorted(module.name for module in iter_modules(__path__) if module.ispkg)


def modules_of(name: str) -> list[str]:
    """Which of the modules a folder holds."""
    there = {module.name for module in iter_modules([str(Path(__file__).parent / name)])}
    return [module for module in MODULES if module in there]


def rows_of(name: str, module: str) -> list[Any]:
    """The rows of one module of a folder; none where it has no such module."""
    if module not in modules_of(name):
        return []
    return list(getattr(import_module(f"{__name__}.{name}.{module}"), MODULES[module]))


def rows(module: str) -> list[Any]:
    """The rows of that module of every folder."""
    return [row for name in names() for row in rows_of(name, module)]
