"""manage.py worker: imports what staff uploaded and what takes too long for a request."""

import os
import signal
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.processes import lifeline


class Command(BaseCommand):
    help = "Import large uploads of the desk in the background, until Ctrl-C or SIGTERM. One is enough."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DESK:
            raise CommandError("The worker writes into the record: run it with DOCKET_SITE=desk.")
        # the queue knows a task from its import on
        from docket.desk.sheets import background as sheets  # noqa: F401
        from docket.intake.background.worker import run
        from docket.site.alerts import task as alerts  # noqa: F401
        from docket.site.package import task as package  # noqa: F401

        lifeline.watch(lambda: os.kill(os.getpid(), signal.SIGTERM))
        run()
