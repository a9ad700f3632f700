"""The migrations make what the models say: a field that was changed without one is told of here, not in production."""

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState


def test_no_model_differs_from_what_its_migrations_make() -> None:
    written = MigrationLoader(None)
    changes = MigrationAutodetector(written.project_state(), ProjectState.from_apps(apps)).changes(written.graph)
    differing = {app: [str(step) for one in found for step in one.operations] for app, found in changes.items()}
    assert differing == {}
