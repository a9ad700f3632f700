"""A copy of each backup in a bucket of S3 or what speaks like it. Old ones are left to the bucket's own rules.

So a machine that is taken over can be given a credential that adds and cannot delete.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import boto3
from boto3.exceptions import S3UploadFailedError
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.exceptions import ImproperlyConfigured

from config import env
from config.keeping.sealing import RECIPIENTS, SUFFIX

PLACE = "BACKUP_S3"
LIMITS = Config(connect_timeout=10, read_timeout=60, retries={"max_attempts": 3, "mode": "standard"})


class NotCopied(Exception):
    """The message says where and why; the backup itself is whole."""


def place() -> tuple[str, str] | None:
    """Bucket and prefix of BACKUP_S3, as in s3://bucket/folder; None when it is not set."""
    if not (given := env.text(PLACE)):
        return None
    parts = urlsplit(given)
    if parts.scheme != "s3" or not parts.netloc:
        raise ImproperlyConfigured(f"{PLACE}={given}: say s3://BUCKET or s3://BUCKET/FOLDER.")
    if not env.names(RECIPIENTS):
        raise ImproperlyConfigured(f"{PLACE} is set, but {RECIPIENTS} is not: sealed material would leave unencrypted.")
    return parts.netloc, parts.path.strip("/")


def copy(archive: Path, to: tuple[str, str]) -> str:
    """Its address there, once the size is known to be the same. Credentials and endpoint are those of AWS_….

    NotCopied when it did not get there.
    """
    if archive.suffix != SUFFIX:
        raise NotCopied(f"{archive.name} is not encrypted.")
    bucket, prefix = to
    key = f"{prefix}/{archive.name}" if prefix else archive.name
    try:
        client = boto3.client("s3", config=LIMITS)
        client.upload_file(str(archive), bucket, key)
        there = client.head_object(Bucket=bucket, Key=key)["ContentLength"]
    except (BotoCoreError, ClientError, S3UploadFailedError) as error:
        raise NotCopied(f"s3://{bucket}/{key}: {error}") from error
    if there != archive.stat().st_size:
        raise NotCopied(f"s3://{bucket}/{key} has {there} bytes, not {archive.stat().st_size}.")
    return f"s3://{bucket}/{key}"
