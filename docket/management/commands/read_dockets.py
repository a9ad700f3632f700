"""manage.py read_dockets: read the docket text of cases that are in the record already."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from docket.intake.derived.recording import write_down
from docket.intake.precedence.traces import Traces
from docket.law.reading.explaining import explained
from docket.models import Case, Filing
from docket.publishing.visibility import CONTENT_WITHHELD, Visibility


class Command(BaseCommand):
    help = (
        "Read types, links, filers and days from the docket text of cases, as an import does. What staff entered, "
        "confirmed or took away stays. "
        "Of a public case what was measured to be right often enough is public, marked as read."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("cases", nargs="*", metavar="CASE", help="Public ids of cases.")
        parser.add_argument("--all", action="store_true", help="Every case of the record.")
        parser.add_argument("--explain", metavar="ENTRY", help="Of one filing, by its public id: why it is read so.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read the dockets of the cases named, or of all, in one transaction for each case."""
        if options["explain"]:
            self._explain(options["explain"])
            return
        if bool(options["cases"]) == options["all"]:
            raise CommandError("Name cases by their public ids, or say --all.")
        found = Case.objects.exclude(visibility=Visibility.EXPUNGED)
        if options["cases"]:
            found = found.filter(public_id__in=options["cases"])
            if missing := set(options["cases"]) - set(found.values_list("public_id", flat=True)):
                raise CommandError(f"No such case: {', '.join(sorted(missing))}.")
        for case in found.order_by("pk").iterator():
            with transaction.atomic():
                traces = Traces(case, is_new=False)
                written = write_down(case, traces)
                traces.save()
            said = ", ".join(f"{number:,} {name}" for name, number in vars(written).items())
            self.stdout.write(f"{case.public_id}: {said}")

    def _explain(self, entry: str) -> None:
        filing = Filing.objects.filter(public_id=entry).exclude(visibility__in=CONTENT_WITHHELD).first()
        if filing is None:
            raise CommandError(f"No filing {entry} whose text may be read.")
        for line in explained(filing.docket_text, filing.short_text):
            self.stdout.write(line)
