"""Docketbook as an operator runs it: config.supervise as a process, on a data folder of its own."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from config.data_folder import CHECKOUT
from tests import cluster

STARTED = "Ctrl-C stops everything."


def new_data_folder() -> Path:
    """Below the session's folder: the account that runs PostgreSQL can enter it, unlike pytest's tmp_path."""
    folder = Path(tempfile.mkdtemp(dir=cluster.folder))
    folder.chmod(0o755)
    return folder


def supervise(data: Path, *arguments: str) -> subprocess.Popen[str]:
    environment = {name: value for name, value in os.environ.items() if name != "DOCKET_SITE"}
    return subprocess.Popen(
        [sys.executable, "-m", "config.supervise", *arguments],
        cwd=CHECKOUT,
        env=environment | {"DOCKET_DATA_DIR": str(data)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def until_it_says(process: subprocess.Popen[str], words: str) -> str:
    """What it printed up to the line with those words."""
    printed = ""
    assert process.stdout
    for line in process.stdout:
        printed += line
        if words in line:
            return printed
    raise AssertionError(f"It ended without “{words}”:\n{printed}")


def wait_for(what: str, condition: object, seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < until, f"{what}: not within {seconds} s"
        time.sleep(0.1)
