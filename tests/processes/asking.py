"""Asking the public site, with its own credential, in a process of its own."""

from __future__ import annotations

import base64
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.database.postgres import Address
from tests import cluster
from tests.records.questions import Question

CHECKOUT = Path(__file__).parents[2]
SECRETS = ("DATABASE_URL", "MIGRATE_DATABASE_URL", "ADMIN_DATABASE_URL", "DOCKET_DATA_DIR")


@dataclass(frozen=True)
class Answer:
    """One response of the public site. route: the URL pattern that answered, None where none did."""

    path: str
    status: int
    headers: dict[str, str]
    body: bytes
    route: str | None

    @property
    def everything(self) -> bytes:
        """The body with the headers, where a leak may stand too; of an archive what it holds."""
        return self._unpacked() + json.dumps(self.headers).encode()

    def _unpacked(self) -> bytes:
        if not self.body.startswith(b"PK\x03\x04"):
            return self.body
        with zipfile.ZipFile(io.BytesIO(self.body)) as archive:
            return b"".join(archive.read(name) for name in archive.namelist())


def ask(
    database: str, paths: list[str], follow: bool = False, most: int = 2500, headers: dict[str, str] | None = None
) -> dict[str, Answer]:
    """What the public site over that database answers, by path; with `follow` also what its pages link to."""
    return ask_at(cluster.address("docket_public", database), paths, follow, most, headers)


def ask_at(
    address: Address, paths: list[str], follow: bool = False, most: int = 2500, headers: dict[str, str] | None = None
) -> dict[str, Answer]:
    """The same of a database anywhere, by the public role's address."""
    answers = _lines(_started(address, {"paths": paths, "follow": follow, "most": most, "headers": headers or {}}))
    return {
        a["path"]: Answer(a["path"], a["status"], _kept(a["headers"]), base64.b64decode(a["body"]), a["route"])
        for a in answers
    }


@dataclass(frozen=True)
class Digest:
    """What tells two responses apart, and the words found in one that must not be there."""

    status: int
    digest: str
    found: tuple[str, ...]


def ask_all(databases: Sequence[str], asked: Sequence[Question], canaries: Sequence[str]) -> list[list[Digest]]:
    """What the public site over each database answers, in the order of the questions; the sites side by side."""
    requests = [[q.method, q.path, list(q.headers)] for q in asked]
    question = {"requests": requests, "canaries": list(canaries), "headers": {}}
    sites = [_started(cluster.address("docket_public", database), question) for database in databases]
    with ThreadPoolExecutor(len(sites)) as readers:
        told = list(readers.map(_lines, sites))
    return [[Digest(a["status"], a["digest"], tuple(a["found"])) for a in answers] for answers in told]


@dataclass(frozen=True)
class Told:
    """A question with what two sites answered to it."""

    question: Question
    answer: Digest
    other: Digest

    @property
    def differs(self) -> bool:
        """Whether the two told different things."""
        return self.answer != self.other

    @property
    def found(self) -> list[str]:
        """Words that must stand in neither."""
        return [*self.answer.found, *self.other.found]

    @property
    def status(self) -> int:
        """That of both, where they do not differ."""
        return self.answer.status


def _started(address: Address, question: dict[str, Any]) -> subprocess.Popen[str]:
    environment = {name: value for name, value in os.environ.items() if name not in SECRETS}
    environment |= {
        "DOCKET_SITE": "public",
        "DOCKET_ENV": "development",
        "DEBUG": "0",
        "API_PER_MINUTE": "1000000",
        "SECRET_KEY": "the public site signs nothing",
        "PUBLISHED_DATABASE_URL": address.url(),
        "DOCKET_DATA_DIR": str(cluster.folder),
        "PYTHONHASHSEED": "0",  # the order of words in the Content-Security-Policy
    }
    command = [sys.executable, "-m", "tests.processes.public_site"]
    with tempfile.TemporaryFile("w+") as asked:
        json.dump(question, asked)
        asked.seek(0)
        pipes: dict[str, Any] = {"stdin": asked, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(command, text=True, cwd=CHECKOUT, env=environment, **pipes)


def _lines(site: subprocess.Popen[str]) -> list[dict[str, Any]]:
    told, wrong = site.communicate()
    assert site.returncode == 0, wrong[-3000:]
    return [json.loads(line) for line in told.splitlines() if line.startswith("{")]


def _kept(headers: list[list[str]]) -> dict[str, str]:
    """Without the request's id, which is drawn by lot: of two answers all else must be the same."""
    return {name: value for name, value in headers if name != "X-Request-ID"}
