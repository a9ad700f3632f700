"""Where this data folder's cluster is, and which process runs on it now."""

from pathlib import Path

import psutil
from django.core.exceptions import ImproperlyConfigured

from config.cluster import account
from config.cluster.identity import CLUSTERS_MARK, NotOurs, check_ours, folders_mark, is_same, read_mark
from config.data_folder import closed, data_folder, read_record, record_is_damaged

NAME = "postgres"


def own_cluster() -> Path:
    """The data folder's cluster; when none was ever made, where it goes. NotOurs when it is another's, or lost."""
    found = _find()
    if is_cluster(found):
        check_ours(found)
    return found


def is_cluster(folder: Path) -> bool:
    try:
        return (folder / "PG_VERSION").exists()
    except PermissionError as error:
        raise closed(folder) from error


def named_place() -> Path | None:
    """What postgres.json says; relative to the data folder, as earlier releases did not have it."""
    directory = read_record().get("directory")
    return data_folder() / directory if directory else None


def postmaster(folder: Path) -> psutil.Process | None:
    """The server that runs on a cluster. A process that merely got its number works in another folder."""
    try:
        process = psutil.Process(int((folder / "postmaster.pid").read_text().split()[0]))
        return process if works_in(process, folder) else None
    except (OSError, ValueError, IndexError, psutil.Error):
        return None


def works_in(process: psutil.Process, folder: Path) -> bool:
    return process.status() != psutil.STATUS_ZOMBIE and is_same(Path(process.cwd()), folder)


def running_port() -> int:
    """Of the server on this folder's own cluster; 1, where nothing answers, when none runs.

    Never a remembered number: another folder's server may have it by now.
    """
    cluster = own_cluster()
    if postmaster(cluster) is None:
        return 1
    try:
        return port_in(cluster)
    except (OSError, ValueError, IndexError):
        return 1  # it is just starting, or ending


def port_in(cluster: Path) -> int:
    return int((cluster / "postmaster.pid").read_text().splitlines()[3])


def _find() -> Path:
    """A cluster inside the folder is the folder's, wherever postgres.json points: it came along with a move or copy."""
    inner, named = data_folder() / NAME, named_place()
    if is_cluster(inner):
        if named and _is_rival(named, inner):
            raise NotOurs(
                f"Two databases: {inner}, and {named}, which postgres.json in {data_folder()} names. Nothing was "
                "changed. Move the first one away, or take “directory” out of postgres.json, whichever is not meant."
            )
        return inner
    if named and is_cluster(named):
        return named
    if known := _outside_with_our_mark():
        return known
    _check_never_made(inner, named)
    return inner


def _is_rival(named: Path, inner: Path) -> bool:
    """Outside of any data folder, so that it was made for one: this or another."""
    return is_cluster(named) and not is_same(named, inner) and not (named.parent / "secrets").is_dir()


def _outside_with_our_mark() -> Path | None:
    if not (ours := folders_mark()):
        return None
    marks = account.REACHABLE.glob(f"*/{NAME}/{CLUSTERS_MARK}")
    return next((path.parent for path in marks if (its := read_mark(path)) and its.id == ours.id), None)


def _check_never_made(inner: Path, named: Path | None) -> None:
    """An empty database in place of a lost one would look like an empty record."""
    place = named or inner
    was_made = folders_mark() or place.with_name(f"{NAME}.log").exists() or (named and not named.parent.exists())
    damaged = record_is_damaged() and (data_folder() / "secrets" / "postgres").exists()
    if was_made or damaged:
        where = "postgres.json, which said where, cannot be read." if damaged else f"It was in {place}."
        raise NotOurs(
            f"The database of {data_folder()} is not there. {where} Nothing was changed. Bring it back, "
            'or name its place in postgres.json ({"directory": "/…/postgres"}), or restore a backup into a new folder.'
        )


def refuse_unreachable(cluster: Path, runs_as: "account.Account | None") -> None:
    if runs_as and not runs_as.can("test", "-x", cluster.parent):
        raise ImproperlyConfigured(
            f"PostgreSQL runs as “{runs_as.name}”, who may not enter {cluster.parent}, where the database is. "
            "Nothing was changed. Move the data folder to where that account may enter, and set DOCKET_DATA_DIR to it."
        )
