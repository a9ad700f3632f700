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

from config.database.postgres import operators_server
from config.processes import lifeline


def prepare() -> None:
    """The first user comes last: a first run that is cut short before does the rest again."""
    migrated = migrate()
    first = not settings.PRODUCTION and not get_user_model().objects.filter(is_superuser=True).exists()
    if migrated or first:
        load("staff_groups", "Making the groups of staff …")
        load("load_forums", "Loading the courts and other forums …")
        load("load_site_pages", "Writing the site's own pages …")
    collect_static_files()
    if first and not operators_server():
        load("load_samples", "Loading the sample matters …")
    if first:
        create_first_user()


def migrate() -> bool:
    """Whether there was anything to do."""
    executor = MigrationExecutor(connections["owner"])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        say(f"Applying {len(plan)} migrations …")
    call_command("migrate", database="owner", verbosity=0)
    return bool(plan)


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


def load(command: str, what: str) -> None:
    if command in get_commands():
        say(what)
        call_command(command, verbosity=0)


def create_first_user() -> None:
    password = secrets.token_urlsafe(12)
    get_user_model().objects.create_superuser("staff", password=password)
    say(f"First staff sign-in: staff / {password}")
    say("(shown only now; for another password: .venv/bin/python manage.py changepassword staff)")


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    lifeline.watch(lambda: os._exit(1))
    django.setup()
    prepare()
