"""What can be seen without the database: settings, folders, secrets, disk, ports."""

import importlib
import os
import shutil
from collections.abc import Callable, Iterator

from config.cluster.place import is_cluster, own_cluster
from config.data_folder import FOLDERS, data_folder, is_in_use, read_record, read_secret, record_is_damaged
from config.database.postgres import operators_server
from config.database.provision import LOGIN_ROLES
from config.doctor.buckets import buckets
from config.processes.ports import why_not

LEAST_FREE = 200_000_000  # bytes
FEW_INODES = 1000


def settings() -> Iterator[str]:
    """Importing them names the first bad value. A key is lent for it, or one would be made and written."""
    if os.environ.get("DOCKET_ENV") != "production":
        os.environ.setdefault("SECRET_KEY", "lent by the doctor")
    module = importlib.import_module("config.settings")
    if module.PRODUCTION and not (module.STATIC_ROOT / "staticfiles.json").is_file():
        yield f"{module.STATIC_ROOT} has no static files: run `manage.py collectstatic`, or no page has its style."
    threads = int(os.environ.get("WEB_THREADS") or 4)
    if threads <= module.EXPORT_SLOTS:
        yield f"EXPORT_SLOTS={module.EXPORT_SLOTS} downloads may hold all WEB_THREADS={threads}: say a lower number."


def folders() -> Iterator[str]:
    """Each is there and may be used by who asks; none is made."""
    data = data_folder()
    if not data.exists():
        if not _may_make(data):
            yield f"{data} is not there and may not be made by this user: make it, or set DOCKET_DATA_DIR."
        return
    writes = (os.environ.get("DOCKET_SITE") or "desk") == "desk"
    wanted = FOLDERS if writes else {"files/published": 0, "record": 0}
    for path in (data, *(data / name for name in wanted)):
        if path.exists() and not path.is_dir():
            yield f"{path} is a file; a folder is needed. Move it away."
        elif path.exists() and not os.access(path, os.R_OK | os.X_OK | (os.W_OK if writes else 0)):
            yield f"{path} is closed to this user. Work as the user who made it, or `chown` it."
    if record_is_damaged():
        yield f"{data / 'postgres.json'} is damaged: the next start writes it anew and keeps this one beside."


def _may_make(folder: object) -> bool:
    parents = [parent for parent in data_folder().parents if parent.exists()]
    return os.access(parents[0], os.W_OK | os.X_OK)


def secrets() -> Iterator[str]:
    """Those of the embedded database, once there is one; an empty one raises."""
    if operators_server() or not data_folder().exists() or not is_cluster(own_cluster()):
        return
    for name in ("postgres", *LOGIN_ROLES):
        if read_secret(name) is None:
            remedy = (
                "bring secrets/ back from the same copy" if name == "postgres" else "the next start makes a new one"
            )
            yield f"{data_folder() / 'secrets' / name} is missing: {remedy}."


def disk() -> Iterator[str]:
    """Of the data folder, and of the database's when that is elsewhere."""
    places = [data_folder(), *([own_cluster()] if read_record().get("directory") else [])]
    for place in places:
        there = next(path for path in (place, *place.parents) if path.exists())
        free, inodes = shutil.disk_usage(there).free, os.statvfs(there)
        if free < LEAST_FREE:
            yield f"{there} has {free / 1e6:,.0f} MB free, and 200 are needed: make room, or move old backups away."
        if inodes.f_files and inodes.f_favail < FEW_INODES:
            yield f"{there} has room for {inodes.f_favail} files only: remove some."


def ports() -> Iterator[str]:
    """PORT and the next one, as `make run` would take them, unless it has them now."""
    if not (given := os.environ.get("PORT")) or is_in_use():
        return
    host, port = os.environ.get("HOST") or "127.0.0.1", int(given)
    for each in (port, port + 1):
        if why := why_not(host, each):
            yield why


LOOKS: dict[str, Callable[[], Iterator[str]]] = {
    "settings": settings,
    "data folder": folders,
    "secrets": secrets,
    "disk": disk,
    "ports": ports,
    "buckets": buckets,
}
