"""Each test of the API begins as if nobody had asked in this minute."""

from __future__ import annotations

import pytest

from docket.site.api import throttle
from docket.site.serving.counts import Counts


@pytest.fixture(autouse=True)
def nobody_has_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttle, "COUNTS", Counts())
