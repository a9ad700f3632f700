"""Text under seal: out of the record's own columns and back."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from docket.publishing.rules import Published, publication_of


def into_vault(row: Any) -> None:
    """Move the row's text to the vault, so that nothing of it stands in the record's own columns."""
    for field, meanwhile in _vaulted(row).items():
        if (text := getattr(row, field)) != meanwhile:
            kept = {"label": row._meta.label_lower, "object_id": row.pk, "field": field}
            apps.get_model("docket", "SealedText").objects.update_or_create(**kept, defaults={"text": text})
            type(row)._default_manager.filter(pk=row.pk).update(**{field: meanwhile})


def out_of_vault(row: Any) -> None:
    """Put the text back, except where staff wrote another meanwhile."""
    kept = apps.get_model("docket", "SealedText").objects.filter(label=row._meta.label_lower, object_id=row.pk)
    meanwhile = _vaulted(row)
    texts = {name: text for name, text in kept.values_list("field", "text") if getattr(row, name) == meanwhile[name]}
    if texts:
        type(row)._default_manager.filter(pk=row.pk).update(**texts)
    kept.delete()


def _vaulted(row: Any) -> dict[str, str]:
    rule = publication_of(type(row))
    return dict(rule.vaulted) if isinstance(rule, Published) else {}
