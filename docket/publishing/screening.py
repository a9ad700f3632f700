"""Personal data in what goes public: found in the published text columns, let pass with a reason, once for each text.

What is looked at is what the public would read (the schema `published`, within the transaction of an act or a trial),
so that a text that a placeholder or a rule leaves out is no matter. A text that somebody has let pass is not named
again until it changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models import Q

from docket.personal_data import Finding, find
from docket.publishing.outcome import Key
from docket.publishing.rules import Published, publication_of
from docket.publishing.visibility import Visibility
from docket.publishing.wall.tables import Table, published_tables

# Text that no person writes, or that is a number, a name of a file or an address by its nature.
NOT_READ = {"public_id", "sha256", "file", "docket_number", "docket_number_normal", "visibility", "currency", "slug"}
AT_A_TIME = 2000
SHORTEST_REASON = 3
# Stands in the place of what an import may not show.
WITHHELD = "[withheld]"


@dataclass(frozen=True)
class Notice:
    """Personal data in one text of a row."""

    model: type[models.Model]
    pk: int
    field: str
    text: str
    findings: tuple[Finding, ...]

    @property
    def digest(self) -> str:
        """By which the text is known again."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def kinds(self) -> list[str]:
        """What is in it, each once."""
        return sorted({finding.kind.value for finding in self.findings})

    @property
    def withheld(self) -> str:
        """The text without what was found: “Jane Roe, SSN 219-09-9999” → “Jane Roe, SSN [withheld]”."""
        text = self.text
        for finding in sorted(self.findings, key=lambda each: each.start, reverse=True):
            text = text[: finding.start] + WITHHELD + text[finding.end :]
        return text[: getattr(self.model._meta.get_field(self.field), "max_length", None)]


class Unacknowledged(ValidationError):
    """Personal data would go public that nobody has looked at. Nothing is published."""

    def __init__(self, notices: list[Notice]) -> None:
        super().__init__("Personal data would go public. Say why it may, or take it out. Nothing was published.")
        self.notices = notices


def text_columns(model: type[models.Model]) -> list[str]:
    """The columns of a model in which words stand that a reader is shown."""
    fields = [f for f in model._meta.local_concrete_fields if isinstance(f, models.TextField | models.CharField)]
    kept = [f for f in fields if not f.choices and not isinstance(f, models.URLField) and not f.name.endswith("_id")]
    return [f.column for f in kept if f.name not in NOT_READ and not f.unique and not getattr(f, "generated", False)]


def is_public_at_once(row: models.Model) -> bool:
    """Whether a new row of a public case is public when it is saved: a published one that does not say otherwise."""
    is_published = isinstance(publication_of(type(row)), Published)
    return is_published and getattr(row, "visibility", Visibility.PUBLIC) == Visibility.PUBLIC


def unacknowledged(keys: Iterable[Key]) -> list[Notice]:
    """The personal data in published rows that nobody has let pass, in the tables as they are now."""
    by_table: dict[str, list[int]] = {}
    for table, pk in keys:
        by_table.setdefault(table, []).append(pk)
    found = [notice for t in published_tables() if t.name in by_table for notice in _in_table(t, by_table[t.name])]
    return without_acknowledged(found)


def in_documents(checks: Iterable[Any]) -> list[Notice]:
    """The personal data in the pages of documents that nobody has let pass."""
    found = [n for each in checks for n in in_texts(type(each.document), each.document_id, {"file": each.text})]
    return without_acknowledged(found)


def _in_table(table: Table, ids: list[int]) -> Iterable[Notice]:
    columns = [column for column in text_columns(table.model) if column not in table.unseen]
    if not columns:
        return
    statement = f"select id, {', '.join(columns)} from published.{table.name} where id = any(%s) order by id"
    with connection.cursor() as cursor:
        cursor.execute(statement, [ids])
        while rows := cursor.fetchmany(AT_A_TIME):
            for pk, *texts in rows:
                yield from in_texts(table.model, pk, dict(zip(columns, texts, strict=True)))


def in_texts(model: type[models.Model], pk: int, texts: dict[str, str | None]) -> Iterable[Notice]:
    """The personal data in the texts of a row, by column."""
    for column, text in texts.items():
        if text and (findings := find(text)):
            yield Notice(model, pk, column, text, tuple(findings))


def without_acknowledged(notices: list[Notice]) -> list[Notice]:
    """Those whose text nobody has let pass."""
    passed = set[tuple[str, int, str, str]]()
    for label in {notice.model._meta.label_lower for notice in notices}:
        ids = [notice.pk for notice in notices if notice.model._meta.label_lower == label]
        rows = _acknowledged().filter(Q(label=label, object_id__in=ids))
        passed |= set(rows.values_list("label", "object_id", "field", "text_sha256"))
    return [n for n in notices if (n.model._meta.label_lower, n.pk, n.field, n.digest) not in passed]


def acknowledge(notices: Iterable[Notice], *, reason: str, actor: Any) -> None:
    """Let the texts pass, all for one reason. Raises Unacknowledged when the reason is missing."""
    notices = list(notices)
    if notices and len(reason.strip()) < SHORTEST_REASON:
        raise Unacknowledged(notices)
    model = _acknowledged().model
    rows = [
        model(
            label=notice.model._meta.label_lower,
            object_id=notice.pk,
            field=notice.field,
            text_sha256=notice.digest,
            kinds=notice.kinds,
            reason=reason.strip(),
            author=actor,
        )
        for notice in notices
    ]
    _acknowledged().bulk_create(rows, ignore_conflicts=True)


def _acknowledged() -> models.Manager[Any]:
    manager: models.Manager[Any] = apps.get_model("docket", "AcknowledgedData")._default_manager
    return manager
