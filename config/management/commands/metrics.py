"""`manage.py metrics`: serves the figures of config/metrics.py to Prometheus, on a port of its own."""

from __future__ import annotations

import os
import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from prometheus_client import start_http_server

from config import env
from config.metrics import FOLDER
from config.metrics.installation import registry
from config.processes import lifeline


class Command(BaseCommand):
    """Until SIGTERM, or until the supervisor has ended."""

    help = (
        "Serve figures to Prometheus at /metrics on METRICS_PORT, of this machine only unless METRICS_HOST says more."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=env.number("METRICS_PORT", 9100))
        parser.add_argument("--host", default=env.text("METRICS_HOST", "127.0.0.1"))

    def handle(self, *args: Any, port: int, host: str, **options: Any) -> None:
        if not os.path.isdir(os.environ.get(FOLDER, "")):
            raise CommandError(f"{FOLDER} must name a folder, the same for the sites and for this command.")
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        lifeline.watch(lambda: os._exit(0))
        try:
            _, thread = start_http_server(port, addr=host, registry=registry())
        except OSError as error:
            raise CommandError(
                f"Port {port} on {host} cannot be opened: {error.strerror}. Set METRICS_PORT."
            ) from error
        thread.join()
