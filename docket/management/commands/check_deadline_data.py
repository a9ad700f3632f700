"""Say what the folders of deadline law lack: no database is asked."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from docket.choices import FilingType
from docket.law.deadlines.check import missing, unconfirmed
from docket.law.deadlines.jurisdictions import names, rows


class Command(BaseCommand):
    """`manage.py check_deadline_data`: whether the tables of deadlines are whole and agree with each other."""

    help = "Check the data of deadlines: each jurisdiction's calendars, rules, periods, courts and worked examples."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Leave with an error that names every fault; otherwise with what is held, and what is to be confirmed."""
        if faults := missing(frozenset(FilingType.values)):
            raise CommandError("\n".join(faults))
        counts = ", ".join(f"{len(rows(module))} {module}" for module in ("calendars", "rules", "periods", "examples"))
        self.stdout.write(f"{len(names())} folders: {counts}. Nothing is missing.")
        for period in unconfirmed():
            self.stdout.write(f"To be confirmed: {period.id} ({period.rule}).")
