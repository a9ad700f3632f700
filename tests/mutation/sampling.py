"""Which mutants of a room are met: some by chance, the same for the same seed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path

from config.data_folder import CHECKOUT
from tests.mutation.mutants import Mutant, is_python, mutants
from tests.mutation.rooms import Room

EQUIVALENT = Path(__file__).with_name("equivalent.toml")


def sample(room: Room, count: int, seed: int, checkout: Path = CHECKOUT) -> list[Mutant]:
    """So many mutants of a room, none twice; those known to be equivalent among them.

    The same for the same seed, whatever else of the room was edited meanwhile.
    """
    texts = {file: (checkout / file).read_text() for file in room.files(checkout)}
    every = [mutant for file, text in texts.items() for mutant in mutants(file, text)]
    every.sort(key=lambda mutant: sha256(f"{seed} {mutant.key}".encode()).digest())
    return list(islice(_told_apart(mutant for mutant in every if is_python(mutant.text(texts[mutant.file]))), count))


def _told_apart(every: Iterator[Mutant]) -> Iterator[Mutant]:
    met = set()
    for mutant in every:
        if mutant.key not in met:
            met.add(mutant.key)
            yield mutant


def equivalent() -> list[dict[str, str]]:
    """The rows of equivalent.toml: file, line (its text), before, after, why."""
    rows: list[dict[str, str]] = tomllib.loads(EQUIVALENT.read_text()).get("mutant", [])
    return rows


def is_known(mutant: Mutant, row: dict[str, str]) -> bool:
    """Whether the row speaks of it: by the line's text, since its number changes with any edit above."""
    named = (mutant.file, mutant.words, mutant.before, mutant.after)
    return named == (row["file"], row["line"], row["before"], row["after"])
