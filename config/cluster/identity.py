"""Whose a database cluster is: the data folder and its cluster carry the same mark.

`identity.json` in the data folder and `docketbook.json` in the cluster hold a random `id` and `folder`, where the data
folder was when it last started. A copy brings the mark along. It is told from a folder that was moved by the original,
which still stands where the mark says. Example: {"id": "5f0c…", "folder": "/srv/docketbook-data"}
"""

import json
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from config.cluster.account import Account
from config.data_folder import data_folder

FOLDERS_MARK, CLUSTERS_MARK = "identity.json", "docketbook.json"
ADOPT = "DOCKET_ADOPT"
COPY_IS_FILLED_BY_RESTORE = (
    "Nothing was changed. To work with the same record here: `make backup` in the original, then `make restore FILE=…` "
    "with DOCKET_DATA_DIR set to a new, empty folder."
)


class NotOurs(ImproperlyConfigured):
    """The cluster is another data folder's, or is not to be found; the message says what to do. Nothing was changed."""


@dataclass(frozen=True)
class Mark:
    """`before` is the id of which `id` takes the place, until both files say so."""

    id: str
    folder: Path
    before: str = ""


def read_mark(path: Path) -> Mark | None:
    """None when there is none, or it is damaged."""
    try:
        found = json.loads(path.read_text())
        return Mark(str(found["id"]), Path(found["folder"]), str(found.get("before", "")))
    except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError, AttributeError):
        return None


def folders_mark() -> Mark | None:
    return read_mark(data_folder() / FOLDERS_MARK)


def is_inside(cluster: Path) -> bool:
    """A link to a cluster elsewhere would be copied without the cluster."""
    return is_same(cluster.resolve().parent, data_folder())


def is_same(one: Path, other: Path) -> bool:
    """One folder, whatever the paths: symbolic links and bind mounts are seen through."""
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


def check_ours(cluster: Path) -> None:
    """Refuse a cluster that is another data folder's; changes nothing."""
    ours, its = folders_mark(), read_mark(cluster / CLUSTERS_MARK)
    if is_inside(cluster):
        if ours and its and ours.id not in (its.id, its.before):
            raise NotOurs(
                f"{cluster} is the database of {its.folder}, not of {data_folder()}. Nothing was changed. Bring back "
                f"postgres/, secrets/ and {FOLDERS_MARK} from the same copy, or restore a backup into a new folder."
            )
    elif its:
        _check_outside(cluster, ours, its)
    else:
        _check_unmarked(cluster)


def claim(cluster: Path, account: Account | None, say: Callable[[str], None]) -> str:
    """Mark the cluster, which check_ours has let pass, and the data folder as one; the id that both have from now on.

    A copied folder with a cluster of its own gets an id of its own. The cluster's mark is written first and names both
    ids: cut short in between, the two still know each other.
    """
    data = data_folder()
    known, its = folders_mark(), read_mark(cluster / CLUSTERS_MARK)
    kept = known or its
    copied = kept is not None and is_inside(cluster) and stands_elsewhere(kept)
    mark = Mark(secrets.token_hex(16) if kept is None or copied else kept.id, data)
    if known == its == mark:
        return mark.id
    if kept and not is_same(kept.folder, data):
        say(
            f"{data} is a copy of {kept.folder}, with a database of its own."
            if copied
            else f"{data} is adopted: {kept.folder} was moved."
        )
    _write(cluster / CLUSTERS_MARK, replace(mark, before=kept.id if copied and kept else ""), account)
    _write(data / FOLDERS_MARK, mark, None)
    if copied:
        _write(cluster / CLUSTERS_MARK, mark, account)
    return mark.id


def stands_elsewhere(mark: Mark) -> bool:
    """Whether a data folder other than this one has that mark's id, where the mark says. A closed one counts."""
    if is_same(mark.folder, data_folder()):
        return False
    try:
        other = read_mark(mark.folder / FOLDERS_MARK)
    except PermissionError:
        return True
    return other is not None and other.id == mark.id


def _check_outside(cluster: Path, ours: Mark | None, its: Mark) -> None:
    data = data_folder()
    if ours is None and is_same(its.folder, data):
        return
    if stands_elsewhere(its):
        raise NotOurs(
            f"{cluster} is the database of {its.folder}, and {data} is another folder: a copy, without the database. "
            f"{COPY_IS_FILLED_BY_RESTORE} If {data} was moved and {its.folder} is the copy: move the copy away."
        )
    if not (ours and ours.id == its.id) and not _adopted(cluster):
        raise NotOurs(
            f"{cluster} is the database of the data folder that was {its.folder}, and nothing shows that {data} is "
            f"that folder. {COPY_IS_FILLED_BY_RESTORE} {_how_to_adopt(cluster)}"
        )


def _check_unmarked(cluster: Path) -> None:
    """As earlier releases left it. They wrote the password just before they made the cluster; a copy's is younger."""
    data, neighbour = data_folder(), cluster.parent
    if (neighbour / "secrets").is_dir():
        raise NotOurs(f"{cluster} is the database of {neighbour}, not of {data}. {COPY_IS_FILLED_BY_RESTORE}")
    password = data / "secrets" / "postgres"
    made_for_us = password.exists() and password.stat().st_ctime <= (cluster / "PG_VERSION").stat().st_mtime
    if not made_for_us and not _adopted(cluster):
        raise NotOurs(
            f"{cluster} was made before the passwords in {data} were written there: {data} seems to be a copy of "
            f"the folder that this database belongs to. {COPY_IS_FILLED_BY_RESTORE} {_how_to_adopt(cluster)}"
        )


def _adopted(cluster: Path) -> bool:
    given = os.environ.get(ADOPT)
    return bool(given) and is_same(Path(str(given)), cluster)


def _how_to_adopt(cluster: Path) -> str:
    return f"If {data_folder()} is the original, moved or brought back, say so once: `{ADOPT}={cluster} make run`."


def _write(path: Path, mark: Mark, account: Account | None) -> None:
    new = path.with_suffix(".new")
    values = {"id": mark.id, "folder": str(mark.folder)} | ({"before": mark.before} if mark.before else {})
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(json.dumps(values) + "\n")
        file.flush()
        os.fsync(file.fileno())
    if account:
        os.chown(new, account.uid, account.gid)
    new.replace(path)
