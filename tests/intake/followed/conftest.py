"""What the tests of followed sources share: a court's site, a case that the record has, a source that is followed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docket.intake.followed import internet
from tests.processes.court_site import CourtSite, court_site


@pytest.fixture(autouse=True)
def followed_settings(settings: Any, tmp_path: Path) -> None:
    settings.DOCKET_CONTACT = "desk@docketbook.example"
    settings.SECRETS_FOLDER, settings.INBOX_FOLDER = tmp_path / "secrets", tmp_path / "inboxes"
    for folder in (settings.SECRETS_FOLDER, settings.INBOX_FOLDER):
        folder.mkdir()


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[CourtSite]:
    with court_site() as (site, ours):
        monkeypatch.setattr(internet, "INTERNET", ours)
        yield site
