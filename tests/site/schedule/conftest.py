"""The case whose days the tests of this folder look at."""

import pytest

from tests.records.suit import suit


@pytest.fixture
def roe(db):
    return suit()
