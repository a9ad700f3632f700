"""PUBLISHED_FILES and ORIGINAL_FILES: where each sort of files is kept. Unset, in a folder of the data folder."""

from __future__ import annotations

from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from config import env
from config.data_folder import data_folder

NAMES = {"published": "PUBLISHED_FILES", "originals": "ORIGINAL_FILES"}
MORE = {"endpoint", "region"}
FORM = "s3://KEY:SECRET@BUCKET/FOLDER?endpoint=https://…&region=…"


def storages_of(site: str) -> dict[str, dict[str, Any]]:
    """Django's storages of a site; the public one knows no originals. Raises ImproperlyConfigured."""
    found = {"published": _storage("published")}
    if site == "desk":
        found["originals"] = _storage("originals")
        _refuse_one_for_both(found["published"]["OPTIONS"], found["originals"]["OPTIONS"])
    elif env.text(NAMES["originals"]):
        raise ImproperlyConfigured(f"{NAMES['originals']} is set for the public site, which must not read originals.")
    return found


def _storage(name: str) -> dict[str, Any]:
    given = env.text(NAMES[name])
    if not given:
        options: dict[str, Any] = {"location": data_folder() / "files" / name, "base_url": None}
        return {"BACKEND": "docket.publishing.storing.folder.Folder", "OPTIONS": options}
    return {"BACKEND": "docket.publishing.storing.bucket.Bucket", "OPTIONS": _bucket(NAMES[name], given)}


def _bucket(name: str, given: str) -> dict[str, Any]:
    """As S3Storage takes them. The address itself is never repeated: it holds a secret."""
    try:
        parts = urlsplit(given)
        more = {key: values[-1] for key, values in parse_qs(parts.query, strict_parsing=bool(parts.query)).items()}
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} cannot be read: say {FORM}.") from error
    if parts.scheme != "s3" or not parts.hostname or not parts.username or not parts.password or set(more) - MORE:
        raise ImproperlyConfigured(f"{name} is no bucket with its key and secret: say {FORM}.")
    return _options(parts, more)


def _options(parts: SplitResult, more: dict[str, str]) -> dict[str, Any]:
    return {
        "bucket_name": parts.hostname,
        "location": parts.path.strip("/"),
        "access_key": unquote(parts.username or ""),
        "secret_key": unquote(parts.password or ""),
        "endpoint_url": more.get("endpoint"),
        "region_name": more.get("region", "us-east-1"),
        "addressing_style": "path" if "endpoint" in more else "auto",
    }


def _refuse_one_for_both(published: dict[str, Any], originals: dict[str, Any]) -> None:
    """Whoever reads what is published must not read what is not, by a bucket or a key."""
    for option, words in (("bucket_name", "bucket"), ("access_key", "key")):
        if option in published and published[option] == originals.get(option):
            raise ImproperlyConfigured(
                f"{NAMES['published']} and {NAMES['originals']} have the same {words}: give each its own."
            )
