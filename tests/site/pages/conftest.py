"""The record whose pages the tests of this folder read."""

import pytest

from tests.records.page_record import Record


@pytest.fixture
def record():
    return Record()
