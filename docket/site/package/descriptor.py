"""datapackage.json (Frictionless Data Package 1.0): each file, its columns with their types, the keys between."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings

from docket.site.exports.columns import Column, File, Kind
from docket.site.exports.files import FILES
from docket.site.exports.joins import joins_of

DESCRIPTION, CHECKSUMS = "datapackage.json", "SHA256SUMS"
FORMS = ("csv", "jsonl", "parquet")
NAMES = (DESCRIPTION, CHECKSUMS, *(f"{file.name}.{form}" for file in FILES for form in FORMS))
TYPES = {Kind.NUMBER: "integer", Kind.AMOUNT: "number", Kind.FLAG: "boolean"}
TERMS = (
    "Not an official court record: check the court’s docket. A claim or charge is an allegation until it is decided. "
    "What is later sealed or corrected must not be shown on from this copy: fetch it anew before you publish."
)


def descriptor(checksums: dict[str, tuple[int, str]], now: datetime) -> dict[str, Any]:
    """The description of an edition; checksums: of each file's name its bytes and SHA-256."""
    return {
        "profile": "tabular-data-package",
        "name": "record",
        "title": settings.SITE_NAME,
        "homepage": f"{settings.PUBLIC_BASE_URL}/data/",
        "created": now.isoformat(timespec="seconds"),
        "description": TERMS,
        "resources": [_resource(file, checksums) for file in FILES],
        "other_forms": [
            {"path": name, "bytes": size, "hash": f"sha256:{digest}"}
            for name, (size, digest) in checksums.items()
            if not name.endswith(".csv")
        ],
    }


def _resource(file: File, checksums: dict[str, tuple[int, str]]) -> dict[str, Any]:
    size, digest = checksums[f"{file.name}.csv"]
    return {
        "profile": "tabular-data-resource",
        "name": file.name,
        "path": f"{file.name}.csv",
        "description": file.grain,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest}",
        "schema": {
            "fields": [_field(column) for column in file.columns],
            "missingValues": [""],
            "primaryKey": file.columns[0].name,
            "foreignKeys": [
                {"fields": name, "reference": {"resource": other.name, "fields": other.columns[0].name}}
                for name, other in joins_of(file).items()
            ],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    return {"name": column.name, "type": TYPES.get(column.kind, "string"), "description": column.about}
