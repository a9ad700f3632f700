"""manage.py remove_samples: hide the sample matters; their pages then answer like unknown addresses."""

from typing import Any

from django.core.management.base import BaseCommand

from docket.samples.loading import withdraw


class Command(BaseCommand):
    help = (
        "Hide every matter and case marked as a sample. What was public is kept, not deleted: "
        "load_samples shows the same rows again."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        for line in withdraw():
            if options["verbosity"]:
                self.stdout.write(line)
