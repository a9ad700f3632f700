"""Documents as courts outside PACER list them under an entry: a title and an address each, the first the main one."""

from collections.abc import Mapping, Sequence
from typing import Any

from docket.intake.court_pages.pacer.page import clean
from docket.intake.shape import ImportedAttachment

LONGEST = 1000


def documents(listed: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The fields of an ImportedEntry that tell of its documents."""
    if not listed:
        return {}
    main, *others = listed
    attachments = tuple(
        ImportedAttachment(
            number=number,
            description=clean(raw["description"]),
            size_bytes=raw.get("file_size_bytes"),
            source_document_id=clean(raw.get("media_version_id")),
            url=address(raw.get("document_url")),
        )
        for number, raw in enumerate(others, 1)
    )
    return {
        "main_title": clean(main["description"]),
        "size_bytes": main.get("file_size_bytes"),
        "source_document_id": clean(main.get("media_version_id")),
        "url": address(main.get("document_url")),
        "attachments": attachments,
    }


def address(raw: str | None) -> str:
    """An address that a reader may follow; anything but http and https is none."""
    told = clean(raw).strip()
    return told if told.startswith(("https://", "http://")) and len(told) <= LONGEST else ""
