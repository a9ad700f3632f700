"""What the tests of spreadsheets do as a browser would: send one, match its columns, save it."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from docket.models import Case, SheetImport


def send(client: Client, data: str | bytes, kind: str = "filings", case: Case | None = None) -> Any:
    """The answer to a file that is chosen, read."""
    raw = data.encode() if isinstance(data, str) else data
    boxes: dict[str, Any] = {"file": SimpleUploadedFile("rows.csv", raw), "kind": kind}
    return client.post(reverse("admin:sheets"), boxes | ({"case": case.pk} if case else {}))


def columns(client: Client, sheet: SheetImport, **chosen: str) -> SheetImport:
    """Press “Compare with the record”, the boxes as they stand but for `chosen`."""
    page = client.get(where(sheet))
    sent: dict[str, str] = {"do": "columns"}
    for box in page.context["boxes"]:
        sent[f"column-{box.column.name}"] = "" if box.at is None else str(box.at)
        if box.is_date:
            sent[f"order-{box.column.name}"] = box.order
    client.post(where(sheet), sent | {name.replace("__", "-"): value for name, value in chosen.items()})
    sheet.refresh_from_db()
    return sheet


def checked(client: Client, data: str | bytes, kind: str = "filings", case: Case | None = None) -> SheetImport:
    """A file whose rows were compared with the record."""
    answer = send(client, data, kind, case)
    assert answer.status_code == 302, answer.context["form"].errors
    return columns(client, SheetImport.objects.first())  # type: ignore[arg-type]


def save(client: Client, sheet: SheetImport) -> SheetImport:
    """Press “Save”."""
    client.post(where(sheet), {"do": "save", "mark": sheet.mark})
    sheet.refresh_from_db()
    return sheet


def where(sheet: SheetImport) -> str:
    return reverse("admin:sheet", args=[sheet.upload])


def reasons(sheet: SheetImport) -> list[str]:
    """Why rows were refused, in words."""
    return [words for row in sheet.shown for _, words in row["reasons"]]
