"""manage.py sheet_columns: docs/spreadsheets.md, what a spreadsheet may hold, from the table of columns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from docket.desk.sheets.wording import page


class Command(BaseCommand):
    help = "Write docs/spreadsheets.md from the columns of spreadsheets; with --check only say whether it is stale."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--check", action="store_true", help="Fail where the file is not what it should be.")

    def handle(self, *args: Any, **options: Any) -> None:
        file = Path(settings.BASE_DIR) / "docs" / "spreadsheets.md"
        if not options["check"]:
            file.write_text(page(), encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != page():
            raise CommandError(f"{file} is stale: run manage.py sheet_columns.")
