"""What the tests of settings, supervisor and doctor share."""

import os
from collections.abc import Iterator

import pytest

SET_IN_PASSING = ("DOCKET_ENV", "SECRET_KEY", "PUBLIC_BASE_URL", "PROMETHEUS_MULTIPROC_DIR")


@pytest.fixture(autouse=True)
def environment_as_before() -> Iterator[None]:
    """A supervisor or doctor that runs in the test's own process sets variables: the next test inherits none."""
    before = {name: os.environ.get(name) for name in SET_IN_PASSING}
    yield
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
