"""manage.py load_site_pages: default texts of About, Corrections and Contact, where staff have not written them."""

from typing import Any

from django.core.management.base import BaseCommand

from docket.site.site_pages import load_missing


class Command(BaseCommand):
    help = "Write and publish the site's own pages that are missing. Never changes one that is there."

    def handle(self, *args: Any, **options: Any) -> None:
        loaded = load_missing()
        if options["verbosity"]:
            self.stdout.write(f"Published: {', '.join(loaded)}." if loaded else "Every page is already there.")
