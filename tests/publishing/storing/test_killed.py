"""kill -9 at random moments of uploads, publishing and imports: each row has its file; a sweep takes the rest."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from config.data_folder import CHECKOUT
from docket.intake.background.importing import import_upload, put_back
from docket.models import Document, DocumentOriginal, Filing, ImportedFile, QueuedImport, WaitingFile
from docket.publishing import files
from docket.publishing.storing.folder import PART, Folder
from docket.publishing.storing.orphans import FEW, NotTheirs, sweep_originals
from tests import cluster
from tests.court_pages.importing import make_forum
from tests.processes.background import never
from tests.processes.filing_clerk import ONE_ROUND

KILLS = int(os.environ.get("DRILL_KILLS", "12"))
NOW = timedelta(0)


@pytest.fixture
def folders(tmp_path: Path, settings: Any) -> Path:
    """Both storages where the other process has them."""
    data = tmp_path / "data"
    found = {}
    for name in ("published", "originals"):
        place = data / "files" / name
        place.mkdir(parents=True)
        options = {"location": place, "base_url": None}
        found[name] = {"BACKEND": "docket.publishing.storing.folder.Folder", "OPTIONS": options}
    settings.STORAGES = settings.STORAGES | found | {"default": found["originals"]}
    return data


@contextmanager
def clerk(data: Path) -> Iterator[subprocess.Popen[str]]:
    environment = os.environ | cluster.environment(cluster.TEST_DATABASE) | {"DOCKET_DATA_DIR": str(data)}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.processes.filing_clerk"],
        cwd=CHECKOUT,
        env=environment | {"DJANGO_SETTINGS_MODULE": "config.settings", "DOCKET_SITE": "desk"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        assert process.stdin
        process.stdin.close()
        process.wait()


def kill_at_random_moments(data: Path, times: int) -> None:
    chance = random.Random(12)
    with clerk(data) as process:
        assert process.stdin
        assert process.stdout
        began = time.monotonic()
        begun(process, ONE_ROUND)
        assert process.stdout.readline() == "ended by 0\n"
        longest = 1.5 * (time.monotonic() - began)
        for number in range(times):
            killer = threading.Timer(
                chance.uniform(0, longest), os.kill, (begun(process, f"{number}\n"), signal.SIGKILL)
            )
            killer.start()
            assert process.stdout.readline() == "ended by 9\n"
            killer.join()


def begun(process: subprocess.Popen[str], line: str) -> int:
    """The number of the child that works on this line."""
    assert process.stdin
    assert process.stdout
    process.stdin.write(line)
    process.stdin.flush()
    return int(process.stdout.readline())


def digest(storage: Any, name: str) -> str:
    with storage.open(name) as file:
        return hashlib.sha256(file.read()).hexdigest()


def wrong(storage: str, rows: Any) -> list[str]:
    """The names of files that are not there, or not what their rows say."""
    there = storages[storage]
    pairs = rows.exclude(file="").values_list("file", "sha256")
    return [name for name, sha256 in pairs if not there.exists(name) or digest(there, name) != sha256]


def on_disk(data: Path) -> list[Path]:
    return [path for path in (data / "files").rglob("*") if path.is_file()]


@pytest.mark.usefixtures("projected")
def test_every_row_has_its_file_and_a_sweep_takes_what_has_no_row(folders: Path) -> None:
    get_user_model().objects.create_superuser("killed")
    make_forum("cand")
    kill_at_random_moments(folders, KILLS)
    assert wrong("originals", DocumentOriginal.objects.all()) == []
    assert wrong("originals", WaitingFile.objects.all()) == []
    left = len(on_disk(folders))
    swept = sweep_originals(NOW)
    files.mend()
    assert wrong("published", Document.objects.all()) == []
    assert files.differences() == ([], [])
    named = DocumentOriginal.objects.count() + WaitingFile.objects.count() + Document.objects.exclude(file="").count()
    assert len(on_disk(folders)) == named
    assert sweep_originals(NOW) == []
    put_back()
    for upload in QueuedImport.objects.unfinished().values_list("upload", flat=True).distinct():
        import_upload(upload, never)
    assert not QueuedImport.objects.unfinished().exists()
    imported = ImportedFile.objects.values_list("case", flat=True).distinct()
    assert {Filing.objects.filter(case=case).count() for case in imported} <= {40}
    kept = DocumentOriginal.objects.count()
    assert kept
    assert imported
    print(f"figure: {KILLS} kills: {kept} originals, all with their hash; {left} files, {named} after the sweep")
    print(f"figure: the sweep took {len(swept)} files that no row named; {len(imported)} imports, each whole")


@pytest.mark.usefixtures("projected")
def test_a_sweep_spares_what_is_young_and_refuses_where_the_rows_are_of_another_record(folders: Path) -> None:
    storage = storages["originals"]
    assert isinstance(storage, Folder)
    storage.save("2026/01/a.pdf", ContentFile(b"x"))
    (folders / "files" / "originals" / f"half{PART}").write_bytes(b"ha")
    assert sweep_originals() == []
    assert len(on_disk(folders)) == 2
    for number in range(FEW):
        storage.save(f"2026/01/{number}.pdf", ContentFile(b"x"))
    with pytest.raises(NotTheirs, match="are they of another one"):
        sweep_originals(NOW)
    assert len(on_disk(folders)) == FEW + 2
