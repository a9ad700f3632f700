"""A bucket of S3, or of what speaks like it. A trouble of the network is an OSError, as a folder's would be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3Storage

CHUNK = 64 * 1024
LIMITS = Config(
    connect_timeout=5,
    read_timeout=30,
    retries={"max_attempts": 3, "mode": "standard"},
    signature_version="s3v4",
    # of servers that speak like S3 many refuse the checksums that AWS has asked for since 2025
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)
MISSING = ("404", "NoSuchKey", "NotFound")


class StorageAway(OSError):
    """The server of a bucket does not answer, or refuses; the message says which and why."""


class Bucket(S3Storage):  # type: ignore[misc]
    """One bucket with its own key. Files are never overwritten, never public by themselves, and have no address."""

    def get_default_settings(self) -> dict[str, Any]:
        """Nothing is taken from settings or the environment: each bucket has its own key, given with it."""
        nothing = {"access_key": None, "secret_key": None, "security_token": None, "session_profile": None}
        return {
            **super().get_default_settings(),
            **nothing,
            "file_overwrite": False,
            "default_acl": None,
            "client_config": LIMITS,
            "max_memory_size": 1024 * 1024,
        }

    def part(self, name: str, first: int, last: int) -> Iterator[bytes]:
        """The bytes of a file from first to last, both with it, as the server sends them. Raises FileNotFoundError."""
        with self._told(name):
            key = self._normalize_name(name)
            body = self.bucket.Object(key).get(Range=f"bytes={first}-{last}")["Body"]
        return self._chunks(name, body)

    def _chunks(self, name: str, body: Any) -> Iterator[bytes]:
        with self._told(name), body:
            yield from body.iter_chunks(CHUNK)

    def _open(self, name: str, mode: str = "rb") -> Any:
        with self._told(name):
            file = super()._open(name, mode)
            if "r" in mode:
                file.seek(0)  # fetched now, so that a trouble is met here
            return file

    def _save(self, name: str, content: Any) -> Any:
        with self._told(name):
            return super()._save(name, content)

    def delete(self, name: str) -> None:
        """Gone at once, as the bucket keeps no versions."""
        with self._told(name):
            super().delete(name)

    def exists(self, name: str) -> bool:
        """Whether there is such a file."""
        with self._told(name):
            return bool(super().exists(name))

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        """Folders and files."""
        with self._told(path):
            folders, files = super().listdir(path)
            return folders, files

    def size(self, name: str) -> int:
        """In bytes. Raises FileNotFoundError."""
        with self._told(name):
            return int(super().size(name))

    @contextmanager
    def _told(self, name: str) -> Iterator[None]:
        try:
            yield
        except ClientError as error:
            if error.response.get("Error", {}).get("Code") in MISSING:
                raise FileNotFoundError(f"{name} is not in the bucket {self.bucket_name}.") from error
            raise StorageAway(f"The bucket {self.bucket_name}: {error}") from error
        except (BotoCoreError, Boto3Error) as error:
            raise StorageAway(f"The bucket {self.bucket_name}: {error}") from error
