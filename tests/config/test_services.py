"""The systemd units of deploy/: sound, and hardened."""

import re
import subprocess
from pathlib import Path

import pytest

from config.data_folder import CHECKOUT
from tests.shared import program

UNITS = sorted((CHECKOUT / "deploy" / "systemd").glob("*.service"))
MOST = "30"  # tenths; systemd's own scale ends at 10, which is exposed


def analyze(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([program("systemd", "systemd-analyze"), *arguments], capture_output=True, text=True)


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.stem)
def test_a_unit_is_sound_and_exposes_little(unit: Path, tmp_path: Path) -> None:
    text = unit.read_text()
    here = tmp_path / unit.name
    # the programs and users of the example are not on this machine
    here.write_text(
        re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", re.sub(r"(?m)^(User|Group)=.*$", r"\1=daemon", text))
    )
    sound = analyze("verify", "--man=no", "--recursive-errors=no", str(here))
    assert sound.returncode == 0, sound.stderr
    assert unit.name not in sound.stderr
    exposed = analyze("security", "--offline=true", f"--threshold={MOST}", str(here))
    assert exposed.returncode == 0, exposed.stdout[-600:]


def test_each_unit_runs_what_there_is() -> None:
    assert [unit.stem.removeprefix("docketbook-") for unit in UNITS] == ["desk", "keeper", "public", "worker"]
    for unit in UNITS:
        runs = re.findall(r"^ExecStart=/srv/docketbook/\.venv/bin/(.*)$", unit.read_text(), re.MULTILINE)[0]
        assert runs.startswith(
            ("gunicorn -c python:config.gunicorn ", "python manage.py ", "python -m config.supervise ")
        )


def test_only_the_public_site_is_told_nothing_of_the_desk() -> None:
    users = {
        unit.stem: re.findall(r"^(?:User|EnvironmentFile)=(.*)$", unit.read_text(), re.MULTILINE) for unit in UNITS
    }
    assert users["docketbook-public"] == ["docketbook-public", "/etc/docketbook/public.env"]
    assert [unit for unit, said in users.items() if "docketbook-public" in said] == ["docketbook-public"]
