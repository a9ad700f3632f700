"""Every model says what the public may see of it, and every published column is a decision."""

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.apps.registry import Apps
from django.core.exceptions import ImproperlyConfigured
from django.db import models

from docket.models import Case, StaffNote
from docket.publishing import checks
from docket.publishing.rules import Private, Published, publication_of
from docket.publishing.wall.tables import neutral, published_tables
from tests import cluster

LISTED = Path(__file__).parents[1] / "published_columns.txt"
REMEDY = """The published columns are not those of tests/published_columns.txt. Is each new column fit for everyone to
read, in bulk, for ever? Then add its line; if not, move it to a table of the vault:
{}"""


def listed() -> list[str]:
    lines = LISTED.read_text().splitlines()
    return [line.split("#")[0].strip() for line in lines if line.split("#")[0].strip()]


def test_every_published_column_is_listed(django_db_setup: None) -> None:
    with cluster.connect(database=cluster.TEST_DATABASE) as admin:
        found = [
            f"{table}.{column}"
            for table, column in admin.execute(
                "select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid"
                " where c.relnamespace = 'published'::regnamespace and c.relkind = 'r' and attnum > 0"
                " and not attisdropped order by 1, 2"
            )
        ]
    differing = [f"+ {name}" for name in found if name not in listed()]
    differing += [f"- {name}" for name in listed() if name not in found]
    assert differing == [], REMEDY.format("\n".join(differing))
    assert listed() == sorted(listed())


def test_every_model_says_and_the_vault_says_why() -> None:
    for app in ("docket", "parties"):
        for model in apps.get_app_config(app).get_models():
            if hasattr(model, "pgh_tracked_model"):
                continue
            said = publication_of(model)
            assert said is not None, model
            assert isinstance(said, Published) or len(said.why) > 3
    assert checks.every_model_says(None) == []


def test_the_vault_has_no_published_twin() -> None:
    published = {t.model for t in published_tables()}
    names = {model.__name__ for model in published}
    assert not names & {
        "ProtectedIdentity",
        "StaffNote",
        "SealedText",
        "AttorneyContact",
        "DocumentOriginal",
        "SealEvent",
    }
    assert not any(hasattr(model, "pgh_tracked_model") for model in published)


def test_the_history_of_a_model_is_not_published() -> None:
    for table in published_tables():
        assert not table.name.endswith("history")


def made(name: str, **attributes: Any) -> type[models.Model]:
    """A model of the docket that no registry knows."""
    meta = type("Meta", (), {"app_label": "docket", "apps": Apps()})
    model: type[models.Model] = type(name, (models.Model,), {"__module__": "docket", "Meta": meta, **attributes})
    return model


class TestChecks:
    def found(self, monkeypatch: pytest.MonkeyPatch, *models: type[models.Model]) -> list[str]:
        config = apps.get_app_config("docket")
        several = [*config.get_models(), *models]
        monkeypatch.setattr(config, "get_models", lambda *a, **k: several)
        published_tables.cache_clear()
        try:
            return [str(error.id) for error in checks.every_model_says(None)]
        finally:
            monkeypatch.undo()
            published_tables.cache_clear()

    def test_a_model_that_says_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert self.found(monkeypatch, made("Silent")) == ["docket.E001"]

    def test_a_nullable_key_that_is_neither_blank_nor_evidence(self, monkeypatch: pytest.MonkeyPatch) -> None:
        key: models.ForeignKey[Any, Any] = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+")
        assert self.found(monkeypatch, made("Vague", case=key, publication=Published())) == ["docket.E002"]

    def test_a_published_row_that_points_into_the_vault(self, monkeypatch: pytest.MonkeyPatch) -> None:
        key: models.ForeignKey[Any, Any] = models.ForeignKey(StaffNote, models.PROTECT, related_name="+")
        assert self.found(monkeypatch, made("Tell", note=key, publication=Published())) == ["docket.E003"]

    def test_a_key_to_its_own_table_that_must_be_shown(self, monkeypatch: pytest.MonkeyPatch) -> None:
        key: models.ForeignKey[Any, Any] = models.ForeignKey("self", models.PROTECT, related_name="+")
        assert self.found(monkeypatch, made("Chain", before=key, publication=Published())) == ["docket.E002"]

    def test_a_column_without_a_neutral_value_cannot_be_hidden_by_a_placeholder(self) -> None:
        with pytest.raises(ImproperlyConfigured, match="no neutral value"):
            neutral(models.TimeField())
        assert neutral(models.TimeField(null=True)) == "null"


def test_private_is_said_in_words() -> None:
    assert Private("notes").why == "notes"
