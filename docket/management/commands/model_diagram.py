"""manage.py model_diagram: docs/data-model.md from the models, a Mermaid diagram for each file of models."""

from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db.models import ForeignKey, Model

NAMED = {"public_id", "caption", "docket_number", "entry_number", "sequence", "title", "name", "kind", "visibility"}
HEAD = """# The data model

Written by `manage.py model_diagram` from the models: the keys, and the fields that tell rows apart.
"""


class Command(BaseCommand):
    help = "Write docs/data-model.md from the models; with --check only say whether it is stale."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="Write nothing; fail where the file is stale.")

    def handle(self, *args: Any, **options: Any) -> None:
        file = Path(settings.BASE_DIR) / "docs" / "data-model.md"
        if options["check"]:
            if not file.exists() or file.read_text() != document():
                raise CommandError(f"{file} is stale: run manage.py model_diagram.")
            return
        file.write_text(document())


def document() -> str:
    """The whole file: a section for each file of models, in the order of their names."""
    sections = groupby(sorted(_models(), key=_place), key=lambda model: model.__module__)
    return HEAD + "".join(_section(module, list(models)) for module, models in sections)


def _models() -> Iterator[type[Model]]:
    for app in ("docket", "parties"):
        for model in apps.get_app_config(app).get_models():
            if ".models." in model.__module__ and not hasattr(model, "pgh_tracked_model"):
                yield model


def _place(model: type[Model]) -> tuple[str, str]:
    return model.__module__, model.__name__


def _section(module: str, models: list[type[Model]]) -> str:
    lines = [line for model in models for line in _entity(model)]
    ties = [line for model in models for line in _ties(model)]
    diagram = "\n".join(["```mermaid", "erDiagram", *lines, *ties, "```"])
    return f"\n## {module.replace('.', '/')}.py\n\n{diagram}\n"


def _entity(model: type[Model]) -> Iterator[str]:
    yield f"    {model.__name__} {{"
    for field in model._meta.concrete_fields:
        if field.primary_key or isinstance(field, ForeignKey) or field.name in NAMED:
            mark = " PK" if field.primary_key else " FK" if isinstance(field, ForeignKey) else ""
            yield f"        {type(field).__name__} {field.name}{mark}"
    yield "    }"


def _ties(model: type[Model]) -> Iterator[str]:
    """A case has many filings: `Case ||--o{ Filing : case`; `|o` where the key may be empty."""
    for field in model._meta.concrete_fields:
        if isinstance(field, ForeignKey):
            one = "|o" if field.null else "||"
            yield f"    {field.remote_field.model.__name__} {one}--o{{ {model.__name__} : {field.name}"
