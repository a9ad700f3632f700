"""manage.py load_forums: the courts, institutions and agencies that the shipped table knows."""

from typing import Any

from django.core.management.base import BaseCommand

from docket.forums.table import all_forums
from docket.forums.table.loading import load_forums


class Command(BaseCommand):
    help = "Add the forums of the shipped table and complete empty fields. Overwrites nothing; repeatable."

    def handle(self, *args: Any, **options: Any) -> None:
        loaded = load_forums(all_forums())
        if options["verbosity"]:
            self.stdout.write(str(loaded))
