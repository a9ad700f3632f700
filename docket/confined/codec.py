"""Dataclasses as JSON and back, checked against their types: what a confined process may say, and nothing else.

A dataclass is the list of its fields' values, a tuple a list, a date its ISO form, an enum its value.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

PLAIN: tuple[type, ...] = (str, int, float, bool, NoneType)

Turn = Callable[[Any], Any]


class Misfit(ValueError):
    """What was decoded is not of the type that was asked for."""


def dumps(value: Any, kind: Any) -> bytes:
    """A value of the type `kind` as JSON."""
    return json.dumps(_encoder(kind)(value), separators=(",", ":")).encode()


def loads(data: bytes, kind: Any) -> Any:
    """The value of the type `kind` that `dumps` wrote; raises Misfit for whatever is none."""
    try:
        return _decoder(kind)(json.loads(data))
    except Misfit:
        raise
    except (ValueError, TypeError, RecursionError) as fault:
        raise Misfit(f"not a {kind}: {type(fault).__name__}") from fault


@cache
def _encoder(kind: Any) -> Turn:
    if kind in PLAIN:
        return _same
    if options := _options(kind):
        turn = _encoder(options[0])
        return turn if turn is _same else lambda value: None if value is None else turn(value)
    if get_origin(kind) is tuple:
        each = _encoder(_item(kind))
        return list if each is _same else lambda value: [each(item) for item in value]
    if kind in (date, datetime):
        return lambda value: value.isoformat()
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: value.value
    return _row_encoder(kind)


def _row_encoder(kind: Any) -> Turn:
    kinds = _columns(kind)
    get = attrgetter(*kinds)
    turns = [(place, turn) for place, each in enumerate(kinds.values()) if (turn := _encoder(each)) is not _same]

    def encode(value: Any) -> list[Any]:
        row = list(get(value)) if len(kinds) > 1 else [get(value)]
        for place, turn in turns:
            row[place] = turn(row[place])
        return row

    return encode


@cache
def _decoder(kind: Any) -> Turn:
    if kind in PLAIN:
        return _checked(kind)
    if options := _options(kind):
        turn = _decoder(options[0])
        return lambda raw: None if raw is None else turn(raw)
    if get_origin(kind) is tuple:
        each, is_list = _decoder(_item(kind)), _checked(list)
        return lambda raw: tuple([each(item) for item in is_list(raw)])
    if kind in (date, datetime):
        is_text = _checked(str)
        return lambda raw: kind.fromisoformat(is_text(raw))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _row_decoder(kind)


def _row_decoder(kind: Any) -> Turn:
    kinds = _columns(kind)
    turns = [_decoder(each) for each in kinds.values()]
    width, is_list = len(turns), _checked(list)

    def decode(raw: Any) -> Any:
        if len(is_list(raw)) != width:
            raise Misfit(f"{kind.__name__}: {len(raw)} values where {width} are expected")
        return kind(*[turn(value) for turn, value in zip(turns, raw, strict=True)])

    return decode


def _checked(kind: type) -> Turn:
    def check(raw: Any) -> Any:
        if type(raw) is not kind:
            raise Misfit(f"{type(raw).__name__} where {kind.__name__} is expected")
        return raw

    return check


def _same(value: Any) -> Any:
    return value


def _columns(kind: Any) -> dict[str, Any]:
    """Name → type of a dataclass's fields."""
    if not is_dataclass(kind):
        raise TypeError(f"No rule for values of {kind!r}: only dataclasses, tuples, dates, enums and plain values.")
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _options(kind: Any) -> tuple[Any, ...]:
    """The one type that `kind` allows beside None; empty when it is no such union."""
    if get_origin(kind) not in (Union, UnionType):
        return ()
    options = tuple(option for option in get_args(kind) if option is not NoneType)
    if len(options) != 1 or len(get_args(kind)) != 2:
        raise TypeError(f"No rule for {kind!r}: a union may only be with None.")
    return options


def _item(kind: Any) -> Any:
    item, *rest = get_args(kind)
    if rest != [...]:
        raise TypeError(f"No rule for {kind!r}: only tuples of one type, of any length.")
    return item
