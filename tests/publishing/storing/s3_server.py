"""A server on loopback that speaks S3 and knows who may do what: a user with a key of its own for each bucket."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import quote, urlsplit

import boto3
from moto.server import ThreadedMotoServer

BUCKETS = ("published", "originals")


@dataclass(frozen=True)
class Served:
    """endpoint: where it answers. keys: by "desk published", "desk originals" and "public", the key and its secret."""

    endpoint: str
    keys: dict[str, tuple[str, str]]

    def address(self, who: str, bucket: str) -> str:
        """As PUBLISHED_FILES and ORIGINAL_FILES take it."""
        key, secret = self.keys[who]
        return f"s3://{key}:{quote(secret, safe='')}@{bucket}/record?endpoint={quote(self.endpoint, safe='')}"


@contextmanager
def s3_server() -> Iterator[Served]:
    """Both buckets, empty; nobody gets in without a key."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    try:
        keys = _prepared(endpoint)
        _ask_for_keys(endpoint, 0)
        yield Served(endpoint, keys)
    finally:
        _ask_for_keys(endpoint, float("inf"))
        server.stop()


def _prepared(endpoint: str) -> dict[str, tuple[str, str]]:
    root = {"aws_access_key_id": "root", "aws_secret_access_key": "root", "region_name": "us-east-1"}
    s3 = boto3.client("s3", endpoint_url=endpoint, **root)
    iam = boto3.client("iam", endpoint_url=endpoint, **root)
    for bucket in BUCKETS:
        s3.create_bucket(Bucket=bucket)
    may = {
        "desk published": ("published", "s3:*"),
        "desk originals": ("originals", "s3:*"),
        "public": ("published", ["s3:GetObject", "s3:ListBucket"]),
    }
    keys = {}
    for who, (bucket, action) in may.items():
        name = who.replace(" ", "-")
        iam.create_user(UserName=name)
        resource = [f"arn:aws:s3:::{bucket}", f"arn:aws:s3:::{bucket}/*"]
        statement = {"Effect": "Allow", "Action": action, "Resource": resource}
        policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        iam.put_user_policy(UserName=name, PolicyName=name, PolicyDocument=policy)
        made = iam.create_access_key(UserName=name)["AccessKey"]
        keys[who] = (made["AccessKeyId"], made["SecretAccessKey"])
    return keys


def _ask_for_keys(endpoint: str, after: float) -> None:
    """After so many requests each is held against the policies; what is set holds for the whole process."""
    connection = HTTPConnection(urlsplit(endpoint).netloc)
    connection.request("POST", "/moto-api/reset-auth", str(after), {"Content-Type": "text/plain"})
    assert connection.getresponse().status == 200
    connection.close()
