"""`staff_groups`: the groups clerk, editor, custodian and administrator, as docket/desk/groups.py describes them."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from docket.desk.groups import ADMINISTRATOR, GROUPS, make_groups


class Command(BaseCommand):
    """May be run again at any time; after an upgrade it adds the permissions of new models."""

    help = "Create the groups clerk, editor, custodian and administrator, or bring their permissions up to date."

    def handle(self, *args: Any, **options: Any) -> None:
        made = make_groups()
        if options["verbosity"]:
            self.stdout.write(
                f"Groups: {', '.join([*GROUPS, ADMINISTRATOR])}. Created now: {', '.join(made) or 'none'}."
            )
