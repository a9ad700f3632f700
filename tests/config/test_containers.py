"""The containers of deploy/: the same processes and credentials as the services, and nothing that they may write to."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from config.data_folder import CHECKOUT

FOLDER = CHECKOUT / "deploy" / "container"
TEXT = (FOLDER / "Containerfile").read_text()
DESK, PUBLIC = "10001", "10002"


@pytest.fixture(scope="module")
def ours() -> dict[str, dict[str, Any]]:
    """The services that run our image."""
    told = yaml.safe_load((FOLDER / "compose.yaml").read_text())["services"]
    return {name: service for name, service in told.items() if service["image"] == "docketbook"}


def test_no_process_is_root_or_may_write_to_its_own_image(ours: dict[str, dict[str, Any]]) -> None:
    assert sorted(ours) == ["desk", "public", "release", "worker"]
    for name, service in ours.items():
        assert service["user"] in (DESK, PUBLIC), name
        assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"]), name
        assert service["security_opt"] == ["no-new-privileges:true"], name
    assert re.findall(r"^USER (.*)$", TEXT, re.MULTILINE) == [PUBLIC]


def test_the_public_site_has_a_user_a_credential_and_an_eye_of_its_own(ours: dict[str, dict[str, Any]]) -> None:
    assert [name for name, service in ours.items() if service["user"] == PUBLIC] == ["public"]
    assert ours["public"]["env_file"] == ["public.env"]
    assert ours["public"]["volumes"] == ["files:/srv/data/files:ro"]
    assert [name for name, service in ours.items() if "public.env" in service["env_file"]] == ["public"]
    # the owner's credential is for what is done once a release
    assert [name for name, service in ours.items() if "release.env" in service["env_file"]] == ["release"]


def test_each_process_is_one_that_a_unit_of_systemd_runs_too(ours: dict[str, dict[str, Any]]) -> None:
    for name in ("desk", "worker"):
        unit = (CHECKOUT / "deploy" / "systemd" / f"docketbook-{name}.service").read_text()
        run = re.findall(r"^ExecStart=/srv/docketbook/(.*?)(?: --bind.*)?$", unit, re.MULTILINE)[0]
        assert " ".join(ours[name]["command"]).startswith(run), name
    assert 'CMD [".venv/bin/gunicorn", "-c", "python:config.gunicorn"' in TEXT


def test_nothing_but_this_machine_reaches_a_site_without_the_proxy(ours: dict[str, dict[str, Any]]) -> None:
    ports = [port for service in ours.values() for port in service.get("ports", [])]
    assert ports == ["127.0.0.1:8000:8000", "127.0.0.1:8001:8000"]


def test_what_the_image_copies_is_enough_to_collect_the_static_files(tmp_path: Path) -> None:
    """The steps of the file that need no image to start from, in a folder with nothing but what it copies."""
    copied = [line.split()[1:-1] for line in re.findall(r"^COPY (?!--).*$", TEXT, re.MULTILINE)]
    root = tmp_path / "image"
    root.mkdir()
    for name in {name for names in copied for name in names}:
        if (CHECKOUT / name).is_dir():
            shutil.copytree(CHECKOUT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(CHECKOUT / name, root / name)
    asked = re.findall(
        r"^RUN (DOCKET_ENV=\S+) DOCKET_DATA_DIR=/tmp/data \.venv/bin/python (manage.py .*?) \\$", TEXT, re.M
    )
    ((environment, command),) = asked
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DOCKET_")}
    name, _, value = environment.partition("=")
    done = subprocess.run(
        [sys.executable, *command.split(), "--dry-run"],
        cwd=root,
        env=kept | {name: value, "DOCKET_DATA_DIR": str(tmp_path / "data")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "static files" in done.stdout


def test_each_step_of_a_release_is_a_command(ours: dict[str, dict[str, Any]]) -> None:
    steps = re.findall(r"for step in ([a-z_ ]+);", ours["release"]["command"])[0].split()
    commands = {path.stem for path in CHECKOUT.glob("*/management/commands/*.py")}
    assert set(steps) <= commands
