"""`check_record`: says where a case and the events of its claims contradict each other, each with its desk address."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from docket.claims.contradictions import contradictions
from docket.models import Case


class Command(BaseCommand):
    """Exit status 1 when anything is found. Nothing is changed."""

    help = (
        "Read every case, draft or public, and name what cannot be right together: closed as convicted beside a "
        "conviction reversed, settled beside pending, a judgment on a dismissed claim, a plea agreement on an open "
        "count."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """A sentence and a place each."""
        found = 0
        for each in contradictions(Case.objects.order_by("pk").iterator(chunk_size=500)):
            found += 1
            place = f"{each.row._meta.verbose_name} {each.row.pk}, id {each.row.public_id}"
            self.stdout.write(f"{each.sentence} ({place})")
        if found:
            raise CommandError(f"{found} found: open each at the desk and mend the one that the filings do not bear.")
        self.stdout.write("No case contradicts the events of its claims.")
