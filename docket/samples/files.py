"""Reading a sample's TOML files into the dataclasses of shape.py; every slip names its file, row and field. Pure."""

import tomllib
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, time
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from docket.choices import DatePrecision
from docket.samples.shape import CaseData, Day, MatterData

T = TypeVar("T")

FOLDER = Path(__file__).parent
NAMES = {"rust": "rust", "fictional": "stage"}


class SampleError(ValueError):
    """A sample's file says something that the record cannot hold."""


@dataclass(frozen=True)
class Sample:
    """A matter with its cases, in the order of its page."""

    name: str
    matter: MatterData
    cases: tuple[CaseData, ...]


def read(name: str) -> Sample:
    """The sample of that name. Raises SampleError with file, row and field."""
    folder = FOLDER / NAMES[name]
    matter = _read(folder / "matter.toml", MatterData)
    return Sample(name, matter, tuple(_read(folder / f"{case}.toml", CaseData) for case in matter.cases))


def _read(path: Path, shape: type[T]) -> T:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SampleError(f"{path.name}: {error}") from error
    built: T = build(shape, table, path.name)
    return built


def build(shape: Any, table: Any, where: str) -> Any:
    """The dataclass `shape` from a table of TOML."""
    if not isinstance(table, dict):
        raise SampleError(f"{where}: a table is needed, found {table!r}.")
    known = {field.name: field for field in fields(shape)}
    if unknown := sorted(table.keys() - known.keys()):
        raise SampleError(f"{where}: unknown {', '.join(unknown)}. Known: {', '.join(known)}.")
    missing = [n for n, f in known.items() if f.default is MISSING and n not in table]
    if missing:
        raise SampleError(f"{where}: {', '.join(missing)} is missing.")
    here = f"{where}, {table['id']}" if "id" in table else where
    kinds = _kinds(shape)
    return shape(**{name: value(kinds[name], raw, f"{here}, {name}") for name, raw in table.items()})


READ_AS = {date: date.fromisoformat, time: time.fromisoformat}


@cache
def _kinds(shape: type) -> dict[str, Any]:
    return get_type_hints(shape)


def value(kind: Any, raw: Any, where: str) -> Any:
    """A value of TOML as the type that the field has."""
    if get_origin(kind) is UnionType:
        kind = next(each for each in get_args(kind) if each is not NoneType)
    if get_origin(kind) is tuple:
        if not isinstance(raw, list):
            raise SampleError(f"{where}: a list is needed, found {raw!r}.")
        of = get_args(kind)[0]
        return tuple(value(of, each, f"{where} {number}") for number, each in enumerate(raw, 1))
    if kind is Day:
        return day(raw, where)
    if is_dataclass(kind):
        return build(kind, raw, where)
    read_as: Callable[[Any], Any] = READ_AS.get(kind, kind)
    try:
        return read_as(raw)
    except (ValueError, TypeError, ArithmeticError):
        raise SampleError(f"{where}: {raw!r} is no {kind.__name__}.") from None


def day(raw: str, where: str) -> Day:
    """“2021-10” is October 2021, stored as its first day."""
    precision = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}.get(len(str(raw)))
    try:
        if precision:
            return Day(date.fromisoformat((str(raw) + "-01-01")[:10]), precision)
    except ValueError:
        pass
    raise SampleError(f"{where}: {raw!r} is no date. Write 2021-10-21, 2021-10 or 2021.")
