"""Trying a backup out: restored into a database beside, its rows counted, its files read."""

from __future__ import annotations

import tarfile
from collections import Counter
from pathlib import Path

from config.database.postgres import Address
from config.keeping import backup


def trial(archive: Path, admin: Address, name: str) -> str:
    """Rows and files, in words. BackupError when they are not those that were there when it was made."""
    beside = f"{name}_trial"
    with backup.read(archive) as tar, admin.connect() as server, backup.scratch_folder() as scratch:
        description = backup.describe(tar)
        files = sum(member.isfile() for member in tar.getmembers() if member.name.startswith(f"{backup.FILES}/"))
        backup.drop(server, beside)
        try:
            backup.restore_database(tar, server, admin.to(beside), scratch)
            with admin.to(beside).connect() as inside:
                found = backup.rows(inside)
        finally:
            backup.drop(server, beside)
        _read_all(tar)
    wanted = Counter(description.get("rows", {}))
    if different := sorted(table for table in {*wanted, *found} if wanted[table] != found.get(table, 0)):
        table = different[0]
        raise backup.BackupError(
            f"{archive.name} restored has {found.get(table, 0)} rows in {table}, and {wanted[table]} were backed up."
        )
    return f"{sum(found.values()):,} rows and {files:,} files"


def _read_all(tar: tarfile.TarFile) -> None:
    for member in tar.getmembers():
        source = tar.extractfile(member)
        while source and source.read(1 << 20):
            pass
