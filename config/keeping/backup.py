"""Backup and restore: one tar file, for its maker only, with a dump of the database and the folder of files.

It holds sealed material. It holds no passwords and no keys: a restore sets up the roles anew.
"""

import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, LiteralString

import psycopg
from psycopg import IsolationLevel, sql

from config.cluster.account import reachable_binaries
from config.data_folder import FOLDERS, InUse, lock, make_data_folder
from config.database.postgres import Address
from config.database.provision import provision
from config.keeping.inventory import record_held

FORMAT = 1
TABLES: LiteralString = """
    SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'published', 'wall') ORDER BY 1, 2
"""
DESCRIPTION, DUMP, FILES = "docketbook.json", "database.dump", "files"


class BackupError(Exception):
    """Nothing was changed; the message says why."""


def backup(source: Address, target: Path | None, say: Callable[[str], None]) -> Path:
    """Write the archive. Files after the database: what the dump refers to was stored before it."""
    folder = make_data_folder()
    now = datetime.now(UTC)
    target = target or folder / "backups" / f"docketbook-{now:%Y%m%d-%H%M%S}.tar"
    if target.exists():
        raise BackupError(f"{target} exists: choose another FILE.")
    part = target.with_name(target.name + ".part")
    with scratch_folder() as scratch:
        dump, description = scratch / DUMP, scratch / DESCRIPTION
        say(f"Dumping {source} …")
        counted = _dump(source, dump)
        told = {"format": FORMAT, "made": now.isoformat(), "rows": counted}
        description.write_text(json.dumps(told) + "\n")
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            with tarfile.open(fileobj=file, mode="w") as archive:
                archive.add(description, DESCRIPTION)
                archive.add(dump, DUMP)
                archive.add(folder / FILES, FILES)
            file.flush()
            os.fsync(file.fileno())
    part.rename(target)
    return target


def restore(archive: Path, admin: Address, name: str, force: bool, say: Callable[[str], None]) -> None:
    """Put database `name` and the files back as they were.

    All of it is brought in beside what is there and takes its place at the end: a failure changes nothing.
    """
    folder = make_data_folder()
    new_files, new_name = folder / "files.restoring", f"{name}_restoring"
    with read(archive) as tar, admin.connect() as server:
        if held := record_held(folder, folder / FILES, admin, name):
            if not force:
                raise BackupError(
                    f"There is {held}.\n`make restore FILE=… FORCE=1` replaces all of it. Nothing was changed."
                )
            say(f"To be replaced: {held}.")
        with scratch_folder() as scratch:
            say("Restoring the database …")
            provision(server, name, {})  # the roles that the dump's rights name
            restore_database(tar, server, admin.to(new_name), scratch)
        say("Restoring the files …")
        shutil.rmtree(new_files, ignore_errors=True)
        _take_out_files(tar, new_files)
        drop(server, name)
        rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
        server.execute(rename.format(sql.Identifier(new_name), sql.Identifier(name)))
        provision(server, name, {})
    shutil.rmtree(folder / FILES)
    new_files.rename(folder / FILES)


def sweep(folder: Path) -> None:
    """Take away what backups and restores left in a data folder that were killed; nothing while one is at work."""
    try:
        with lock(folder / "backups" / "in-use", "the sweep"):
            _take_away_leftovers(folder / "backups")
    except InUse:
        return


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """One backup or restore at a time in a data folder, so that what others left is known to be nobody's."""
    backups = make_data_folder() / "backups"
    with lock(backups / "in-use", "a backup or restore"):
        _take_away_leftovers(backups)
        with tempfile.TemporaryDirectory(dir=backups) as scratch:
            yield Path(scratch)


def _take_away_leftovers(backups: Path) -> None:
    for left in backups.glob("tmp*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
    for part in backups.glob("*.part"):
        part.unlink(missing_ok=True)


def _dump(source: Address, dump: Path) -> dict[str, int]:
    """Write the dump; how many rows each table has in it, counted in the dump's own snapshot."""
    with source.connect() as connection:
        connection.isolation_level = IsolationLevel.REPEATABLE_READ
        with connection.transaction():
            (snapshot,) = connection.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
            _client("pg_dump", source, "--format=custom", f"--file={dump}", f"--snapshot={snapshot}")
            return rows(connection)


def rows(connection: psycopg.Connection[Any]) -> dict[str, int]:
    """By schema.table, of the record and of what is published."""
    count = sql.SQL("SELECT count(*) FROM {}.{}")
    found = {}
    for schema, table in connection.execute(TABLES).fetchall():
        row = connection.execute(count.format(sql.Identifier(schema), sql.Identifier(table))).fetchone()
        found[f"{schema}.{table}"] = int(row[0]) if row else 0
    return found


def restore_database(tar: tarfile.TarFile, server: psycopg.Connection[Any], target: Address, scratch: Path) -> None:
    """The archive's database as a new one, which none of the sites' roles may enter yet."""
    drop(server, target.name)
    server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(target.name)))
    server.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(target.name)))
    _take_out(tar, DUMP, scratch / DUMP)
    _client("pg_restore", target, "--exit-on-error", str(scratch / DUMP))


def read(archive: Path) -> tarfile.TarFile:
    """Open an archive; BackupError when it is none, or another release's."""
    try:
        tar = tarfile.open(archive)  # noqa: SIM115 - the caller closes it
        found = describe(tar).get("format")
    except (OSError, tarfile.TarError, KeyError, ValueError, AttributeError) as error:
        raise BackupError(f"{archive} cannot be read as a backup of Docketbook: {error}") from error
    if found != FORMAT:
        raise BackupError(f"{archive} has the format {found}; this version reads {FORMAT}.")
    return tar


def describe(tar: tarfile.TarFile) -> dict[str, Any]:
    """`format`, `made` and, of a backup made by this release, `rows` by table."""
    description = tar.extractfile(DESCRIPTION)
    return dict(json.load(description)) if description else {}


def _take_out(tar: tarfile.TarFile, member: str, target: Path) -> None:
    source = tar.extractfile(member)
    if source is None:
        raise BackupError(f"The archive's {member} is not a file.")
    with target.open("wb") as file:
        shutil.copyfileobj(source, file)


def _take_out_files(tar: tarfile.TarFile, folder: Path) -> None:
    """Plain files below files/ only: no links, no way out of the folder."""
    folder.mkdir(mode=FOLDERS[FILES])
    for name, mode in FOLDERS.items():
        if name.startswith(f"{FILES}/"):
            (folder / name.removeprefix(f"{FILES}/")).mkdir(mode=mode)
    for member in tar.getmembers():
        parts = Path(member.name).parts
        if parts[0] == FILES and member.isfile() and ".." not in parts:
            target = folder.joinpath(*parts[1:])
            target.parent.mkdir(parents=True, exist_ok=True)
            _take_out(tar, member.name, target)
            target.chmod(member.mode)


def drop(server: psycopg.Connection[object], name: str) -> None:
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _client(program: str, address: Address, *arguments: str) -> None:
    """pg_dump or pg_restore; the password goes by the environment, not by the list of processes."""
    place = [f"--host={address.host}", f"--port={address.port}", f"--username={address.user}"]
    options = {f"PG{name.upper()}": value for name, value in address.options.items()}
    done = subprocess.run(  # noqa: S603
        [
            reachable_binaries(None, print) / program,
            *place,
            "--no-password",
            f"--dbname={address.name}",
            *arguments,
        ],
        env=os.environ | options | {"PGPASSWORD": address.password},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise BackupError(f"{program} failed: {done.stderr.strip()}")
