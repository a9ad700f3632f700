"""DOCKET_DATA_DIR: everything that is not code, that is database, passwords, files and backups."""

import fcntl
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from django.core.exceptions import ImproperlyConfigured

CHECKOUT = Path(__file__).resolve().parent.parent
# what is secret is closed to other users; the account that runs PostgreSQL passes through the rest
FOLDERS = {
    "secrets": 0o700,
    "files": 0o755,
    "files/originals": 0o700,
    "files/published": 0o755,
    "record": 0o755,
    "backups": 0o700,
}


def data_folder() -> Path:
    return Path(os.environ.get("DOCKET_DATA_DIR") or CHECKOUT / "data").absolute()


def make_data_folder() -> Path:
    folder = data_folder()
    try:
        folder.mkdir(mode=0o755, parents=True, exist_ok=True)
        for name, mode in FOLDERS.items():
            (folder / name).mkdir(mode=mode, exist_ok=True)
    except PermissionError as error:
        raise closed(folder) from error
    return folder


def read_secret(name: str) -> str | None:
    path = data_folder() / "secrets" / name
    try:
        found = path.read_text().strip()
    except FileNotFoundError:
        return None
    except PermissionError as error:
        raise closed(path) from error
    if not found:
        raise ImproperlyConfigured(
            f"{path} is empty. Nothing was changed. Bring secrets/ back from the copy that the database is from"
            f"{'.' if name == 'postgres' else '; or remove the file, and the next start makes a new one.'}"
        )
    return found


def make_secret(name: str) -> str:
    """The secret of that name; written as a file of mode 0600 when there is none yet."""
    if (known := read_secret(name)) is not None:
        return known
    value = secrets.token_urlsafe(36)
    path = make_data_folder() / "secrets" / name
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except PermissionError as error:
        raise closed(path) from error
    with os.fdopen(descriptor, "w") as file:
        file.write(value + "\n")
    return value


def read_record() -> dict[str, Any]:
    """postgres.json: the `port` that the embedded server was last started on, and its `directory` when that is
    outside the data folder. Nothing when it is missing or damaged.
    """
    return _parsed_record() or {}


def record_is_damaged() -> bool:
    """Empty, cut, or not what a release has written."""
    return _parsed_record() is None


def write_record(**values: str | int | None) -> None:
    """None takes an entry out. A damaged file is kept beside, as postgres.json.damaged."""
    path = make_data_folder() / "postgres.json"
    if record_is_damaged():
        path.replace(path.with_name("postgres.json.damaged"))
    new = path.with_suffix(".new")
    kept = {name: value for name, value in (read_record() | values).items() if value is not None}
    new.write_text(json.dumps(kept) + "\n")
    new.replace(path)


def _parsed_record() -> dict[str, Any] | None:
    path = data_folder() / "postgres.json"
    try:
        found = json.loads(path.read_text())
    except FileNotFoundError:
        return {}
    except PermissionError as error:
        raise closed(path) from error
    except ValueError:
        return None
    if not isinstance(found, dict):
        return None
    sound = isinstance(found.get("port", 0), int) and isinstance(found.get("directory", ""), str)
    return found if sound else None


class InUse(Exception):
    """Another supervisor works on the data folder, or on its cluster."""


@contextmanager
def sole_use(purpose: str) -> Iterator[None]:
    """One supervisor a data folder. The lock goes with the process, whatever ends it."""
    with lock(make_data_folder() / "in-use", f"`{purpose}`"):
        yield


def is_in_use() -> bool:
    """Whether a supervisor works on the data folder now; nothing is written."""
    try:
        with (data_folder() / "in-use").open() as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def lock(path: Path, purpose: str) -> IO[str]:
    """The locked file, which says who holds it; closing it lets go."""
    try:
        file = path.open("a+")
    except PermissionError as error:
        raise closed(path) from error
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.seek(0)
        holder = file.read().strip()
        file.close()
        raise InUse(f"{path.parent} is in use by {holder}: stop that first.") from error
    file.truncate(0)
    file.write(f"{purpose}, process {os.getpid()}\n")
    file.flush()
    return file


def closed(path: Path) -> ImproperlyConfigured:
    return ImproperlyConfigured(
        f"{path} is closed to this user: it belongs to the one who made it. "
        "Work as that user, or set DOCKET_DATA_DIR to a folder of your own."
    )
