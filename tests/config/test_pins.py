"""What is installed is what was pinned: every file by its hash; and under which licence it comes."""

from __future__ import annotations

import re
from collections import Counter
from importlib import metadata
from pathlib import Path

import pytest

from config.data_folder import CHECKOUT

LISTS = [CHECKOUT / "requirements.txt", CHECKOUT / "requirements-dev.txt"]
PIN = re.compile(r"^([\w.-]+)==([\w.!+-]+)", re.MULTILINE)
# Their metadata say nothing; the file of their licence does.
SAID_IN_THE_FILE = {"pyrage": "MIT"}
ROW = re.compile(r"^\| ([\w.-]+) \| (.+) \|$", re.MULTILINE)


def pins(file: Path) -> dict[str, str]:
    return dict(PIN.findall(file.read_text()))


def licence_of(package: str) -> str:
    """As its metadata name it: an expression, or the classifiers, or the first line of the field."""
    told = metadata.metadata(package)
    if expression := told.get_all("License-Expression"):
        return str(expression[0])
    classifiers = [c.rpartition(" :: ")[2] for c in told.get_all("Classifier") or [] if c.startswith("License ::")]
    (field, *_) = told.get_all("License") or [""]
    words = " / ".join(classifiers) or str(field).strip().partition("\n")[0]
    return words or SAID_IN_THE_FILE[package]


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.name)
class TestLists:
    def test_every_pin_has_the_hash_of_every_file(self, file: Path) -> None:
        text = file.read_text().replace("\\\n", " ")
        wanting = [line for line in text.splitlines() if PIN.match(line) and "--hash=sha256:" not in line]
        assert len(pins(file)) > 50
        assert wanting == []

    def test_nothing_is_pinned_twice(self, file: Path) -> None:
        assert [name for name, count in Counter(n for n, _ in PIN.findall(file.read_text())).items() if count > 1] == []

    def test_no_place_is_named_from_which_packages_come(self, file: Path) -> None:
        assert not re.search(r"https?://|--(extra-)?index-url|--find-links|--trusted-host|file://", file.read_text())

    def test_it_is_installed_by_its_hashes_alone(self, file: Path) -> None:
        (command,) = [
            line for line in (CHECKOUT / "Makefile").read_text().splitlines() if line.endswith(f"-r {file.name}")
        ]
        assert "--require-hashes" in command


def test_what_runs_is_a_part_of_what_is_tested_with_the_same_versions() -> None:
    runs, tested = (pins(file) for file in LISTS)
    assert runs.items() <= tested.items()


def test_the_licences_of_what_is_installed_are_listed() -> None:
    listed = dict(ROW.findall((CHECKOUT / "docs" / "licences.md").read_text()))
    listed.pop("Package")
    assert listed == {package: licence_of(package) for package in pins(LISTS[0])}


def test_nothing_that_is_installed_asks_for_the_source_of_the_whole() -> None:
    """LGPL asks for that of the library alone, which comes from where anybody may have it."""
    copyleft = re.compile(r"(?<!L)GPL|Affero|(?<!Lesser )General Public", re.IGNORECASE)
    assert [p for p in pins(LISTS[0]) if copyleft.search(licence_of(p))] == []
