"""The case whose threads the tests of this folder read."""

import pytest

from tests.site.sheet.threads import Docket


@pytest.fixture
def docket():
    return Docket()
