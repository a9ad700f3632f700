"""Where everything lives that is not code: DOCKET_DATA_DIR, with the database, its passwords, the files and the backups."""

import json
import os
import secrets
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    return Path(os.environ.get("DOCKET_DATA_DIR") or CHECKOUT / "data").absolute()


def make_data_folder() -> Path:
    """Create the folder with what it holds; only secrets/ and files/originals/ are closed to other users."""
    folder = data_folder()
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    for name, mode in (
        ("secrets", 0o700),
        ("files", 0o755),
        ("files/originals", 0o700),
        ("files/published", 0o755),
    ):
        (folder / name).mkdir(mode=mode, exist_ok=True)
    (folder / "backups").mkdir(mode=0o700, exist_ok=True)
    return folder


def read_secret(name: str) -> str | None:
    path = data_folder() / "secrets" / name
    return path.read_text().strip() if path.is_file() else None


def make_secret(name: str) -> str:
    """The secret of that name; written as a file of mode 0600 when there is none yet."""
    if (known := read_secret(name)) is not None:
        return known
    make_data_folder()
    value = secrets.token_urlsafe(36)
    descriptor = os.open(data_folder() / "secrets" / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(value + "\n")
    return value


def read_record() -> dict[str, str | int]:
    """What postgres.json says of the embedded server: its `directory` and the `port` it was last started on."""
    path = data_folder() / "postgres.json"
    return json.loads(path.read_text()) if path.is_file() else {}


def write_record(**values: str | int) -> None:
    path = make_data_folder() / "postgres.json"
    path.with_suffix(".new").write_text(json.dumps(read_record() | values) + "\n")
    path.with_suffix(".new").replace(path)
