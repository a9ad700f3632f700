"""manage.py import_docket: court pages into the record, one transaction a file."""

import json
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from docket.forums.finding import forum_by_court_id
from docket.intake.files import import_bytes
from docket.intake.gathering import by_folder, gathered
from docket.intake.report import FileReport
from docket.models import Forum, Matter

# What a browser saves beside a page.
NOT_PAGES = {".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".ico", ".woff", ".woff2", ".md", ".tsv"}
SAY_EVERY = 1.0  # seconds


class Command(BaseCommand):
    help = (
        "Import dockets saved from the courts' sites, feeds and archives (docs/importing.md lists the kinds). "
        "What a file is, is recognised. Importing again changes only what the court changed; nothing is deleted."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="A saved page, or a folder of them.")
        parser.add_argument("--forum", metavar="ID", help="The court of a page that does not name it: cand, nysb …")
        parser.add_argument("--matter", metavar="ID", help="The matter that the cases arise from.")
        parser.add_argument("--publish", action="store_true", help="Publish each case; else new cases are drafts.")
        parser.add_argument(
            "--as-table", action="store_true", help="Confirm how a table of dates and texts is read, for its court."
        )
        parser.add_argument("--json", action="store_true", help="Print the report as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import every file, report, and fail if one failed."""
        forum, matter = _forum(options["forum"]), _matter(options["matter"])
        files = list(by_folder(list(_expand(options["files"]))))
        reports: list[FileReport] = []
        said = time.monotonic()
        for number, together in enumerate(files, 1):
            report = _import(together, forum, matter, options["publish"], options["as_table"])
            reports.append(report)
            if not options["json"]:
                self.stdout.write(str(report))
            if time.monotonic() - said > SAY_EVERY and number < len(files):
                said = time.monotonic()
                self.stderr.write(f"{number:,} of {len(files):,} files")
        if options["json"]:
            self.stdout.write(json.dumps({"files": [report.as_json() for report in reports]}, ensure_ascii=False))
        if failed := sum(1 for report in reports if report.error):
            raise CommandError(f"{failed:,} of {len(reports):,} files were not imported.")


def _import(
    together: list[Path], forum: Forum | None, matter: Matter | None, publish: bool, as_table: bool
) -> FileReport:
    """Import a file, or the files that make one."""
    first, *others = together
    try:
        ((name, data),) = gathered([(file.name, file.read_bytes()) for file in together])
    except OSError as fault:
        return FileReport(file=str(first), error=f"The file cannot be read: {fault.strerror}.")
    report = import_bytes(name, data, forum=forum, matter=matter, publish=publish, as_table=as_table)
    report.file = str(first.with_name(name)) if others else str(first)
    return report


def _expand(names: list[str]) -> Iterator[Path]:
    """The files named, and those of the folders named; a folder's pictures, scripts and expected results stay out."""
    for name in names:
        path = Path(name)
        if not path.is_dir():
            yield path
            continue
        pages = [file for file in sorted(path.rglob("*")) if _is_page(file, path)]
        if not pages:
            raise CommandError(f"The folder {path} holds no page to import.")
        yield from pages


def _is_page(file: Path, folder: Path) -> bool:
    inside = file.relative_to(folder).parts
    if not file.is_file() or any(part.startswith(".") or part.endswith("_files") for part in inside):
        return False
    beside = [file.with_suffix(suffix) for suffix in (".html", ".htm", ".xml")]
    is_note = file.suffix == ".json" and any(page.exists() for page in beside)
    return file.suffix.lower() not in NOT_PAGES and not is_note


def _forum(wanted: str | None) -> Forum | None:
    if not wanted:
        return None
    forum = Forum.objects.filter(slug=wanted).first() or forum_by_court_id(wanted)
    if forum is None:
        raise CommandError(f"There is no forum {wanted!r}. Forums are listed in the admin; ids are like cand, nysb.")
    return forum


def _matter(wanted: str | None) -> Matter | None:
    if not wanted:
        return None
    matter = Matter.objects.filter(public_id=wanted).first()
    if matter is None:
        raise CommandError(f"There is no matter {wanted!r}: give the id that stands in its address.")
    return matter
