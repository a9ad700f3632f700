"""What of the statements read from the docket text the public sees, in SQL over a row, alias `s`: by measurement."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import models

from docket.choices import Derived
from docket.law.reading.public import public_outcomes, public_statements


def rule_name() -> models.CharField[Any, Any]:
    """The column that keeps by which rule a row was read."""
    return models.CharField(
        max_length=120,
        blank=True,
        default="",
        editable=False,
        help_text="The rule by which it was read from the docket text; kept when staff confirm it. Empty: no rule.",
    )


def _among(expression: str, values: Collection[str]) -> str:
    listed = ", ".join(f"'{value}'" for value in sorted(values))
    return f"{expression} in ({listed})" if listed else "false"


_types = _among("split_part(s.filing_type, '.', 1)", public_statements("type"))
_kinds = _among("s.kind", public_statements("link") - {"rules_on"})
_outcomes = _among("s.outcome", public_outcomes())
# what is said too uncertainly is only a mention; a bare mention is measured by itself
_mentions = "s.kind <> 'refers_to'" if public_statements("mention") else "false"

READ_TYPE_IS_PUBLIC = f"(s.type_derived <> '{Derived.DERIVED}' or {_types})"
READ_LINK_IS_PUBLIC = f"(not s.is_derived or {_kinds} or s.kind = 'rules_on' and {_outcomes})"
READ_LINK_IS_NAMED = f"{READ_LINK_IS_PUBLIC} or {_mentions}"
READ_FILER_IS_PUBLIC = "true" if public_statements("filer") else "not s.is_derived"
