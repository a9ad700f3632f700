"""The examples of hypothesis have no time limit anywhere: on a busy machine one would fail a right program."""

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

TESTS = Path(__file__).parents[1]
OF_ITS_OWN = re.compile(r"\bsettings\([^)]*\b(?:deadline|parent)\s*=|load_profile\(")


def test_the_profile_of_the_tests_has_no_deadline() -> None:
    assert settings().deadline is None
    assert settings(max_examples=5).deadline is None


@settings(max_examples=1)
@given(st.none())
def test_an_example_has_no_deadline(nothing: None) -> None:
    assert settings.default is not None
    assert settings.default.deadline is None


def test_no_test_sets_another() -> None:
    own = [path for path in TESTS.rglob("*.py") if OF_ITS_OWN.search(path.read_text())]
    # the profile of tests.mutation is made of this one
    assert sorted(path.relative_to(TESTS).as_posix() for path in own) == ["conftest.py", "mutation/session.py"]
