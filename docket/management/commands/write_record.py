"""`write_record`: an edition of the whole record for /data/record/, now."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from docket.publishing import record_copy
from docket.site.package.writing import write_edition


class Command(BaseCommand):
    """What the worker does once a day."""

    help = "Write the whole record, as published, as CSV, JSON Lines and Parquet; the edition before is deleted then."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            edition = write_edition(timezone.now())
        except record_copy.Withdrawn as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Written: {edition}")
