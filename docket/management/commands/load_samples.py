"""manage.py load_samples: the matter as reported in 2022 and the invented one."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from docket.samples.loading import ALL, load


class Command(BaseCommand):
    help = "Load and publish the sample matters, as pages that search engines are asked to leave alone. Repeatable."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--only", choices=ALL, help="Load one of them.")
        parser.add_argument("--in-production", action="store_true", help="Load them although DOCKET_ENV is production.")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION and not options["in_production"]:
            raise CommandError(
                "DOCKET_ENV is production: samples do not belong beside a real record. "
                "If you mean it: manage.py load_samples --in-production"
            )
        for line in load([options["only"]] if options["only"] else ALL):
            if options["verbosity"]:
                self.stdout.write(line)
