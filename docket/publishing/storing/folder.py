"""A folder of this machine in which a file has its name only once all of it is on the disk."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import IO, Any

from django.core.files.storage import FileSystemStorage

PART = ".part"  # how a file's name ends that is being written, or that was when its process was killed
MODE = 0o644


class Folder(FileSystemStorage):
    """As Django's own, which writes under the name itself: killed meanwhile, it leaves half a file that looks whole."""

    def _save(self, name: str, content: Any) -> str:
        folder = Path(self.path(name)).parent
        folder.mkdir(parents=True, exist_ok=True)
        descriptor, part = tempfile.mkstemp(suffix=PART, dir=folder)
        try:
            with os.fdopen(descriptor, "wb") as file:
                _write(file, content)
            return self._named(Path(part), name)
        finally:
            Path(part).unlink(missing_ok=True)

    def _named(self, part: Path, name: str) -> str:
        """Give the whole file its name; another one where somebody took it meanwhile."""
        part.chmod(self.file_permissions_mode or MODE)
        while True:
            path = Path(self.path(name))
            try:
                path.hardlink_to(part)
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                _sync(path.parent)
                return name.replace("\\", "/")

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        """Folders and files, without what is still being written."""
        folders, files = super().listdir(path)
        return folders, [name for name in files if not name.endswith(PART)]


def _write(file: IO[bytes], content: Any) -> None:
    for chunk in content.chunks():
        file.write(chunk if isinstance(chunk, bytes) else chunk.encode())
    file.flush()
    os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """A name survives a power cut once its folder is on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
