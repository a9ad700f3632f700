"""manage.py check_followed: look at followed sources now, or say what a look would change."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.forms.models import model_to_dict
from django.utils import timezone

from docket.intake.followed.look import Seen, look, see
from docket.intake.merging.missed import REMEDY, sentence
from docket.models import Case, Filing, FollowedSource


class Command(BaseCommand):
    help = (
        "Look at the sources that are followed for cases (docs/importing.md), as the worker does: those whose time has "
        "come, or all of the cases named."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("cases", nargs="*", metavar="CASE", help="A case's id, as in its address: look now.")
        parser.add_argument("--dry-run", action="store_true", help="Print what would change, and change nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Look at each, print what came, and fail if one did not work."""
        sources = list(_asked(options["cases"]).select_related("case__forum", "author", "state"))
        failed = 0
        for source in sources:
            seen, lines = _rehearsed(source) if options["dry_run"] else (look(source), [])
            failed += bool(seen.trouble)
            self.stdout.write(f"{source.case}: {source}: {seen.trouble or seen.came or 'nothing new'}")
            self.stdout.writelines(f"  {line}" for line in lines)
            if seen.missed:
                self.stdout.write(f"  {sentence(seen.missed)} {REMEDY}")
        if failed:
            raise CommandError(f"{failed:,} of {len(sources):,} looks did not work.")


def _asked(ids: list[str]) -> Any:
    if not ids:
        return FollowedSource.objects.due(timezone.now())
    if unknown := set(ids) - set(Case.objects.filter(public_id__in=ids).values_list("public_id", flat=True)):
        raise CommandError(f"There is no case {', '.join(sorted(unknown))}: give the id that stands in its address.")
    return FollowedSource.objects.to_look_at().filter(case__public_id__in=ids).order_by("case", "pk")


def _rehearsed(source: FollowedSource) -> tuple[Seen, list[str]]:
    """Look in a transaction that is rolled back; what would be otherwise, line by line."""
    with transaction.atomic():
        before = _case(source), set(Filing.objects.filter(case=source.case).values_list("pk", flat=True))
        seen = see(source)
        lines = list(_differences(source, *before))
        transaction.set_rollback(True)
    return seen, lines


def _case(source: FollowedSource) -> dict[str, Any]:
    return model_to_dict(Case.objects.get(pk=source.case_id), exclude=["matters"])


def _differences(source: FollowedSource, case: dict[str, Any], known: set[int]) -> Iterator[str]:
    for column, value in _case(source).items():
        if value != case[column]:
            yield f"{column}: {case[column]!s} → {value!s}"
    for filing in Filing.objects.filter(case=source.case).exclude(pk__in=known):
        state = filing.get_visibility_display().lower()
        yield f"+ {filing.entry_number or '–'} {filing.date_filed or filing.date_entered or ''} {filing} ({state})"
