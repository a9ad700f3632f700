"""Whether the buckets of files can be used as this site must use them, and by nobody else."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from typing import Any

import boto3
import botocore
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from config.buckets import NAMES, storages_of

PATIENCE = {"connect_timeout": 3, "read_timeout": 4, "retries": {"max_attempts": 1}}
PROBE = b"%PDF-1.4 written by make doctor, and deleted again\n"


def buckets() -> Iterator[str]:
    """Each is reached with its key; what the site writes is read back and deleted; strangers read no original."""
    site = os.environ.get("DOCKET_SITE") or "desk"
    for name, storage in storages_of(site).items():
        if "bucket_name" not in storage["OPTIONS"]:
            continue
        try:
            yield from _of_one(name, storage["OPTIONS"], writes=site == "desk")
        except (ClientError, BotoCoreError) as error:
            yield f"{NAMES[name]}: the bucket {storage['OPTIONS']['bucket_name']} cannot be used: {error}."


def _of_one(name: str, options: dict[str, Any], writes: bool) -> Iterator[str]:
    client, bucket = _client(options), options["bucket_name"]
    client.list_objects_v2(Bucket=bucket, Prefix=options["location"], MaxKeys=1)
    if not writes:
        return
    key = "/".join(part for part in (options["location"], f"doctor-{secrets.token_hex(8)}.pdf") if part)
    client.put_object(Bucket=bucket, Key=key, Body=PROBE)
    try:
        if client.get_object(Bucket=bucket, Key=key)["Body"].read() != PROBE:
            yield f"{NAMES[name]}: what is written to the bucket {bucket} is not read back as it was."
        if _strangers_read(options, key):
            yield f"{NAMES[name]}: anyone may read the bucket {bucket}: close it; the sites hand out files themselves."
    finally:
        client.delete_object(Bucket=bucket, Key=key)
    if _keeps_versions(client, bucket):
        yield f"{NAMES[name]}: the bucket {bucket} keeps versions, so that a file that was sealed stays there."


def _client(options: dict[str, Any], **more: Any) -> Any:
    return boto3.client(
        "s3",
        aws_access_key_id=options["access_key"],
        aws_secret_access_key=options["secret_key"],
        endpoint_url=options["endpoint_url"],
        region_name=options["region_name"],
        config=Config(**PATIENCE, s3={"addressing_style": options["addressing_style"]}, **more),
    )


def _strangers_read(options: dict[str, Any], key: str) -> bool:
    try:
        _client(options, signature_version=botocore.UNSIGNED).get_object(Bucket=options["bucket_name"], Key=key)
    except ClientError:
        return False
    return True


def _keeps_versions(client: Any, bucket: str) -> bool:
    """False where the server does not know of versions, or the key may not ask."""
    try:
        return bool(client.get_bucket_versioning(Bucket=bucket).get("Status") == "Enabled")
    except ClientError:
        return False
