"""The publication rule a second time, in Python and from the declarations alone, to check the projection by.

It shares with the product only what the models say of themselves; neither its order of work nor a line of its SQL.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import psycopg
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db.models import ForeignKey, JSONField, Model
from psycopg.rows import dict_row

from docket.choices import CLAIM_EVENT_RULES
from docket.law.reading.public import public_outcomes, public_statements
from docket.models import Case, ClaimEvent, Filing
from docket.models.parts.read_from_text import READ_FILER_IS_PUBLIC, READ_LINK_IS_NAMED
from docket.publishing.rules import Published, publication_of

Row = dict[str, Any]
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
# what the conditions in SQL mean
CONDITIONS = {
    "s.disclosure <> 'withheld'": lambda row: row["disclosure"] != "withheld",
    READ_LINK_IS_NAMED: lambda row: (
        _link_is_public(row) or bool(public_statements("mention") and row["kind"] != "refers_to")
    ),
    READ_FILER_IS_PUBLIC: lambda row: not row["is_derived"] or bool(public_statements("filer")),
}


def _link_is_public(row: dict[str, Any]) -> bool:
    if not row["is_derived"]:
        return True
    if row["kind"] == "rules_on":
        return row["outcome"] in public_outcomes()
    return row["kind"] in public_statements("link")


def _as_read(row: dict[str, Any], column: str, value: Any) -> Any:
    """What the public reads of a column that may say what was only read from the text."""
    if column in ("kind", "outcome"):
        return value if _link_is_public(row) else {"kind": "refers_to", "outcome": ""}[column]
    is_public = row["type_derived"] != "derived" or row["filing_type"].partition(".")[0] in public_statements("type")
    return value if is_public else ""


EMPTY: dict[type[Any], Any] = {
    str: "",
    int: 0,
    bool: False,
    Decimal: 0,
    list: [],
    datetime.date: EPOCH.date(),
    datetime.datetime: EPOCH,
}


def published_models() -> dict[type[Model], Published]:
    found = {
        model: publication_of(model) for app in ("docket", "parties") for model in apps.get_app_config(app).get_models()
    }
    return {model: rule for model, rule in found.items() if isinstance(rule, Published)}


class Oracle:
    """One snapshot of the staff's tables, and what the public should see of it."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self.rules = published_models()
        self.rows = {model: self._read(connection, "public", model) for model in self.rules}
        self.have = {model: self._read(connection, "published", model) for model in self.rules}
        self.known: dict[tuple[type[Model], int], bool] = {}
        self.pointing: dict[tuple[type[Model], int], list[tuple[type[Model], int]]] = {}
        for model, rule in self.rules.items():
            for field in self._keys(model):
                for pk, row in self.rows[model].items():
                    if row[field.column] is not None and field.name not in rule.rides:
                        target = (field.related_model, row[field.column])
                        self.pointing.setdefault(target, []).append((model, pk))

    def _read(self, connection: psycopg.Connection[Any], schema: str, model: type[Model]) -> dict[int, Row]:
        columns = ", ".join(f.column for f in model._meta.local_concrete_fields)
        with connection.cursor(row_factory=dict_row) as cursor:
            cursor.execute(f"select {columns} from {schema}.{model._meta.db_table}")
            return {row["id"]: row for row in cursor.fetchall()}

    def _keys(self, model: type[Model]) -> list[Any]:
        return [f for f in model._meta.local_concrete_fields if isinstance(f, ForeignKey)]

    def is_published(self, model: type[Model], pk: int | None) -> bool:
        if pk is None or pk not in self.rows[model]:
            return False
        if (model, pk) not in self.known:
            self.known[model, pk] = self._decide(model, self.rows[model][pk])
        return self.known[model, pk]

    def is_open(self, model: type[Model], pk: int | None) -> bool:
        """Published, and not as a placeholder: what points at it may be published."""
        if not self.is_published(model, pk):
            return False
        return bool(self.rows[model][pk or 0].get("visibility", "public") == "public")

    def _may_be_shown(self, model: type[Model], pk: int | None) -> bool:
        """A person's presence follows from what points at it; ask only whether staff hide it."""
        if self.rules[model].presence:
            return pk in self.rows[model] and self.rows[model][pk]["visibility"] == "public"
        return self.is_open(model, pk)

    def _decide(self, model: type[Model], row: Row) -> bool:
        rule = self.rules[model]
        if rule.says_so and row["visibility"] not in {"public", *map(str, rule.placeholder)}:
            return False
        if rule.only_if and not CONDITIONS[rule.only_if](row):
            return False
        for field in self._keys(model):
            target = row[field.column]
            if field.name in rule.rides:
                if target is not None and not self.is_published(field.related_model, target):
                    return False
            elif (not field.null or (field.name in rule.evidence and target is not None)) and not self._may_be_shown(
                field.related_model, target
            ):
                return False
        if rule.presence:
            referrers = self.pointing.get((model, row["id"]), [])
            return row["visibility"] == "public" and any(self._names(m, pk, model, row["id"]) for m, pk in referrers)
        return True

    def _names(self, model: type[Model], pk: int, person: type[Model], person_pk: int) -> bool:
        """Whether the published row, if it is one, shows the person."""
        shown = self.shown(model, pk) if self.is_published(model, pk) else {}
        return any(shown.get(f.column) == person_pk for f in self._keys(model) if f.related_model is person)

    def shown(self, model: type[Model], pk: int) -> Row:
        """The row as the public should read it."""
        rule, row = self.rules[model], self.rows[model][pk]
        placeholder = {str(level): names for level, names in rule.placeholder.items()}
        kept = placeholder.get(row.get("visibility", ""))
        return {f.column: self._value(rule, f, row, kept) for f in model._meta.local_concrete_fields}

    def _value(self, rule: Published, field: Any, row: Row, kept: tuple[str, ...] | None) -> Any:
        value = row[field.column]
        if field.name in ("row_version", *rule.unseen):
            return self._empty(field, value)
        if kept is not None and field.name not in ("id", "public_id", "visibility", *kept):
            return self._empty(field, value)
        if field.name == "disclosure" and value == "shown" and self._rests_on_a_seal(row["id"]):
            return "incomplete"
        if field.name in rule.said_as:
            return _as_read(row, field.name, value)
        if field.name in rule.blank and not self._may_be_shown(field.related_model, value):
            return None
        return value

    def _rests_on_a_seal(self, claim_against: int) -> bool:
        """Whether an event that matters was done by a filing, or in a case, of which the public sees a placeholder."""
        return any(
            event["claim_against_id"] == claim_against
            and CLAIM_EVENT_RULES[event["kind"]].effect != "none"
            and event["kind"] not in ("asserted", "served", "service_waived", "charged", "arraigned", "cited")
            and (
                self._is_placeholder(Filing, event["filing_id"]) or self._is_placeholder(Case, event["filing_case_id"])
            )
            for event in self.rows[ClaimEvent].values()
        )

    def _is_placeholder(self, model: type[Model], pk: int | None) -> bool:
        return self.is_published(model, pk) and not self.is_open(model, pk)

    def _empty(self, field: Any, value: Any) -> Any:
        if field.null:
            return None
        return [] if isinstance(field, ArrayField | JSONField) else EMPTY[type(value)]

    def mismatches(self) -> list[str]:
        """One line for each row that the public sees and should not, misses, or sees otherwise than it should."""
        found = []
        for model, have in self.have.items():
            want = {pk: self.shown(model, pk) for pk in self.rows[model] if self.is_published(model, pk)}
            name = model._meta.db_table
            found += [f"leaked: {name} {pk}" for pk in have.keys() - want.keys()]
            found += [f"missing: {name} {pk}" for pk in want.keys() - have.keys()]
            for pk in want.keys() & have.keys():
                wrong = [c for c in want[pk] if want[pk][c] != have[pk][c]]
                found += [f"differs: {name} {pk} {c}: {have[pk][c]!r}, not {want[pk][c]!r}" for c in wrong]
        return found


def mismatches(connection: psycopg.Connection[Any]) -> list[str]:
    """In a snapshot of its own; the connection must be in autocommit mode and may read both schemas."""
    with connection.transaction():
        connection.execute("set transaction isolation level repeatable read, read only")
        return Oracle(connection).mismatches()
