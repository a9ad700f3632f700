"""What comes before the sites answer: migrations, static files and, once, samples and a first sign-in."""

import hashlib
import os
import secrets

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command, get_commands
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from config.postgres import operators_server


def prepare() -> None:
    migrate()
    collect_static_files()
    if not settings.PRODUCTION and not get_user_model().objects.filter(is_superuser=True).exists():
        # the first user comes last: a first run that is cut short before is done again
        load_samples()
        create_first_user()


def migrate() -> None:
    executor = MigrationExecutor(connections["owner"])
    if plan := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say(f"Applying {len(plan)} migrations …")
    call_command("migrate", database="owner", verbosity=0)


def collect_static_files() -> None:
    """Only when one of them changed: hashing and compressing them all takes seconds."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list(None):
            digest.update(f"{path} {storage.get_modified_time(path)} {storage.size(path)}\n".encode())
    stamp = settings.STATIC_ROOT / "collected"
    if stamp.is_file() and stamp.read_text() == digest.hexdigest():
        return
    say("Collecting the static files …")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(digest.hexdigest())


def load_samples() -> None:
    if "load_samples" in get_commands() and not operators_server():
        say("Loading the sample matters …")
        call_command("load_samples")


def create_first_user() -> None:
    password = secrets.token_urlsafe(12)
    get_user_model().objects.create_superuser("staff", password=password)
    say(f"First staff sign-in: staff / {password}")
    say("(shown only now; for another password: .venv/bin/python manage.py changepassword staff)")


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    prepare()
